import type { Tone } from '@/components/Tag';

/** Working days after which something accepted has waited long, and very long, for a meeting: about one and about three months. */
const LONG = 20;
const VERY_LONG = 60;

/** The colour of how long something has waited; the number of days is always said beside it. */
export function waitingTone(workingDays: number): Tone {
  if (workingDays >= VERY_LONG) return 'bad';
  return workingDays >= LONG ? 'warn' : 'calm';
}
