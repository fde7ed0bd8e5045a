import { describe, expect, it } from 'vitest';
import { markedPieces } from './marks';

const shown = (text: string, marks: { start: number; end: number }[]) =>
  markedPieces(text, marks)
    .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
    .join('');

describe('markedPieces', () => {
  it.each([
    ['nothing found', '村口路灯', [], '村口路灯'],
    ['a word inside', '村口路灯坏了', [{ start: 2, end: 4 }], '村口[路灯]坏了'],
    ['the whole text', '路灯', [{ start: 0, end: 2 }], '[路灯]'],
    [
      'words out of order',
      '村口路灯',
      [
        { start: 2, end: 4 },
        { start: 0, end: 1 },
      ],
      '[村]口[路灯]',
    ],
    [
      'words that overlap',
      '村口路灯',
      [
        { start: 0, end: 3 },
        { start: 2, end: 4 },
      ],
      '[村口路][灯]',
    ],
    ['a mark that runs out of the text', '路灯', [{ start: 1, end: 9 }], '路[灯]'],
    ['an empty text', '', [{ start: 0, end: 2 }], ''],
  ])('with %s', (_what, text, marks, expected) => {
    expect(shown(text, marks)).toBe(expected);
  });
});
