import { chinaDay } from '@lianxin/shared';
import type { Choice } from '@/components/ChoiceList';

/** Days ahead that a letter can be put off to. */
const DAYS = 30;
const DAY = 86_400_000;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

function noon(day: string): Date {
  return new Date(`${day}T12:00:00+08:00`);
}

/** The days to choose from when a letter is put off, tomorrow first; the value is the moment it comes back, eight in the morning in China. */
export function snoozeDays(now: Date): readonly Choice<string>[] {
  const today = noon(chinaDay(now)).getTime();
  return Array.from({ length: DAYS }, (_, index) => {
    const date = new Date(today + (index + 1) * DAY);
    const day = chinaDay(date);
    const [, month = '', dayOfMonth = ''] = day.split('-');
    const near = index === 0 ? '明天 ' : index === 1 ? '后天 ' : '';
    // Noon in China is early morning in UTC of the same day, so the weekday is that of China.
    const label = `${near}${Number(month)}月${Number(dayOfMonth)}日 ${WEEKDAYS[date.getUTCDay()]}`;
    return { value: `${day}T08:00:00.000+08:00`, label };
  });
}
