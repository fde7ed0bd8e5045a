import { OPINION_THEME_LABELS } from '@lianxin/shared';
import { Checkbox, Table } from 'antd';
import { useEffect } from 'react';
import type { IntakeItem } from '@/api/types';
import { DeadlineTag } from '@/components/DeadlineTag';
import { Tag } from '@/components/Tag';
import { Tappable } from '@/components/Tappable';
import { formatDay } from '@/format/dates';
import { submissionKindInWords, submissionTone } from '../parts/submissions';
import type { useIntake } from './useIntake';
import { behindInWords, namesInWords } from './words';

interface IntakeTableProps {
  readonly intake: Pick<ReturnType<typeof useIntake>, 'list' | 'current' | 'stand' | 'chosen' | 'choose' | 'toggle'>;
  /** Opens the row one stands on beside the queue. */
  readonly onOpen: () => void;
  readonly emptyText: string;
}

/** Id of a row in the document, so that the keyboard can bring it into sight. */
const rowId = (id: string) => `intake-${id}`;

/** The queue over the whole width, a row each: enough columns to decide what to take up, few enough to read. */
export function IntakeTable({ intake, onOpen, emptyText }: IntakeTableProps) {
  const { list, current, stand, chosen, choose, toggle } = intake;
  useEffect(() => {
    if (current) document.getElementById(rowId(current.id))?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const all = list.items.length > 0 && chosen.length === list.items.length;
  return (
    <Table<IntakeItem>
      rowKey="id"
      size="small"
      className="intake__table"
      loading={list.status === 'loading'}
      dataSource={[...list.items]}
      pagination={false}
      scroll={{ x: 740 }}
      locale={{ emptyText }}
      rowClassName={(item) => (item.id === current?.id ? 'intake__row--current' : '')}
      onRow={(item) => ({
        id: rowId(item.id),
        'aria-current': item.id === current?.id || undefined,
        onClick: () => stand(item),
      })}
      columns={[
        {
          title: (
            <Checkbox
              aria-label="全选已显示的"
              checked={all}
              indeterminate={!all && chosen.length > 0}
              onChange={() => choose(all ? [] : list.items.map(({ id }) => id))}
            />
          ),
          width: 40,
          render: (_, item) => (
            <Checkbox
              aria-label={`选择“${item.title}”`}
              checked={chosen.includes(item)}
              onChange={() => toggle(item.id)}
            />
          ),
        },
        {
          title: '期限',
          width: 168,
          render: (_, item) =>
            item.deadline === 'none' || !item.due ? (
              <Tag tone={submissionTone(item.state)}>{item.stateLabel}</Tag>
            ) : (
              <DeadlineTag state={item.deadline} dueAt={item.due} />
            ),
        },
        {
          title: '意见',
          render: (_, item) => (
            <>
              <Tappable
                className="intake__title"
                onTap={() => {
                  stand(item);
                  onOpen();
                }}
              >
                {item.title}
              </Tappable>
              <div className="lx-soft intake__line">
                {[
                  item.reference,
                  submissionKindInWords(item.kind, item.opinionKind),
                  item.theme && OPINION_THEME_LABELS[item.theme],
                  behindInWords(item),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </>
          ),
        },
        {
          title: '委员',
          width: 160,
          render: (_, item) => (
            <>
              <div>{namesInWords(item.authorNames)}</div>
              <div className="lx-soft intake__line">{item.sectorName}</div>
            </>
          ),
        },
        {
          title: '提交',
          width: 96,
          responsive: ['xl'],
          render: (_, item) => (item.submittedAt ? formatDay(item.submittedAt) : ''),
        },
        {
          title: '负责',
          width: 130,
          render: (_, item) => (
            <>
              <div>{item.assignee?.name ?? <span className="lx-soft">还没有人</span>}</div>
              {item.presentNames.length > 0 && (
                <div className="intake__present">{`${namesInWords(item.presentNames)}正在看`}</div>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
