import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import type { Letter, MemberSummary } from '@/api/types';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { TransferDialog } from '@/components/TransferDialog';
import { ReferDialog } from './ReferDialog';
import { SnoozeDialog } from './SnoozeDialog';

const WORDS = {
  transfer: '转给其他委员',
  refer: '转到其他渠道',
  return: '退回',
  snooze: '稍后处理',
  report: '举报',
} as const;
type Act = keyof typeof WORDS;
const ACTS = Object.keys(WORDS) as Act[];

interface LetterActionsProps {
  readonly letter: Letter;
  readonly act: (change: () => Promise<Letter>) => Promise<Letter>;
  readonly onTransferred: (member: MemberSummary) => void;
}

/** What else a member may do with a letter besides answering: only what the API allows now. */
export function LetterActions({ letter, act, onTransferred }: LetterActionsProps) {
  const [open, setOpen] = useState<Act>();
  const close = () => setOpen(undefined);
  const path = { id: letter.id };
  const allowed = ACTS.filter((name) => letter.allowedActions.includes(name));
  const wake = () =>
    act(() => api.post('/api/v1/letters/{id}/snooze', { path, body: { version: letter.version, until: null } }));
  if (allowed.length === 0) return null;
  return (
    <View>
      <View className="lx-row">
        {allowed.map((name) => (
          <Button key={name} size="small" kind={name === 'report' ? 'danger' : 'secondary'} onTap={() => setOpen(name)}>
            {WORDS[name]}
          </Button>
        ))}
        {letter.snoozedUntil && allowed.includes('snooze') && (
          <Button size="small" onTap={() => void wake().catch(() => setOpen('snooze'))}>
            现在就处理
          </Button>
        )}
      </View>
      <TransferDialog letter={letter} open={open === 'transfer'} onTransferred={onTransferred} onClose={close} />
      <ReferDialog letter={letter} open={open === 'refer'} act={act} onClose={close} />
      <SnoozeDialog letter={letter} open={open === 'snooze'} act={act} onClose={close} />
      <ConfirmDialog
        open={open === 'return'}
        title="退回这封信"
        confirmWord="退回"
        danger
        reason={{ label: '退回的原因', hint: '写信人会看到，请说明为什么不能办理、可以怎么做' }}
        onConfirm={(reason) =>
          act(() => api.post('/api/v1/letters/{id}/return', { path, body: { version: letter.version, reason } }))
        }
        onClose={close}
      >
        退回以后这封信就办结了，写信人可以另写一封。
      </ConfirmDialog>
      <ConfirmDialog
        open={open === 'report'}
        title="举报这封信"
        confirmWord="交给办公室"
        danger
        reason={{ label: '举报的原因', hint: '例如辱骂、广告、诈骗' }}
        onConfirm={(reason) =>
          act(() => api.post('/api/v1/letters/{id}/report', { path, body: { version: letter.version, reason } }))
        }
        onClose={close}
      >
        政协办公室会看到这封信的内容并作出处理。写信人不会知道是谁举报的。
      </ConfirmDialog>
    </View>
  );
}
