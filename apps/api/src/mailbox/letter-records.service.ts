import type { LetterCategory, LetterState } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { asDate, type StoredInstant } from '../platform/database/instants.js';
import { Deadlines } from './deadlines/deadlines.js';

/** A letter as search and figures keep it in step with. */
export interface LetterRecord {
  readonly id: string;
  readonly writerId: string;
  readonly memberId: string;
  readonly sectorId: string;
  readonly townshipId: string | null;
  readonly category: LetterCategory;
  readonly title: string;
  readonly state: LetterState;
  readonly sentAt: Date;
  /** When it came into the mailbox that it is in now. */
  readonly deliveredAt: Date;
  readonly firstAnsweredAt: Date | null;
  /** By when that mailbox's member was to answer first. */
  readonly firstAnswerDue: Date;
}

type Row = Omit<LetterRecord, 'sentAt' | 'deliveredAt' | 'firstAnsweredAt' | 'firstAnswerDue'> & {
  readonly sentAt: StoredInstant;
  readonly deliveredAt: StoredInstant;
  readonly firstAnsweredAt: StoredInstant | null;
};

const COLUMNS = `id, writerId, memberId, sectorId, townshipId, category, title, state, sentAt, deliveredAt, firstAnsweredAt`;
/** What the two sides have said to each other; words beside the conversation are not part of it. */
const SAID = "('letter', 'follow_up', 'reopen', 'answer', 'refer', 'return', 'relay')";

const placesFor = (ids: readonly string[]) => ids.map(() => '?').join(', ');

/** Letters that have been delivered, for the features that keep something about every one of them. Nothing here checks who asks. */
@Injectable()
export class LetterRecordsService {
  constructor(
    private readonly database: Database,
    private readonly deadlines: Deadlines,
  ) {}

  /** Those of the letters that have been delivered. */
  async of(ids: readonly string[]): Promise<LetterRecord[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.read.query<Row[]>(
      `SELECT ${COLUMNS} FROM letters WHERE id IN (${placesFor(ids)}) AND deliveredAt IS NOT NULL`,
      [...ids],
    );
    return rows.map((row) => this.toRecord(row));
  }

  /** Ids of letters after one, in the order of their ids, whether delivered or not. */
  async idsAfter(id: string, limit: number): Promise<string[]> {
    const rows = await this.database.read.query<{ id: string }[]>(
      `SELECT id FROM letters WHERE id > ? ORDER BY id LIMIT ${limit}`,
      [id],
    );
    return rows.map((row) => row.id);
  }

  /** What both sides have said in each letter and the check has passed, in one text; by letter. */
  async wordsOf(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.read.query<{ letterId: string; text: string }[]>(
      `SELECT letterId, text FROM letter_messages
       WHERE letterId IN (${placesFor(ids)}) AND checkState = 'passed' AND purpose IN ${SAID} ORDER BY id`,
      [...ids],
    );
    const words = new Map<string, string>();
    for (const { letterId, text } of rows) {
      const before = words.get(letterId);
      words.set(letterId, before === undefined ? text : `${before}\n${text}`);
    }
    return words;
  }

  private toRecord(row: Row): LetterRecord {
    const deliveredAt = asDate(row.deliveredAt);
    return {
      ...row,
      sentAt: asDate(row.sentAt),
      deliveredAt,
      firstAnsweredAt: row.firstAnsweredAt === null ? null : asDate(row.firstAnsweredAt),
      firstAnswerDue: this.deadlines.answerDue(deliveredAt),
    };
  }
}
