import { View } from '@tarojs/components';
import type { Opinion } from '@/api/types';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { useDraft } from '@/hooks/useDraft';
import { replacePage } from '@/navigation';
import { opinionUrl } from '@/navigation/member';
import { isWords, nameOfField } from './field-names';
import { fieldsOf, type Kept, NOTHING_KEPT, unsavedNames } from './fields';
import '../parts/upward.scss';

interface FinishedProps {
  readonly opinion: Opinion;
}

/**
 * The opinion was handed in or taken back, here or on another device, and cannot be changed. Words that this device had not saved by
 * then are shown, so that they can be copied.
 */
export function Finished({ opinion }: FinishedProps) {
  const draft = useDraft<Kept>(`opinion:${opinion.id}`, NOTHING_KEPT);
  const left = unsavedNames(fieldsOf(opinion), draft.value).filter(isWords);
  return (
    <Page title="意见建议">
      <Empty title="现在不能修改" text={`这份意见建议的状态是“${opinion.stateLabel}”。`}>
        <Button kind="primary" onTap={() => replacePage(opinionUrl(opinion.id))}>
          看这份意见建议
        </Button>
      </Empty>
      {left.length > 0 && (
        <Notice tone="warn" title="这台设备上还有没存上的内容，可以长按复制">
          {left.map((field) => (
            <View key={field} className="upward__part">
              <View className="upward__part-label">{nameOfField(opinion.kind, field)}</View>
              <View className="lx-prose">{draft.value.typed[field]}</View>
            </View>
          ))}
          <View className="upward__actions">
            <Button size="small" onTap={draft.clear}>
              不要了
            </Button>
          </View>
        </Notice>
      )}
    </Page>
  );
}
