import type { SubmissionRef } from '@lianxin/shared';
import type { OpinionBehind } from '../../opinions/submissions.service.js';

type Told = Pick<OpinionBehind, 'id' | 'state' | 'mergedIntoId' | 'sources'>;

/** The letters that an opinion itself was drawn from. */
export function letterIdsOf({ sources }: Pick<OpinionBehind, 'sources'>): string[] {
  return sources.filter(({ sourceKind }) => sourceKind === 'letter').map(({ sourceId }) => sourceId);
}

/**
 * Which submissions of a root can be moved to relayed: everybody behind them and behind all that is under them has been told. Only the
 * topmost of each branch, since moving one moves all under it, and none that was moved before.
 * @param waiting letters whose writers have not been told of the decision in force.
 */
export function toldSubmissions(
  root: SubmissionRef,
  { opinions }: { readonly opinions: readonly Told[] },
  waiting: ReadonlySet<string>,
): SubmissionRef[] {
  const under = new Map<string, Told[]>();
  for (const opinion of opinions) {
    if (opinion.id === root.id) continue;
    const parent = opinion.mergedIntoId ?? root.id;
    under.set(parent, [...(under.get(parent) ?? []), opinion]);
  }
  const told: SubmissionRef[] = [];
  /** @returns true when all are told at and under it; otherwise those of its branches that are have been added. */
  const visit = (ref: SubmissionRef, own: Told | undefined): boolean => {
    const branches = (under.get(ref.id) ?? []).map((child) => {
      const childRef = { kind: 'opinion', id: child.id } as const;
      return { child, childRef, done: visit(childRef, child) };
    });
    const ownDone = !own || letterIdsOf(own).every((letterId) => !waiting.has(letterId));
    if (ownDone && branches.every(({ done }) => done)) return true;
    told.push(
      ...branches.filter(({ child, done }) => done && child.state === 'fed_back').map(({ childRef }) => childRef),
    );
    return false;
  };
  const own = opinions.find(({ id }) => id === root.id);
  if (!visit(root, own)) return told;
  return opinions.some(({ state }) => state === 'fed_back') ? [root] : [];
}
