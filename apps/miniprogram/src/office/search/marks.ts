/** A stretch of a text, in UTF-16 units; `end` is behind the last one. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** A piece of a text, found or not. */
export interface MarkedPiece {
  readonly text: string;
  readonly found: boolean;
}

/** Cuts a text where words were found. Marks that overlap or run out of the text do no harm. */
export function markedPieces(text: string, marks: readonly Mark[]): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const { start, end } of [...marks].sort((one, other) => one.start - other.start)) {
    const from = Math.max(start, at);
    const to = Math.min(end, text.length);
    if (from >= to) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), found: false });
    pieces.push({ text: text.slice(from, to), found: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: false });
  return pieces;
}
