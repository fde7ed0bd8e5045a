import { createHash } from 'node:crypto';

/** What a text says, without spaces, punctuation, symbols and letter case: two texts that differ only in those are copies. */
function essence(text: string): string {
  return text.toLowerCase().replace(/[\p{P}\p{S}\p{Z}\p{C}\s]/gu, '');
}

/** A short hash of what a text says, by which copies are found. A text of nothing but symbols stands for itself. */
export function textHashOf(text: string): string {
  return createHash('sha256')
    .update(essence(text) || text)
    .digest('hex')
    .slice(0, 32);
}

/** The first characters of a text, on one line. */
export function excerptOf(text: string, characters = 80): string {
  return [...text.replace(/\s+/g, ' ')].slice(0, characters).join('');
}

/** The pairs of neighbouring characters in a text, by which likeness is measured. */
export function pairsOf(text: string): Set<string> {
  const characters = [...essence(text)];
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`));
}

/** How much of the smaller text's pairs the other one shares, 0 to 1. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  if (smaller === 0) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return shared / smaller;
}
