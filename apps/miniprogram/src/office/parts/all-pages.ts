import type { ListPage } from '@/hooks/useInfiniteList';

/** Reads a keyset list to its end; for lists that people keep themselves, a few dozen entries long. */
export async function allPages<T>(load: (cursor: string | undefined) => Promise<ListPage<T>>): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await load(cursor);
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}
