import { describe, expect, it } from 'vitest';
import { formatDate, formatDay, formatMoment } from './dates';

// 00:30 on 1 January 2027 in China, still 2026 in UTC.
const now = new Date('2026-12-31T16:30:00Z');

describe('dates', () => {
  it.each([
    ['2026-12-31T16:05:00Z', '今天'],
    ['2026-12-31T15:59:00Z', '昨天'],
    ['2026-12-20T08:00:00+08:00', '2026年12月20日'],
    ['2027-03-05T08:00:00+08:00', '3月5日'],
  ])('%s is said as %s', (instant, words) => {
    expect(formatDay(instant, now)).toBe(words);
  });

  it('says a date as a date even when it is today', () => {
    expect(formatDate('2026-12-31T16:05:00Z', now)).toBe('1月1日');
  });

  it('says the time of China', () => {
    expect(formatMoment('2026-12-31T16:05:00Z', now)).toBe('今天 00:05');
  });
});
