import { LOOP_DIMENSION_LABELS, LOOP_DIMENSIONS, LOOP_STEP_LABELS, LOOP_STEPS } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import type { LoopFiguresView, LoopPart, LoopQuery } from './figures.dto.js';
import { LoopFiguresService } from './loop-figures.service.js';
import { partOf } from './loop-period.js';

const HEADING: Partial<CellObject> = { fontWeight: 'bold', backgroundColor: '#DCE6F2', align: 'center' };
/** Days to one decimal, shares to one decimal of a percent. */
const DAYS = '0.0';
const SHARE = '0.0%';

type Cell = CellObject | null;

/** A cell that stays text whatever it looks like. */
const text = (value: string, style: Partial<CellObject> = {}): Cell => ({ value, type: String, format: '@', ...style });
const number = (value: number | null, format = '0'): Cell => (value === null ? null : { value, type: Number, format });

/** The figures of the loop as a workbook. */
@Injectable()
export class FiguresExportService {
  constructor(private readonly figures: LoopFiguresService) {}

  /** One sheet for the funnel and one for each way of splitting it; figures of one part only are split by month alone. */
  async workbook(query: LoopQuery): Promise<Buffer> {
    const view = await this.figures.show(query);
    const dimensions = partOf(query).dimension === 'all' ? LOOP_DIMENSIONS : (['month'] as const);
    const sheets = [funnelSheet(view)];
    for (const by of dimensions) {
      sheets.push(partsSheet(LOOP_DIMENSION_LABELS[by], await this.figures.breakdown({ ...query, by })));
    }
    return writeExcelFile(sheets).toBuffer();
  }
}

function funnelSheet({ from, to, steps, heardAverage }: LoopFiguresView) {
  const letters = steps[0]?.count ?? 0;
  return {
    sheet: '闭环漏斗',
    columns: [{ width: 22 }, { width: 12 }, { width: 14 }, { width: 22 }],
    data: [
      [text(`${from} 至 ${to} 收到的来信，统计到导出时为止`), null, null, null],
      ['环节', '来信件数', '占收到来信', '距上一环节天数（中位）'].map((heading) => text(heading, HEADING)),
      ...steps.map(({ step, count, medianDays }) => [
        text(LOOP_STEP_LABELS[step]),
        number(count),
        number(letters > 0 ? count / letters : null, SHARE),
        number(medianDays, DAYS),
      ]),
      [text('群众评价平均（1—5 星）'), number(heardAverage, DAYS), null, null],
    ],
  };
}

function partsSheet(label: string, parts: readonly LoopPart[]) {
  const headings = [
    label.replace('（街道）', ''),
    ...LOOP_STEPS.map((step) => LOOP_STEP_LABELS[step]),
    '群众评价平均',
    ...LOOP_STEPS.slice(1)
      .filter((step) => step !== 'adopted')
      .map((step) => `${LOOP_STEP_LABELS[step]}天数（中位）`),
  ];
  return {
    sheet: `按${label.replace('（街道）', '')}`,
    columns: headings.map((_, place) => ({ width: place === 0 ? 20 : 14 })),
    stickyRowsCount: 1,
    data: [
      headings.map((heading) => text(heading, { ...HEADING, wrap: true })),
      ...parts.map(({ name, counts, steps, heardAverage }) => [
        text(name),
        ...LOOP_STEPS.map((step) => number(counts[step])),
        number(heardAverage, DAYS),
        ...steps
          .slice(1)
          .filter(({ step }) => step !== 'adopted')
          .map(({ medianDays }) => number(medianDays, DAYS)),
      ]),
    ],
  };
}
