import { chinaYear, formatReferenceNumber } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { LetterSequence } from './letter-sequence.entity.js';

/** Gives letters their numbers: 来信 2026-000123, anew each calendar year, without gaps or doubles. */
@Injectable()
export class LetterNumbers {
  constructor(private readonly database: Database) {}

  /** The next number of the year of `at`, in the transaction under way, which holds the year's row until it ends. */
  async next(at: Date): Promise<string> {
    const year = chinaYear(at);
    return this.database.write(async (manager) => {
      const raise = () => manager.increment(LetterSequence, { year }, 'last', 1);
      const { affected } = await raise();
      if (affected === 0) {
        await manager.createQueryBuilder().insert().into(LetterSequence).values({ year, last: 0 }).orIgnore().execute();
        await raise();
      }
      const { last } = await manager.findOneByOrFail(LetterSequence, { year });
      return formatReferenceNumber('letter', year, last);
    });
  }
}
