import { Injectable } from '@nestjs/common';
import { workingDaysSince } from '../mailbox/deadlines/working-days.js';
import { Submissions } from '../opinions/submissions.service.js';
import { type Actor, holds } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { decodeInstantCursor, type Page, toPage } from '../platform/database/keyset.js';
import { escapeLike } from '../platform/database/like.js';
import { Digest } from './digest.entity.js';
import { DigestHeads } from './digest-heads.js';
import { DigestItem } from './digest-item.entity.js';
import type { DigestCandidate } from './digest-items.views.js';
import { digestSubmission } from './digest-submissions.js';
import type { CandidatesQuery, DigestsQuery } from './digests.dto.js';
import { type DigestViewer, desksOf } from './digests.policy.js';
import type { DigestSummary } from './digests.views.js';

/** Digests, and what can go on them, as lists. */
@Injectable()
export class DigestListsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly heads: DigestHeads,
    private readonly submissions: Submissions,
  ) {}

  /** One page of the digests that the actor may see, newest first. A desk sees those with an item of its own. */
  async list(actor: Actor, { state, query, cursor, limit }: DigestsQuery): Promise<Page<DigestSummary>> {
    const viewer: DigestViewer = holds(actor, 'office') ? 'office' : holds(actor, 'leader') ? 'leader' : 'desk';
    const select = this.database.read
      .createQueryBuilder(Digest, 'digest')
      .orderBy('digest.createdAt', 'DESC')
      .addOrderBy('digest.id', 'DESC')
      .limit(limit + 1);
    if (viewer !== 'office') select.andWhere("digest.state <> 'draft'");
    if (viewer === 'desk') {
      const own = desksOf(actor);
      const conditions = own.map((_, index) => `(item.desk = :desk${index} AND item.deskUnitId = :unit${index})`);
      const onOwnDesk = select
        .subQuery()
        .select('1')
        .from(DigestItem, 'item')
        .where(`item.digestId = digest.id AND (${conditions.join(' OR ') || '1 = 0'})`);
      const values = own.flatMap(({ desk, deskUnitId }, index) => [
        [`desk${index}`, desk],
        [`unit${index}`, deskUnitId],
      ]);
      select.andWhere(`EXISTS ${onOwnDesk.getQuery()}`, Object.fromEntries(values));
    }
    if (state) select.andWhere('digest.state = :state', { state });
    if (query) {
      const words = `%${escapeLike(query)}%`;
      const columns = ['title', 'reference', 'meetingName'].map((column) => `digest.${column} LIKE :words ESCAPE '!'`);
      select.andWhere(`(${columns.join(' OR ')})`, { words });
    }
    const place = decodeInstantCursor(cursor);
    if (place) select.andWhere('(digest.createdAt < :at OR (digest.createdAt = :at AND digest.id < :id))', place);
    const page = toPage(
      await select.getMany(),
      limit,
      ({ createdAt, id }) => ({ sort: createdAt.toISOString(), id }),
      (digest) => ({ digest, viewer }),
    );
    return { items: await this.heads.of(actor, page.items), nextCursor: page.nextCursor };
  }

  /** One page of what is accepted and on no digest yet, the longest waiting first. */
  async candidates(query: CandidatesQuery): Promise<Page<DigestCandidate>> {
    const { items, nextCursor } = await this.submissions.candidates(query);
    const now = this.clock.now();
    return {
      nextCursor,
      items: items.map((summary) => ({
        ...digestSubmission(summary),
        waitingWorkingDays: summary.acceptedAt ? workingDaysSince(new Date(summary.acceptedAt), now) : 0,
      })),
    };
  }
}
