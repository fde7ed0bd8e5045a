import { shownNameOf } from '@lianxin/shared';
import { describe, expect, it } from 'vitest';
import { excerptOf, likeness, pairsOf, textHashOf } from './letter-texts.js';

describe('the name that the addressee reads', () => {
  it.each([
    ['张建国', 'full', '张建国'],
    ['张建国', 'surname', '张**'],
    ['欧阳明', 'surname', '欧阳**'],
    ['𠮷田', 'surname', '𠮷**'],
    ['张建国', 'hidden', '匿名群众'],
    ['', 'hidden', '匿名群众'],
  ] as const)('%s, %s: %s', (name, display, shown) => {
    expect(shownNameOf(name, display)).toBe(shown);
  });
});

describe('copies', () => {
  const text = '门口的路灯坏了，请帮忙反映。';
  it.each([
    '门口的路灯坏了,请帮忙反映!',
    ' 门口的路灯坏了 请帮忙反映',
    '门口的\n路灯坏了\u200B，请帮忙反映。',
    '门口的“路灯”坏了——请帮忙反映……',
  ])('%j is a copy', (copy) => expect(textHashOf(copy)).toBe(textHashOf(text)));

  it.each(['门口的路灯坏了，请帮忙反映一下。', '门口的路牌坏了，请帮忙反映。'])('%j is not', (other) =>
    expect(textHashOf(other)).not.toBe(textHashOf(text)),
  );
});

it('texts of nothing but symbols are copies only when they are the same', () => {
  expect(textHashOf('🌸🌸')).toBe(textHashOf('🌸🌸'));
  expect(textHashOf('🌸🌸')).not.toBe(textHashOf('🚦🚦'));
});

describe('likeness', () => {
  it('is 1 for the same words, 0 for quite other ones and for nothing', () => {
    expect(likeness(pairsOf('路灯坏了'), pairsOf('路灯，坏了！'))).toBe(1);
    expect(likeness(pairsOf('路灯坏了'), pairsOf('医保报销'))).toBe(0);
    expect(likeness(pairsOf(''), pairsOf('医保报销'))).toBe(0);
  });
});

describe('the first characters', () => {
  it('are whole characters on one line', () => {
    expect(excerptOf('𠮷𠮷𠮷', 2)).toBe('𠮷𠮷');
    expect(excerptOf('一\n\n二')).toBe('一 二');
  });
});
