import { LETTER_CATEGORY_LABELS, type LetterCategory, LOOP_STEPS, type LoopStep } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { DirectoryUnitsService } from '../directory/directory-units.service.js';
import { Clock } from '../platform/clock/clock.js';
import { fieldInvalid } from '../platform/problems/problem.js';
import type {
  LoopBreakdownQuery,
  LoopCounts,
  LoopFiguresView,
  LoopPart,
  LoopQuery,
  LoopStepFigure,
} from './figures.dto.js';
import { monthsOf, partOf, periodOf } from './loop-period.js';
import { type LoopSum, LoopSums } from './loop-sums.js';

/** Steps that have no step before them, or share the days of another. */
const WITHOUT_DAYS: readonly LoopStep[] = ['delivered', 'adopted'];

/** The figures of the loop as pages show them. */
@Injectable()
export class LoopFiguresService {
  constructor(
    private readonly sums: LoopSums,
    private readonly units: DirectoryUnitsService,
    private readonly clock: Clock,
  ) {}

  /** One part of the letters, all months together and month by month. */
  async show(query: LoopQuery): Promise<LoopFiguresView> {
    const period = periodOf(query, this.clock.now());
    const sums = await this.sums.byMonth(partOf(query), period);
    const months = byGroup(sums);
    return {
      ...period,
      steps: stepsOf(sums),
      months: monthsOf(period).map((month) => ({ month, counts: countsOf(months.get(month) ?? []) })),
      heardAverage: heardAverageOf(sums),
    };
  }

  /** Every part of the letters: those with most letters first, months in order. */
  async breakdown(query: LoopBreakdownQuery): Promise<LoopPart[]> {
    const period = periodOf(query, this.clock.now());
    if (query.by === 'month') {
      const months = byGroup(await this.sums.byMonth(partOf(query), period));
      return monthsOf(period).map((month) => toPart(month, month, months.get(month) ?? []));
    }
    if (partOf(query).dimension !== 'all') {
      throw fieldInvalid('by', 'one_at_a_time', '按界别、乡镇或类别统计时不能再加条件，请去掉其他条件。');
    }
    const parts = byGroup(await this.sums.byPart(query.by, period));
    const names = query.by === 'category' ? categoryNames(parts.keys()) : await this.units.namesOf([...parts.keys()]);
    return [...parts]
      .map(([key, sums]) => toPart(key, names.get(key) ?? '未填写', sums))
      .sort((a, b) => b.counts.delivered - a.counts.delivered || a.name.localeCompare(b.name, 'zh-CN'));
  }
}

function byGroup(sums: readonly LoopSum[]): Map<string, LoopSum[]> {
  const groups = new Map<string, LoopSum[]>();
  for (const sum of sums) {
    const group = groups.get(sum.group);
    if (group) group.push(sum);
    else groups.set(sum.group, [sum]);
  }
  return groups;
}

function categoryNames(keys: Iterable<string>): Map<string, string> {
  return new Map([...keys].map((key) => [key, LETTER_CATEGORY_LABELS[key as LetterCategory] ?? key]));
}

function toPart(key: string, name: string, sums: readonly LoopSum[]): LoopPart {
  return { key, name, counts: countsOf(sums), steps: stepsOf(sums), heardAverage: heardAverageOf(sums) };
}

function countsOf(sums: readonly LoopSum[]): LoopCounts {
  const counts = Object.fromEntries(LOOP_STEPS.map((step) => [step, 0])) as unknown as LoopCounts;
  for (const { step, letters } of sums) counts[step] += letters;
  return counts;
}

function stepsOf(sums: readonly LoopSum[]): LoopStepFigure[] {
  const counts = countsOf(sums);
  return LOOP_STEPS.map((step) => ({
    step,
    count: counts[step],
    medianDays: WITHOUT_DAYS.includes(step) ? null : medianOf(sums.filter((sum) => sum.step === step)),
  }));
}

function heardAverageOf(sums: readonly LoopSum[]): number | null {
  const heard = sums.filter(({ step }) => step === 'heard');
  const letters = heard.reduce((sum, one) => sum + one.letters, 0);
  return letters > 0 ? heard.reduce((sum, { stars }) => sum + stars, 0) / letters : null;
}

/** The middle of all letters' days; between two, their mean. */
function medianOf(sums: readonly LoopSum[]): number | null {
  const sorted = [...sums].sort((a, b) => a.days - b.days);
  const letters = sorted.reduce((sum, one) => sum + one.letters, 0);
  if (letters === 0) return null;
  return (daysAt(sorted, Math.floor((letters - 1) / 2)) + daysAt(sorted, Math.floor(letters / 2))) / 2;
}

/** The days of the letter at a place, counted from 0, when all stand in order. */
function daysAt(sorted: readonly LoopSum[], place: number): number {
  let passed = 0;
  for (const { days, letters } of sorted) {
    passed += letters;
    if (passed > place) return days;
  }
  return 0;
}
