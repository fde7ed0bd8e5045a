import { type LetterCategory, LOOP_STEPS, type LoopDimension, type LoopStep } from '@lianxin/shared';
import type { LoopFigures, LoopPart } from '@/api/types';

/** Which letters are counted; at most one of sector, township and category. */
export interface LoopFilter {
  /** `YYYY-MM`; the last twelve months, unless given. */
  readonly from?: string;
  readonly to?: string;
  readonly sectorId?: string;
  readonly townshipId?: string;
  readonly category?: LetterCategory;
}

/** A figure whose letters are looked at. */
export interface LoopSelection extends LoopFilter {
  readonly step: LoopStep;
}

/** Narrows by one thing at a time: another one takes its place. */
export function narrowed(
  filter: LoopFilter,
  by: { readonly sectorId?: string } | { readonly townshipId?: string } | { readonly category?: LetterCategory },
): LoopFilter {
  return { from: filter.from, to: filter.to, ...by };
}

/** The letters behind a figure of a split: those of the filter that belong to the part. Letters without a township have the key `''`. */
export function selectionOf(filter: LoopFilter, by: LoopDimension, key: string, step: LoopStep): LoopSelection {
  switch (by) {
    case 'month':
      return { ...filter, from: key, to: key, step };
    case 'sector':
      return { ...narrowed(filter, { sectorId: key }), step };
    case 'township':
      return { ...narrowed(filter, { townshipId: key === '' ? 'none' : key }), step };
    case 'category':
      return { ...narrowed(filter, { category: key as LetterCategory }), step };
  }
}

/** One step of the funnel: how many letters, and what part of all that were received, 0 to 1. */
export interface FunnelStep {
  readonly step: LoopStep;
  readonly count: number;
  readonly share: number;
  readonly medianDays: number | null;
}

/** The funnel in the order of the loop, also where the API leaves a step out. */
export function funnelOf(steps: LoopFigures['steps']): readonly FunnelStep[] {
  const byStep = new Map(steps.map((figure) => [figure.step, figure]));
  const received = byStep.get('delivered')?.count ?? 0;
  return LOOP_STEPS.map((step) => {
    const { count = 0, medianDays = null } = byStep.get(step) ?? {};
    return { step, count, share: received === 0 ? 0 : count / received, medianDays };
  });
}

/** A share as people say it: whole percent, but never 0% of something, nor 100% of not all. */
export function shareInWords(share: number): string {
  if (share > 0 && share < 0.01) return '不到 1%';
  if (share > 0.99 && share < 1) return '99%';
  return `${Math.round(share * 100)}%`;
}

/** Median days as people say them. */
export function medianInWords(days: number | null | undefined): string {
  if (days === null || days === undefined) return '—';
  return days === 0 ? '当天' : `${Number(days.toFixed(1))} 天`;
}

/** A month as people say it: `2026年3月`. */
export function monthInWords(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${year}年${Number(number)}月`;
}

/** What the parts of a split are called when they have no name. */
export function partName({ key, name }: Pick<LoopPart, 'key' | 'name'>, by: LoopDimension): string {
  if (by === 'month') return monthInWords(key);
  return name || '没有写乡镇';
}
