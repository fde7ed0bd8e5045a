import { LIMITS, textLength } from '@lianxin/shared';

/** Stands in a quoted passage for what was left out between two sentences of the letter. */
const LEFT_OUT = '……';

/** The sentences of a letter, each with its full stop and what follows it up to the next; together they are the whole letter. */
export function sentencesOf(text: string): readonly string[] {
  return text.match(/[^。！？!?；;\n]*[。！？!?；;\n]+["”』」）)]*\s*|[^。！？!?；;\n]+$/g) ?? [];
}

/**
 * The passage made of some sentences of a letter, word for word and in their order.
 * @param chosen positions in {@link sentencesOf}
 */
export function quoteOf(sentences: readonly string[], chosen: ReadonlySet<number>): string {
  const runs: string[] = [];
  let last = -2;
  sentences.forEach((sentence, at) => {
    if (!chosen.has(at)) return;
    if (at === last + 1 && runs.length > 0) runs[runs.length - 1] += sentence;
    else runs.push(sentence);
    last = at;
  });
  return runs.map((run) => run.trim()).join(LEFT_OUT);
}

/** The sentences that a passage is made of, so that it can be changed; those that cannot be found in the letter are left out. */
export function chosenIn(sentences: readonly string[], quote: string | null): ReadonlySet<number> {
  const chosen = new Set<number>();
  if (!quote) return chosen;
  let from = 0;
  for (const run of quote.split(LEFT_OUT)) {
    const start = sentences.findIndex((_, at) => at >= from && startsRun(sentences, at, run));
    if (start < 0) continue;
    let length = 0;
    for (let at = start; at < sentences.length && length < run.length; at++) {
      chosen.add(at);
      length += sentences[at]?.length ?? 0;
      from = at + 1;
    }
  }
  return chosen;
}

function startsRun(sentences: readonly string[], at: number, run: string): boolean {
  const rest = sentences.slice(at).join('').trimStart();
  return run.trim() !== '' && rest.startsWith(run.trim());
}

/** How many characters a passage has too many. */
export function quoteExcess(quote: string): number {
  return Math.max(0, textLength(quote) - LIMITS.sourceQuote);
}
