import { expect, it } from 'vitest';
import { piecesOf } from './pieces.js';

it.each([
  ['', []],
  ['字', ['字']],
  ['字'.repeat(2501), ['字'.repeat(2500), '字']],
  [`${'字'.repeat(2499)}𠮷𠮷`, ['字'.repeat(2499), '𠮷𠮷']],
])('cuts a text for WeChat between characters (%#)', (text, pieces) => {
  expect(piecesOf(text)).toEqual(pieces);
});
