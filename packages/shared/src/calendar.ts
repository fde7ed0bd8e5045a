/** Hours that China Standard Time is ahead of UTC. It has had no daylight saving since 1991. */
export const CHINA_UTC_OFFSET_HOURS = 8;

const OFFSET_MILLISECONDS = CHINA_UTC_OFFSET_HOURS * 3_600_000;

/** The calendar day in Asia/Shanghai on which an instant falls, as `YYYY-MM-DD`. */
export function chinaDay(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MILLISECONDS).toISOString().slice(0, 10);
}

/** The calendar year in Asia/Shanghai (design §7). */
export function chinaYear(instant: Date): number {
  return Number(chinaDay(instant).slice(0, 4));
}

/** The last millisecond of a calendar day (`YYYY-MM-DD`) in Asia/Shanghai. */
export function endOfChinaDay(day: string): Date {
  return new Date(Date.parse(`${day}T23:59:59.999+08:00`));
}

/** ISO 8601 with the offset of Asia/Shanghai, milliseconds kept: `2026-03-01T08:00:00.000+08:00`. */
export function toChinaIso(instant: Date): string {
  return `${new Date(instant.getTime() + OFFSET_MILLISECONDS).toISOString().slice(0, -1)}+08:00`;
}
