import type { Decision } from './decision.entity.js';

/** Where an item stands: what is in force, what waits for a signature, what was in force before. */
export interface DecisionStanding<D extends Pick<Decision, 'revision' | 'signedAt'> = Decision> {
  /** The highest revision that is signed. */
  readonly current: D | null;
  /** The last revision, while it has no signature. */
  readonly pending: D | null;
  /** Signed ones before `current`, oldest first. */
  readonly history: readonly D[];
}

/** The standing of one item from all its revisions, in any order. */
export function standingOf<D extends Pick<Decision, 'revision' | 'signedAt'>>(
  revisions: readonly D[],
): DecisionStanding<D> {
  const inOrder = [...revisions].sort((a, b) => a.revision - b.revision);
  const signed = inOrder.filter(({ signedAt }) => signedAt !== null);
  const last = inOrder.at(-1);
  return {
    current: signed.at(-1) ?? null,
    pending: last && last.signedAt === null ? last : null,
    history: signed.slice(0, -1),
  };
}
