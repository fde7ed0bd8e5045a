/** WeChat checks at most this many UTF-16 units at once: fewer than a letter of rare characters (𠮷) has. */
const MOST_UNITS = 2500;

/** Cuts a text into pieces that WeChat takes, never through the middle of a character. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    let to = Math.min(from + MOST_UNITS, text.length);
    if (to < text.length && /[\uDC00-\uDFFF]/.test(text.charAt(to))) to -= 1;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}
