import { TEXT_KINDS, type TextKind } from '@lianxin/shared';

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
