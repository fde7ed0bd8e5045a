import { describe, expect, it } from 'vitest';
import { firstUnread, readOnWords } from './reading-progress';

const items = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

describe('reading a digest', () => {
  it.each([
    [[], 'a', '开始阅读'],
    [['a'], 'b', '接着读第 2 件'],
    [['b'], 'a', '接着读第 1 件'],
    [['a', 'b', 'c'], 'a', '从头再读'],
  ] as const)('after %o goes on with %s', (read, id, words) => {
    expect(firstUnread(items, new Set(read))?.id).toBe(id);
    expect(readOnWords(items, new Set(read))).toBe(words);
  });
});
