import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import type { Letter } from '@/api/types';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { SheetSelect } from '@/components/SheetSelect';
import { formatDate } from '@/format/dates';
import { snoozeDays } from './snooze-days';

interface SnoozeDialogProps {
  readonly letter: Letter;
  readonly open: boolean;
  readonly act: (change: () => Promise<Letter>) => Promise<Letter>;
  readonly onClose: () => void;
}

/** Puts a letter off to a day; its deadline stays. */
export function SnoozeDialog({ letter, open, act, onClose }: SnoozeDialogProps) {
  const [until, setUntil] = useState<string>();
  const [days] = useState(() => snoozeDays(new Date()));
  return (
    <ConfirmDialog
      open={open}
      title="稍后处理"
      confirmWord="到那天再提醒我"
      incomplete={until === undefined}
      onConfirm={() =>
        act(() =>
          api.post('/api/v1/letters/{id}/snooze', {
            path: { id: letter.id },
            body: { version: letter.version, until: until ?? null },
          }),
        )
      }
      onClose={onClose}
    >
      <View className="lx-stack">
        <View>
          {`到那天早上，这封信会回到“待我回复”。回复期限不变${letter.firstAnswerDue ? `，仍是${formatDate(letter.firstAnswerDue)}` : ''}。`}
        </View>
        <SheetSelect label="哪一天" noneWord="请选择日期" choices={days} value={until} onChange={setUntil} />
      </View>
    </ConfirmDialog>
  );
}
