import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DirectoryUnitsService } from '../../directory/directory-units.service.js';
import { type Actor, holds } from '../../platform/abilities/actor.js';
import { Database } from '../../platform/database/database.js';
import { decodeInstantCursor, type Page, toPage } from '../../platform/database/keyset.js';
import { SectorVoice } from './sector-voice.entity.js';
import { VoiceContribution } from './voice-contribution.entity.js';
import { voiceSummary } from './voice-views.service.js';
import type { VoicesQuery } from './voices.dto.js';
import {
  convenedSectors,
  mayConvene,
  SEEN_BY_CONTRIBUTORS,
  SEEN_BY_LEADERS,
  SEEN_BY_OFFICE,
  viewersOf,
} from './voices.policy.js';
import type { SectorVoiceSummary } from './voices.views.js';

/** A part of a WHERE clause with its named values. */
interface Condition {
  readonly sql: string;
  readonly values: Record<string, unknown>;
}

const CREDITED = 'EXISTS (SELECT 1 FROM voice_contributions c WHERE c.voiceId = voice.id AND c.memberId = :memberId)';

/** The sector voices that somebody may see. */
@Injectable()
export class VoiceListsService {
  constructor(
    private readonly database: Database,
    private readonly units: DirectoryUnitsService,
  ) {}

  /** One page, latest change first. @throws {Problem} 422 for a broken cursor. */
  async list(actor: Actor, { state, role, cursor, limit }: VoicesQuery): Promise<Page<SectorVoiceSummary>> {
    const parts = partsOf(actor).filter((part) => !role || part.role === role);
    if (parts.length === 0) return { items: [], nextCursor: null };
    const query = this.database.read
      .createQueryBuilder(SectorVoice, 'voice')
      .where(`(${parts.map(({ sql }) => sql).join(' OR ')})`, Object.assign({}, ...parts.map(({ values }) => values)))
      .orderBy('voice.updatedAt', 'DESC')
      .addOrderBy('voice.id', 'DESC')
      .take(limit + 1);
    if (state) query.andWhere('voice.state = :state', { state });
    const place = decodeInstantCursor(cursor);
    if (place) query.andWhere('(voice.updatedAt < :at OR (voice.updatedAt = :at AND voice.id < :id))', place);
    const voices = await query.getMany();
    const sectorNames = await this.units.namesOf([...new Set(voices.map(({ sectorId }) => sectorId))]);
    const contributions = await this.database.read.findBy(VoiceContribution, {
      voiceId: In(voices.map(({ id }) => id)),
    });
    return toPage(
      voices,
      limit,
      ({ updatedAt, id }) => ({ sort: updatedAt.toISOString(), id }),
      (voice) => {
        const credited = contributions.filter(({ voiceId }) => voiceId === voice.id);
        const contributes = credited.some(({ memberId }) => memberId === actor.memberId);
        const viewers = viewersOf(actor, voice, contributes);
        const viewer = viewers.find((one) => one === role) ?? viewers[0] ?? 'contributor';
        return voiceSummary(voice, viewer, sectorNames.get(voice.sectorId) ?? '', credited, actor.memberId);
      },
    );
  }
}

/** As what an actor sees voices, and which: the policy's `viewersOf` as conditions of a query. */
function partsOf(actor: Actor): (Condition & { readonly role: 'convener' | 'contributor' | 'office' | 'leader' })[] {
  const parts: ReturnType<typeof partsOf> = [];
  if (mayConvene(actor)) {
    parts.push({
      role: 'convener',
      sql: 'voice.sectorId IN (:...sectors)',
      values: { sectors: convenedSectors(actor) },
    });
  }
  if (actor.memberId !== null) {
    const values = { contributed: SEEN_BY_CONTRIBUTORS, memberId: actor.memberId };
    parts.push({ role: 'contributor', sql: `(voice.state IN (:...contributed) AND ${CREDITED})`, values });
  }
  if (holds(actor, 'office')) {
    parts.push({ role: 'office', sql: 'voice.state IN (:...received)', values: { received: SEEN_BY_OFFICE } });
  }
  if (holds(actor, 'leader')) {
    const sql = '(voice.state IN (:...onDigest) AND voice.listedAt IS NOT NULL)';
    parts.push({ role: 'leader', sql, values: { onDigest: SEEN_BY_LEADERS } });
  }
  return parts;
}
