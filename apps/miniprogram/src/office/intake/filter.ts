import {
  INTAKE_BOX_LABELS,
  INTAKE_BOXES,
  type IntakeBox,
  OPINION_KIND_LABELS,
  OPINION_KINDS,
  OPINION_THEME_LABELS,
  OPINION_THEMES,
  type OpinionKind,
  type OpinionTheme,
} from '@lianxin/shared';
import type { IntakeCounts } from '@/api/types';

/** A kind to narrow the queue by: an opinion's, or sector voices. */
export type IntakeKind = OpinionKind | 'sector_voice';

/** Chinese words for {@link IntakeKind}. */
export const INTAKE_KIND_LABELS: Record<IntakeKind, string> = { ...OPINION_KIND_LABELS, sector_voice: '界别集体声音' };

/** What of the queue is shown. */
export interface IntakeFilter {
  readonly box: IntakeBox;
  readonly kind?: IntakeKind;
  readonly theme?: OpinionTheme;
  readonly sectorId?: string;
  readonly assigneeId?: string;
  readonly query?: string;
}

/** What is shown to begin with. */
export const INTAKE_START: IntakeFilter = { box: 'open' };

function oneOf<T extends string>(value: unknown, values: readonly T[]): T | undefined {
  return values.find((one) => one === value);
}

function words(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * Reads a filter from where it was kept: a saved filter, the address of the page. What is not known any more is left out, so that an
 * old filter still opens.
 */
export function readFilter(from: object): IntakeFilter {
  const kept: Readonly<Record<string, unknown>> = { ...from };
  return {
    box: oneOf(kept.box, INTAKE_BOXES) ?? INTAKE_START.box,
    kind: oneOf(kept.kind, [...OPINION_KINDS, 'sector_voice'] as const),
    theme: oneOf(kept.theme, OPINION_THEMES),
    sectorId: words(kept.sectorId),
    assigneeId: words(kept.assigneeId),
    query: words(kept.query),
  };
}

/** The filter without what is not set, to be kept. */
export function keptFilter(filter: IntakeFilter): Record<string, string> {
  const entries = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return Object.fromEntries(entries);
}

/** Whether two filters show the same. */
export function sameFilter(one: IntakeFilter, other: IntakeFilter): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof IntakeFilter>;
  return [...names].every((name) => (one[name] || undefined) === (other[name] || undefined));
}

/** A name to offer for a filter that is being saved, at most `max` characters long. */
export function filterInWords(filter: IntakeFilter, sectorName: string | undefined, max: number): string {
  const parts = [
    INTAKE_BOX_LABELS[filter.box],
    filter.kind && INTAKE_KIND_LABELS[filter.kind],
    filter.theme && OPINION_THEME_LABELS[filter.theme],
    sectorName,
    filter.query,
  ].filter((part): part is string => Boolean(part));
  return [...parts.join('·')].slice(0, max).join('');
}

/** How many lie in a box; of the boxes that others are counted in already there is no number. */
export function countOf(counts: IntakeCounts | undefined, box: IntakeBox): number | undefined {
  return box === 'all' || box === 'waiting_longest' ? undefined : counts?.[box];
}
