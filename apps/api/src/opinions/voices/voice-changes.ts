import {
  allowedVoiceActions,
  nextVoiceState,
  type VoiceAction,
  type VoiceCircumstances,
  type VoiceParty,
} from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/abilities/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Journey } from '../../platform/journey/journey.js';
import { actionNotAllowed, notFound, versionConflict } from '../../platform/problems/problem.js';
import { Opinion } from '../opinion.entity.js';
import { SectorVoice } from './sector-voice.entity.js';
import { VoiceContribution } from './voice-contribution.entity.js';
import { latestStep, refusalOf } from './voice-wording.js';
import { viewersOf, voicePartiesOf } from './voices.policy.js';

/** A sector voice held for a change. */
export interface HeldVoice {
  readonly voice: SectorVoice;
  readonly party: Exclude<VoiceParty, 'system'>;
  readonly contributions: readonly VoiceContribution[];
  readonly now: Date;
  readonly manager: EntityManager;
}

/** Which of a voice's fields a change sets. State, version and time are set by the change itself. */
export type VoicePatch = Partial<Omit<SectorVoice, 'id' | 'state' | 'version' | 'updatedAt'>>;

/** What is written into the journey for a change. */
export interface VoiceStepTold {
  readonly type: string;
  readonly facts?: Record<string, unknown>;
}

/**
 * The only way in which people change a sector voice: it is locked, party and version are checked, the transition table is asked, and
 * state, fields and journey event are written in one transaction.
 */
@Injectable()
export class VoiceChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journey: Journey,
  ) {}

  /**
   * Holds a voice for somebody's action and runs `work` on it in one transaction.
   * @param version what the change is based on; null for one that fits any version.
   * @throws {Problem} 404 when the voice is not for this actor, 409 for a stale version or an action that the table does not allow.
   */
  async as<T>(
    actor: Actor,
    id: string,
    action: VoiceAction,
    version: number | null,
    work: (held: HeldVoice) => Promise<T>,
  ): Promise<T> {
    return this.database.write(async (manager) => {
      const voice = await this.lock(manager, id);
      const contributions = voice ? await manager.findBy(VoiceContribution, { voiceId: id }) : [];
      const contributes = contributions.some(({ memberId }) => memberId === actor.memberId);
      if (!voice || viewersOf(actor, voice, contributes).length === 0) throw notFound('这份界别集体声音');
      const current = { state: voice.state, version: voice.version };
      if (version !== null && voice.version !== version) {
        throw versionConflict(current, latestStep(await this.journey.of(id)));
      }
      const circumstances = await this.circumstancesOf(voice, contributions);
      const party = voicePartiesOf(actor, voice, contributes).find((one) =>
        allowedVoiceActions(one, circumstances).includes(action),
      );
      if (!party) throw actionNotAllowed(refusalOf(action, circumstances), { current });
      return work({ voice, party, contributions, now: this.clock.now(), manager });
    });
  }

  /** Moves a held voice by an action, sets fields and writes the journey event; without a step nothing is written there. */
  async apply(
    { voice, party, now, manager }: HeldVoice,
    move: { readonly action: VoiceAction; readonly accountId: string },
    patch: VoicePatch,
    step?: VoiceStepTold,
  ): Promise<SectorVoice> {
    const changes = {
      ...patch,
      state: nextVoiceState(voice.state, move.action, party),
      version: voice.version + 1,
      updatedAt: now,
    };
    await manager.update(SectorVoice, { id: voice.id }, changes);
    if (step) {
      await this.journey.append({
        subjectKind: 'sector_voice',
        subjectId: voice.id,
        type: step.type,
        party,
        accountId: move.accountId,
        facts: step.facts ?? {},
        at: now,
      });
    }
    return Object.assign(voice, changes);
  }

  /** What, besides its state, decides which actions are open on a voice. */
  async circumstancesOf(
    voice: Pick<SectorVoice, 'id' | 'state' | 'objectUntil'>,
    contributions: readonly Pick<VoiceContribution, 'state'>[],
  ): Promise<VoiceCircumstances> {
    const timeOver = voice.objectUntil !== null && voice.objectUntil < this.clock.now();
    return {
      state: voice.state,
      objected: contributions.some(({ state }) => state === 'objected'),
      heardEverybody: timeOver || contributions.every(({ state }) => state === 'agreed'),
      hasOpinions: await this.database.read.existsBy(Opinion, {
        mergedIntoKind: 'sector_voice',
        mergedIntoId: voice.id,
      }),
    };
  }

  private async lock(manager: EntityManager, id: string): Promise<SectorVoice | null> {
    const query = manager.createQueryBuilder(SectorVoice, 'voice').where('voice.id = :id', { id });
    if (!this.database.isSqlite) query.setLock('pessimistic_write');
    return query.getOne();
  }
}
