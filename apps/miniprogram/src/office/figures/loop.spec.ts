import { describe, expect, it } from 'vitest';
import { funnelOf, medianInWords, monthInWords, narrowed, partName, selectionOf, shareInWords } from './loop';

const filter = { from: '2026-01', to: '2026-06', sectorId: 's1' };

describe('the letters behind a figure', () => {
  it('of a month are those of that month, within the same narrowing', () => {
    expect(selectionOf(filter, 'month', '2026-03', 'relayed')).toEqual({
      from: '2026-03',
      to: '2026-03',
      sectorId: 's1',
      step: 'relayed',
    });
  });

  it('of another part are those of the part, in the same months', () => {
    expect(selectionOf(filter, 'category', 'inquiry', 'lifted')).toEqual({
      from: '2026-01',
      to: '2026-06',
      category: 'inquiry',
      step: 'lifted',
    });
  });

  it('of no township are asked for by name', () => {
    expect(selectionOf(filter, 'township', '', 'heard').townshipId).toBe('none');
  });
});

describe('narrowing', () => {
  it('is by one thing at a time and keeps the months', () => {
    expect(narrowed(filter, { category: 'appeal' })).toEqual({ from: '2026-01', to: '2026-06', category: 'appeal' });
  });
});

describe('the funnel', () => {
  it('has every step in the order of the loop, with its part of what was received', () => {
    const funnel = funnelOf([
      { step: 'heard', count: 1, medianDays: 3 },
      { step: 'delivered', count: 8, medianDays: null },
    ]);
    expect(funnel.map(({ step }) => step)[0]).toBe('delivered');
    expect(funnel.at(-1)).toEqual({ step: 'heard', count: 1, share: 0.125, medianDays: 3 });
    expect(funnel).toHaveLength(9);
  });

  it('of nothing has no shares', () => {
    expect(funnelOf([]).every(({ count, share }) => count === 0 && share === 0)).toBe(true);
  });
});

describe('in words', () => {
  it.each([
    [0, '0%'],
    [0.004, '不到 1%'],
    [0.126, '13%'],
    [0.998, '99%'],
    [1, '100%'],
  ])('a share of %d is %s', (share, words) => {
    expect(shareInWords(share)).toBe(words);
  });

  it.each([
    [null, '—'],
    [0, '当天'],
    [2.5, '2.5 天'],
    [12, '12 天'],
  ])('a median of %s is %s', (days, words) => {
    expect(medianInWords(days)).toBe(words);
  });

  it('names months, units and what has no unit', () => {
    expect(monthInWords('2026-03')).toBe('2026年3月');
    expect(partName({ key: 's1', name: '教育界' }, 'sector')).toBe('教育界');
    expect(partName({ key: '', name: '' }, 'township')).toBe('没有写乡镇');
  });
});
