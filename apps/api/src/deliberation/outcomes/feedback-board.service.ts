import type { DigestState } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { Deadlines } from '../../mailbox/deadlines/deadlines.js';
import { Database } from '../../platform/database/database.js';
import { asDate, asIso, type StoredInstant, toStored } from '../../platform/database/instants.js';
import { decodeInstantCursor, type Page, toPage } from '../../platform/database/keyset.js';
import { DigestTallies } from '../digest-tallies.js';
import type { FeedbackBoardQuery, FeedbackBoardRow } from './feedback.dto.js';

interface Row {
  id: string;
  reference: string;
  title: string;
  meetingName: string;
  meetingDate: string;
  state: DigestState;
  feedbackDue: StoredInstant | null;
  fedBackAt: StoredInstant | null;
  sort: StoredInstant;
  version: number;
}

/** An item of digest `g` whose last decision is signed and was not fed back. */
const WAITING = `EXISTS (SELECT 1 FROM digest_items i JOIN decisions d ON d.itemId = i.id
  AND d.revision = (SELECT MAX(r.revision) FROM decisions r WHERE r.itemId = i.id)
  WHERE i.digestId = g.id AND d.signedAt IS NOT NULL AND d.fedBackAt IS NULL)`;

/** Digests that are decided, with how much of the feedback was sent. */
@Injectable()
export class FeedbackBoardService {
  constructor(
    private readonly database: Database,
    private readonly deadlines: Deadlines,
    private readonly tallies: DigestTallies,
  ) {}

  /** One page: those that wait, the earliest due first; those all fed back, the latest first. */
  async list({ box, cursor, limit }: FeedbackBoardQuery): Promise<Page<FeedbackBoardRow>> {
    const waits = box === 'waiting';
    const sort = waits ? 'COALESCE(g.feedbackDue, g.decidedAt, g.createdAt)' : 'COALESCE(g.fedBackAt, g.createdAt)';
    const [order, after] = waits ? ['', '>'] : [' DESC', '<'];
    const conditions = [
      waits ? `g.state IN ('decided', 'fed_back') AND ${WAITING}` : `g.state = 'fed_back' AND NOT ${WAITING}`,
    ];
    const values: unknown[] = [];
    const place = decodeInstantCursor(cursor);
    if (place) {
      conditions.push(`(${sort} ${after} ? OR (${sort} = ? AND g.id ${after} ?))`);
      values.push(toStored(place.at), toStored(place.at), place.id);
    }
    const rows = await this.database.read.query<Row[]>(
      `SELECT g.id AS id, g.reference AS reference, g.title AS title, g.meetingName AS meetingName,
         g.meetingDate AS meetingDate, g.state AS state, g.feedbackDue AS feedbackDue, g.fedBackAt AS fedBackAt,
         ${sort} AS sort, g.version AS version
       FROM digests g WHERE ${conditions.join(' AND ')} ORDER BY ${sort}${order}, g.id${order} LIMIT ${limit + 1}`,
      values,
    );
    const tallies = await this.tallies.of(
      rows.map(({ id }) => id),
      null,
    );
    return toPage(
      rows,
      limit,
      (row) => ({ sort: asDate(row.sort).toISOString(), id: row.id }),
      ({ id, sort: _, feedbackDue, fedBackAt, ...row }) => ({
        digestId: id,
        ...row,
        due: asIso(feedbackDue),
        deadline: waits && feedbackDue !== null ? this.deadlines.stateOf(asDate(feedbackDue)) : 'none',
        itemCount: tallies.get(id)?.items ?? 0,
        waitingCount: tallies.get(id)?.feedbackWaiting ?? 0,
        fedBackAt: asIso(fedBackAt),
      }),
    );
  }
}
