import { Button, Drawer, Input, Select, Space, Table } from 'antd';
import { useState } from 'react';
import type { MemberSummary } from '@/api/types';
import { ErrorState } from '@/components/ErrorState';
import { figuresInWords } from '@/format/figures';
import { useDirectoryUnits } from '@/hooks/useDirectoryUnits';
import { MoreRows } from '../parts/MoreRows';
import { MemberEdit } from './MemberEdit';
import { type DirectoryFilter, useMemberDirectory } from './useMemberDirectory';
import { UNIT_WORDS } from './useUnits';

interface UnitSelectProps {
  readonly kind: 'sector' | 'committee' | 'township';
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

const PARTS = [
  { kind: 'sector', part: 'sectorId' },
  { kind: 'committee', part: 'committeeId' },
  { kind: 'township', part: 'townshipId' },
] as const satisfies readonly { kind: UnitSelectProps['kind']; part: keyof DirectoryFilter }[];

function UnitSelect({ kind, value, onChange }: UnitSelectProps) {
  const units = useDirectoryUnits(kind);
  return (
    <Select
      allowClear
      showSearch
      optionFilterProp="label"
      aria-label={`按${UNIT_WORDS[kind]}筛选`}
      className="desk-select"
      placeholder={`全部${UNIT_WORDS[kind]}`}
      value={value}
      onChange={onChange}
      options={units.map(({ id, name, memberCount }) => ({ value: id, label: `${name}（${memberCount}）` }))}
    />
  );
}

/** The directory of members as a table, each entry edited in a panel at the side. */
export function MemberTable() {
  const { filter, change, list } = useMemberDirectory();
  const [editingId, setEditingId] = useState<string>();
  if (list.status === 'error') return <ErrorState error={list.error} onRetry={() => void list.refresh()} />;
  return (
    <>
      <Space wrap className="desk-toolbar">
        <Input.Search
          allowClear
          aria-label="搜索委员"
          placeholder="姓名、拼音首字母、单位、领域"
          value={filter.words}
          onChange={(event) => change({ words: event.target.value })}
        />
        {PARTS.map(({ kind, part }) => (
          <UnitSelect key={kind} kind={kind} value={filter[part]} onChange={(id) => change({ [part]: id })} />
        ))}
      </Space>
      <Table<MemberSummary>
        rowKey="id"
        loading={list.status === 'loading'}
        dataSource={[...list.items]}
        pagination={false}
        scroll={{ x: 980 }}
        locale={{ emptyText: '没有找到委员。换个条件试试，或先导入名册。' }}
        columns={[
          { title: '姓名', dataIndex: 'name', width: 110 },
          { title: '界别', width: 150, render: (_, member) => member.sector.name },
          {
            title: '工作单位和职务',
            render: (_, member) => [member.workUnit, member.post].filter(Boolean).join(' '),
          },
          { title: '专业领域', dataIndex: 'field', width: 150 },
          { title: '乡镇(街道)', width: 130, render: (_, member) => member.township?.name ?? '' },
          { title: '回信情况', width: 170, render: (_, member) => figuresInWords(member.figures).join(' · ') },
          {
            title: '操作',
            width: 90,
            render: (_, member) => (
              <Button size="small" aria-label={`修改${member.name}`} onClick={() => setEditingId(member.id)}>
                修改
              </Button>
            ),
          },
        ]}
      />
      <MoreRows list={list} />
      <Drawer
        open={editingId !== undefined}
        title="修改委员信息"
        width={520}
        destroyOnHidden
        onClose={() => setEditingId(undefined)}
      >
        {editingId && <MemberEdit id={editingId} onDone={() => setEditingId(undefined)} />}
      </Drawer>
    </>
  );
}
