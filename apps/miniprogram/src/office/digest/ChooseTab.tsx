import { LIMITS, OPINION_KIND_LABELS, OPINION_KINDS, OPINION_THEME_LABELS, OPINION_THEMES } from '@lianxin/shared';
import { App, Button, Input, Select, Space, Table } from 'antd';
import { type Key, useState } from 'react';
import { sentenceOf } from '@/api/problem';
import type { Digest, DigestCandidate } from '@/api/types';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { Tag } from '@/components/Tag';
import { useDirectoryUnits } from '@/hooks/useDirectoryUnits';
import { openPage } from '@/navigation';
import { MoreRows } from '../parts/MoreRows';
import { submissionUrl } from '../parts/submissions';
import { useCandidates } from './useCandidates';
import type { DigestWork } from './useDigest';
import { waitingTone } from './waiting';

const KINDS = [
  ...OPINION_KINDS.map((value) => ({ value, label: OPINION_KIND_LABELS[value] })),
  { value: 'sector_voice' as const, label: '界别集体声音' },
];
const THEMES = OPINION_THEMES.map((value) => ({ value, label: OPINION_THEME_LABELS[value] }));

interface ChooseTabProps {
  readonly digest: Digest;
  readonly work: DigestWork;
}

/** What can go on the digest, longest waiting first: narrowed, ticked and added, many at once. */
export function ChooseTab({ digest, work }: ChooseTabProps) {
  const { message } = App.useApp();
  const { list, filters, narrow, words, setWords } = useCandidates(true);
  const sectors = useDirectoryUnits('sector');
  const [ticked, setTicked] = useState<readonly DigestCandidate[]>([]);
  const [sectionId, setSectionId] = useState<string>();
  const [busy, setBusy] = useState(false);
  const room = LIMITS.digestItems - digest.items.length;
  const add = async () => {
    setBusy(true);
    try {
      await work.add(
        ticked.map(({ kind, id }) => ({ kind, id })),
        sectionId,
      );
      void message.success(`已加入 ${ticked.length} 件，汇总现有 ${digest.items.length + ticked.length} 件`);
      setTicked([]);
    } catch (error) {
      void message.error(sentenceOf(error));
      void list.refresh();
    } finally {
      setBusy(false);
    }
  };
  if (list.status === 'error') return <ErrorState error={list.error} onRetry={() => void list.refresh()} />;
  return (
    <>
      <Space wrap className="desk-toolbar">
        <Input.Search
          allowClear
          aria-label="搜索可选的意见建议"
          placeholder="搜索标题、编号"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Select
          allowClear
          aria-label="按类型筛选"
          className="digest__filter"
          placeholder="全部类型"
          value={filters.kind}
          onChange={(kind) => narrow({ kind })}
          options={KINDS}
        />
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          aria-label="按主题筛选"
          className="digest__filter"
          placeholder="全部主题"
          value={filters.theme}
          onChange={(theme) => narrow({ theme })}
          options={THEMES}
        />
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          aria-label="按界别筛选"
          className="digest__filter"
          placeholder="全部界别"
          value={filters.sectorId}
          onChange={(id) => narrow({ sectorId: id })}
          options={sectors.map((sector) => ({ value: sector.id, label: sector.name }))}
        />
      </Space>
      <Table<DigestCandidate>
        rowKey="id"
        size="middle"
        loading={list.status === 'loading'}
        dataSource={[...list.items]}
        pagination={false}
        scroll={{ x: 760 }}
        locale={{
          emptyText: <Empty title="没有等着汇总的意见建议" text="采集以后还没列入汇总的会到这里，等得最久的在最前。" />,
        }}
        rowSelection={{
          selectedRowKeys: ticked.map(({ id }): Key => id),
          preserveSelectedRowKeys: true,
          onChange: (_keys, rows) => setTicked(rows),
          getCheckboxProps: (row) => ({ 'aria-label': `选“${row.title}”` }) as object,
        }}
        columns={[
          {
            title: '已等',
            width: 120,
            render: (_, row) => (
              <Tag tone={waitingTone(row.waitingWorkingDays)}>{`${row.waitingWorkingDays} 个工作日`}</Tag>
            ),
          },
          {
            title: '意见建议',
            render: (_, row) => (
              <>
                <Button type="link" className="digest__link" onClick={() => openPage(submissionUrl(row))}>
                  {row.title}
                </Button>
                <div className="lx-soft lx-small">{[row.reference, row.themeLabel].filter(Boolean).join(' · ')}</div>
              </>
            ),
          },
          { title: '类型', width: 130, render: (_, row) => row.kindLabel },
          {
            title: '委员',
            width: 170,
            render: (_, row) => (
              <>
                <div>{row.authorNames.join('、')}</div>
                <div className="lx-soft lx-small">{row.sectorName}</div>
              </>
            ),
          },
          {
            title: '来自',
            width: 120,
            render: (_, row) =>
              [row.sourceCount > 0 && `群众 ${row.sourceCount} 件`, row.mergedCount > 0 && `并入 ${row.mergedCount} 件`]
                .filter(Boolean)
                .join('，'),
          },
        ]}
      />
      <MoreRows list={list} />
      <div className="digest__bar">
        <span role="status">
          {ticked.length > room
            ? `一次汇总最多 ${LIMITS.digestItems} 件，请少选 ${ticked.length - room} 件`
            : `已选 ${ticked.length} 件`}
        </span>
        {digest.sections.length > 0 && (
          <Select
            allowClear
            aria-label="加到哪个栏目"
            className="digest__filter"
            placeholder="不分栏目"
            value={sectionId}
            onChange={setSectionId}
            options={digest.sections.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
        <Button
          type="primary"
          disabled={ticked.length === 0 || ticked.length > room}
          loading={busy}
          onClick={() => void add()}
        >
          {`把 ${ticked.length} 件加入汇总`}
        </Button>
        {ticked.length > 0 && <Button onClick={() => setTicked([])}>取消选择</Button>}
      </div>
    </>
  );
}
