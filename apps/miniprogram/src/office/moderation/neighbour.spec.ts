import { describe, expect, it } from 'vitest';
import { neighbourOf } from './neighbour';

const items = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

describe('neighbourOf', () => {
  it.each([
    ['the next one', 'a', 1, 'b'],
    ['the one before', 'c', -1, 'b'],
    ['the last one again at the end', 'c', 1, 'c'],
    ['the first one again at the beginning', 'a', -1, 'a'],
    ['the first one when none is chosen', undefined, 1, 'a'],
    ['the first one when the chosen one is gone', 'x', -1, 'a'],
  ] as const)('gives %s', (_what, id, step, expected) => {
    expect(neighbourOf(items, id, step)?.id).toBe(expected);
  });

  it('gives nothing of an empty list', () => {
    expect(neighbourOf([], 'a', 1)).toBeUndefined();
  });
});
