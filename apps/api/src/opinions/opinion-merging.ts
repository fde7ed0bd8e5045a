import type { SubmissionRef } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { actionNotAllowed, fieldInvalid } from '../platform/problems/problem.js';
import type { DeskPlace } from './intake/intake.policy.js';
import { Opinion } from './opinion.entity.js';
import { OpinionChanges } from './opinion-changes.js';
import { OpinionCosigner } from './opinion-cosigner.entity.js';
import { OpinionIndex } from './opinion-index.js';
import { OpinionNotices, spokenTitle } from './opinion-notices.js';
import { SubmissionTree } from './submission-tree.js';

/** Puts opinions together so that voices add up, and takes them apart. The sources stay where they are, each once. */
@Injectable()
export class OpinionMerging {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly changes: OpinionChanges,
    private readonly tree: SubmissionTree,
    private readonly index: OpinionIndex,
    private readonly notices: OpinionNotices,
  ) {}

  /**
   * Puts an accepted opinion, with all that is under it, under another accepted one of the same desk, or under a sector voice. Joins the
   * transaction under way. For a voice the caller holds it and has checked that it takes opinions in.
   * @throws {Problem} 404, 409 as {@link OpinionChanges.as}, 422 on `intoId` for one that cannot take it in.
   */
  async merge(actor: Actor, opinionId: string, into: SubmissionRef, version: number | null = null): Promise<void> {
    await this.changes.as(actor, opinionId, { action: 'merge', version }, async (held) => {
      const { opinion, cosigners, manager, now, party } = held;
      const target = into.kind === 'opinion' ? await this.requireTarget(manager, opinion, into.id) : null;
      const merged = await this.changes.apply(
        held,
        { action: 'merge', party, accountId: actor.accountId },
        { mergedIntoKind: into.kind, mergedIntoId: into.id, mergedAt: now },
        {
          type: 'opinion_merged',
          facts: { intoKind: into.kind, intoId: into.id, intoReference: target?.reference ?? '界别集体声音' },
        },
      );
      await this.index.put(merged);
      const where = target ? `相近的意见建议（${target.reference}）` : '本界别的集体声音';
      await this.notices.signers(merged, cosigners, {
        kind: 'opinion_merged',
        title: '意见建议已合并反映',
        text: `${spokenTitle(merged)}已并入${where}，一起报送，结果会同样反馈给您。`,
      });
    });
  }

  /** Takes an opinion out from under another one. @throws {Problem} 404, 409 also once that one is on a digest. */
  async split(actor: Actor, opinionId: string, version: number | null = null): Promise<void> {
    await this.changes.as(actor, opinionId, { action: 'split', version }, async (held) => {
      const parent = await this.changes.hold(held.manager, held.opinion.mergedIntoId ?? '');
      if (parent?.state !== 'accepted') throw actionNotAllowed('它并入的意见刚刚有了新进展，现在不能再分出来。');
      await this.takeOut(held, held.party === 'system' ? null : actor.accountId);
    });
  }

  /**
   * Takes opinions out from under a sector voice, in the transaction under way. The caller holds the voice and has checked that this may
   * be done. `actor` null: the product itself, when the voice is withdrawn.
   * @throws {Problem} 409 for one that is not under this voice.
   */
  async splitFromVoice(actor: Actor | null, voiceId: string, opinionIds: readonly string[]): Promise<void> {
    await this.database.write(async (manager) => {
      for (const opinionId of [...opinionIds].sort()) {
        const opinion = await this.changes.hold(manager, opinionId);
        if (opinion?.state !== 'merged' || opinion.mergedIntoId !== voiceId) {
          throw actionNotAllowed('其中一条意见已经不在这份界别声音里，请刷新后重试。');
        }
        const cosigners = await manager.findBy(OpinionCosigner, { opinionId });
        await this.takeOut({ opinion, cosigners, manager, now: this.clock.now() }, actor?.accountId ?? null);
      }
    });
  }

  /** Has what is under an opinion follow it to another desk, in the transaction under way. The opinion is held. */
  async follow({ id }: Opinion, place: DeskPlace, manager: EntityManager): Promise<void> {
    const trees = await this.tree.opinionsOf([{ kind: 'opinion', id }], true);
    const under = (trees.get(id) ?? []).filter((opinion) => opinion.id !== id).map((opinion) => opinion.id);
    if (under.length === 0) return;
    await manager.update(Opinion, { id: In(under) }, { ...place, assigneeAccountId: null });
    for (const opinion of await manager.findBy(Opinion, { id: In(under) })) await this.index.put(opinion);
  }

  private async takeOut(
    held: { opinion: Opinion; cosigners: readonly OpinionCosigner[]; manager: EntityManager; now: Date },
    accountId: string | null,
  ): Promise<void> {
    const split = await this.changes.apply(
      held,
      { action: 'split', party: accountId ? 'receiver' : 'system', accountId },
      { mergedIntoKind: null, mergedIntoId: null, mergedAt: null },
      { type: 'opinion_split' },
    );
    await this.index.put(split);
    await this.notices.signers(split, held.cosigners, {
      kind: 'opinion_split',
      title: '意见建议单独反映',
      text: `${spokenTitle(split)}从合并中分出，将单独报送。`,
    });
  }

  /** Both are accepted at one desk and stand by themselves, so that nothing can come under itself. */
  private async requireTarget(manager: EntityManager, opinion: Opinion, intoId: string): Promise<Opinion> {
    const target = intoId === opinion.id ? null : await this.changes.hold(manager, intoId);
    const sameDesk = target?.desk === opinion.desk && target.deskUnitId === opinion.deskUnitId;
    if (target?.state !== 'accepted' || !sameDesk) {
      const message = '只能并入本单位已采集、还没有列入汇总的另一条意见建议，请重新选择。';
      throw fieldInvalid('intoId', 'not_mergeable', message);
    }
    return target;
  }
}
