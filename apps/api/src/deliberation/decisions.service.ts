import type { SubmissionRef } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { Decision } from './decision.entity.js';
import { DigestItem } from './digest-item.entity.js';

/** Outbox topic on which it is told that a signed decision was replaced by another signed one. */
export const DECISION_CORRECTED = 'decision.corrected';

/** The payload of {@link DECISION_CORRECTED}. */
export interface DecisionCorrected {
  readonly digestId: string;
  readonly itemId: string;
  readonly decisionId: string;
  readonly previousDecisionId: string;
}

/** What was decided on a submission, in short. */
export interface SubmissionOutcome {
  readonly outcome: Decision['outcome'];
  readonly signedAt: Date;
}

/** Signed decisions, for the features that build on them. */
@Injectable()
export class Decisions {
  constructor(private readonly database: Database) {}

  /** The decision in force of each item, by item id: the highest revision that is signed. Items without one are left out. */
  async currentOf(itemIds: readonly string[]): Promise<Map<string, Decision>> {
    const signed = await this.signedOf(itemIds);
    return new Map([...signed].flatMap(([itemId, decisions]) => decisions.slice(-1).map((last) => [itemId, last])));
  }

  /** All signed decisions of each item by item id, oldest first; the last one is in force. */
  async signedOf(itemIds: readonly string[]): Promise<Map<string, Decision[]>> {
    const byItem = new Map<string, Decision[]>();
    if (itemIds.length === 0) return byItem;
    const decisions = await this.database.read.find(Decision, {
      where: { itemId: In([...itemIds]), signedAt: Not(IsNull()) },
      order: { revision: 'ASC' },
    });
    for (const decision of decisions) {
      byItem.set(decision.itemId, [...(byItem.get(decision.itemId) ?? []), decision]);
    }
    return byItem;
  }

  /** The item that a root submission is on, or null. */
  itemOfSubmission({ kind, id }: SubmissionRef): Promise<DigestItem | null> {
    return this.database.read.findOneBy(DigestItem, { submissionKind: kind, submissionId: id });
  }

  /** The outcomes in force of root submissions, by `kind:id`; those without one are left out. */
  async outcomesOf(refs: readonly SubmissionRef[]): Promise<Map<string, SubmissionOutcome>> {
    if (refs.length === 0) return new Map();
    const items = await this.database.read.find(DigestItem, {
      where: { submissionId: In(refs.map(({ id }) => id)) },
    });
    const current = await this.currentOf(items.map(({ id }) => id));
    return new Map(
      items.flatMap((item) => {
        const decision = current.get(item.id);
        if (!decision?.signedAt) return [];
        const { outcome, signedAt } = decision;
        return [[`${item.submissionKind}:${item.submissionId}`, { outcome, signedAt }] as const];
      }),
    );
  }
}
