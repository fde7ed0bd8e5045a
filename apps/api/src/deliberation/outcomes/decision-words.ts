import { DECISION_OUTCOME_LABELS, DECISION_USE_LABELS, type SubmissionRef } from '@lianxin/shared';
import type { SubmissionSummary } from '../../opinions/submissions.service.js';
import { asIso } from '../../platform/database/instants.js';
import type { Decision } from '../decision.entity.js';
import type { SignedDecisionView, SubmissionLink } from './decision-view.js';

/** A signed decision as the API gives it. */
export function viewOfDecision(decision: Decision): SignedDecisionView {
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
    signedAt: asIso(decision.signedAt ?? decision.recordedAt),
  };
}

/** A submission by number and title. */
export function linkOf(
  ref: SubmissionRef,
  summary: Pick<SubmissionSummary, 'reference' | 'title'> | undefined,
): SubmissionLink {
  return { kind: ref.kind, id: ref.id, reference: summary?.reference ?? null, title: summary?.title ?? '' };
}
