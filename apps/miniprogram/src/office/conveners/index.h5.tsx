import { Button, Table } from 'antd';
import { useState } from 'react';
import type { SectorConvener } from '@/api/types';
import { ErrorState } from '@/components/ErrorState';
import { Tag } from '@/components/Tag';
import { formatDate } from '@/format/dates';
import { DeskShell } from '../DeskShell';
import { AppointDialog } from './AppointDialog';
import { useConveners } from './useConveners';

function Conveners() {
  const { query, appoint } = useConveners();
  const [chosen, choose] = useState<SectorConvener>();
  if (query.isError && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <Table<SectorConvener>
        rowKey="sectorId"
        size="small"
        loading={query.isPending}
        dataSource={query.data ?? []}
        pagination={false}
        scroll={{ x: 640 }}
        columns={[
          { title: '界别', dataIndex: 'sectorName' },
          {
            title: '召集人',
            render: (_, { convener }) =>
              convener ? (
                <>
                  <div>{convener.name}</div>
                  <div className="lx-soft lx-small">{convener.workUnit}</div>
                </>
              ) : (
                <Tag tone="warn">还没有召集人</Tag>
              ),
          },
          { title: '从', width: 140, render: (_, { since }) => (since ? formatDate(since) : '') },
          {
            title: '可以担任的委员',
            width: 150,
            render: (_, { candidates }) =>
              candidates.length > 0 ? `${candidates.length} 位` : <span className="lx-soft">都还没关联微信</span>,
          },
          {
            title: '操作',
            width: 120,
            render: (_, sector) => (
              <Button size="small" aria-label={`确定${sector.sectorName}的召集人`} onClick={() => choose(sector)}>
                {sector.convener ? '更换' : '确定召集人'}
              </Button>
            ),
          },
        ]}
      />
      {chosen && <AppointDialog sector={chosen} appoint={appoint} onClose={() => choose(undefined)} />}
    </>
  );
}

/** The office appoints who convenes each sector (Art. 22). */
export default function ConvenersPage() {
  return (
    <DeskShell title="界别召集人" url="/office/conveners/index">
      <Conveners />
    </DeskShell>
  );
}
