import { useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { api } from '@/api/client';
import type { ReceivedFeedback } from '@/api/types';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { LinkRow } from '@/components/LinkRow';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { QueryView } from '@/components/QueryView';
import { formatDate, formatMoment } from '@/format/dates';
import { opinionUrl, voiceUrl } from '@/navigation/member';
import { accessible } from '@/theme/accessible';
import { DecisionFacts } from '../parts/DecisionFacts';
import { RequireMember } from '../parts/RequireMember';
import { FEEDBACKS_KEY } from '../parts/upward-keys';
import '../parts/upward.scss';

const AS: Record<ReceivedFeedback['role'], string> = {
  author: '您写的意见',
  cosigner: '您联名的提案',
  contributor: '您参与的界别集体声音',
};

function FeedbackView({ feedback }: { readonly feedback: ReceivedFeedback }) {
  const queries = useQueryClient();
  const { id, submission, decision, relaysWaiting } = feedback;
  const unread = feedback.readAt === null;
  useEffect(() => {
    if (!unread) return;
    api.post('/api/v1/feedbacks/{id}/read', { path: { id } }).then(
      () => queries.invalidateQueries({ queryKey: FEEDBACKS_KEY }),
      // The mark stays and goes with the next look.
      () => undefined,
    );
  }, [id, unread, queries]);
  return (
    <View className="lx-stack">
      <View className="lx-card">
        <View className="upward__head" {...accessible({ role: 'heading' })}>
          {submission.title}
        </View>
        <View className="lx-soft">
          {[AS[feedback.role], submission.reference, `${feedback.meetingName}（${formatDate(feedback.meetingDate)}）`]
            .filter(Boolean)
            .join(' · ')}
        </View>
        <DecisionFacts decision={decision} />
      </View>
      <View className="lx-card">
        <View className="upward__part-label">政协办公室的话</View>
        <View className="lx-prose">{feedback.text}</View>
        <View className="lx-soft lx-small">{formatMoment(feedback.sentAt)}</View>
      </View>
      {relaysWaiting > 0 && (
        <Notice tone="warn" title={`还有 ${relaysWaiting} 位写信的群众等您转告`}>
          <View>话已经拟好，您看一遍、改一改就能发。</View>
          <View className="upward__actions">
            <Button kind="primary" href="/member/relays/index">
              去转告
            </Button>
          </View>
        </Notice>
      )}
      <View className="lx-card lx-rows">
        <LinkRow
          title={submission.kind === 'opinion' ? '看这份意见建议' : '看这份集体声音'}
          href={submission.kind === 'opinion' ? opinionUrl(submission.id) : voiceUrl(submission.id)}
        />
      </View>
    </View>
  );
}

function Loaded({ id }: { readonly id: string }) {
  const query = useQuery({
    queryKey: [...FEEDBACKS_KEY, 'one', id],
    queryFn: ({ signal }) => api.get('/api/v1/feedbacks/{id}', { path: { id }, signal }),
    staleTime: 0,
  });
  return <QueryView query={query}>{(feedback) => <FeedbackView feedback={feedback} />}</QueryView>;
}

/** One adoption feedback: what the meeting decided and why, in the office's plain words. */
export default function FeedbackPage() {
  const { id } = useRouter().params;
  return (
    <Page title="采纳情况反馈">
      <RequireMember>
        {() => (id ? <Loaded id={id} /> : <Empty kind="error" title="没有这条反馈" text="请从列表打开。" />)}
      </RequireMember>
    </Page>
  );
}
