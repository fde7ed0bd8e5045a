/** Where one stands in a list: on which item, and which place it had when one came to it. */
export interface Position<T> {
  readonly item: T;
  readonly index: number;
}

interface Item {
  readonly id: string;
}

/** The item one stands on as it is now; the one remembered, when it has left the list meanwhile. */
export function standingOn<T extends Item>(items: readonly T[], position: Position<T> | undefined): T | undefined {
  return items.find(({ id }) => id === position?.item.id) ?? position?.item;
}

/** Stands on an item. */
export function positionOf<T extends Item>(items: readonly T[], item: T): Position<T> {
  return {
    item,
    index: Math.max(
      0,
      items.findIndex(({ id }) => id === item.id),
    ),
  };
}

/**
 * One step on or back; the ends stay. What stood after an item that has left the list has moved up into its place, so one step on
 * leads there: nothing is skipped when things are worked off one after the other.
 */
export function stepFrom<T extends Item>(
  items: readonly T[],
  position: Position<T> | undefined,
  step: 1 | -1,
): Position<T> | undefined {
  const now = items.findIndex(({ id }) => id === position?.item.id);
  const gone = position !== undefined && now < 0;
  const wanted = position === undefined ? 0 : gone ? position.index + (step === 1 ? 0 : -1) : now + step;
  const index = Math.min(Math.max(wanted, 0), items.length - 1);
  const item = items[index];
  return item === undefined ? position : { item, index };
}
