import { View } from '@tarojs/components';
import type { FeedbackBoardRow } from '@/api/types';
import { DeadlineTag } from '@/components/DeadlineTag';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { Tag } from '@/components/Tag';
import { Tappable } from '@/components/Tappable';
import { formatDate } from '@/format/dates';
import type { InfiniteList } from '@/hooks/useInfiniteList';
import { feedbackUrl } from './useFeedbackBoard';
import './FeedbackCards.scss';

interface FeedbackCardsProps {
  readonly list: InfiniteList<FeedbackBoardRow>;
  readonly box: 'waiting' | 'sent';
}

/** Digests on the board, each leading to its feedback. */
export function FeedbackCards({ list, box }: FeedbackCardsProps) {
  return (
    <InfiniteListView
      list={list}
      keyOf={(row) => row.digestId}
      label={box === 'waiting' ? '待反馈的汇总' : '已反馈的汇总'}
      empty={
        box === 'waiting' ? (
          <Empty title="没有等着反馈的" text="会议的决定都已经告诉委员了。" />
        ) : (
          <Empty title="还没有反馈过" />
        )
      }
    >
      {(row) => (
        <Tappable className="lx-card" href={feedbackUrl(row)}>
          <View className="lx-row">
            <View className="feedback-card__title">{row.title}</View>
            {row.waitingCount > 0 && <Tag tone="warn">{`${row.waitingCount} 件待反馈`}</Tag>}
            <DeadlineTag state={row.deadline} dueAt={row.due} />
          </View>
          <View className="lx-soft lx-small">
            {[
              row.reference,
              row.meetingName,
              `${formatDate(row.meetingDate)}开会`,
              `共 ${row.itemCount} 件`,
              row.fedBackAt && `${formatDate(row.fedBackAt)}反馈`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </View>
        </Tappable>
      )}
    </InfiniteListView>
  );
}
