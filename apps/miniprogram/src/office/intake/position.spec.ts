import { describe, expect, it } from 'vitest';
import { positionOf, standingOn, stepFrom } from './position';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => ({ id })) as [Item, Item, Item, Item];
interface Item {
  readonly id: string;
}
const items = [a, b, c];

describe('a step in the queue', () => {
  it.each([
    ['the next one', items, b, 1, 'c'],
    ['the one before', items, b, -1, 'a'],
    ['the last one again at the end', items, c, 1, 'c'],
    ['the first one again at the beginning', items, a, -1, 'a'],
  ] as const)('leads to %s', (_what, list, from, step, expected) => {
    expect(stepFrom(list, positionOf(items, from), step)?.item.id).toBe(expected);
  });

  it('begins with the first one', () => {
    expect(stepFrom(items, undefined, 1)?.item).toBe(a);
  });

  it.each([
    ['on, to what moved up into its place', 1, 'c'],
    ['back, to what stood before it', -1, 'a'],
  ] as const)('from an item that was worked off leads %s', (_what, step, expected) => {
    expect(stepFrom([a, c, d], positionOf(items, b), step)?.item.id).toBe(expected);
  });

  it('from the last item, when that was worked off, leads to the one that is last now', () => {
    expect(stepFrom([a, b], positionOf(items, c), 1)?.item.id).toBe('b');
  });

  it('stays where it is in an empty list', () => {
    const position = positionOf(items, b);
    expect(stepFrom([], position, 1)).toBe(position);
    expect(stepFrom([], undefined, 1)).toBeUndefined();
  });
});

describe('what one stands on', () => {
  it('is shown as it is now, and stays in sight when it has left the list', () => {
    const renewed = { id: 'b', state: 'accepted' };
    expect(standingOn([a, renewed], positionOf(items, b))).toBe(renewed);
    expect(standingOn([a, c], positionOf(items, b))).toBe(b);
    expect(standingOn(items, undefined)).toBeUndefined();
  });
});
