import { describe, expect, it } from 'vitest';
import { allPages } from './all-pages';

describe('allPages', () => {
  it('follows the cursors to the end and keeps the order', async () => {
    const pages = new Map([
      [undefined, { items: [1, 2], nextCursor: 'b' }],
      ['b', { items: [3], nextCursor: 'c' }],
      ['c', { items: [4], nextCursor: null }],
    ]);
    const asked: (string | undefined)[] = [];
    const all = await allPages(async (cursor) => {
      asked.push(cursor);
      return pages.get(cursor) ?? { items: [] };
    });
    expect(all).toEqual([1, 2, 3, 4]);
    expect(asked).toEqual([undefined, 'b', 'c']);
  });
});
