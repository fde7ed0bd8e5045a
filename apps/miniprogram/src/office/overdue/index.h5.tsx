import { LETTER_CATEGORY_LABELS } from '@lianxin/shared';
import { useRouter } from '@tarojs/taro';
import { App, Button, Drawer, Input, Select, Space, Table } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import type { OverdueLetter } from '@/api/types';
import { ErrorState } from '@/components/ErrorState';
import { Tag } from '@/components/Tag';
import { TransferDialog } from '@/components/TransferDialog';
import { formatDate, formatMoment } from '@/format/dates';
import { DeskShell } from '../DeskShell';
import { MoreRows } from '../parts/MoreRows';
import { OfficeLetter } from '../parts/OfficeLetter';
import { useOverdue } from './useOverdue';

function Overdue() {
  const { params } = useRouter();
  const { message } = App.useApp();
  const { list, counts, sectorId, setSectorId, words, setWords, remind, again } = useOverdue();
  const [openId, setOpenId] = useState<string | undefined>(params.id);
  const [transferring, setTransferring] = useState<OverdueLetter>();
  const [remindingId, setRemindingId] = useState<string>();
  const sendReminder = async (letter: OverdueLetter) => {
    setRemindingId(letter.id);
    try {
      await remind(letter);
      void message.success(`已经提醒${letter.member.name}委员`);
    } catch (error) {
      void message.error(sentenceOf(error));
    } finally {
      setRemindingId(undefined);
    }
  };
  if (list.status === 'error') return <ErrorState error={list.error} onRetry={() => void list.refresh()} />;
  return (
    <>
      <Space wrap className="desk-toolbar">
        <Input.Search
          allowClear
          aria-label="搜索超期来信"
          placeholder="搜索标题、编号、委员"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Select
          allowClear
          aria-label="按界别筛选"
          className="desk-select"
          placeholder={`全部界别${counts.data ? `（${counts.data.total} 封）` : ''}`}
          value={sectorId}
          onChange={setSectorId}
          options={(counts.data?.bySector ?? []).map((sector) => ({
            value: sector.sectorId,
            label: `${sector.name}（${sector.count} 封）`,
          }))}
        />
      </Space>
      <Table<OverdueLetter>
        rowKey="id"
        loading={list.status === 'loading'}
        dataSource={[...list.items]}
        pagination={false}
        scroll={{ x: 980 }}
        locale={{ emptyText: '没有超期的来信' }}
        columns={[
          {
            title: '超期',
            width: 130,
            render: (_, letter) => <Tag tone="bad">{`${letter.overdueWorkingDays} 个工作日`}</Tag>,
          },
          {
            title: '来信',
            render: (_, letter) => (
              <>
                <div>{letter.title}</div>
                <div className="lx-soft lx-small">
                  {`${letter.reference} · ${LETTER_CATEGORY_LABELS[letter.category]}`}
                </div>
              </>
            ),
          },
          {
            title: '委员',
            width: 170,
            render: (_, letter) => (
              <>
                <div>{letter.member.name}</div>
                <div className="lx-soft lx-small">{letter.member.sectorName}</div>
              </>
            ),
          },
          { title: '应回复日', width: 120, render: (_, letter) => formatDate(letter.due) },
          {
            title: '上次提醒',
            width: 130,
            render: (_, letter) => (letter.remindedAt ? formatMoment(letter.remindedAt) : '没有提醒过'),
          },
          {
            title: '操作',
            width: 260,
            render: (_, letter) => (
              <Space>
                <Button
                  size="small"
                  type="primary"
                  loading={remindingId === letter.id}
                  aria-label={`提醒${letter.member.name}委员回复“${letter.title}”`}
                  onClick={() => void sendReminder(letter)}
                >
                  提醒
                </Button>
                <Button size="small" aria-label={`转交“${letter.title}”`} onClick={() => setTransferring(letter)}>
                  转交
                </Button>
                <Button size="small" aria-label={`查看“${letter.title}”`} onClick={() => setOpenId(letter.id)}>
                  查看
                </Button>
              </Space>
            ),
          },
        ]}
      />
      <MoreRows list={list} />
      <Drawer open={openId !== undefined} title="来信" width={640} destroyOnHidden onClose={() => setOpenId(undefined)}>
        {openId && <OfficeLetter id={openId} />}
      </Drawer>
      {transferring && (
        <TransferDialog
          letter={transferring}
          open
          onTransferred={(member) => {
            void message.success(`已转给${member.name}委员`);
            void again();
          }}
          onClose={() => setTransferring(undefined)}
        />
      )}
    </>
  );
}

/** What members have not answered in time; it rises to member affairs and the office (design §4). */
export default function OverduePage() {
  return (
    <DeskShell title="超期来信" url="/office/overdue/index">
      <Overdue />
    </DeskShell>
  );
}
