import { type LetterCategory, type LetterState, MAILBOX_BOXES, type MailboxBox } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { DirectoryUnitsService } from '../directory/directory-units.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { asDate, asIso, type StoredInstant, toStored } from '../platform/database/instants.js';
import { decodeCursor, type Page, toPage } from '../platform/database/keyset.js';
import { escapeLike } from '../platform/database/like.js';
import { Deadlines } from './deadlines/deadlines.js';
import { deadlineStateOf } from './deadlines/working-days.js';
import type { InboxQuery, MailboxCounts } from './inbox.dto.js';
import { REACHED_STATES } from './letter-rows.js';
import type { MailboxLetter } from './letters.views.js';

interface InboxRow {
  id: string;
  reference: string;
  title: string;
  category: LetterCategory;
  state: LetterState;
  shownName: string;
  townshipId: string | null;
  excerpt: string;
  photoCount: number;
  sentAt: StoredInstant;
  lastActivityAt: StoredInstant;
  memberUnread: number | boolean;
  due: StoredInstant | null;
  snoozedUntil: StoredInstant | null;
  rating: number | null;
}

/** A part of a WHERE clause with its values. */
type Condition = readonly [sql: string, ...values: unknown[]];

const COLUMNS =
  'id, reference, title, category, state, shownName, townshipId, excerpt, photoCount, sentAt, lastActivityAt, memberUnread, due, snoozedUntil, rating';
const WAITING = "state IN ('delivered', 'opened')";
/** COALESCE hides the state from the choice of an index: by that of member and time a page reads only its own rows, already in order. */
const REACHED = `COALESCE(state, '') IN (${REACHED_STATES})`;
/** Boxes whose letters are sorted by what must be answered first. */
const BY_DUE: readonly MailboxBox[] = ['waiting', 'due_soon', 'overdue'];

/** A member's inbox: plain rows, one statement a page, because it is the list that is opened most. */
@Injectable()
export class InboxService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly deadlines: Deadlines,
    private readonly units: DirectoryUnitsService,
  ) {}

  /** One page of a box. */
  async list(actor: Actor, query: InboxQuery): Promise<Page<MailboxLetter>> {
    const now = this.clock.now();
    const soonBound = this.deadlines.soonBound();
    const byDue = BY_DUE.includes(query.box);
    const conditions: Condition[] = [['memberId = ?', actor.memberId], this.boxCondition(query.box, now, soonBound)];
    if (query.category) conditions.push(['category = ?', query.category]);
    if (query.townshipId) conditions.push(['townshipId = ?', query.townshipId]);
    if (query.query) conditions.push(this.wordsCondition(query.query));
    const place = decodeCursor(query.cursor);
    if (place) {
      const [column, sign] = byDue ? ['due', '>'] : ['lastActivityAt', '<'];
      conditions.push([`(${column} ${sign} ? OR (${column} = ? AND id ${sign} ?))`, place.sort, place.sort, place.id]);
    }
    const rows = await this.database.read.query<InboxRow[]>(
      `SELECT ${COLUMNS} FROM letters WHERE ${conditions.map(([sql]) => sql).join(' AND ')}
       ORDER BY ${byDue ? 'due, id' : 'lastActivityAt DESC, id DESC'} LIMIT ${query.limit + 1}`,
      conditions.flatMap(([, ...values]) => values),
    );
    const townshipIds = rows.flatMap(({ townshipId }) => townshipId ?? []);
    const townships = await this.units.namesOf([...new Set(townshipIds)]);
    return toPage(
      rows,
      query.limit,
      (row) => ({ sort: toStored(asDate((byDue ? row.due : row.lastActivityAt) ?? row.lastActivityAt)), id: row.id }),
      (row) => this.toItem(row, townships, now, soonBound),
    );
  }

  /** How many letters each box holds. */
  async counts(actor: Actor): Promise<MailboxCounts> {
    const now = this.clock.now();
    const soonBound = this.deadlines.soonBound();
    const conditions = MAILBOX_BOXES.map((box) => this.boxCondition(box, now, soonBound));
    const sums = conditions.map(([sql], index) => `SUM(CASE WHEN ${sql} THEN 1 ELSE 0 END) AS box${index}`);
    const [row] = await this.database.read.query<Record<string, number | string | null>[]>(
      `SELECT ${sums.join(', ')} FROM letters WHERE memberId = ?`,
      [...conditions.flatMap(([, ...values]) => values), actor.memberId],
    );
    return Object.fromEntries(
      MAILBOX_BOXES.map((box, index) => [box, Number(row?.[`box${index}`] ?? 0)]),
    ) as unknown as MailboxCounts;
  }

  private boxCondition(box: MailboxBox, now: Date, soonBound: Date): Condition {
    const [present, soon] = [toStored(now), toStored(soonBound)];
    const awake: Condition = [`${WAITING} AND (snoozedUntil IS NULL OR snoozedUntil <= ?)`, present];
    switch (box) {
      case 'new':
        return ["state = 'delivered'"];
      case 'waiting':
        return awake;
      case 'due_soon':
        return [`${WAITING} AND due >= ? AND due <= ?`, present, soon];
      case 'overdue':
        return [`${WAITING} AND due < ?`, present];
      case 'answered':
        return ["state = 'answered'"];
      case 'snoozed':
        return [`${WAITING} AND snoozedUntil > ?`, present];
      case 'all':
        return [REACHED];
    }
  }

  /** Words in title, number or any message that has passed the check. */
  private wordsCondition(words: string): Condition {
    const like = `%${escapeLike(words)}%`;
    return [
      `(title LIKE ? ESCAPE '!' OR reference LIKE ? ESCAPE '!' OR EXISTS (SELECT 1 FROM letter_messages m
        WHERE m.letterId = letters.id AND m.checkState = 'passed' AND m.text LIKE ? ESCAPE '!'))`,
      like,
      like,
      like,
    ];
  }

  private toItem(row: InboxRow, townships: ReadonlyMap<string, string>, now: Date, soonBound: Date): MailboxLetter {
    return {
      id: row.id,
      reference: row.reference,
      title: row.title,
      category: row.category,
      state: row.state,
      writerName: row.shownName,
      townshipName: townships.get(row.townshipId ?? '') ?? null,
      excerpt: row.excerpt,
      photoCount: row.photoCount,
      sentAt: asIso(row.sentAt),
      lastActivityAt: asIso(row.lastActivityAt),
      unread: Boolean(row.memberUnread),
      due: asIso(row.due),
      deadline: deadlineStateOf(row.due === null ? null : asDate(row.due), now, soonBound),
      snoozedUntil: asIso(row.snoozedUntil),
      rating: row.rating,
    };
  }
}
