import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../platform/abilities/actor.js';
import { Audit } from '../platform/audit/audit.js';
import { actionNotAllowed } from '../platform/problems/problem.js';
import { Decision } from './decision.entity.js';
import { requireFittingDecision } from './decision-rules.js';
import { DecisionSigning } from './decision-signing.js';
import { standingOf } from './decision-standing.js';
import { DigestChanges, type HeldDigest } from './digest-changes.js';
import { DigestItem } from './digest-item.entity.js';
import { DigestNotices } from './digest-notices.js';
import type { CorrectDecision, DecideItem, DigestChange } from './digests.dto.js';

/** Decisions of the chairpersons' meeting: recorded by one person, signed by another, corrected as new revisions (Art. 18, 19). */
@Injectable()
export class DecisionRecordingService {
  constructor(
    private readonly changes: DigestChanges,
    private readonly signing: DecisionSigning,
    private readonly audit: Audit,
    private readonly notices: DigestNotices,
  ) {}

  /**
   * Records what the meeting decided on an item. What waits for a signature is replaced; a signed decision stays on record, and the new
   * one needs a signature again.
   */
  async decide(actor: Actor, id: string, itemId: string, input: DecideItem): Promise<void> {
    await this.changes.as(actor, id, 'decide', null, (held) => this.record(held, itemId, input, null));
  }

  /** Records what replaces a signed decision, and why. It is in force once somebody else has signed it. */
  async correct(actor: Actor, id: string, itemId: string, input: CorrectDecision): Promise<void> {
    await this.changes.as(actor, id, 'correct', null, (held) =>
      this.record(held, itemId, input, input.correctionReason),
    );
  }

  /** Signs the decision on an item. @throws {Problem} 409 when none waits, or this person recorded it. */
  async signOff(actor: Actor, id: string, itemId: string, { version }: DigestChange): Promise<void> {
    await this.changes.as(actor, id, 'sign_off', null, async (held) => {
      const item = await this.changes.item(held, itemId, version);
      const { pending } = standingOf(await held.manager.findBy(Decision, { itemId }));
      if (!pending) throw actionNotAllowed('这一项没有等待签核的决定。');
      if (pending.recordedBy === actor.accountId) {
        throw actionNotAllowed('这项决定是您记录的，须由另一位同事签核。');
      }
      await this.signing.sign(held, [{ item, decision: pending }]);
    });
  }

  /** Signs every decision that waits and that somebody else recorded. */
  async signOffAll(actor: Actor, id: string, { version }: DigestChange): Promise<void> {
    await this.changes.as(actor, id, 'sign_off', version, async (held) => {
      const items = await held.manager.findBy(DigestItem, { digestId: id });
      const waiting = await held.manager
        .createQueryBuilder(Decision, 'decision')
        .where({ itemId: In(items.map((item) => item.id)) })
        .andWhere('decision.signedAt IS NULL AND decision.recordedBy <> :accountId', { accountId: actor.accountId })
        .getMany();
      const byId = new Map(items.map((item) => [item.id, item]));
      await this.signing.sign(
        held,
        waiting.flatMap((decision) => {
          const item = byId.get(decision.itemId);
          return item ? [{ item, decision }] : [];
        }),
      );
    });
  }

  private async record(
    held: HeldDigest,
    itemId: string,
    input: DecideItem,
    correctionReason: string | null,
  ): Promise<void> {
    const { digest, manager, now, accountId } = held;
    await this.changes.item(held, itemId, input.version);
    requireFittingDecision(input, digest.meetingDate);
    const { current, pending } = standingOf(await manager.findBy(Decision, { itemId }));
    const words = {
      outcome: input.outcome,
      reason: input.reason,
      use: input.use ?? null,
      responsibleBody: input.responsibleBody ?? null,
      dueDate: input.dueDate ?? null,
      correctionReason,
      recordedBy: accountId,
      recordedAt: now,
    };
    const decision = pending ?? { id: uuidv7(), itemId, revision: (current?.revision ?? 0) + 1 };
    if (pending) await manager.update(Decision, { id: pending.id }, words);
    else await manager.insert(Decision, { ...decision, ...words, signedBy: null, signedAt: null, fedBackAt: null });
    await this.changes.changeItems(held, [itemId]);
    await this.changes.apply(held, {});
    await this.audit.append({
      accountId,
      action: 'decision.record',
      subjectKind: 'digest_item',
      subjectId: itemId,
      facts: { revision: decision.revision, outcome: input.outcome },
    });
    if (held.tally.pending === 0) await this.notices.toBeSigned(digest, decision.id, accountId);
  }
}
