import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { asDate, asIso, type StoredInstant } from '../platform/database/instants.js';
import { decodeInstantCursor, type Page, toPage } from '../platform/database/keyset.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { notFound } from '../platform/problems/problem.js';
import type { NoticeScreen, NoticeSubject, NoticeTemplate } from './notice-kinds.js';
import type { Notice, NoticeCounts, NoticesQuery } from './notices.dto.js';
import { StoredNotice } from './stored-notice.entity.js';

/** Outbox topic on which notices are put into the app. */
export const NOTICE_DELIVER = 'notice.deliver';

/** Something to tell one person. */
export interface NoticeToSend {
  readonly accountId: string;
  /** Stable word for what happened, such as `letter_answered` (at most 40 characters). */
  readonly kind: string;
  /** At most 100 characters. */
  readonly title: string;
  /** At most 500 characters. */
  readonly text: string;
  readonly letterId?: string | null;
  /** What else it is about. */
  readonly about?: { readonly kind: NoticeSubject; readonly id: string };
  /** As what the person reads it, for the screen that the link opens. */
  readonly as?: NoticeScreen | null;
  /** Names the event for this person, at most 120 characters; a second notice with the same key is dropped. */
  readonly dedupeKey: string;
  /** The subscribe message that tells the same on WeChat, if the person has agreed to one. Needs `letterId`, `as` and `fields`. */
  readonly template?: NoticeTemplate;
  /** What the subscribe message says besides the title and the time: the letter's number and its title. */
  readonly fields?: { readonly reference: string; readonly subject: string };
}

/** A notice on the outbox. `at` is when the event happened (ISO 8601). */
export type NoticeInFlight = NoticeToSend & { readonly at: string };

interface NoticeRow {
  id: string;
  kind: string;
  title: string;
  text: string;
  letterId: string | null;
  aboutKind: NoticeSubject | null;
  aboutId: string | null;
  screen: NoticeScreen | null;
  at: StoredInstant;
  readAt: StoredInstant | null;
}

const COLUMNS = ['id', 'kind', 'title', 'text', 'letterId', 'aboutKind', 'aboutId', 'at', 'readAt'] as const;

function toNotice({ screen, at, readAt, ...rest }: NoticeRow): Notice {
  return { ...rest, as: screen, at: asIso(at), readAt: asIso(readAt) };
}

/** Tells people what happened, in the app and, where they agreed, on WeChat. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Tells a person something, in the transaction under way: with the change that it tells of, or not at all; once in the app. */
  async notify(notice: NoticeToSend): Promise<void> {
    const inFlight: NoticeInFlight = { ...notice, at: this.clock.now().toISOString() };
    await this.outbox.emit(NOTICE_DELIVER, inFlight);
  }

  /** Own notices, newest first. */
  async list({ accountId }: Actor, { unread, cursor, limit }: NoticesQuery): Promise<Page<Notice>> {
    const query = this.select()
      .where('notice.accountId = :accountId', { accountId })
      .orderBy('notice.at', 'DESC')
      .addOrderBy('notice.id', 'DESC')
      .limit(limit + 1);
    if (unread !== undefined) query.andWhere('notice.unread = :unread', { unread });
    const place = decodeInstantCursor(cursor);
    if (place) query.andWhere('(notice.at < :at OR (notice.at = :at AND notice.id < :id))', place);
    const rows = await query.getRawMany<NoticeRow>();
    return toPage(rows, limit, ({ at, id }) => ({ sort: asDate(at).toISOString(), id }), toNotice);
  }

  /** How many own notices are unread. */
  async counts({ accountId }: Actor): Promise<NoticeCounts> {
    return { unread: await this.database.read.countBy(StoredNotice, { accountId, unread: true }) };
  }

  /** Marks one as read; a second time changes nothing. @throws {Problem} 404 when it is not one's own. */
  async read({ accountId }: Actor, id: string): Promise<Notice> {
    await this.markRead({ accountId, id });
    const row = await this.select().where({ id, accountId }).getRawOne<NoticeRow>();
    if (!row) throw notFound('这条消息');
    return toNotice(row);
  }

  /** Marks all as read. */
  async readAll(actor: Actor): Promise<NoticeCounts> {
    await this.markRead({ accountId: actor.accountId });
    return this.counts(actor);
  }

  private async markRead(which: { accountId: string; id?: string }): Promise<void> {
    await this.database.write((manager) =>
      manager.update(StoredNotice, { ...which, unread: true }, { unread: false, readAt: this.clock.now() }),
    );
  }

  private select() {
    return this.database.read
      .createQueryBuilder(StoredNotice, 'notice')
      .select(COLUMNS.map((column) => `notice.${column} AS ${column}`))
      .addSelect('notice.as', 'screen');
  }
}
