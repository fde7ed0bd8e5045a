/** Scripts written without spaces between words: their texts are cut into pairs of neighbouring characters. */
const RUNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}])+/gu;
const WIDE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;
/** No letter or digit group is longer than what a person types; the rest of a longer one adds nothing. */
const LONGEST_RUN = 40;

/** A text as it is compared, with the place in the original that each of its UTF-16 units comes from. */
interface Folded {
  readonly text: string;
  readonly places: readonly number[];
}

/** Full-width letters and digits become plain ones, capitals small. Chinese characters stay as they are. */
function foldCharacter(character: string): string {
  return character.normalize('NFKC').toLowerCase();
}

function fold(text: string): Folded {
  const places: number[] = [];
  let folded = '';
  let place = 0;
  for (const character of text) {
    const same = foldCharacter(character);
    folded += same;
    for (let unit = 0; unit < same.length; unit += 1) places.push(place);
    place += character.length;
  }
  return { text: folded, places };
}

/** FNV-1a, 32 bits, signed as the column holds it. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let unit = 0; unit < text.length; unit += 1) hash = Math.imul(hash ^ text.charCodeAt(unit), 0x01000193);
  return hash | 0;
}

/** A pair of characters fits into 32 bits as it is; what does not is hashed, and whoever asks compares the words themselves. */
function pairCode(pair: string): number {
  return pair.length === 2 ? (pair.charCodeAt(0) << 16) | pair.charCodeAt(1) : hashOf(pair);
}

/**
 * What a text is found by, as 32-bit numbers: every pair of neighbouring Chinese characters, and every group of other letters and
 * digits as a whole. A single Chinese character gives nothing.
 */
export function gramsOf(text: string): Set<number> {
  const grams = new Set<number>();
  for (const [run] of fold(text).text.matchAll(RUNS)) {
    if (!WIDE.test(run)) {
      grams.add(hashOf(run.slice(0, LONGEST_RUN)));
      continue;
    }
    const characters = [...run];
    for (let at = 1; at < characters.length; at += 1) grams.add(pairCode(`${characters[at - 1]}${characters[at]}`));
  }
  return grams;
}

/** The words that somebody asks for: what spaces and punctuation separate, each once, at most `most`. */
export function wordsOf(query: string, most = 8): string[] {
  return [...new Set(fold(query).text.split(BETWEEN_WORDS).filter(Boolean))].slice(0, most);
}

/** True when every word stands in one of the texts. */
export function holdsAll(words: readonly string[], texts: readonly string[]): boolean {
  const folded = texts.map((text) => fold(text).text);
  return words.every((word) => folded.some((text) => text.includes(word)));
}

/** A place in a text where a word was found, in UTF-16 units as JavaScript counts them; `end` is behind the last one. */
export type Mark = readonly [start: number, end: number];

/** Where the words stand in a text, in order and without overlap. */
export function marksOf(words: readonly string[], text: string): Mark[] {
  const folded = fold(text);
  const found: [number, number][] = [];
  for (const word of words) {
    for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + word.length)) {
      found.push([folded.places[at] ?? 0, folded.places[at + word.length] ?? text.length]);
    }
  }
  const marks: [number, number][] = [];
  for (const [start, end] of found.sort((a, b) => a[0] - b[0])) {
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}

const EXCERPT = 80;
const BEFORE = 20;

/** The part of a text around the first place where one of the words stands, on one line, with the marks in it. */
export function excerptAround(words: readonly string[], text: string): { text: string; marks: Mark[] } {
  const line = [...text.replace(/\s+/g, ' ').trim()];
  const first = marksOf(words, line.join(''))[0]?.[0] ?? 0;
  const before = [...line.join('').slice(0, first)].length;
  const start = Math.max(0, Math.min(before - BEFORE, line.length - EXCERPT));
  const cut = line.slice(start, start + EXCERPT).join('');
  const excerpt = `${start > 0 ? '…' : ''}${cut}${start + EXCERPT < line.length ? '…' : ''}`;
  return { text: excerpt, marks: marksOf(words, excerpt) };
}
