import { LOOP_STEP_LABELS, LOOP_STEPS, type LoopDimension, type LoopStep } from '@lianxin/shared';
import { Button, Table } from 'antd';
import type { LoopPart } from '@/api/types';
import { medianInWords, partName } from './loop';

interface PartsTableProps {
  readonly parts: readonly LoopPart[];
  readonly by: LoopDimension;
  readonly loading: boolean;
  readonly onOpen: (key: string, step: LoopStep) => void;
}

/** The split as a table: every figure opens the letters behind it, with the median days of its step below. */
export function PartsTable({ parts, by, loading, onOpen }: PartsTableProps) {
  return (
    <Table<LoopPart>
      rowKey="key"
      size="small"
      loading={loading}
      dataSource={[...parts]}
      pagination={false}
      scroll={{ x: 1040 }}
      locale={{ emptyText: '这些月份没有来信' }}
      columns={[
        {
          title: '',
          key: 'name',
          width: 150,
          fixed: 'left' as const,
          render: (_: unknown, part: LoopPart) => <strong>{partName(part, by)}</strong>,
        },
        ...LOOP_STEPS.map((step) => ({
          title: LOOP_STEP_LABELS[step],
          key: step,
          width: 98,
          align: 'right' as const,
          sorter: (one: LoopPart, other: LoopPart) => one.counts[step] - other.counts[step],
          render: (_: unknown, part: LoopPart) => {
            const count = part.counts[step];
            const days = part.steps.find((figure) => figure.step === step)?.medianDays;
            return (
              <>
                <Button
                  type="link"
                  size="small"
                  disabled={count === 0}
                  aria-label={`${partName(part, by)}${LOOP_STEP_LABELS[step]} ${count} 封，查看来信`}
                  onClick={() => onOpen(part.key, step)}
                >
                  {count}
                </Button>
                {step !== 'delivered' && count > 0 && (
                  <div className="lx-soft figures__days">{medianInWords(days)}</div>
                )}
              </>
            );
          },
        })),
        {
          title: '群众评价',
          key: 'heard',
          width: 90,
          align: 'right' as const,
          render: (_: unknown, { heardAverage }: LoopPart) =>
            heardAverage === null ? '—' : `${heardAverage.toFixed(1)} 分`,
        },
      ]}
    />
  );
}
