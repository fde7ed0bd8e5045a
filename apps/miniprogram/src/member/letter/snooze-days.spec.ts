import { describe, expect, it } from 'vitest';
import { snoozeDays } from './snooze-days';

describe('snoozeDays', () => {
  it('begins tomorrow, by the day in China', () => {
    // Already the 26th in China.
    const [first, second, third] = snoozeDays(new Date('2026-11-25T17:00:00Z'));
    expect(first).toEqual({ value: '2026-11-27T08:00:00.000+08:00', label: '明天 11月27日 周五' });
    expect(second?.label).toBe('后天 11月28日 周六');
    expect(third?.label).toBe('11月29日 周日');
  });

  it('goes over the end of a year', () => {
    expect(snoozeDays(new Date('2026-12-31T01:00:00Z'))[0]?.value).toBe('2027-01-01T08:00:00.000+08:00');
  });

  it('offers thirty days, each once', () => {
    const days = snoozeDays(new Date('2026-02-01T00:00:00Z')).map((day) => day.value);
    expect(new Set(days).size).toBe(30);
  });
});
