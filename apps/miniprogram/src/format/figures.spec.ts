import { describe, expect, it } from 'vitest';
import { daysInWords, figuresInWords } from './figures';

describe('usual answer time', () => {
  it.each([
    [0, '1 天'],
    [24, '1 天'],
    [24.1, '2 天'],
    [70, '3 天'],
  ])('%d hours are said as %s', (hours, words) => {
    expect(daysInWords(hours)).toBe(words);
  });
});

describe('figures of a member', () => {
  it('says both when they are known', () => {
    expect(figuresInWords({ letters: 12, answerRate: 0.957, usualAnswerHours: 30 })).toEqual([
      '回信率 96%',
      '通常 2 天内回复',
    ]);
  });

  it('says nothing of a member with too few letters', () => {
    expect(figuresInWords({ letters: 2, answerRate: null, usualAnswerHours: null })).toEqual([]);
  });

  it('keeps a rate of nought, which is not the same as unknown', () => {
    expect(figuresInWords({ letters: 5, answerRate: 0, usualAnswerHours: null })).toEqual(['回信率 0%']);
  });
});
