import type { Letter } from '@/api/types';

/** States in which nothing more is to come by itself. */
const ENDED: ReadonlySet<Letter['state']> = new Set(['closed', 'referred', 'returned', 'withdrawn']);

/** What comes next for the letter itself, while something does. */
export function nextOf({ state, nextStep }: Pick<Letter, 'state' | 'nextStep'>): string | undefined {
  return ENDED.has(state) ? undefined : nextStep;
}
