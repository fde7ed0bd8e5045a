import { chinaDay, toChinaIso } from '@lianxin/shared';

function parts(day: string): { year: number; month: number; date: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, date };
}

/** A day as people say it: `今天`, `昨天`, `11月28日`, or with the year when it is not this one. Days are those of China. */
export function formatDay(instant: string, now: Date = new Date()): string {
  const day = chinaDay(new Date(instant));
  if (day === chinaDay(now)) return '今天';
  if (day === chinaDay(new Date(now.getTime() - 86_400_000))) return '昨天';
  const { year, month, date } = parts(day);
  const short = `${month}月${date}日`;
  return year === parts(chinaDay(now)).year ? short : `${year}年${short}`;
}

/** A day that is still to come or just past, always as a date: `11月28日`. */
export function formatDate(instant: string, now: Date = new Date()): string {
  const { year, month, date } = parts(chinaDay(new Date(instant)));
  const short = `${month}月${date}日`;
  return year === parts(chinaDay(now)).year ? short : `${year}年${short}`;
}

/** A moment as people say it: `今天 14:05`, `11月28日 09:30`. */
export function formatMoment(instant: string, now: Date = new Date()): string {
  return `${formatDay(instant, now)} ${toChinaIso(new Date(instant)).slice(11, 16)}`;
}
