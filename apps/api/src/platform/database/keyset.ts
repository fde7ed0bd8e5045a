import { Problem } from '../problems/problem.js';

/** One page of a list. `nextCursor` is null on the last page. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** The place in a list after which the next page starts: the sort value of its last row and, for equal ones, its id. */
export interface Keyset {
  readonly sort: string | number;
  readonly id: string;
}

/** Packs a place in a list into an opaque cursor. */
export function encodeCursor(place: Keyset): string {
  return Buffer.from(JSON.stringify([place.sort, place.id])).toString('base64url');
}

function cursorInvalid(): Problem {
  return new Problem({ status: 422, code: 'cursor_invalid', detail: '翻页位置无效，请回到第一页重新查看。' });
}

/**
 * Unpacks a cursor that {@link encodeCursor} made.
 * @throws {Problem} 422 `cursor_invalid` for anything else.
 */
export function decodeCursor(cursor: string | undefined): Keyset | undefined {
  if (!cursor) return undefined;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parsed) && parsed.length === 2) {
      const [sort, id] = parsed as unknown[];
      if ((typeof sort === 'string' || typeof sort === 'number') && typeof id === 'string') return { sort, id };
    }
  } catch {
    // falls through to the one refusal below
  }
  throw cursorInvalid();
}

/**
 * Unpacks the cursor of a list that is sorted by an instant, in ISO 8601.
 * @throws {Problem} 422 `cursor_invalid` for anything else.
 */
export function decodeInstantCursor(cursor: string | undefined): { at: Date; id: string } | undefined {
  const place = decodeCursor(cursor);
  if (!place) return undefined;
  const at = new Date(place.sort);
  if (Number.isNaN(at.getTime())) throw cursorInvalid();
  return { at, id: place.id };
}

/**
 * Cuts a page from rows that were read with one more than `limit`.
 * @param placeOf the sort value and id of a row, in the order that the query sorted by.
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  placeOf: (row: Row) => Keyset,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(placeOf(last)) : null,
  };
}
