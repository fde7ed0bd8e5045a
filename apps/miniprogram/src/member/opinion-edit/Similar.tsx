import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { api } from '@/api/client';
import { LinkRow } from '@/components/LinkRow';
import { Tag } from '@/components/Tag';
import { useDebounced } from '@/hooks/useDebounced';
import { opinionUrl, voiceUrl } from '@/navigation/member';
import { accessible } from '@/theme/accessible';
import { OPINIONS_KEY } from '../parts/upward-keys';
import '../parts/upward.scss';

/** Milliseconds of rest in typing before looking; characters without which it makes no sense, and that are enough. */
const REST = 1_500;
const FEWEST = 8;
const ENOUGH = 500;

interface SimilarProps {
  readonly text: string;
  readonly exceptId: string;
}

/** What is in hand already and is like the text, so that voices add up. Nothing while there is none. */
export function Similar({ text, exceptId }: SimilarProps) {
  const asked = useDebounced([...text.trim()].slice(0, ENOUGH).join(''), REST);
  const { data } = useQuery({
    queryKey: [...OPINIONS_KEY, 'similar', exceptId, asked],
    queryFn: ({ signal }) => api.get('/api/v1/opinions/similar', { query: { text: asked, exceptId }, signal }),
    enabled: [...asked].length >= FEWEST,
    placeholderData: (before) => before,
  });
  if (!data || data.items.length === 0) return null;
  return (
    <View className="lx-card opinion-edit__notice">
      <View className="upward__part-label" {...accessible({ role: 'heading' })}>
        已经有人反映过相近的事
      </View>
      <View className="lx-soft lx-small">您可以照常提交，办公室会把相近的合在一起，每一位的名字都在。</View>
      {data.items.map((one) => (
        <View key={one.id} className="upward__item">
          {one.openable ? (
            <LinkRow title={one.title} href={one.kind === 'opinion' ? opinionUrl(one.id) : voiceUrl(one.id)} />
          ) : (
            <View>{one.title}</View>
          )}
          <View className="upward__tags">
            <Tag>{`相近 ${Math.round(one.likeness * 100)}%`}</Tag>
            <Tag tone="primary">{one.stateLabel}</Tag>
          </View>
          <View className="lx-soft lx-small">{[one.sectorName, one.reference].filter(Boolean).join(' · ')}</View>
        </View>
      ))}
    </View>
  );
}
