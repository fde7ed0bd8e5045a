import { chinaDay } from '@lianxin/shared';

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number from 1 to 999 as headings of official documents have it: 十二, 二十, 一百零五, 一百一十. */
export function chineseNumber(number: number): string {
  const hundreds = Math.floor(number / 100);
  const tens = Math.floor((number % 100) / 10);
  const ones = number % 10;
  const below =
    (tens === 0 ? '' : `${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]}十`) + (ones === 0 ? '' : DIGITS[ones]);
  if (hundreds === 0) return below;
  const gap = tens === 0 && ones > 0 ? '零' : '';
  return `${DIGITS[hundreds]}百${gap}${below}`;
}

/** A calendar day `YYYY-MM-DD` as official documents write it: 2026年3月5日. */
export function documentDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The day of an instant in Asia/Shanghai, in the same form. */
export function documentDate(instant: Date): string {
  return documentDay(chinaDay(instant));
}
