import { DIGEST_STATE_LABELS, type DigestState } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** A digest as other features name it. */
export interface DigestBrief {
  readonly id: string;
  readonly reference: string;
  readonly state: DigestState;
  readonly stateLabel: string;
}

/** What later features need to know of digests. */
@Injectable()
export class DigestBriefs {
  constructor(private readonly database: Database) {}

  /** By id; unknown ones are left out. */
  async briefsOf(ids: readonly string[]): Promise<Map<string, DigestBrief>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.read.query<Omit<DigestBrief, 'stateLabel'>[]>(
      `SELECT id, reference, state FROM digests WHERE id IN (${ids.map(() => '?').join(', ')})`,
      [...ids],
    );
    return new Map(rows.map((row) => [row.id, { ...row, stateLabel: DIGEST_STATE_LABELS[row.state] }]));
  }
}
