import { Alert, Button, Card, Progress, Space, Statistic, Table, Upload } from 'antd';
import type { Roster } from '@/api/types';
import { formatMoment } from '@/format/dates';
import { useRoster } from './useRoster';
import { rosterInWords } from './workbook';

interface CheckedProps {
  readonly roster: Roster;
  readonly busy: boolean;
  readonly onConfirm: (skipProblems: boolean) => void;
  readonly onDiscard: () => void;
}

function Checked({ roster, busy, onConfirm, onDiscard }: CheckedProps) {
  const imported = roster.state === 'imported';
  const badRows = new Set(roster.problems.map((problem) => problem.row)).size;
  return (
    <Card
      title={roster.fileName}
      extra={`${formatMoment(roster.importedAt ?? roster.uploadedAt)}${imported ? ' 导入' : ' 检查'}`}
    >
      <Space direction="vertical" size="middle" className="roster-import__checked">
        <Alert showIcon type={imported ? 'success' : 'info'} message={rosterInWords(roster)} />
        <Space size="large" wrap>
          <Statistic title="表中行数" value={roster.rows} />
          <Statistic title={imported ? '新增' : '将新增'} value={roster.toCreate} />
          <Statistic title={imported ? '更新' : '将更新'} value={roster.toUpdate} />
          <Statistic title="没有变化" value={roster.unchanged} />
          <Statistic title="有误的行" value={badRows} />
        </Space>
        {roster.problems.length > 0 && (
          <>
            <Alert
              showIcon
              type="warning"
              message={
                imported
                  ? `有 ${badRows} 行因为有误没有导入。改正后可以再传一次，不会重复。`
                  : `有 ${badRows} 行有误。可以在 Excel 里改正后重新上传，也可以跳过它们导入其余的。`
              }
            />
            <Table
              size="small"
              rowKey={(problem) => `${problem.row} ${problem.column} ${problem.reason}`}
              dataSource={[...roster.problems]}
              pagination={roster.problems.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
              scroll={{ x: 560 }}
              columns={[
                { title: '行', dataIndex: 'row', width: 72 },
                { title: '列', dataIndex: 'column', width: 130 },
                { title: '填的内容', dataIndex: 'value', render: (value: string | null) => value ?? '（空）' },
                { title: '哪里不对、怎么改', dataIndex: 'reason' },
              ]}
            />
          </>
        )}
        <Space wrap>
          {!imported && badRows === 0 && (
            <Button type="primary" loading={busy} onClick={() => onConfirm(false)}>
              确认导入
            </Button>
          )}
          {!imported && badRows > 0 && (
            <Button type="primary" loading={busy} onClick={() => onConfirm(true)}>
              {`跳过有误的 ${badRows} 行，导入其余`}
            </Button>
          )}
          <Button disabled={busy} onClick={onDiscard}>
            {imported ? '关闭' : '放弃，不导入'}
          </Button>
        </Space>
      </Space>
    </Card>
  );
}

/** The roster as a file, on a wide screen: down, up, what it would do, and its import. */
export function RosterImport() {
  const { roster, percent, busy, failure, check, confirm, discard, download } = useRoster();
  const upload = async (file: File) => {
    const path = URL.createObjectURL(file);
    await check({ path, name: file.name, size: file.size });
    URL.revokeObjectURL(path);
  };
  return (
    <Space direction="vertical" size="middle" className="roster-import__checked">
      <Space wrap>
        <Button disabled={busy} onClick={() => void download('template')}>
          下载空白模板
        </Button>
        <Button disabled={busy} onClick={() => void download('export')}>
          导出现在的名册
        </Button>
      </Space>
      <Upload.Dragger
        accept=".xlsx"
        aria-label="名册文件"
        showUploadList={false}
        disabled={busy}
        beforeUpload={(file) => {
          void upload(file);
          return false;
        }}
      >
        <p className="roster-import__drop">把填好的名册（.xlsx）拖到这里，或点这里选择文件</p>
        <p className="lx-soft">先检查，不会马上导入。按委员编号对应，重复上传只更新、不重复。</p>
      </Upload.Dragger>
      {percent !== undefined && <Progress percent={percent} aria-label="上传进度" />}
      {failure && <Alert showIcon type="error" role="alert" message={failure} />}
      {roster && (
        <Checked
          roster={roster}
          busy={busy}
          onConfirm={(skip) => void confirm(roster, skip)}
          onDiscard={() => void discard(roster)}
        />
      )}
    </Space>
  );
}
