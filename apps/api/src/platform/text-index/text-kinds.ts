/** What can be found by its words. The place in this list is what the tables hold: add at the end, never take out. */
export const TEXT_KINDS = ['letter', 'opinion', 'sector_voice', 'digest'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** The number under which the tables hold a kind. */
export function kindCode(kind: TextKind): number {
  return TEXT_KINDS.indexOf(kind) + 1;
}

/** The kind of such a number. */
export function kindOf(code: number): TextKind {
  const kind = TEXT_KINDS[code - 1];
  if (!kind) throw new RangeError(`there is no kind ${code} of text`);
  return kind;
}
