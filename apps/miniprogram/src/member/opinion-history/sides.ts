import type { RevisionComparison } from '@/api/types';

type Part = RevisionComparison['parts'][number];
type Difference = Part['differences'][number];

/** The words of one side of a comparison: those that both have and those that only this one has. */
export function sideOf(part: Part, side: 'earlier' | 'later'): readonly Difference[] {
  const foreign = side === 'earlier' ? 'added' : 'removed';
  return part.differences.filter(({ kind }) => kind !== foreign);
}

/** The two revisions to compare at first: the latest and the one before it. None while there is only one. */
export function latestTwo(numbers: readonly number[]): { from: number; to: number } | undefined {
  const [to, from] = [...numbers].sort((one, other) => other - one);
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** Puts two chosen revisions into their order; the API compares an earlier one with a later one. */
export function inOrder(one: number, other: number): { from: number; to: number } {
  return { from: Math.min(one, other), to: Math.max(one, other) };
}
