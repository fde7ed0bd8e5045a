import { describe, expect, it, vi } from 'vitest';
import { hitUrl } from './hit-url';

vi.mock('@tarojs/taro', () => ({ default: {} }));

describe('where a text that was found opens', () => {
  it.each([
    ['letter', 'writer', '/pages/letter/index?id=7'],
    ['letter', 'addressee', '/member/letter/index?id=7'],
    ['letter', 'desk', '/office/letter/index?id=7'],
    ['opinion', 'author', '/member/opinion/index?id=7'],
    ['opinion', 'desk', '/office/opinion/index?id=7'],
    ['opinion', 'leader', '/office/opinion/index?id=7'],
    ['sector_voice', 'author', '/member/voice/index?id=7'],
    ['sector_voice', 'desk', '/office/voice/index?id=7'],
    ['digest', 'desk', '/office/digest/index?id=7'],
    ['digest', 'leader', '/office/leader/digest/index?id=7'],
  ] as const)('%s as %s: %s', (kind, as, url) => {
    expect(hitUrl({ kind, id: '7', as })).toBe(url);
  });
});
