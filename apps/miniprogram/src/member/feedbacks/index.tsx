import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { api } from '@/api/client';
import type { ReceivedFeedback } from '@/api/types';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { Page } from '@/components/Page';
import { Tag } from '@/components/Tag';
import { Tappable } from '@/components/Tappable';
import { formatDay } from '@/format/dates';
import { useInfiniteList, useListGestures } from '@/hooks/useInfiniteList';
import { feedbackUrl } from '@/navigation/member';
import { RequireMember } from '../parts/RequireMember';
import { OutcomeTag } from '../parts/UpwardTags';
import { FEEDBACKS_KEY } from '../parts/upward-keys';
import '../parts/upward.scss';

function Feedbacks() {
  const queries = useQueryClient();
  const list = useInfiniteList<ReceivedFeedback>({
    queryKey: [...FEEDBACKS_KEY, 'list'],
    load: (cursor, signal) => api.get('/api/v1/feedbacks', { query: { cursor }, signal }),
  });
  useListGestures(list);
  useDidShow(() => void queries.invalidateQueries({ queryKey: FEEDBACKS_KEY }));
  return (
    <InfiniteListView
      list={list}
      keyOf={(feedback) => feedback.id}
      label="收到的采纳情况反馈"
      empty={<Empty title="还没有反馈" text="主席会议对您的意见有了决定，会在这里告诉您。" />}
    >
      {(feedback) => (
        <Tappable className="lx-card" href={feedbackUrl(feedback.id)}>
          <View className="upward__title">{feedback.submission.title}</View>
          <View className="upward__tags">
            <OutcomeTag outcome={feedback.decision.outcome} />
            {feedback.readAt === null && <Tag tone="primary">未读</Tag>}
            {feedback.relaysWaiting > 0 && <Tag tone="warn">{`待转告 ${feedback.relaysWaiting} 人`}</Tag>}
          </View>
          <View className="lx-soft lx-small">
            {[feedback.meetingName, feedback.submission.reference, formatDay(feedback.sentAt)]
              .filter(Boolean)
              .join(' · ')}
          </View>
        </Tappable>
      )}
    </InfiniteListView>
  );
}

/** What came back of the member's opinions (Art. 19). */
export default function FeedbacksPage() {
  return (
    <Page title="采纳情况反馈">
      <RequireMember>{() => <Feedbacks />}</RequireMember>
    </Page>
  );
}
