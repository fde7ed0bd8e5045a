import { chinaDay } from '@lianxin/shared';
import { fieldInvalid } from '../platform/problems/problem.js';
import type { LoopQuery } from './figures.dto.js';
import type { KeptDimension } from './loop-figure.entity.js';

/** Months that are shown unless others are asked for. */
const USUAL_MONTHS = 12;
const MOST_MONTHS = 120;

/** Months from the first to the last, `YYYY-MM`, both included. */
export interface LoopPeriod {
  readonly from: string;
  readonly to: string;
}

/** A part of the letters: all of them, or those of one sector, township or category. */
export interface LoopScope {
  readonly dimension: KeptDimension;
  readonly part: string;
}

function monthAfter(month: string, months: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The months asked for; without them the last twelve. @throws {Problem} 422 when they are the wrong way round or too many. */
export function periodOf({ from, to }: Pick<LoopQuery, 'from' | 'to'>, now: Date): LoopPeriod {
  const last = to ?? chinaDay(now).slice(0, 7);
  const first = from ?? monthAfter(last, 1 - USUAL_MONTHS);
  if (first > last) throw fieldInvalid('from', 'wrong_way_round', '起始月份晚于截止月份，请重新选择。');
  if (monthAfter(first, MOST_MONTHS) <= last) {
    throw fieldInvalid('from', 'too_long', `一次最多统计 ${MOST_MONTHS / 12} 年，请缩短时间范围。`);
  }
  return { from: first, to: last };
}

/** Every month of a period, oldest first. */
export function monthsOf({ from, to }: LoopPeriod): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = monthAfter(month, 1)) months.push(month);
  return months;
}

/** The part asked for. @throws {Problem} 422 for more than one, which figures are not kept by. */
export function partOf({ sectorId, townshipId, category }: Omit<LoopQuery, 'from' | 'to'>): LoopScope {
  const asked: LoopScope[] = [];
  if (sectorId) asked.push({ dimension: 'sector', part: sectorId });
  if (townshipId) asked.push({ dimension: 'township', part: townshipId === 'none' ? '' : townshipId });
  if (category) asked.push({ dimension: 'category', part: category });
  if (asked.length > 1) {
    throw fieldInvalid('sectorId', 'one_at_a_time', '界别、乡镇（街道）、类别一次只能选一种，请去掉其他条件。');
  }
  return asked[0] ?? { dimension: 'all', part: '' };
}
