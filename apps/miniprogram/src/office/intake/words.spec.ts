import { describe, expect, it } from 'vitest';
import { behindInWords, namesInWords } from './words';

describe('names', () => {
  it.each([
    [[], ''],
    [['林示范'], '林示范'],
    [['林示范', '张示范'], '林示范、张示范'],
    [['林示范', '张示范', '何示范'], '林示范、张示范等 3 人'],
  ])('%j', (names, words) => {
    expect(namesInWords(names)).toBe(words);
  });
});

describe('what stands behind', () => {
  it.each([
    [0, 0, ''],
    [2, 0, '来源 2 件'],
    [0, 1, '并入 1 件'],
    [2, 1, '来源 2 件，并入 1 件'],
  ])('%d sources and %d merged: %s', (sourceCount, mergedCount, words) => {
    expect(behindInWords({ sourceCount, mergedCount })).toBe(words);
  });
});
