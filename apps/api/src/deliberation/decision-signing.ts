import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { workingDaysAfter } from '../mailbox/deadlines/working-days.js';
import { Submissions } from '../opinions/submissions.service.js';
import { Audit } from '../platform/audit/audit.js';
import { Journey, type JourneyStep } from '../platform/journey/journey.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { Settings } from '../platform/settings/settings.js';
import { Decision } from './decision.entity.js';
import { DECISION_CORRECTED, type DecisionCorrected, Decisions } from './decisions.service.js';
import { DigestChanges, type HeldDigest } from './digest-changes.js';
import { DigestItem } from './digest-item.entity.js';
import { DigestNotices } from './digest-notices.js';
import { refOf } from './digest-submissions.js';
import { DigestTallies } from './digest-tallies.js';

/** A decision with the item it is on. */
export interface ItemDecision {
  readonly item: DigestItem;
  readonly decision: Decision;
}

/** What a signature sets going: the last one on a submitted digest makes it decided; a later one is a correction. */
@Injectable()
export class DecisionSigning {
  constructor(
    private readonly changes: DigestChanges,
    private readonly decisions: Decisions,
    private readonly tallies: DigestTallies,
    private readonly submissions: Submissions,
    private readonly journey: Journey,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly notices: DigestNotices,
    private readonly settings: Settings,
  ) {}

  /** Signs decisions on a held digest that somebody else recorded. */
  async sign(held: HeldDigest, signed: readonly ItemDecision[]): Promise<void> {
    const { digest, manager, now, accountId } = held;
    const itemIds = signed.map(({ item }) => item.id);
    const before = digest.state === 'submitted' ? null : await this.decisions.currentOf(itemIds);
    await manager.update(
      Decision,
      { id: In(signed.map(({ decision }) => decision.id)) },
      { signedBy: accountId, signedAt: now },
    );
    // Words of a feedback that were edited for the decision before do not fit the corrected one.
    await this.changes.changeItems(held, itemIds, before ? { feedbackText: null } : {});
    await this.changes.apply(held, {});
    await this.audit.append({
      accountId,
      action: 'decision.sign',
      subjectKind: 'digest',
      subjectId: digest.id,
      facts: { signed: signed.map(({ item, decision }) => [item.id, decision.revision, decision.outcome]) },
    });
    if (before) await this.correct(held, signed, before);
    else await this.completeWhenAllSigned(held);
  }

  private async completeWhenAllSigned(held: HeldDigest): Promise<void> {
    const { digest, manager, now, accountId } = held;
    const { items: count, decided } = await this.tallies.ofOne(digest.id, null);
    if (decided < count) return;
    const meeting = new Date(Date.parse(`${digest.meetingDate}T12:00:00+08:00`));
    await this.changes.complete(held, {
      decidedAt: now,
      feedbackDue: workingDaysAfter(meeting, this.settings.FEEDBACK_WORKING_DAYS),
    });
    const items = await manager.find(DigestItem, { where: { digestId: digest.id }, order: { position: 'ASC' } });
    const current = await this.decisions.currentOf(items.map(({ id }) => id));
    const decisions = items.flatMap((item) => {
      const decision = current.get(item.id);
      return decision ? [{ item, decision }] : [];
    });
    await this.journey.appendAll(decisions.map((of) => itemStep('item_decided', held, of)));
    await this.submissions.moveAll(
      decisions.map(({ item, decision }) => ({
        ref: refOf(item),
        facts: { digestId: digest.id, itemId: item.id, decisionId: decision.id, outcome: decision.outcome },
      })),
      'decide',
      { at: now, accountId: null },
    );
    await this.notices.decided(digest, accountId);
  }

  private async correct(
    held: HeldDigest,
    signed: readonly ItemDecision[],
    before: ReadonlyMap<string, Decision>,
  ): Promise<void> {
    const { digest, accountId } = held;
    await this.journey.appendAll(signed.map((of) => itemStep('item_corrected', held, of)));
    for (const { item, decision } of signed) {
      const message: DecisionCorrected = {
        digestId: digest.id,
        itemId: item.id,
        decisionId: decision.id,
        previousDecisionId: before.get(item.id)?.id ?? decision.id,
      };
      await this.outbox.emit(DECISION_CORRECTED, message);
      await this.notices.corrected(digest, decision.id, accountId);
    }
  }
}

function itemStep(type: string, { digest, now, accountId }: HeldDigest, { item, decision }: ItemDecision): JourneyStep {
  return {
    subjectKind: 'digest_item',
    subjectId: item.id,
    type,
    party: 'signer',
    accountId,
    at: now,
    facts: {
      digestId: digest.id,
      submissionKind: item.submissionKind,
      submissionId: item.submissionId,
      decisionId: decision.id,
      outcome: decision.outcome,
    },
  };
}
