import { describe, expect, it } from 'vitest';
import { themeInWords } from './themes';

describe('a theme of the sector', () => {
  it.each([
    [2, 0, '待采集 2'],
    [0, 3, '可合成 3'],
    [2, 3, '待采集 2，可合成 3'],
    [0, 0, '都已并入'],
  ])('with %d submitted and %d accepted: %s', (submitted, accepted, words) => {
    expect(themeInWords({ submitted, accepted })).toBe(words);
  });
});
