import type { LetterCategory, LetterState } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import { Database } from '../platform/database/database.js';
import { asDate, type StoredInstant, toStored } from '../platform/database/instants.js';
import { decodeCursor, type Page, toPage } from '../platform/database/keyset.js';
import { escapeLike } from '../platform/database/like.js';
import { notFound } from '../platform/problems/problem.js';
import { LetterMessage } from './letter-message.entity.js';
import { REACHED_STATES } from './letter-rows.js';

/** A letter as later features need to know it; never its words. */
export interface LetterBrief {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly category: LetterCategory;
  readonly state: LetterState;
  readonly memberId: string;
  readonly sectorId: string;
  readonly townshipId: string | null;
  readonly writerId: string;
  /** The writer's name as the addressee reads it. */
  readonly shownName: string;
  readonly sentAt: Date;
  readonly deliveredAt: Date | null;
}

/** A letter of the own mailbox that an opinion may be drawn from. */
export interface SourceableLetter extends LetterBrief {
  readonly excerpt: string;
  /** The words may be quoted. */
  readonly consentOpinion: boolean;
  /** The writer's name where it may be given in an opinion, otherwise null. */
  readonly nameToGive: string | null;
}

/** The same with all that its writer said in it. */
export interface LetterSource extends SourceableLetter {
  readonly text: string;
}

/** What to list of {@link LetterSourcesService.sourceable}. */
export interface SourceableQuery {
  readonly query?: string;
  readonly cursor?: string;
  readonly limit: number;
}

type Row = Omit<SourceableLetter, 'sentAt' | 'deliveredAt' | 'consentOpinion' | 'nameToGive'> & {
  readonly sentAt: StoredInstant;
  readonly deliveredAt: StoredInstant | null;
  readonly consentOpinion: number | boolean;
  readonly consentName: number | boolean;
};

const BRIEF =
  'id, reference, title, category, state, memberId, sectorId, townshipId, writerId, shownName, sentAt, deliveredAt';
const SOURCE = `${BRIEF}, excerpt, consentOpinion, consentName`;

function toBrief<R extends Pick<Row, 'sentAt' | 'deliveredAt'>>(row: R) {
  return { ...row, sentAt: asDate(row.sentAt), deliveredAt: row.deliveredAt ? asDate(row.deliveredAt) : null };
}

function toSourceable({ consentOpinion, consentName, ...row }: Row): SourceableLetter {
  const named = Boolean(consentOpinion) && Boolean(consentName);
  return { ...toBrief(row), consentOpinion: Boolean(consentOpinion), nameToGive: named ? row.shownName : null };
}

/** What opinions and their outcomes need of letters. Nothing here tells a writer's words to anyone but the addressee. */
@Injectable()
export class LetterSourcesService {
  constructor(private readonly database: Database) {}

  /** Letters of the own mailbox that an opinion may be drawn from, the latest first. */
  async sourceable(actor: Actor, { query, cursor, limit }: SourceableQuery): Promise<Page<SourceableLetter>> {
    const conditions = [`memberId = ? AND COALESCE(state, '') IN (${REACHED_STATES})`];
    const values: unknown[] = [actor.memberId];
    if (query) {
      const like = `%${escapeLike(query)}%`;
      conditions.push("(title LIKE ? ESCAPE '!' OR reference LIKE ? ESCAPE '!' OR excerpt LIKE ? ESCAPE '!')");
      values.push(like, like, like);
    }
    const place = decodeCursor(cursor);
    if (place) {
      conditions.push('(lastActivityAt < ? OR (lastActivityAt = ? AND id < ?))');
      values.push(place.sort, place.sort, place.id);
    }
    const rows = await this.database.read.query<(Row & { lastActivityAt: StoredInstant })[]>(
      `SELECT ${SOURCE}, lastActivityAt FROM letters WHERE ${conditions.join(' AND ')}
       ORDER BY lastActivityAt DESC, id DESC LIMIT ${limit + 1}`,
      values,
    );
    return toPage(
      rows,
      limit,
      ({ lastActivityAt, id }) => ({ sort: toStored(asDate(lastActivityAt)), id }),
      ({ lastActivityAt: _, ...row }) => toSourceable(row),
    );
  }

  /** One of them with everything that its writer said. @throws {Problem} 404 when it is not in the own mailbox. */
  async sourceOf(actor: Actor, letterId: string): Promise<LetterSource> {
    const [row] = await this.database.read.query<Row[]>(
      `SELECT ${SOURCE} FROM letters WHERE id = ? AND memberId = ? AND state IN (${REACHED_STATES})`,
      [letterId, actor.memberId],
    );
    if (!row) throw notFound('这封来信');
    const said = await this.database.read.find(LetterMessage, {
      where: ['letter' as const, 'follow_up' as const, 'reopen' as const].map((purpose) => ({
        letterId,
        author: 'writer' as const,
        checkState: 'passed' as const,
        purpose,
      })),
      order: { id: 'ASC' },
    });
    return { ...toSourceable(row), text: said.map(({ text }) => text).join('\n') };
  }

  /** What is known of letters without their words, by id; those that do not exist are left out. */
  async briefsOf(ids: readonly string[]): Promise<Map<string, LetterBrief>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.read.query<Row[]>(
      `SELECT ${BRIEF} FROM letters WHERE id IN (${ids.map(() => '?').join(', ')})`,
      [...ids],
    );
    return new Map(rows.map((row) => [row.id, toBrief(row)]));
  }
}
