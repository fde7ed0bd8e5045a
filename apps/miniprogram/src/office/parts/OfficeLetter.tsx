import { useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Empty } from '@/components/Empty';
import { LetterFacts } from '@/components/LetterFacts';
import { LetterThread } from '@/components/LetterThread';
import { Notice } from '@/components/Notice';
import { QueryView } from '@/components/QueryView';
import { Timeline } from '@/components/Timeline';
import { TransferDialog } from '@/components/TransferDialog';
import { OVERDUE_KEY } from '../overdue/useOverdue';

interface OfficeLetterProps {
  readonly id: string;
}

/** A letter as the office and member affairs read it: only one that is overdue, reported or appealed, and each look is recorded (design §5). */
export function OfficeLetter({ id }: OfficeLetterProps) {
  const queries = useQueryClient();
  const [reminding, setReminding] = useState(false);
  const [transferring, setTransferring] = useState(false);
  const [done, setDone] = useState<string>();
  const key = ['letters', id, 'office'];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get('/api/v1/letters/{id}', { path: { id }, signal }),
  });
  const again = () =>
    Promise.all([queries.invalidateQueries({ queryKey: key }), queries.invalidateQueries({ queryKey: OVERDUE_KEY })]);
  if (query.error instanceof ApiProblem && (query.error.status === 403 || query.error.status === 404)) {
    return <Empty title="这封信的内容不能查看" text="只有超期、被举报或申请复核的来信，办公室才能查看内容。" />;
  }
  return (
    <QueryView query={query}>
      {(letter) => (
        <View className="lx-stack">
          <Notice>您查看这封信的时间已经记入审计日志。</Notice>
          <LetterFacts letter={letter} />
          {done && (
            <Notice tone="good" urgent>
              {done}
            </Notice>
          )}
          <View className="lx-row">
            {letter.allowedActions.includes('remind') && (
              <Button kind="primary" onTap={() => setReminding(true)}>
                提醒委员
              </Button>
            )}
            {letter.allowedActions.includes('transfer') && (
              <Button onTap={() => setTransferring(true)}>转给其他委员</Button>
            )}
          </View>
          <LetterThread messages={letter.messages} own={undefined} />
          <View className="lx-card">
            <Timeline
              steps={letter.journey.map((step) => ({
                key: step.id,
                title: step.title,
                at: step.at,
                text: step.detail ?? undefined,
              }))}
            />
          </View>
          <ConfirmDialog
            open={reminding}
            title={`提醒${letter.member.name}委员`}
            confirmWord="发出提醒"
            onConfirm={async () => {
              const { version } = letter;
              await api.post('/api/v1/letters/{id}/remind', { path: { id }, body: { version } }).finally(again);
              setDone('已经提醒委员。');
            }}
            onClose={() => setReminding(false)}
          >
            委员会在应用内和微信里收到提醒。
          </ConfirmDialog>
          <TransferDialog
            letter={letter}
            open={transferring}
            onTransferred={(member) => {
              setDone(`已转给${member.name}委员。`);
              void again();
            }}
            onClose={() => setTransferring(false)}
          />
        </View>
      )}
    </QueryView>
  );
}
