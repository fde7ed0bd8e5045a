import { CHINA_UTC_OFFSET_HOURS } from '@lianxin/shared';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const FIRST_HOUR = 8;
const LAST_HOUR = 21;

/** Something that happens at an instant. */
export interface Happening {
  readonly at: Date;
  readonly happen: () => Promise<void>;
}

/** Night is no time to write to each other: what falls into it is moved to the next morning. */
export function byDay(instant: Date): Date {
  const local = new Date(instant.getTime() + CHINA_UTC_OFFSET_HOURS * HOUR);
  const hour = local.getUTCHours();
  if (hour >= FIRST_HOUR && hour < LAST_HOUR) return instant;
  const hoursToMorning = (FIRST_HOUR - hour + 24) % 24;
  return new Date(instant.getTime() + hoursToMorning * HOUR);
}

/** Things that happen one after another, each so many hours after the one before; none at night. */
export function inTurn(
  from: Date,
  deeds: readonly (readonly [hours: number, happen: () => Promise<void>])[],
): Happening[] {
  let instant = from;
  return deeds.map(([hours, happen]) => {
    instant = byDay(new Date(instant.getTime() + hours * HOUR));
    return { at: instant, happen };
  });
}
