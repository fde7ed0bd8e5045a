import type { SubmissionRef } from '@lianxin/shared';
import type { SubmissionSummary } from '../../opinions/submissions.service.js';
import { asIso } from '../../platform/database/instants.js';
import type { Decision } from '../decision.entity.js';
import { termsOf } from '../decision-terms.js';
import type { SignedDecisionView, SubmissionLink } from './decision-view.js';

/** A signed decision as the API gives it. */
export function viewOfDecision(decision: Decision): SignedDecisionView {
  return {
    ...termsOf(decision),
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
