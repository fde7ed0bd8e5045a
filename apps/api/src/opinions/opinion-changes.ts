import {
  nextOpinionState,
  type OpinionAction,
  type OpinionCircumstances,
  type OpinionParty,
  type OpinionState,
} from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Journey } from '../platform/journey/journey.js';
import { actionNotAllowed, notFound, type Problem, versionConflict } from '../platform/problems/problem.js';
import { Opinion } from './opinion.entity.js';
import { OpinionCosigner } from './opinion-cosigner.entity.js';
import { wordLatest } from './opinion-wording.js';
import { partyFor, viewersOf } from './opinions.policy.js';

/** An opinion held for a change, with what decides what may be done to it. */
export interface HeldOpinion {
  readonly opinion: Opinion;
  readonly cosigners: readonly OpinionCosigner[];
  readonly party: OpinionParty;
  readonly now: Date;
  readonly manager: EntityManager;
}

/** Which of an opinion's fields a change sets. State, version and time of change are set by the change itself. */
export type OpinionPatch = Partial<Omit<Opinion, 'id' | 'state' | 'version' | 'updatedAt'>>;

/** By which action, and by whom, an opinion moves. */
export interface OpinionMove {
  readonly action: OpinionAction;
  readonly party: OpinionParty;
  /** Null for the product itself. */
  readonly accountId: string | null;
}

/** What is written into the journey for a change. */
export interface OpinionStepToWrite {
  readonly type: string;
  readonly facts?: Record<string, unknown>;
}

/** What a request to change an opinion is based on. A null version is not compared: the action adds to whatever is there. */
export interface ChangeRequest {
  readonly action: OpinionAction;
  readonly version: number | null;
}

/** True while somebody asked to sign, or who has signed, may see the opinion. */
export function isCosigner(cosigners: readonly OpinionCosigner[], memberId: string | null): boolean {
  return cosigners.some((cosigner) => cosigner.memberId === memberId && cosigner.state !== 'declined');
}

/** Why an action cannot be done now, in words that say what to do. */
function whyNot(action: OpinionAction, { state, cosignPending, separable }: OpinionCircumstances): string {
  if (action === 'submit' && cosignPending && (state === 'draft' || state === 'returned')) {
    return '还有委员没有答复是否联名。请等他们答复，或者先去掉没有答复的委员，再提交。';
  }
  if (action === 'split' && state === 'merged' && !separable) {
    return '它并入的意见已列入汇总或并入了别处，现在不能从这里分出来；在界别集体声音里的，请在那里取出。';
  }
  return '这条意见建议现在不能这样操作，请刷新后看看最新情况。';
}

/**
 * The only way in which an opinion changes by people: it is locked, party and version are checked, the transition table is asked, and
 * state, fields and journey event are written in one transaction. What moves many at once is in `submission-moves.ts`.
 */
@Injectable()
export class OpinionChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journey: Journey,
  ) {}

  /**
   * Holds an opinion for somebody's action and runs `work` on it in one transaction.
   * @throws {Problem} 404 when the opinion is not for this actor, 409 for a stale version or an action that the table does not allow.
   */
  async as<T>(
    actor: Actor,
    opinionId: string,
    { action, version }: ChangeRequest,
    work: (held: HeldOpinion) => Promise<T>,
  ): Promise<T> {
    return this.database.write(async (manager) => {
      const opinion = await this.hold(manager, opinionId);
      const cosigners = opinion ? await manager.findBy(OpinionCosigner, { opinionId }) : [];
      const viewers = opinion ? viewersOf(actor, opinion, isCosigner(cosigners, actor.memberId)) : [];
      if (!opinion || viewers.length === 0) throw notFound('这条意见建议');
      if (version !== null && opinion.version !== version) throw await this.overtaken(opinion);
      const circumstances = await this.circumstancesOf(opinion, cosigners);
      const party = partyFor(viewers, action, circumstances);
      if (!party) {
        const current = { state: opinion.state, version: opinion.version };
        throw actionNotAllowed(whyNot(action, circumstances), { current });
      }
      return work({ opinion, cosigners, party, now: this.clock.now(), manager });
    });
  }

  /** Holds an opinion until the transaction under way ends; null when there is none. */
  async hold(manager: EntityManager, id: string): Promise<Opinion | null> {
    const query = manager.createQueryBuilder(Opinion, 'opinion').where('opinion.id = :id', { id });
    if (!this.database.isSqlite) query.setLock('pessimistic_write');
    return query.getOne();
  }

  /**
   * Moves a held opinion by an action of a party, sets fields and writes the journey event; without a step nothing is written there.
   * @returns the opinion as it is now.
   */
  async apply(
    { opinion, manager, now }: Pick<HeldOpinion, 'opinion' | 'manager' | 'now'>,
    { action, party, accountId }: OpinionMove,
    patch: OpinionPatch,
    step?: OpinionStepToWrite,
  ): Promise<Opinion> {
    const changes = {
      ...patch,
      state: nextOpinionState(opinion.state, action, party),
      updatedAt: now,
      version: opinion.version + 1,
    };
    await manager.update(Opinion, { id: opinion.id }, changes as Partial<Opinion> & { sections?: never });
    if (step) await this.record(opinion.id, party, accountId, step, now);
    return Object.assign(opinion, changes);
  }

  /** Writes a step into an opinion's journey without changing the opinion. */
  async record(
    opinionId: string,
    party: OpinionParty,
    accountId: string | null,
    { type, facts = {} }: OpinionStepToWrite,
    at: Date,
  ): Promise<void> {
    await this.journey.append({ subjectKind: 'opinion', subjectId: opinionId, type, party, accountId, facts, at });
  }

  /** What, besides its state, decides which actions are open. */
  async circumstancesOf(opinion: Opinion, cosigners: readonly OpinionCosigner[]): Promise<OpinionCircumstances> {
    return {
      state: opinion.state,
      cosignPending: cosigners.some(({ state }) => state === 'invited'),
      separable: opinion.state === 'merged' && (await this.parentIsOpen(opinion)),
    };
  }

  /**
   * It is under another opinion that stands by itself and is not on a digest. One under a sector voice is taken out by the voice's
   * convener, there.
   */
  private async parentIsOpen({ mergedIntoKind, mergedIntoId }: Opinion): Promise<boolean> {
    if (mergedIntoKind !== 'opinion') return false;
    const open: OpinionState = 'accepted';
    const rows = await this.database.read.query<unknown[]>('SELECT 1 FROM opinions WHERE id = ? AND state = ?', [
      mergedIntoId,
      open,
    ]);
    return rows.length > 0;
  }

  /** Tells a second device, or the other side, what came first. */
  private async overtaken(opinion: Opinion): Promise<Problem> {
    const happened = wordLatest((await this.journey.of(opinion.id)).at(-1));
    return versionConflict({ state: opinion.state, version: opinion.version, ...(happened && { happened }) }, happened);
  }
}
