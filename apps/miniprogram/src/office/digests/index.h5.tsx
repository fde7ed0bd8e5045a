import { DIGEST_STATE_LABELS, DIGEST_STATES, type DigestState } from '@lianxin/shared';
import { Button, Input, Segmented, Space, Table } from 'antd';
import { useState } from 'react';
import type { DigestSummary } from '@/api/types';
import { DeadlineTag } from '@/components/DeadlineTag';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { Tappable } from '@/components/Tappable';
import { formatDate } from '@/format/dates';
import { useSession } from '@/hooks/useSession';
import { useWide } from '@/hooks/useWide';
import { openPage } from '@/navigation';
import { DeskShell } from '../DeskShell';
import { deskRoleOf } from '../DeskShell/desks';
import { DigestStateTag } from '../digest/DigestTags';
import { progressInWords } from '../digest/digest-words';
import { MoreRows } from '../parts/MoreRows';
import { useDeskKeys } from '../parts/useDeskKeys';
import { DigestCards } from './DigestCards';
import { NewDigestDialog } from './NewDigestDialog';
import { digestUrl, useDigests } from './useDigests';

const ALL = 'all';

function Digests() {
  const { list, state, setState, words, setWords, create } = useDigests();
  const { roles, role } = useSession();
  const wide = useWide();
  const [asking, setAsking] = useState(false);
  const builds = deskRoleOf(roles, role) === 'office';
  useDeskKeys(builds ? [{ key: 'n', words: '新建汇总', run: () => setAsking(true) }] : []);
  if (list.status === 'error') return <ErrorState error={list.error} onRetry={() => void list.refresh()} />;
  return (
    <>
      <Space wrap className="desk-toolbar">
        {builds && (
          <Button type="primary" onClick={() => setAsking(true)}>
            新建汇总（n）
          </Button>
        )}
        <Segmented<DigestState | typeof ALL>
          aria-label="按状态筛选"
          value={state ?? ALL}
          onChange={(value) => setState(value === ALL ? undefined : value)}
          options={[
            { value: ALL, label: '全部' },
            ...DIGEST_STATES.map((value) => ({ value, label: DIGEST_STATE_LABELS[value] })),
          ]}
        />
        <Input.Search
          allowClear
          aria-label="搜索汇总"
          placeholder="搜索会议、标题、编号"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Space>
      {wide ? (
        <Table<DigestSummary>
          rowKey="id"
          loading={list.status === 'loading'}
          dataSource={[...list.items]}
          pagination={false}
          locale={{
            emptyText: (
              <Empty title="还没有汇总" text={builds ? '有采集的意见建议后，为一次主席会议新建汇总。' : undefined} />
            ),
          }}
          onRow={(digest) => ({ onDoubleClick: () => openPage(digestUrl(digest.id)) })}
          columns={[
            {
              title: '汇总',
              render: (_, digest) => (
                <Tappable href={digestUrl(digest.id)}>
                  <div>
                    <strong>{digest.title}</strong>
                  </div>
                  <div className="lx-soft lx-small">{`${digest.reference} · ${digest.meetingName}`}</div>
                </Tappable>
              ),
            },
            { title: '会议日期', width: 130, render: (_, digest) => formatDate(digest.meetingDate) },
            { title: '状态', width: 120, render: (_, digest) => <DigestStateTag state={digest.state} /> },
            { title: '进度', width: 250, render: (_, digest) => progressInWords(digest) },
            {
              title: '批注',
              width: 80,
              render: (_, digest) => (digest.remarkCount > 0 ? `${digest.remarkCount} 条` : ''),
            },
            {
              title: '反馈期限',
              width: 210,
              render: (_, digest) => <DeadlineTag state={digest.deadline} dueAt={digest.feedbackDue} />,
            },
          ]}
        />
      ) : (
        <DigestCards list={list} urlOf={digestUrl} />
      )}
      {wide && <MoreRows list={list} />}
      <NewDigestDialog
        open={asking}
        create={create}
        onCreated={(digest) => openPage(digestUrl(digest.id))}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

/** The digests for chairpersons' meetings, this year's and earlier ones (Art. 19, 22). */
export default function DigestsPage() {
  return (
    <DeskShell title="汇总报送" url="/office/digests/index">
      <Digests />
    </DeskShell>
  );
}
