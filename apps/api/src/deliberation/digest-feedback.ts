import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../platform/abilities/actor.js';
import { actionNotAllowed } from '../platform/problems/problem.js';
import { Decision } from './decision.entity.js';
import type { ItemDecision } from './decision-signing.js';
import { standingOf } from './decision-standing.js';
import { DigestChanges, type HeldDigest } from './digest-changes.js';
import { DigestItem } from './digest-item.entity.js';

/** What changes on a digest when the members are told; what they are told, and how, is the business of outcomes. */
@Injectable()
export class DigestFeedback {
  constructor(private readonly changes: DigestChanges) {}

  /** Keeps the words of the feedback on an item as the office edited them; null goes back to the ready-made ones. `version` is the item's. */
  async wordFeedback(
    actor: Actor,
    digestId: string,
    itemId: string,
    { version, text }: { version: number; text: string | null },
  ): Promise<void> {
    await this.changes.as(actor, digestId, 'word_feedback', null, async (held) => {
      await this.changes.item(held, itemId, version);
      await this.changes.changeItems(held, [itemId], { feedbackText: text });
      await this.changes.apply(held, {});
    });
  }

  /**
   * Runs `work` on every item whose decision in force has not been fed back, in one transaction with the change. Items with a correction
   * that waits for its signature are left out: they are told once it is signed.
   */
  async feedBack(
    actor: Actor,
    digestId: string,
    version: number,
    work: (held: HeldDigest, items: readonly ItemDecision[]) => Promise<void>,
  ): Promise<void> {
    await this.changes.as(actor, digestId, 'send_feedback', version, async (held) => {
      const { manager, now, digest } = held;
      const items = await manager.find(DigestItem, { where: { digestId }, order: { position: 'ASC' } });
      const decisions = await manager.findBy(Decision, { itemId: In(items.map(({ id }) => id)) });
      const waiting = items.flatMap((item) => {
        const { current, pending } = standingOf(decisions.filter(({ itemId }) => itemId === item.id));
        return current && !pending && current.fedBackAt === null ? [{ item, decision: current }] : [];
      });
      if (waiting.length === 0) throw actionNotAllowed('没有等待反馈的决定。');
      await work(held, waiting);
      const decisionIds = waiting.map(({ decision }) => decision.id);
      await manager.update(Decision, { id: In(decisionIds) }, { fedBackAt: now });
      await this.changes.changeItems(
        held,
        waiting.map(({ item }) => item.id),
      );
      await this.changes.apply(
        held,
        { fedBackAt: digest.fedBackAt ?? now },
        { type: 'digest_fed_back', facts: { decisionIds } },
      );
    });
  }
}
