import { chinaYear, formatReferenceNumber } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { DigestSequence } from './digest-sequence.entity.js';

/** Gives digests their numbers: 汇总 2026-003, anew each calendar year. */
@Injectable()
export class DigestNumbers {
  constructor(private readonly database: Database) {}

  /** The next number of the year of `at`, in the transaction under way, which holds the year's row until it ends. */
  async next(at: Date): Promise<string> {
    const year = chinaYear(at);
    const orRaise = this.database.isSqlite ? 'ON CONFLICT (year) DO UPDATE SET' : 'ON DUPLICATE KEY UPDATE';
    return this.database.write(async (manager) => {
      // One statement that takes the row for writing at once, so that two who begin a digest do not stop each other.
      await manager.query(`INSERT INTO digest_sequences (year, last) VALUES (?, 1) ${orRaise} last = last + 1`, [year]);
      const { last } = await manager.findOneByOrFail(DigestSequence, { year });
      return formatReferenceNumber('digest', year, last);
    });
  }
}
