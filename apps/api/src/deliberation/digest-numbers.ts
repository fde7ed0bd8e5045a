import { chinaYear, formatReferenceNumber } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { nextNumber } from '../platform/database/next-number.js';

/** Gives digests their numbers: 汇总 2026-003, anew each calendar year. */
@Injectable()
export class DigestNumbers {
  constructor(private readonly database: Database) {}

  /** The next number of the year of `at`, in the transaction under way, which holds the year's row until it ends. */
  async next(at: Date): Promise<string> {
    const year = chinaYear(at);
    return formatReferenceNumber('digest', year, await nextNumber(this.database, 'digest_sequences', { year }));
  }
}
