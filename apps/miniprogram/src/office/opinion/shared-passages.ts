/** A piece of a text, and whether the other text has it as well. */
export interface Passage {
  readonly text: string;
  readonly shared: boolean;
}

/** So many characters in a row are no accident in Chinese: most words have two, set phrases four. */
const LONG_ENOUGH = 4;

/** Marks in a text what another one has word for word, in runs of at least {@link LONG_ENOUGH} characters. */
export function sharedPassages(text: string, other: string): readonly Passage[] {
  const characters = [...text];
  const others = [...other];
  const runs = new Set<string>();
  for (let at = 0; at + LONG_ENOUGH <= others.length; at++) runs.add(others.slice(at, at + LONG_ENOUGH).join(''));
  const shared = new Array<boolean>(characters.length).fill(false);
  for (let at = 0; at + LONG_ENOUGH <= characters.length; at++) {
    if (runs.has(characters.slice(at, at + LONG_ENOUGH).join(''))) shared.fill(true, at, at + LONG_ENOUGH);
  }
  const passages: { text: string; shared: boolean }[] = [];
  for (const [at, character] of characters.entries()) {
    const last = passages.at(-1);
    if (last && last.shared === shared[at]) last.text += character;
    else passages.push({ text: character, shared: shared[at] ?? false });
  }
  return passages;
}
