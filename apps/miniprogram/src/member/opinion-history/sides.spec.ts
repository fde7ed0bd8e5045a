import { describe, expect, it } from 'vitest';
import { inOrder, latestTwo, sideOf } from './sides';

const part = {
  key: 'situation',
  label: '情况',
  changed: true,
  differences: [
    { kind: 'same', text: '路灯坏了' },
    { kind: 'removed', text: '十天' },
    { kind: 'added', text: '一个月' },
    { kind: 'same', text: '。' },
  ],
} as const;

describe('two revisions side by side', () => {
  it('have each their own words', () => {
    const textOf = (side: 'earlier' | 'later') =>
      sideOf({ ...part, differences: [...part.differences] }, side)
        .map(({ text }) => text)
        .join('');
    expect(textOf('earlier')).toBe('路灯坏了十天。');
    expect(textOf('later')).toBe('路灯坏了一个月。');
  });

  it('are the latest two at first', () => {
    expect(latestTwo([1, 3, 2])).toEqual({ from: 2, to: 3 });
    expect(latestTwo([1])).toBeUndefined();
    expect(latestTwo([])).toBeUndefined();
  });

  it('are compared in their order, whichever was chosen first', () => {
    expect(inOrder(3, 1)).toEqual({ from: 1, to: 3 });
  });
});
