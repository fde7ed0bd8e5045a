import { DECISION_OUTCOME_LABELS, DECISION_USE_LABELS } from '@lianxin/shared';
import type { Decision } from './decision.entity.js';

/** What a decision says, with its words: the part of it that every reader of a decision is given. */
export function termsOf(decision: Decision) {
  return {
    id: decision.id,
    revision: decision.revision,
    outcome: decision.outcome,
    outcomeLabel: DECISION_OUTCOME_LABELS[decision.outcome],
    reason: decision.reason,
    use: decision.use,
    useLabel: decision.use && DECISION_USE_LABELS[decision.use],
    responsibleBody: decision.responsibleBody,
    dueDate: decision.dueDate,
    correctionReason: decision.correctionReason,
  };
}
