import { FOLLOW_UP_STATUS_LABELS, FOLLOW_UP_STATUSES, type FollowUpStatus } from '@lianxin/shared';
import { App, Drawer, Input, Segmented, Space } from 'antd';
import { useState } from 'react';
import type { ResponsibleItem } from '@/api/types';
import { useSession } from '@/hooks/useSession';
import { useWide } from '@/hooks/useWide';
import { DeskShell } from '../DeskShell';
import { deskRoleOf } from '../DeskShell/desks';
import { FollowUpColumn } from './FollowUpColumn';
import { FollowUpPanel } from './FollowUpPanel';
import { FOLLOW_UP_BOX_LABELS, type FollowUpBox, useFollowUpColumn, useFollowUpFilters } from './useFollowUps';
import './index.scss';

interface ColumnProps {
  readonly status: FollowUpStatus;
  readonly box: FollowUpBox;
  readonly query: string;
  readonly onOpen: (item: ResponsibleItem) => void;
}

function Column({ status, box, query, onOpen }: ColumnProps) {
  return <FollowUpColumn status={status} list={useFollowUpColumn(status, box, query)} onOpen={onOpen} />;
}

function Board() {
  const { message } = App.useApp();
  const wide = useWide();
  const { roles, role } = useSession();
  const { box, setBox, words, setWords, query } = useFollowUpFilters();
  const [status, setStatus] = useState<FollowUpStatus>('in_hand');
  const [open, setOpen] = useState<ResponsibleItem>();
  const columns = wide ? FOLLOW_UP_STATUSES : [status];
  return (
    <>
      <Space wrap className="desk-toolbar">
        <Segmented<FollowUpBox>
          aria-label="按期限筛选"
          value={box}
          onChange={setBox}
          options={(['all', 'due', 'overdue'] as const).map((value) => ({
            value,
            label: FOLLOW_UP_BOX_LABELS[value],
          }))}
        />
        {!wide && (
          <Segmented<FollowUpStatus>
            aria-label="办理情况"
            value={status}
            onChange={setStatus}
            options={FOLLOW_UP_STATUSES.map((value) => ({ value, label: FOLLOW_UP_STATUS_LABELS[value] }))}
          />
        )}
        <Input.Search
          allowClear
          aria-label="搜索办理事项"
          placeholder="搜索标题、编号、承办单位"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Space>
      <div className={wide ? 'follow-up__board' : ''}>
        {columns.map((each) => (
          <section key={each} className={wide ? 'follow-up__column' : ''} aria-label={FOLLOW_UP_STATUS_LABELS[each]}>
            {wide && <h2 className="follow-up__head">{FOLLOW_UP_STATUS_LABELS[each]}</h2>}
            <Column status={each} box={box} query={query} onOpen={setOpen} />
          </section>
        ))}
      </div>
      <Drawer open={open !== undefined} title="办理进展" width={560} destroyOnHidden onClose={() => setOpen(undefined)}>
        {open && (
          <FollowUpPanel
            item={open}
            records={deskRoleOf(roles, role) === 'office'}
            onRecorded={() => {
              setOpen(undefined);
              void message.success('进展已记录，会告诉委员');
            }}
          />
        )}
      </Drawer>
    </>
  );
}

/** What the responsible bodies have done since the meeting, by status and due date. */
export default function FollowUpsPage() {
  return (
    <DeskShell title="办理进展" url="/office/followups/index">
      <Board />
    </DeskShell>
  );
}
