import { INTAKE_BOX_LABELS, INTAKE_BOXES, OPINION_THEME_LABELS } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { DeadlineTag } from '@/components/DeadlineTag';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { SheetSelect } from '@/components/SheetSelect';
import { Tag } from '@/components/Tag';
import { Tappable } from '@/components/Tappable';
import { TextField } from '@/components/TextField';
import { useListGestures } from '@/hooks/useInfiniteList';
import { submissionKindInWords, submissionTone, submissionUrl } from '../parts/submissions';
import { countOf, INTAKE_START, readFilter } from './filter';
import type { useIntake } from './useIntake';
import { behindInWords, namesInWords } from './words';

interface IntakePhoneProps {
  readonly intake: Pick<ReturnType<typeof useIntake>, 'filter' | 'setFilter' | 'list' | 'counts'>;
}

/** The queue on a phone: cards one below the other, each opening its own page. */
export function IntakePhone({ intake: { filter, setFilter, list, counts } }: IntakePhoneProps) {
  useListGestures(list);
  return (
    <View className="lx-stack">
      <SheetSelect
        label="看哪些"
        noneWord={INTAKE_BOX_LABELS[INTAKE_START.box]}
        choices={INTAKE_BOXES.map((box) => {
          const count = countOf(counts.data, box);
          return { value: box, label: `${INTAKE_BOX_LABELS[box]}${count === undefined ? '' : `（${count} 件）`}` };
        })}
        value={filter.box}
        onChange={(box) => setFilter(readFilter({ ...filter, box }))}
      />
      <SheetSelect
        label="主题"
        noneWord="全部主题"
        choices={Object.entries(OPINION_THEME_LABELS).map(([value, label]) => ({ value, label }))}
        value={filter.theme}
        onChange={(theme) => setFilter(readFilter({ ...filter, theme }))}
      />
      <TextField
        id="intake-search"
        kind="search"
        label="搜索意见"
        placeholder="标题、编号"
        value={filter.query ?? ''}
        onChange={(query) => setFilter({ ...filter, query })}
      />
      <InfiniteListView
        list={list}
        keyOf={(item) => item.id}
        label="意见"
        empty={<Empty title="这里没有意见" text="换一类看看，或清除搜索词。" />}
      >
        {(item) => (
          <Tappable className="lx-card" href={submissionUrl(item)}>
            <View>{item.title}</View>
            <View className="lx-row">
              <Tag tone={submissionTone(item.state)}>{item.stateLabel}</Tag>
              <DeadlineTag state={item.deadline} dueAt={item.due} />
            </View>
            <View className="lx-soft lx-small">
              {[
                item.reference,
                submissionKindInWords(item.kind, item.opinionKind),
                namesInWords(item.authorNames),
                behindInWords(item),
              ]
                .filter(Boolean)
                .join(' · ')}
            </View>
            {(item.assignee || item.presentNames.length > 0) && (
              <View className="lx-soft lx-small">
                {[
                  item.assignee && `${item.assignee.name}负责`,
                  item.presentNames.length > 0 && `${namesInWords(item.presentNames)}正在看`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </View>
            )}
          </Tappable>
        )}
      </InfiniteListView>
    </View>
  );
}
