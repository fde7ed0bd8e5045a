import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const source = readFileSync(path.join(__dirname, 'tokens.scss'), 'utf8');
const colours = new Map(
  [...source.matchAll(/--lx-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
);

function luminance(name: string): number {
  const value = colours.get(name);
  if (!value) throw new Error(`no colour ${name}`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(value.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast as WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['ground', 'surface', 'sunken'];
const pairs = [
  ...['ink', 'ink-soft', 'primary', 'bad'].flatMap((text) => grounds.map((ground) => [text, ground])),
  ...['good', 'warn', 'bad', 'calm', 'primary'].map((tone) => [tone, `${tone}-wash`]),
  ...['good', 'warn', 'bad', 'calm', 'primary'].map((tone) => ['ink', `${tone}-wash`]),
  ['ink-on-primary', 'primary'],
  ['ink-on-primary', 'accent'],
  ['placeholder', 'surface'],
] as [string, string][];

describe('colours of text', () => {
  it.each(pairs)('%s on %s has a contrast of at least 4.5:1', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });
});
