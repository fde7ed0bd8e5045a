import { chinaYear, formatReferenceNumber, type ReferenceKind } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { nextNumber } from '../platform/database/next-number.js';

/** Gives opinions and sector voices their numbers: 社情民意 2026-0042, anew each calendar year, without gaps or doubles. */
@Injectable()
export class OpinionNumbers {
  constructor(private readonly database: Database) {}

  /** The next number of a kind in the year of `at`, in the transaction under way, which holds the kind's row until it ends. */
  async next(kind: ReferenceKind, at: Date): Promise<string> {
    const year = chinaYear(at);
    return formatReferenceNumber(kind, year, await nextNumber(this.database, 'opinion_sequences', { kind, year }));
  }
}
