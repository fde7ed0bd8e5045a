import {
  allowedLetterActions,
  type LetterAction,
  type LetterCircumstances,
  type LetterParty,
  nextLetterState,
} from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, Not } from 'typeorm';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Journey } from '../platform/journey/journey.js';
import { actionNotAllowed, notFound, type Problem, versionConflict } from '../platform/problems/problem.js';
import { Settings } from '../platform/settings/settings.js';
import { Letter } from './letter.entity.js';
import { ASIDE_PURPOSES, LetterMessage } from './letter-message.entity.js';
import { wordLatest } from './letter-wording.js';
import { partyOf } from './letters.policy.js';

/** A letter held for a change, with what decides what may be done to it. */
export interface HeldLetter {
  readonly letter: Letter;
  readonly party: LetterParty;
  readonly circumstances: LetterCircumstances;
  readonly now: Date;
  readonly manager: EntityManager;
}

/** Which of a letter's fields a change sets. State and version are set by the change itself. */
export type LetterPatch = Partial<Omit<Letter, 'id' | 'state' | 'version'>>;

/** What is written into the journey for a change. */
export interface LetterStep {
  readonly type: string;
  readonly facts?: Record<string, unknown>;
}

/**
 * The only way in which a letter changes: it is locked, the party and the version are checked, the transition table is asked, and
 * state, fields and journey event are written in one transaction.
 */
@Injectable()
export class LetterChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journey: Journey,
    private readonly settings: Settings,
  ) {}

  /**
   * Holds a letter for somebody's action and runs `work` on it in one transaction.
   * @throws {Problem} 404 when the letter is not for this actor, 409 for a stale version or an action that the table does not allow.
   */
  async as<T>(
    actor: Actor,
    letterId: string,
    action: LetterAction,
    version: number,
    work: (held: HeldLetter) => Promise<T>,
  ): Promise<T> {
    return this.database.write(async (manager) => {
      const letter = await this.lock(manager, letterId);
      const party = letter && partyOf(actor, letter);
      if (!letter || !party) throw notFound('这封来信');
      if (letter.version !== version) throw await this.overtaken(letter);
      const circumstances = await this.circumstancesOf(letter, party);
      if (!allowedLetterActions(party, circumstances).includes(action)) {
        throw actionNotAllowed('这封来信现在不能这样操作，请刷新后看看最新情况。', {
          current: { state: letter.state, version: letter.version },
        });
      }
      return work({ letter, party, circumstances, now: this.clock.now(), manager });
    });
  }

  /** Holds a letter for the product itself; null when it is gone. The caller asks the table through {@link apply}. */
  async bySystem<T>(
    letterId: string,
    work: (held: Omit<HeldLetter, 'circumstances'>) => Promise<T>,
  ): Promise<T | null> {
    return this.database.write(async (manager) => {
      const letter = await this.lock(manager, letterId);
      return letter && work({ letter, party: 'system', now: this.clock.now(), manager });
    });
  }

  /**
   * Moves a held letter by an action of a party, sets fields and writes the journey event; without a step nothing is written there.
   * @returns the letter as it is now.
   */
  async apply(
    held: Pick<HeldLetter, 'letter' | 'now' | 'manager'>,
    move: { action: LetterAction; party: LetterParty; accountId: string | null },
    patch: LetterPatch,
    step?: LetterStep,
  ): Promise<Letter> {
    const { letter, manager, now } = held;
    const changes = {
      ...patch,
      state: nextLetterState(letter.state, move.action, move.party),
      version: letter.version + 1,
    };
    await manager.update(Letter, { id: letter.id }, changes as Partial<Letter> & { place?: never; referral?: never });
    if (step) {
      await this.journey.append({
        subjectKind: 'letter',
        subjectId: letter.id,
        type: step.type,
        party: move.party,
        accountId: move.accountId,
        facts: step.facts ?? {},
        at: now,
      });
    }
    return Object.assign(letter, changes);
  }

  /** Counts a message under way as a change, so that a second device that has not seen it is told. */
  async touch({ letter, manager }: Pick<HeldLetter, 'letter' | 'manager'>): Promise<void> {
    await manager.increment(Letter, { id: letter.id }, 'version', 1);
  }

  /** What, besides its state, decides which actions a party has on a letter. */
  async circumstancesOf(letter: Letter, party: LetterParty, messages?: LetterMessage[]): Promise<LetterCircumstances> {
    const author = party === 'writer' ? 'writer' : 'member';
    const unsettled = messages ?? (await this.database.read.findBy(LetterMessage, { letterId: letter.id, author }));
    const own = unsettled.filter((message) => message.author === author && party !== 'office');
    const reopenUntil = (letter.closedAt?.getTime() ?? 0) + this.settings.REOPEN_DAYS * 86_400_000;
    return {
      state: letter.state,
      hasAnswer: letter.firstAnsweredAt !== null,
      ownMessageBeingChecked: own.some(
        ({ checkState, purpose }) => checkState === 'checking' && !ASIDE_PURPOSES.includes(purpose),
      ),
      appealable: own.some(({ checkState, appeal }) => checkState === 'withheld' && appeal === 'none'),
      rated: letter.rating !== null,
      reopenedBefore: letter.reopened,
      withinReopenPeriod: this.clock.now().getTime() <= reopenUntil,
    };
  }

  /** Tells a second device or the other side what came first. */
  private async overtaken(letter: Letter): Promise<Problem> {
    const events = await this.journey.of(letter.id);
    const underWay = await this.database.read.findOne(LetterMessage, {
      where: { letterId: letter.id, checkState: 'checking', purpose: Not(In(ASIDE_PURPOSES)) },
      order: { id: 'DESC' },
    });
    const happened = wordLatest(events.at(-1), underWay ?? undefined);
    return versionConflict({ state: letter.state, version: letter.version, ...(happened && { happened }) }, happened);
  }

  private async lock(manager: EntityManager, id: string): Promise<Letter | null> {
    const query = manager.createQueryBuilder(Letter, 'letter').where('letter.id = :id', { id });
    if (!this.database.isSqlite) query.setLock('pessimistic_write');
    return query.getOne();
  }
}
