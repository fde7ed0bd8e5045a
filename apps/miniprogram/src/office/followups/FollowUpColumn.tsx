import { FOLLOW_UP_STATUS_LABELS, type FollowUpStatus } from '@lianxin/shared';
import { View } from '@tarojs/components';
import type { ResponsibleItem } from '@/api/types';
import { DeadlineTag } from '@/components/DeadlineTag';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { Tappable } from '@/components/Tappable';
import { formatDay } from '@/format/dates';
import type { InfiniteList } from '@/hooks/useInfiniteList';

interface FollowUpColumnProps {
  readonly status: FollowUpStatus;
  readonly list: InfiniteList<ResponsibleItem>;
  readonly onOpen: (item: ResponsibleItem) => void;
}

/** The items of one status, as cards. */
export function FollowUpColumn({ status, list, onOpen }: FollowUpColumnProps) {
  return (
    <InfiniteListView
      list={list}
      keyOf={(item) => item.itemId}
      label={FOLLOW_UP_STATUS_LABELS[status]}
      empty={<Empty title={`没有${FOLLOW_UP_STATUS_LABELS[status]}的`} />}
    >
      {(item) => (
        <Tappable className="lx-card follow-up__card" onTap={() => onOpen(item)}>
          <View className="follow-up__title">{item.submission.title}</View>
          <View>{item.responsibleBody}</View>
          <DeadlineTag state={item.deadline} dueAt={item.dueDate} />
          <View className="lx-soft lx-small">
            {[item.submission.reference, item.statusAt ? `${formatDay(item.statusAt)}有进展` : '还没有进展']
              .filter(Boolean)
              .join(' · ')}
          </View>
        </Tappable>
      )}
    </InfiniteListView>
  );
}
