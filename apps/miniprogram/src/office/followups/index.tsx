import { FOLLOW_UP_STATUS_LABELS, FOLLOW_UP_STATUSES, type FollowUpStatus } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ResponsibleItem } from '@/api/types';
import { Button } from '@/components/Button';
import { SheetSelect } from '@/components/SheetSelect';
import { TextField } from '@/components/TextField';
import { useListGestures } from '@/hooks/useInfiniteList';
import { useSession } from '@/hooks/useSession';
import { deskRoleOf } from '../DeskShell/desks';
import { DeskPage } from '../parts/DeskPage';
import { FollowUpColumn } from './FollowUpColumn';
import { FollowUpPanel } from './FollowUpPanel';
import { FOLLOW_UP_BOX_LABELS, type FollowUpBox, useFollowUpColumn, useFollowUpFilters } from './useFollowUps';

function Board() {
  const { roles, role } = useSession();
  const { box, setBox, words, setWords, query } = useFollowUpFilters();
  const [status, setStatus] = useState<FollowUpStatus>('in_hand');
  const [open, setOpen] = useState<ResponsibleItem>();
  const list = useFollowUpColumn(status, box, query);
  useListGestures(list);
  if (open) {
    return (
      <View className="lx-stack">
        <Button kind="plain" onTap={() => setOpen(undefined)}>
          回到列表
        </Button>
        <FollowUpPanel
          item={open}
          records={deskRoleOf(roles, role) === 'office'}
          onRecorded={() => setOpen(undefined)}
        />
      </View>
    );
  }
  return (
    <View className="lx-stack">
      <TextField
        id="follow-up-search"
        kind="search"
        label="搜索办理事项"
        placeholder="搜索标题、编号、承办单位"
        value={words}
        onChange={setWords}
      />
      <SheetSelect
        label="办理情况"
        noneWord={FOLLOW_UP_STATUS_LABELS.in_hand}
        choices={FOLLOW_UP_STATUSES.map((value) => ({ value, label: FOLLOW_UP_STATUS_LABELS[value] }))}
        value={status}
        onChange={(value) => setStatus((value as FollowUpStatus | undefined) ?? 'in_hand')}
      />
      <SheetSelect
        label="期限"
        noneWord={FOLLOW_UP_BOX_LABELS.all}
        choices={(['due', 'overdue'] as const).map((value) => ({ value, label: FOLLOW_UP_BOX_LABELS[value] }))}
        value={box === 'all' ? undefined : box}
        onChange={(value) => setBox((value as FollowUpBox | undefined) ?? 'all')}
      />
      <FollowUpColumn status={status} list={list} onOpen={setOpen} />
    </View>
  );
}

/** What the responsible bodies have done since the meeting, by status and due date. */
export default function FollowUpsPage() {
  return (
    <DeskPage title="办理进展" url="/office/followups/index">
      <Board />
    </DeskPage>
  );
}
