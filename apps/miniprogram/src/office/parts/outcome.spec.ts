import { describe, expect, it } from 'vitest';
import { relaysInWords } from './outcome';

describe('who was told', () => {
  it.each([
    [[], undefined],
    [['superseded'], undefined],
    [['sent', 'superseded'], '1 件都已转告'],
    [['sent', 'ready', 'withheld'], '已转告 1 件，还有 2 件'],
  ] as const)('%j', (states, words) => {
    expect(relaysInWords(states.map((state) => ({ state })))).toBe(words);
  });
});
