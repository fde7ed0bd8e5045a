import { chinaYear, formatReferenceNumber } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
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
      const raised = await this.raise(manager, year);
      if (raised !== undefined) return formatReferenceNumber('letter', year, raised);
      await manager.createQueryBuilder().insert().into(LetterSequence).values({ year, last: 0 }).orIgnore().execute();
      const first = await this.raise(manager, year);
      if (first === undefined) throw new Error(`no sequence of letters for ${year}`);
      return formatReferenceNumber('letter', year, first);
    });
  }

  /** One statement, because everybody who writes waits until this transaction ends. Undefined for a year that has no row yet. */
  private async raise(manager: EntityManager, year: number): Promise<number | undefined> {
    if (this.database.isSqlite) {
      const [row] = await manager.query<Pick<LetterSequence, 'last'>[]>(
        'UPDATE letter_sequences SET last = last + 1 WHERE year = ? RETURNING last',
        [year],
      );
      return row?.last;
    }
    const { affectedRows, insertId } = await manager.query<{ affectedRows: number; insertId: number }>(
      'UPDATE letter_sequences SET last = LAST_INSERT_ID(last + 1) WHERE year = ?',
      [year],
    );
    return affectedRows === 0 ? undefined : insertId;
  }
}
