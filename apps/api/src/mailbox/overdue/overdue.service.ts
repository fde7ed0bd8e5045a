import type { LetterCategory } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { DirectoryUnitsService } from '../../directory/directory-units.service.js';
import { MembersService } from '../../directory/members.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { asDate, asIso, type StoredInstant, toStored } from '../../platform/database/instants.js';
import { decodeCursor, type Page, toPage } from '../../platform/database/keyset.js';
import { escapeLike } from '../../platform/database/like.js';
import { workingDaysSince } from '../deadlines/working-days.js';
import { letterMember } from '../letter-views.service.js';
import type { OverdueCounts, OverdueLetter, OverdueQuery } from './overdue.dto.js';

interface OverdueRow {
  id: string;
  reference: string;
  title: string;
  category: LetterCategory;
  memberId: string;
  shownName: string;
  sentAt: StoredInstant;
  due: StoredInstant;
  remindedAt: StoredInstant | null;
  version: number;
}

const OVERDUE = "state IN ('delivered', 'opened') AND due < ?";

/** The overdue letters of all members, for member affairs and the office (design §4). */
@Injectable()
export class OverdueService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly units: DirectoryUnitsService,
  ) {}

  /** One page, the longest overdue first. */
  async list({ sectorId, query, cursor, limit }: OverdueQuery): Promise<Page<OverdueLetter>> {
    const now = this.clock.now();
    const conditions = [OVERDUE];
    const values: unknown[] = [toStored(now)];
    if (sectorId) {
      conditions.push('sectorId = ?');
      values.push(sectorId);
    }
    if (query) {
      const like = `%${escapeLike(query)}%`;
      conditions.push("(title LIKE ? ESCAPE '!' OR reference LIKE ? ESCAPE '!')");
      values.push(like, like);
    }
    const place = decodeCursor(cursor);
    if (place) {
      conditions.push('(due > ? OR (due = ? AND id > ?))');
      values.push(place.sort, place.sort, place.id);
    }
    const rows = await this.database.read.query<OverdueRow[]>(
      `SELECT id, reference, title, category, memberId, shownName, sentAt, due, remindedAt, version FROM letters
       WHERE ${conditions.join(' AND ')} ORDER BY due, id LIMIT ${limit + 1}`,
      values,
    );
    const entries = await this.members.entriesOf([...new Set(rows.map(({ memberId }) => memberId))]);
    const members = new Map(entries.map((entry) => [entry.id, entry]));
    return toPage(
      rows,
      limit,
      ({ due, id }) => ({ sort: toStored(asDate(due)), id }),
      (row) => ({
        id: row.id,
        reference: row.reference,
        title: row.title,
        category: row.category,
        member: letterMember(members.get(row.memberId), row.memberId),
        writerName: row.shownName,
        sentAt: asIso(row.sentAt),
        due: asIso(row.due),
        overdueWorkingDays: workingDaysSince(asDate(row.due), now),
        remindedAt: asIso(row.remindedAt),
        version: row.version,
      }),
    );
  }

  /** How many there are, by sector, most first. */
  async counts(): Promise<OverdueCounts> {
    const rows = await this.database.read.query<{ sectorId: string; count: number | string }[]>(
      `SELECT sectorId, COUNT(*) AS count FROM letters WHERE ${OVERDUE} GROUP BY sectorId`,
      [toStored(this.clock.now())],
    );
    const names = await this.units.namesOf(rows.map(({ sectorId }) => sectorId));
    const bySector = rows
      .map(({ sectorId, count }) => ({ sectorId, name: names.get(sectorId) ?? '', count: Number(count) }))
      .sort((a, b) => b.count - a.count);
    return { total: bySector.reduce((sum, { count }) => sum + count, 0), bySector };
  }
}
