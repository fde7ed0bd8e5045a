import type { Letter } from '@/api/types';
import type { TimelineStep } from '@/components/Timeline';

/** States in which nothing more is to come by itself. */
const ENDED: ReadonlySet<Letter['state']> = new Set(['closed', 'referred', 'returned', 'withdrawn']);

/** The letter's journey so far, and what comes next while something does. */
export function journeySteps(letter: Pick<Letter, 'journey' | 'state' | 'nextStep'>): TimelineStep[] {
  const steps: TimelineStep[] = letter.journey.map(({ id, title, at, detail }) => ({
    key: id,
    title,
    at,
    text: detail ?? undefined,
  }));
  if (!ENDED.has(letter.state)) steps.push({ key: 'next', title: letter.nextStep });
  return steps;
}
