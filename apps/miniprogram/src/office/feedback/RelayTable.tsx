import { App, Button, Segmented, Table } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import type { RelayBoardRow } from '@/api/types';
import { DeadlineTag } from '@/components/DeadlineTag';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { Tag } from '@/components/Tag';
import { MoreRows } from '../parts/MoreRows';
import { relayInWords, remindedInWords } from './relay-words';
import { RELAY_BOX_LABELS, type RelayBox, useRelayBoard } from './useFeedbackBoard';

/** Which members have not told the people behind an opinion what came of it, with a reminder a press away. */
export function RelayTable() {
  const { message } = App.useApp();
  const { list, counts, box, setBox, remind } = useRelayBoard();
  const [remindingId, setRemindingId] = useState<string>();
  const sendReminder = async (row: RelayBoardRow) => {
    setRemindingId(row.id);
    try {
      await remind(row);
      void message.success(`已经提醒${row.memberName}委员`);
    } catch (error) {
      void message.error(sentenceOf(error));
    } finally {
      setRemindingId(undefined);
    }
  };
  if (list.status === 'error') return <ErrorState error={list.error} onRetry={() => void list.refresh()} />;
  return (
    <>
      <div className="desk-toolbar lx-row">
        <Segmented<RelayBox>
          aria-label="显示哪些"
          value={box}
          onChange={setBox}
          options={(['all', 'due', 'overdue'] as const).map((value) => ({
            value,
            label: `${RELAY_BOX_LABELS[value]}${counts.data ? ` ${counts.data[value]}` : ''}`,
          }))}
        />
        {counts.data && counts.data.membersOverdue > 0 && (
          <span className="lx-soft">{`${counts.data.membersOverdue} 位委员有超期没有转告的`}</span>
        )}
      </div>
      <Table<RelayBoardRow>
        rowKey="id"
        loading={list.status === 'loading'}
        dataSource={[...list.items]}
        pagination={false}
        scroll={{ x: 860 }}
        locale={{ emptyText: <Empty title="没有等着转告的" text="委员们都已经把结果告诉了群众。" /> }}
        columns={[
          {
            title: '期限',
            width: 220,
            render: (_, row) => (
              <>
                <DeadlineTag state={row.deadline} dueAt={row.due} />
                {row.overdueWorkingDays > 0 && (
                  <div className="lx-soft lx-small">{`超期 ${row.overdueWorkingDays} 个工作日`}</div>
                )}
              </>
            ),
          },
          {
            title: '委员',
            width: 170,
            render: (_, row) => (
              <>
                <div>{row.memberName}</div>
                <div className="lx-soft lx-small">{row.sectorName}</div>
              </>
            ),
          },
          {
            title: '要转告的',
            render: (_, row) => (
              <>
                <div>{row.opinion.title}</div>
                <div className="lx-soft lx-small">
                  {[row.opinion.reference, relayInWords(row)].filter(Boolean).join(' · ')}
                </div>
                {row.state === 'withheld' && <Tag tone="bad">内容未通过审核</Tag>}
              </>
            ),
          },
          { title: '上次提醒', width: 140, render: (_, row) => remindedInWords(row) },
          {
            title: '操作',
            width: 100,
            render: (_, row) =>
              row.allowedActions.includes('remind') && (
                <Button
                  size="small"
                  type="primary"
                  loading={remindingId === row.id}
                  aria-label={`提醒${row.memberName}委员转告“${row.opinion.title}”`}
                  onClick={() => void sendReminder(row)}
                >
                  提醒
                </Button>
              ),
          },
        ]}
      />
      <MoreRows list={list} />
    </>
  );
}
