import { Alert, Card, Col, Row, Statistic, Table } from 'antd';
import { Empty } from '@/components/Empty';
import { Tappable } from '@/components/Tappable';
import { formatMoment } from '@/format/dates';
import { DeskShell } from '../DeskShell';
import { rosterInWords } from '../roster/workbook';
import { useDesk } from './useDesk';

const URL = '/office/desk/index';

function Desk() {
  const { tiles, others, bySector, roster } = useDesk();
  const doors = tiles.length > 0 ? [] : others.filter((desk) => desk.url !== URL);
  if (tiles.length + doors.length === 0) {
    return <Empty title="这里没有要您处理的事" text="系统管理员看不到来信内容。" />;
  }
  return (
    <Row gutter={[16, 16]}>
      {tiles.map((tile) => (
        <Col key={tile.url} xs={12} lg={6}>
          <Tappable
            href={tile.url}
            label={`${tile.label}${tile.count === undefined ? '' : ` ${tile.count} ${tile.unit}`}`}
          >
            <Card hoverable>
              <Statistic
                title={tile.label}
                loading={tile.count === undefined && !tile.failed}
                value={tile.count ?? '—'}
                suffix={tile.failed ? '没有加载成功' : tile.unit}
                valueStyle={tile.pressing ? { color: 'var(--lx-bad)', fontWeight: 600 } : undefined}
              />
            </Card>
          </Tappable>
        </Col>
      ))}
      {doors.map((desk) => (
        <Col key={desk.url} xs={12} lg={6}>
          <Tappable href={desk.url}>
            <Card hoverable>{desk.label}</Card>
          </Tappable>
        </Col>
      ))}
      {bySector.length > 0 && (
        <Col xs={24} lg={14}>
          <Card title="各界别超期的来信">
            <Table
              size="small"
              rowKey="sectorId"
              pagination={false}
              dataSource={[...bySector]}
              columns={[
                { title: '界别', dataIndex: 'name' },
                { title: '超期（封）', dataIndex: 'count', width: 140 },
              ]}
            />
          </Card>
        </Col>
      )}
      {roster && (
        <Col xs={24} lg={10}>
          <Card title="最近的名册">
            <p>{`${roster.fileName} · ${formatMoment(roster.importedAt ?? roster.uploadedAt)}`}</p>
            <Alert type={roster.state === 'imported' ? 'success' : 'info'} message={rosterInWords(roster)} />
          </Card>
        </Col>
      )}
    </Row>
  );
}

/** The office's and member affairs' overview: what waits for them. */
export default function DeskOverviewPage() {
  return (
    <DeskShell title="工作台" url={URL}>
      <Desk />
    </DeskShell>
  );
}
