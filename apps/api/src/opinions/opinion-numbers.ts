import { chinaYear, formatReferenceNumber, type ReferenceKind } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { OpinionSequence } from './opinion-sequence.entity.js';

/** Gives opinions and sector voices their numbers: 社情民意 2026-0042, anew each calendar year, without gaps or doubles. */
@Injectable()
export class OpinionNumbers {
  constructor(private readonly database: Database) {}

  /** The next number of a kind in the year of `at`, in the transaction under way, which holds the kind's row until it ends. */
  async next(kind: ReferenceKind, at: Date): Promise<string> {
    const year = chinaYear(at);
    const orRaise = this.database.isSqlite ? 'ON CONFLICT (kind, year) DO UPDATE SET' : 'ON DUPLICATE KEY UPDATE';
    return this.database.write(async (manager) => {
      // One statement that takes the row for writing at once: first sharing it and then raising it lets two who wait stop each other.
      await manager.query(
        `INSERT INTO opinion_sequences (kind, year, last) VALUES (?, ?, 1) ${orRaise} last = last + 1`,
        [kind, year],
      );
      const { last } = await manager.findOneByOrFail(OpinionSequence, { kind, year });
      return formatReferenceNumber(kind, year, last);
    });
  }
}
