import { describe, expect, it, vi } from 'vitest';
import { sizeForScale } from './reading';

vi.mock('@tarojs/taro', () => ({ default: { getStorageSync: () => '' } }));

describe('sizeForScale', () => {
  it.each([
    [1, undefined],
    [1.1, undefined],
    [1.2, 20],
    [1.5, 24],
    [3, 30],
    [Number.NaN, undefined],
  ])('%s → %s', (scale, size) => {
    expect(sizeForScale(scale)).toBe(size);
  });
});
