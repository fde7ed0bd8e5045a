/** One key of a desk page: what to press, what it does in words, and doing it. */
export interface DeskKey {
  /** As `KeyboardEvent.key` has it: `j`, `Enter`, `?`. */
  readonly key: string;
  readonly words: string;
  readonly run: () => void;
}

/** What decides whether a press is meant for the page. */
export interface Press {
  readonly key: string;
  readonly modified: boolean;
  /** A field is being filled in, so that letters are letters. */
  readonly typing: boolean;
  /** A dialog, a panel or a list of choices lies on top, or has the keys. */
  readonly covered: boolean;
  /** A button or link has the focus, which Enter and Space press. */
  readonly onControl: boolean;
}

/** The key that a press means, if any: never while somebody types, a dialog asks or a button is being pressed. */
export function keyMeant(keys: readonly DeskKey[], press: Press): DeskKey | undefined {
  if (press.modified || press.typing || press.covered) return undefined;
  if (press.onControl && (press.key === 'Enter' || press.key === ' ')) return undefined;
  return keys.find(({ key }) => key === press.key);
}
