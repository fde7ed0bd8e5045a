import { describe, expect, test } from 'vitest';
import { Problem } from '../problems/problem.js';
import { decodeCursor, decodeInstantCursor, encodeCursor, toPage } from './keyset.js';

const rows = Array.from({ length: 7 }, (_, index) => ({ id: `id-${index}`, name: index < 3 ? '同名' : `名${index}` }));

/** What a database would give for one page: rows after the cursor, one more than asked for. */
function read(cursor: string | undefined, limit: number) {
  const place = decodeCursor(cursor);
  const start = place ? rows.findIndex(({ id }) => id === place.id) + 1 : 0;
  const placeOf = (row: (typeof rows)[number]) => ({ sort: row.name, id: row.id });
  return toPage(rows.slice(start, start + limit + 1), limit, placeOf, ({ id }) => id);
}

const raw = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a page', () => {
  test.each([1, 2, 3, 6, 7, 100])('of %i rows leads through the whole list without gap or repetition', (limit) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = read(cursor, limit);
      expect(page.items.length).toBeLessThanOrEqual(limit);
      seen.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(rows.map(({ id }) => id));
  });

  test('that ends with the last row says so', () => {
    expect(read(undefined, 7).nextCursor).toBeNull();
    expect(toPage([], 20, () => ({ sort: '', id: '' }), String)).toEqual({ items: [], nextCursor: null });
  });
});

describe('a cursor', () => {
  test('comes back as it went, in any script', () => {
    for (const place of [
      { sort: '李演示 \u{20BB7}', id: 'x' },
      { sort: 12.5, id: 'y' },
    ]) {
      expect(encodeCursor(place)).toMatch(/^[\w-]+$/);
      expect(decodeCursor(encodeCursor(place))).toEqual(place);
    }
  });

  test.each([
    ['text that is none', 'hello'],
    ['an object', raw({ sort: 'a', id: 'b' })],
    ['a sort value of another kind', raw([{ $gt: '' }, 'b'])],
    ['an id of another kind', raw(['a', 1])],
    ['too few parts', raw(['a'])],
    ['too many parts', raw(['a', 'b', 'c'])],
  ])('made of %s is refused', (_, cursor) => {
    expect(() => decodeCursor(cursor)).toThrow(Problem);
  });

  test('of a list by time must hold a time', () => {
    const at = new Date('2026-03-01T00:00:00.123Z');
    expect(decodeInstantCursor(encodeCursor({ sort: at.toISOString(), id: 'x' }))).toEqual({ at, id: 'x' });
    expect(() => decodeInstantCursor(encodeCursor({ sort: '不是时间', id: 'x' }))).toThrow(Problem);
    expect(decodeInstantCursor(undefined)).toBeUndefined();
  });
});
