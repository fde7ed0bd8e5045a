import { View } from '@tarojs/components';
import type { Opinion, SimilarSubmission } from '@/api/types';
import { Button } from '@/components/Button';
import { QueryView } from '@/components/QueryView';
import { Tag } from '@/components/Tag';
import { likenessInWords } from './similar';
import { useSimilar } from './useOpinion';

interface SimilarListProps {
  readonly opinion: Opinion;
  readonly comparedId: string | undefined;
  readonly onCompare: (similar: SimilarSubmission) => void;
}

/** What is in hand already and like this opinion, so that voices add up instead of scattering. */
export function SimilarList({ opinion, comparedId, onCompare }: SimilarListProps) {
  const query = useSimilar(opinion, true);
  return (
    <View className="lx-card lx-stack">
      <View className="submission__heading">相似的意见</View>
      <QueryView query={query}>
        {(items) =>
          items.length === 0 ? (
            <View className="lx-soft">没有发现相似的意见。</View>
          ) : (
            <View className="submission__rows">
              {items.map((item) => (
                <View key={item.id}>
                  <View>{item.title}</View>
                  <View className="lx-row">
                    <Tag tone={item.likeness >= 0.6 ? 'warn' : 'calm'}>{likenessInWords(item.likeness)}</Tag>
                    <View className="lx-soft lx-small">
                      {[item.reference, item.sectorName, item.stateLabel].filter(Boolean).join(' · ')}
                    </View>
                  </View>
                  {item.openable && (
                    <Button size="small" disabled={item.id === comparedId} onTap={() => onCompare(item)}>
                      {item.id === comparedId ? '正在对照' : '并排对照'}
                    </Button>
                  )}
                </View>
              ))}
            </View>
          )
        }
      </QueryView>
    </View>
  );
}
