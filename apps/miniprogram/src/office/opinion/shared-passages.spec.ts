import { describe, expect, it } from 'vitest';
import { sharedPassages } from './shared-passages';

describe('sharedPassages', () => {
  it('marks what both texts have, at the beginning, inside and at the end', () => {
    expect(sharedPassages('校门口没有斑马线，孩子过街危险', '小学校门口没有信号灯，孩子过街危险')).toEqual([
      { text: '校门口没有', shared: true },
      { text: '斑马线', shared: false },
      { text: '，孩子过街危险', shared: true },
    ]);
  });

  it('does not take short common words for likeness', () => {
    expect(sharedPassages('没有路灯', '没有公交')).toEqual([{ text: '没有路灯', shared: false }]);
  });

  it('loses no character, also of those that are two units long', () => {
    const text = '𠮷野家门前的路坑坑洼洼😀，雨天积水';
    expect(
      sharedPassages(text, '门前的路坑坑洼洼😀')
        .map((passage) => passage.text)
        .join(''),
    ).toBe(text);
  });

  it('has nothing of an empty text', () => {
    expect(sharedPassages('', '校门口')).toEqual([]);
  });
});
