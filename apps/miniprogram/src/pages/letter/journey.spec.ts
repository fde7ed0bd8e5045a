import { describe, expect, it } from 'vitest';
import { nextOf } from './journey';

describe('what comes next for a letter', () => {
  it('is said while something is to come', () => {
    expect(nextOf({ state: 'delivered', nextStep: '3 月 6 日前答复' })).toBe('3 月 6 日前答复');
  });

  it.each(['closed', 'referred', 'returned', 'withdrawn'] as const)('is nothing once it is %s', (state) => {
    expect(nextOf({ state, nextStep: '…' })).toBeUndefined();
  });
});
