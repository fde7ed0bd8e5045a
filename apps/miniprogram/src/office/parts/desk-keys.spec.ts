import { describe, expect, it } from 'vitest';
import { type DeskKey, keyMeant, type Press } from './desk-keys';

const keys: DeskKey[] = ['j', 'Enter', '?'].map((key) => ({ key, words: key, run: () => undefined }));
const free: Press = { key: 'j', modified: false, typing: false, covered: false, onControl: false };

describe('keyMeant', () => {
  it.each([
    ['a key of the page', {}, 'j'],
    ['a key that needs Shift to be typed', { key: '?' }, '?'],
    ['Enter, when no button has the focus', { key: 'Enter' }, 'Enter'],
    ['Enter on a button, which is the button’s', { key: 'Enter', onControl: true }, undefined],
    ['a letter while a button has the focus', { onControl: true }, 'j'],
    ['a letter in a field', { typing: true }, undefined],
    ['a letter under a dialog', { covered: true }, undefined],
    ['the browser’s own shortcut', { modified: true }, undefined],
    ['a key that the page does not have', { key: 'x' }, undefined],
  ] as const)('knows %s', (_what, press, expected) => {
    expect(keyMeant(keys, { ...free, ...press })?.key).toBe(expected);
  });
});
