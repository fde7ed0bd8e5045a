import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { DeadlineTag } from '@/components/DeadlineTag';
import { QueryView } from '@/components/QueryView';
import { Tag } from '@/components/Tag';
import { waitingFeedback } from './feedback-count';
import { useFeedback } from './useFeedback';

interface PhoneFeedbackProps {
  readonly digestId: string;
}

/** On a phone: what the members will be told, and sending it with one press; the words are edited at a wide screen. */
export function PhoneFeedback({ digestId }: PhoneFeedbackProps) {
  const { query, send } = useFeedback(digestId);
  const [asking, setAsking] = useState(false);
  return (
    <QueryView query={query}>
      {(feedback) => {
        const waiting = waitingFeedback(feedback.items);
        return (
          <View className="lx-stack">
            <DeadlineTag state={feedback.deadline} dueAt={feedback.due} />
            {feedback.allowedActions.includes('send_feedback') && (
              <Button kind="primary" block onTap={() => setAsking(true)}>
                {`发送反馈（${waiting.items} 件，${waiting.members} 位委员）`}
              </Button>
            )}
            {feedback.items.map((item) => (
              <View key={item.itemId} className="lx-card">
                <View className="phone-digest__title">{item.submission.title}</View>
                <View className="lx-row">
                  {item.decision && <Tag>{item.decision.outcomeLabel}</Tag>}
                  {item.sentAt && <Tag tone="good">已发送</Tag>}
                </View>
                <View className="lx-prose">{item.text}</View>
                <View className="lx-soft lx-small">{item.recipients.map(({ name }) => name).join('、')}</View>
              </View>
            ))}
            <ConfirmDialog
              open={asking}
              title={`发送 ${waiting.items} 件的采纳情况反馈？`}
              confirmWord="发送反馈"
              onConfirm={() => send(feedback)}
              onClose={() => setAsking(false)}
            >
              {`${waiting.members} 位委员会收到结果、理由和感谢的话。发出后不能撤回。`}
            </ConfirmDialog>
          </View>
        );
      }}
    </QueryView>
  );
}
