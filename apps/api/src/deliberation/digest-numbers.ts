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
    return this.database.write(async (manager) => {
      await manager.createQueryBuilder().insert().into(DigestSequence).values({ year, last: 0 }).orIgnore().execute();
      await manager.increment(DigestSequence, { year }, 'last', 1);
      const { last } = await manager.findOneByOrFail(DigestSequence, { year });
      return formatReferenceNumber('digest', year, last);
    });
  }
}
