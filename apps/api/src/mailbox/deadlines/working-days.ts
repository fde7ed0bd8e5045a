import { chinaDay, type DeadlineState, endOfChinaDay } from '@lianxin/shared';
import chineseDays from 'chinese-days';

const DAY_MILLISECONDS = 86_400_000;
/** chinese-days names a day that the State Council has decided on in English and Chinese, any other by its weekday. */
const DECIDED = /,/;

/** True for a working day. The weekday is reckoned here, because chinese-days takes it from the server's time zone. */
function isWorkingDay(day: string): boolean {
  const { work, name } = chineseDays.getDayDetail(day);
  if (DECIDED.test(name)) return work;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/**
 * The end of the `days`-th working day after an instant, in Asia/Shanghai. Public holidays and make-up working days are those the
 * State Council has published (package chinese-days); a year not yet published counts weekends only.
 */
export function workingDaysAfter(from: Date, days: number): Date {
  let instant = from;
  for (let left = days; left > 0; ) {
    instant = new Date(instant.getTime() + DAY_MILLISECONDS);
    if (isWorkingDay(chinaDay(instant))) left -= 1;
  }
  return endOfChinaDay(chinaDay(instant));
}

/** Nine o'clock in the morning, Asia/Shanghai, of the last working day before the day of `due`. */
export function morningBefore(due: Date): Date {
  let instant = new Date(due.getTime() - DAY_MILLISECONDS);
  while (!isWorkingDay(chinaDay(instant))) instant = new Date(instant.getTime() - DAY_MILLISECONDS);
  return morningOf(instant);
}

/** Nine o'clock in the morning, Asia/Shanghai, of a day. */
export function morningOf(instant: Date): Date {
  return new Date(Date.parse(`${chinaDay(instant)}T09:00:00+08:00`));
}

/** Working days that have passed since `due`, the present one included when it is one. */
export function workingDaysSince(due: Date, now: Date): number {
  const today = chinaDay(now);
  let passed = 0;
  for (let instant = due; chinaDay(instant) < today; ) {
    instant = new Date(instant.getTime() + DAY_MILLISECONDS);
    if (isWorkingDay(chinaDay(instant))) passed += 1;
  }
  return passed;
}

/** Where something stands with its deadline. What is due no later than `soonBound` is due soon. */
export function deadlineStateOf(due: Date | null, now: Date, soonBound: Date): DeadlineState {
  if (!due) return 'none';
  if (due < now) return 'overdue';
  return due <= soonBound ? 'due_soon' : 'on_time';
}
