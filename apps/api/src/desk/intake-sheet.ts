import { OPINION_DESK_LABELS, OPINION_KIND_LABELS, OPINION_THEME_LABELS } from '@lianxin/shared';
import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import type { IntakeItem } from './intake.dto.js';

const SHEET = '意见建议';
const DEADLINES: Record<IntakeItem['deadline'], string> = {
  none: '',
  on_time: '期限内',
  due_soon: '即将到期',
  overdue: '已超期',
};

/** One column of the sheet: its heading, its width in characters and what stands in it. */
interface Column {
  readonly heading: string;
  readonly width: number;
  readonly cellOf: (item: IntakeItem) => string | number;
}

/** 2026-06-01 09:30 in Asia/Shanghai, of an instant as the API gives it. */
function minute(instant: string | null): string {
  return instant === null ? '' : instant.slice(0, 16).replace('T', ' ');
}

/** The columns, in their order. */
export const INTAKE_COLUMNS: readonly Column[] = [
  { heading: '编号', width: 22, cellOf: ({ reference }) => reference ?? '' },
  {
    heading: '种类',
    width: 14,
    cellOf: ({ opinionKind }) => (opinionKind === null ? '界别集体声音' : OPINION_KIND_LABELS[opinionKind]),
  },
  { heading: '标题', width: 44, cellOf: ({ title }) => title },
  { heading: '主题', width: 12, cellOf: ({ theme }) => OPINION_THEME_LABELS[theme] },
  { heading: '界别', width: 16, cellOf: ({ sectorName }) => sectorName },
  { heading: '提出人', width: 24, cellOf: ({ authorNames }) => authorNames.join('、') },
  {
    heading: '受理方',
    width: 18,
    cellOf: ({ desk, deskUnitName }) => deskUnitName ?? OPINION_DESK_LABELS[desk],
  },
  { heading: '提交时间', width: 17, cellOf: ({ submittedAt }) => minute(submittedAt) },
  { heading: '采集时间', width: 17, cellOf: ({ acceptedAt }) => minute(acceptedAt) },
  { heading: '办理期限', width: 17, cellOf: ({ due }) => minute(due) },
  { heading: '期限情况', width: 10, cellOf: ({ deadline }) => DEADLINES[deadline] },
  { heading: '状态', width: 12, cellOf: ({ stateLabel }) => stateLabel },
  { heading: '负责人', width: 12, cellOf: ({ assignee }) => assignee?.name ?? '' },
  { heading: '来源数', width: 8, cellOf: ({ sourceCount }) => sourceCount },
  { heading: '并入数', width: 8, cellOf: ({ mergedCount }) => mergedCount },
];

/** A text stays text whatever it looks like: a title that begins with "=" is never taken for a formula. */
function cell(value: string | number): CellObject | null {
  if (value === '') return null;
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' };
  return { value, type: String, format: '@', wrap: true, alignVertical: 'top' };
}

const HEADING_STYLE = { fontWeight: 'bold', backgroundColor: '#DCE6F2', align: 'center' } as const;

/** Items of the queue as an .xlsx file. */
export function writeIntake(items: readonly IntakeItem[]): Promise<Buffer> {
  return writeExcelFile([
    {
      sheet: SHEET,
      columns: INTAKE_COLUMNS.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      data: [
        INTAKE_COLUMNS.map(({ heading }) => ({ value: heading, type: String, ...HEADING_STYLE })),
        ...items.map((item) => INTAKE_COLUMNS.map(({ cellOf }) => cell(cellOf(item)))),
      ],
    },
  ]).toBuffer();
}
