import { DECISION_OUTCOME_LABELS, DECISION_OUTCOMES } from '@lianxin/shared';
import type { DigestItem } from '@/api/types';

/** What a signature would put in force: `采纳 12 件，未采纳 1 件`; empty when nothing waits. */
export function signableInWords(items: readonly Pick<DigestItem, 'pending' | 'allowedActions'>[]): string {
  const outcomes = items.flatMap(({ pending, allowedActions }) =>
    pending && allowedActions.includes('sign_off') ? [pending.outcome] : [],
  );
  return DECISION_OUTCOMES.map((outcome) => ({ outcome, count: outcomes.filter((each) => each === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${DECISION_OUTCOME_LABELS[outcome]} ${count} 件`)
    .join('，');
}
