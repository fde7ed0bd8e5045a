import { OPINION_SECTIONS, OPINION_THEME_LABELS, type OpinionTheme } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../platform/abilities/actor.js';
import { Database } from '../../platform/database/database.js';
import { asIso } from '../../platform/database/instants.js';
import { decodeInstantCursor, type Page, toPage } from '../../platform/database/keyset.js';
import { escapeLike } from '../../platform/database/like.js';
import { IntakeDeadlines } from '../intake/intake-deadlines.js';
import { Opinion } from '../opinion.entity.js';
import { Submissions } from '../submissions.service.js';
import { SECTOR_OPINION_STATES, type SectorOpinionsQuery, type SectorThemesQuery } from './voices.dto.js';
import { convenedSectors } from './voices.policy.js';
import type { SectorOpinion, SectorTheme } from './voices.views.js';

const EXCERPT = 80;

function excerptOf({ kind, sections }: Opinion): string {
  const first = OPINION_SECTIONS[kind].map(({ key }) => sections[key]?.trim() ?? '').find((text) => text !== '') ?? '';
  const characters = [...first.replaceAll(/\s+/g, ' ')];
  return characters.length > EXCERPT ? `${characters.slice(0, EXCERPT - 1).join('')}…` : characters.join('');
}

/** The opinions handed in to the sector groups that somebody convenes. */
@Injectable()
export class SectorOpinionsService {
  constructor(
    private readonly database: Database,
    private readonly submissions: Submissions,
    private readonly deadlines: IntakeDeadlines,
  ) {}

  /** One page, the latest handed in first. @throws {Problem} 422 for a broken cursor. */
  async list(actor: Actor, query: SectorOpinionsQuery): Promise<Page<SectorOpinion>> {
    const { theme, state, query: words, cursor, limit } = query;
    const rows = this.lying(actor, query.sectorId);
    rows.andWhere('opinion.state IN (:...states)', { states: state ? [state] : ['submitted', 'accepted'] });
    if (theme) rows.andWhere('opinion.theme = :theme', { theme });
    if (words) {
      const like = `%${escapeLike(words)}%`;
      rows.andWhere("(opinion.title LIKE :like ESCAPE '!' OR opinion.reference LIKE :like ESCAPE '!')", { like });
    }
    const place = decodeInstantCursor(cursor);
    if (place) rows.andWhere('(opinion.submittedAt < :at OR (opinion.submittedAt = :at AND opinion.id < :id))', place);
    rows
      .orderBy('opinion.submittedAt', 'DESC')
      .addOrderBy('opinion.id', 'DESC')
      .take(limit + 1);
    const opinions = await rows.getMany();
    const summaries = await this.submissions.summaries(opinions.map(({ id }) => ({ kind: 'opinion', id })));
    const standing = this.deadlines.standing();
    const handedIn = (opinion: Opinion) => opinion.submittedAt ?? opinion.updatedAt;
    return toPage(
      opinions,
      limit,
      (opinion) => ({ sort: handedIn(opinion).toISOString(), id: opinion.id }),
      (opinion) => {
        const summary = summaries.get(opinion.id);
        return {
          id: opinion.id,
          reference: opinion.reference,
          kind: opinion.kind,
          title: opinion.title,
          theme: opinion.theme ?? 'other',
          state: opinion.state,
          authorNames: [...(summary?.authorNames ?? [])],
          excerpt: excerptOf(opinion),
          sourceCount: summary?.sourceCount ?? 0,
          mergedCount: summary?.mergedCount ?? 0,
          voiceId: opinion.mergedIntoKind === 'sector_voice' ? opinion.mergedIntoId : null,
          submittedAt: asIso(handedIn(opinion)),
          acceptedAt: asIso(opinion.acceptedAt),
          due: asIso(opinion.intakeDue),
          deadline: standing(opinion.intakeDue),
          version: opinion.version,
        };
      },
    );
  }

  /** How many there are on each theme, the theme with most in hand first. */
  async themes(actor: Actor, { sectorId }: SectorThemesQuery): Promise<SectorTheme[]> {
    const rows = await this.lying(actor, sectorId)
      .andWhere('opinion.state IN (:...states)', { states: SECTOR_OPINION_STATES })
      .select('opinion.theme', 'theme')
      .addSelect('opinion.state', 'state')
      .addSelect('COUNT(*)', 'count')
      .groupBy('opinion.theme')
      .addGroupBy('opinion.state')
      .getRawMany<{ theme: OpinionTheme | null; state: 'submitted' | 'accepted' | 'merged'; count: number | string }>();
    const themes = new Map<OpinionTheme, SectorTheme>();
    for (const { theme: stored, state, count } of rows) {
      const theme = stored ?? 'other';
      const counted = themes.get(theme) ?? {
        theme,
        label: OPINION_THEME_LABELS[theme],
        submitted: 0,
        accepted: 0,
        merged: 0,
      };
      counted[state] += Number(count);
      themes.set(theme, counted);
    }
    return [...themes.values()].sort((a, b) => b.submitted + b.accepted - (a.submitted + a.accepted));
  }

  private lying(actor: Actor, sectorId: string | undefined): SelectQueryBuilder<Opinion> {
    const sectors = convenedSectors(actor).filter((one) => !sectorId || one === sectorId);
    return this.database.read
      .createQueryBuilder(Opinion, 'opinion')
      .where("opinion.desk = 'sector_group'")
      .andWhere(sectors.length > 0 ? 'opinion.deskUnitId IN (:...sectors)' : '1 = 0', { sectors });
  }
}
