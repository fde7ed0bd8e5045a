import { VOICE_SECTIONS } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DirectoryUnitsService } from '../../directory/directory-units.service.js';
import type { Actor } from '../../platform/abilities/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Journey } from '../../platform/journey/journey.js';
import { fieldInvalid, forbidden, Problem } from '../../platform/problems/problem.js';
import { IntakeDeadlines } from '../intake/intake-deadlines.js';
import { Opinion } from '../opinion.entity.js';
import { OpinionMerging } from '../opinion-merging.js';
import { SectorVoice } from './sector-voice.entity.js';
import { VoiceChanges } from './voice-changes.js';
import { VoiceContributions } from './voice-contributions.js';
import { VoiceDeadlines } from './voice-deadlines.js';
import { VoiceNotices } from './voice-notices.js';
import type { ChooseVoiceOpinions, ComposeVoice, SaveVoice, VoiceChange } from './voices.dto.js';
import { convenedSectors } from './voices.policy.js';

/** What the convener does with a sector voice (Art. 22). One public method each. */
@Injectable()
export class VoicesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journey: Journey,
    private readonly units: DirectoryUnitsService,
    private readonly changes: VoiceChanges,
    private readonly contributions: VoiceContributions,
    private readonly merging: OpinionMerging,
    private readonly deadlines: VoiceDeadlines,
    private readonly intakeDeadlines: IntakeDeadlines,
    private readonly notices: VoiceNotices,
  ) {}

  /**
   * Begins a voice from accepted opinions of the own sector group.
   * @returns its id.
   * @throws {Problem} 403 for another's sector, 422 for opinions that cannot be taken in.
   */
  async compose(actor: Actor, { sectorId: asked, title, theme, opinionIds }: ComposeVoice): Promise<string> {
    const sectorId = asked ?? convenedSectors(actor)[0];
    if (!sectorId || actor.memberId === null || !convenedSectors(actor).includes(sectorId)) throw forbidden();
    const { accountId, memberId } = actor;
    const id = uuidv7();
    const now = this.clock.now();
    await this.database.write(async (manager) => {
      const chosen = await this.requireChoosable(manager, sectorId, opinionIds);
      await manager.insert(SectorVoice, {
        id,
        sectorId,
        convenerAccountId: accountId,
        convenerMemberId: memberId,
        title: title ?? '',
        theme: theme ?? chosen[0]?.theme ?? 'other',
        sections: {},
        state: 'draft',
        createdAt: now,
        updatedAt: now,
        version: 1,
      });
      await this.journey.append({
        subjectKind: 'sector_voice',
        subjectId: id,
        type: 'voice_composed',
        party: 'convener',
        accountId,
        facts: { opinions: opinionIds.length },
        at: now,
      });
      await this.takeIn(manager, actor, id, opinionIds);
    });
    return id;
  }

  /** Saves the text. @throws {Problem} 404, 409. */
  async save(actor: Actor, id: string, { version, title, theme, sections }: SaveVoice): Promise<void> {
    await this.changes.as(actor, id, 'save', version, async (held) => {
      const given = Object.entries(sections ?? {}).filter((part): part is [string, string] => part[1] !== undefined);
      await this.changes.apply(
        held,
        { action: 'save', accountId: actor.accountId },
        {
          title: title ?? held.voice.title,
          theme: theme ?? held.voice.theme,
          sections: { ...held.voice.sections, ...Object.fromEntries(given) },
        },
      );
    });
  }

  /** Takes opinions in and out, so that it is composed from just these. @throws {Problem} 404, 409, 422. */
  async choose(actor: Actor, id: string, { version, opinionIds }: ChooseVoiceOpinions): Promise<void> {
    await this.changes.as(actor, id, 'save', version, async (held) => {
      const { manager, voice } = held;
      const before = await this.opinionIdsOf(manager, id);
      const added = opinionIds.filter((one) => !before.includes(one));
      await this.requireChoosable(manager, voice.sectorId, added);
      const gone = before.filter((one) => !opinionIds.includes(one));
      if (gone.length > 0) await this.merging.splitFromVoice(actor, id, gone);
      await this.takeIn(manager, actor, id, added);
      await this.changes.apply(held, { action: 'save', accountId: actor.accountId }, {});
    });
  }

  /** Shows the text to everybody credited, who may object for some working days. @throws {Problem} 404, 409, 422 while the text is not whole. */
  async circulate(actor: Actor, id: string, { version }: VoiceChange): Promise<void> {
    await this.changes.as(actor, id, 'circulate', version, async (held) => {
      const { manager, now } = held;
      requireWhole(held.voice);
      const objectUntil = this.deadlines.objectUntil(now);
      await this.contributions.askAnew(manager, id, actor.memberId, now);
      const voice = await this.changes.apply(
        held,
        { action: 'circulate', accountId: actor.accountId },
        { circulatedAt: now, objectUntil },
        { type: 'voice_circulated' },
      );
      await this.deadlines.plan(id, objectUntil);
      await this.notices.circulated(voice, held.contributions, actor.accountId);
    });
  }

  /** Takes the text back from the contributors. What they objected stays readable while it is changed. @throws {Problem} 404, 409. */
  async recall(actor: Actor, id: string, { version }: VoiceChange): Promise<void> {
    await this.changes.as(actor, id, 'recall', version, async (held) => {
      const move = { action: 'recall', accountId: actor.accountId } as const;
      await this.changes.apply(held, move, { objectUntil: null }, { type: 'voice_recalled' });
    });
  }

  /** Sends it to the office. @throws {Problem} 404, 409 also while somebody objects or is still waited for. */
  async submit(actor: Actor, id: string, { version }: VoiceChange): Promise<void> {
    await this.changes.as(actor, id, 'submit', version, async (held) => {
      const voice = await this.changes.apply(
        held,
        { action: 'submit', accountId: actor.accountId },
        { submittedAt: held.now, intakeDue: this.intakeDeadlines.dueAfter(held.now), returnReason: null },
        { type: 'voice_submitted' },
      );
      const names = await this.units.namesOf([voice.sectorId]);
      await this.notices.submitted(voice, names.get(voice.sectorId) ?? '');
    });
  }

  /** Gives it up; its opinions stand for themselves again, accepted as they were. @throws {Problem} 404, 409. */
  async withdraw(actor: Actor, id: string, { version }: VoiceChange): Promise<void> {
    await this.changes.as(actor, id, 'withdraw', version, async (held) => {
      const opinionIds = await this.opinionIdsOf(held.manager, id);
      if (opinionIds.length > 0) await this.merging.splitFromVoice(null, id, opinionIds);
      const shown = held.voice.circulatedAt !== null;
      const voice = await this.changes.apply(
        held,
        { action: 'withdraw', accountId: actor.accountId },
        { intakeDue: null, objectUntil: null, assigneeAccountId: null },
        { type: 'voice_withdrawn' },
      );
      if (shown) await this.notices.withdrawn(voice, held.contributions, actor.accountId);
    });
  }

  private async takeIn(
    manager: EntityManager,
    actor: Actor,
    voiceId: string,
    opinionIds: readonly string[],
  ): Promise<void> {
    // In the order of ids, so that two who take in the same opinions wait for each other and do not block each other for good.
    for (const opinionId of [...opinionIds].sort()) {
      await this.merging.merge(actor, opinionId, { kind: 'sector_voice', id: voiceId });
    }
    await this.contributions.sync(manager, voiceId);
  }

  private async opinionIdsOf(manager: EntityManager, voiceId: string): Promise<string[]> {
    const under = { mergedIntoKind: 'sector_voice', mergedIntoId: voiceId } as const;
    return (await manager.find(Opinion, { select: { id: true }, where: under })).map(({ id }) => id);
  }

  /** Those asked for, in their order. @throws {Problem} 422 unless all lie accepted at the sector's group and are under nothing else. */
  private async requireChoosable(manager: EntityManager, sectorId: string, ids: readonly string[]): Promise<Opinion[]> {
    if (ids.length === 0) return [];
    const lying = { desk: 'sector_group', deskUnitId: sectorId, state: 'accepted' } as const;
    const found = new Map((await manager.findBy(Opinion, { id: In([...ids]), ...lying })).map((one) => [one.id, one]));
    if (found.size === ids.length) return ids.flatMap((id) => found.get(id) ?? []);
    throw fieldInvalid(
      'opinionIds',
      'opinion_not_choosable',
      '所选意见里有的不是本界别活动组已采集的，或者已经并入别处，请刷新列表后重新选择。',
    );
  }
}

/** @throws {Problem} 422 naming every part that is still empty. */
function requireWhole({ title, sections }: Pick<SectorVoice, 'title' | 'sections'>): void {
  const parts = [
    { field: 'title', label: '标题', text: title },
    ...VOICE_SECTIONS.map(({ key, label }) => ({ field: `sections.${key}`, label, text: sections[key] ?? '' })),
  ];
  const empty = parts.filter(({ text }) => text.trim() === '');
  if (empty.length === 0) return;
  throw new Problem({
    status: 422,
    code: 'validation_failed',
    detail: `请先写好${empty.map(({ label }) => label).join('、')}，再征求意见。`,
    errors: empty.map(({ field, label }) => ({ field, code: 'text_missing', message: `请填写${label}。` })),
  });
}
