const MOST_NAMES = 3;
const LEAST_LIKENESS = 0.4;

/** Likeness of two names from 0 to 1: twice the characters they share over all their characters (Sørensen–Dice). */
function likeness(a: string, b: string): number {
  const rest = [...b];
  const total = [...a].length + rest.length;
  let shared = 0;
  for (const character of a) {
    const place = rest.indexOf(character);
    if (place < 0) continue;
    rest.splice(place, 1);
    shared += 1;
  }
  return (2 * shared) / total;
}

/** The known names most like a mistyped one, the nearest first; at most three, none when nothing is near. */
export function nearestNames(typed: string, known: readonly string[]): string[] {
  return known
    .map((name) => ({ name, score: likeness(typed, name) }))
    .filter(({ score }) => score >= LEAST_LIKENESS)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_NAMES)
    .map(({ name }) => name);
}
