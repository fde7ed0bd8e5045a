import { allowedDigestActions, type DigestAction, type DigestParty, nextDigestState } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Journey } from '../platform/journey/journey.js';
import { actionNotAllowed, notFound, type Problem, versionConflict } from '../platform/problems/problem.js';
import { Digest } from './digest.entity.js';
import { DigestItem } from './digest-item.entity.js';
import { circumstancesOf, DigestTallies, type DigestTally } from './digest-tallies.js';
import { partiesOf } from './digests.policy.js';

/** A digest held for a change. */
export interface HeldDigest {
  readonly digest: Digest;
  readonly action: DigestAction;
  readonly party: DigestParty;
  readonly accountId: string;
  readonly tally: DigestTally;
  readonly now: Date;
  readonly manager: EntityManager;
}

/** Which of a digest's fields a change sets. State, version and the time are set by the change itself. */
export type DigestPatch = Partial<Omit<Digest, 'id' | 'state' | 'version' | 'updatedAt' | 'sections'>> & {
  sections?: Digest['sections'];
};

/** What is written into the journey of a digest for a change. */
export interface DigestStep {
  readonly type: string;
  readonly facts?: Record<string, unknown>;
}

/** Why an action is not open, where the general sentence would leave people guessing. */
const REFUSALS: Partial<Record<DigestAction, string>> = {
  edit: '这份汇总已经报送，要修改请先撤回。',
  discard: '这份汇总已经报送，要删除请先撤回。',
  submit: '这份汇总现在不能报送：请先放入至少一条意见建议，已报送的不必再报。',
  recall: '这份汇总已经有决定记录在案，或者还没有报送，不能撤回。',
  sign_off: '没有您可以签核的决定：决定须由记录人以外的另一位同事签核。',
  decide: '这份汇总现在不能记录决定；已经全部签核的，请用“更正”。',
  correct: '全部决定签核以后，才能更正其中的一项。',
  send_feedback: '现在没有可以反馈的决定：请等全部决定签核，或者已经都反馈过了。',
};

const HAPPENED: Readonly<Record<string, string>> = {
  digest_submitted: '这份汇总刚刚报送了',
  digest_recalled: '这份汇总刚刚被撤回了',
  digest_decided: '这份汇总的决定刚刚全部签核了',
  digest_fed_back: '这份汇总的结果刚刚反馈了',
};

/**
 * The only way in which a digest changes: it is locked, the party and the version are checked, the transition table is asked, and state,
 * fields and journey event are written in one transaction. Whatever changes one of its items holds the digest too.
 */
@Injectable()
export class DigestChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journey: Journey,
    private readonly tallies: DigestTallies,
  ) {}

  /**
   * Holds a digest for somebody's action and runs `work` on it in one transaction.
   * @param version what the change is based on; null when it is the version of an item, which `work` compares with {@link item}.
   * @throws {Problem} 404 when the digest is not for this actor, 409 for a stale version or an action that the table does not allow.
   */
  async as<T>(
    actor: Actor,
    digestId: string,
    action: DigestAction,
    version: number | null,
    work: (held: HeldDigest) => Promise<T>,
  ): Promise<T> {
    return this.database.write(async (manager) => {
      const digest = await this.lock(manager, digestId);
      const parties = digest ? partiesOf(actor, digest) : [];
      const visible = digest && (digest.state !== 'draft' || parties.includes('office'));
      if (!digest || !visible || parties.length === 0) throw notFound('这份汇总');
      if (version !== null && digest.version !== version) throw await this.overtaken(digest);
      const tally = await this.tallies.ofOne(digestId, actor.accountId);
      const circumstances = circumstancesOf(digest, tally);
      const party = parties.find((candidate) => allowedDigestActions(candidate, circumstances).includes(action));
      if (!party) {
        throw actionNotAllowed(REFUSALS[action] ?? '这份汇总现在不能这样操作，请刷新后看看最新情况。', {
          current: { state: digest.state, version: digest.version },
        });
      }
      return work({ digest, action, party, accountId: actor.accountId, tally, now: this.clock.now(), manager });
    });
  }

  /** Moves a held digest by its action, sets fields and writes the journey event; without a step nothing is written there. */
  async apply(held: HeldDigest, patch: DigestPatch, step?: DigestStep): Promise<void> {
    await this.move(held, { action: held.action, party: held.party, accountId: held.accountId }, patch, step);
  }

  /** Makes a held digest decided, because every decision on it is signed. */
  async complete(held: HeldDigest, patch: DigestPatch): Promise<void> {
    const move = { action: 'complete', party: 'system', accountId: null } as const;
    await this.move(held, move, patch, { type: 'digest_decided' });
  }

  /**
   * An item of a held digest.
   * @param version what the change is based on.
   * @throws {Problem} 404 when it is not on this digest, 409 for a stale version.
   */
  async item({ digest, manager }: HeldDigest, itemId: string, version: number): Promise<DigestItem> {
    const item = await manager.findOneBy(DigestItem, { id: itemId, digestId: digest.id });
    if (!item) throw notFound('这一项');
    if (item.version !== version) {
      throw versionConflict({ state: digest.state, version: item.version }, '这一项刚刚有人改过');
    }
    return item;
  }

  /** Sets fields of held items and counts it as a change of each, so that a second desk that has not seen it is told. */
  async changeItems(
    { manager }: HeldDigest,
    itemIds: readonly string[],
    patch: Partial<Pick<DigestItem, 'summary' | 'feedbackText'>> = {},
  ): Promise<void> {
    if (itemIds.length === 0) return;
    const set = { ...patch, version: () => 'version + 1' };
    await manager
      .createQueryBuilder()
      .update(DigestItem)
      .set(set)
      .whereInIds([...itemIds])
      .execute();
  }

  private async move(
    { digest, manager, now }: HeldDigest,
    move: { action: DigestAction; party: DigestParty; accountId: string | null },
    patch: DigestPatch,
    step?: DigestStep,
  ): Promise<void> {
    const changes = {
      ...patch,
      state: nextDigestState(digest.state, move.action, move.party),
      version: digest.version + 1,
      updatedAt: now,
    };
    await manager.update(Digest, { id: digest.id }, changes);
    Object.assign(digest, changes);
    if (!step) return;
    await this.journey.append({
      subjectKind: 'digest',
      subjectId: digest.id,
      type: step.type,
      party: move.party,
      accountId: move.accountId,
      facts: step.facts ?? {},
      at: now,
    });
  }

  /** Tells a second desk what came first. */
  private async overtaken(digest: Digest): Promise<Problem> {
    const last = (await this.journey.of(digest.id)).at(-1);
    const happened = last?.at.getTime() === digest.updatedAt.getTime() ? HAPPENED[last.type] : undefined;
    return versionConflict({ state: digest.state, version: digest.version }, happened ?? '这份汇总刚刚有人改过');
  }

  private async lock(manager: EntityManager, id: string): Promise<Digest | null> {
    const query = manager.createQueryBuilder(Digest, 'digest').where('digest.id = :id', { id });
    if (!this.database.isSqlite) query.setLock('pessimistic_write');
    return query.getOne();
  }
}
