/**
 * A piece of a LIKE pattern that stands for itself. Use it with `ESCAPE '!'`, which SQLite and MySQL read alike (a backslash they do not).
 */
export function escapeLike(text: string): string {
  return text.replaceAll(/[!%_]/g, (character) => `!${character}`);
}
