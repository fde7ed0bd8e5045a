/** The item after (1) or before (-1) the chosen one; the first where none is chosen; the ends stay. */
export function neighbourOf<T extends { readonly id: string }>(
  items: readonly T[],
  id: string | undefined,
  step: 1 | -1,
): T | undefined {
  const at = items.findIndex((item) => item.id === id);
  if (at < 0) return items[0];
  return items[Math.min(Math.max(at + step, 0), items.length - 1)];
}
