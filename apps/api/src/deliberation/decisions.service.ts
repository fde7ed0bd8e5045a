import type { SubmissionRef } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { Decision } from './decision.entity.js';
import type { DigestItem } from './digest-item.entity.js';

/** Outbox topic on which it is told that a signed decision was replaced by another one. */
export const DECISION_CORRECTED = 'decision.corrected';

/** The payload of {@link DECISION_CORRECTED}. */
export interface DecisionCorrected {
  readonly digestId: string;
  readonly itemId: string;
  readonly decisionId: string;
  readonly previousDecisionId: string;
}

/** Decisions in force, for the features that build on them. */
@Injectable()
export class Decisions {
  /** The decision in force of each item, by item id: the highest revision that is signed. Items without one are left out. */
  async currentOf(_itemIds: readonly string[]): Promise<Map<string, Decision>> {
    throw new Error('not written yet');
  }

  /** All signed decisions of each item by item id, oldest first; the last one is in force. */
  async signedOf(_itemIds: readonly string[]): Promise<Map<string, Decision[]>> {
    throw new Error('not written yet');
  }

  /** The item that a root submission is on, or null. */
  async itemOfSubmission(_ref: SubmissionRef): Promise<DigestItem | null> {
    throw new Error('not written yet');
  }
}
