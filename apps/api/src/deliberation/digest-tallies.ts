import type { DigestCircumstances } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Digest } from './digest.entity.js';
import type { OwnDesk } from './digests.policy.js';

/** Counts of one digest at one moment. */
export interface DigestTally {
  readonly items: number;
  /** Items whose last decision is signed. */
  readonly decided: number;
  /** Items whose last decision waits for a signature. */
  readonly pending: number;
  /** Of those, items that this actor may sign: somebody else recorded them. */
  readonly signable: number;
  /** Items whose last decision is signed and not fed back. */
  readonly feedbackWaiting: number;
}

const NOTHING: DigestTally = { items: 0, decided: 0, pending: 0, signable: 0, feedbackWaiting: 0 };

type TallyRow = { digestId: string } & Record<keyof DigestTally, number | string>;

/** The SQL condition and its values that an item `i` was handed in at one of these desks. */
export function onDesks(desks: readonly OwnDesk[]): { sql: string; values: string[] } {
  const sql = desks.map(() => '(i.desk = ? AND i.deskUnitId = ?)').join(' OR ');
  return { sql: `(${sql || '1 = 0'})`, values: desks.flatMap(({ desk, deskUnitId }) => [desk, deskUnitId]) };
}

/** Counts of digests, by one statement for a whole page. */
@Injectable()
export class DigestTallies {
  constructor(private readonly database: Database) {}

  /** The tallies by digest id. `desks` counts only items that were handed in there. */
  async of(
    digestIds: readonly string[],
    accountId: string | null,
    desks?: readonly OwnDesk[],
  ): Promise<Map<string, DigestTally>> {
    if (digestIds.length === 0) return new Map();
    const filter = desks && onDesks(desks);
    const rows = await this.database.read.query<TallyRow[]>(
      `SELECT i.digestId AS digestId, COUNT(*) AS items,
         SUM(CASE WHEN d.signedAt IS NOT NULL THEN 1 ELSE 0 END) AS decided,
         SUM(CASE WHEN d.id IS NOT NULL AND d.signedAt IS NULL THEN 1 ELSE 0 END) AS pending,
         SUM(CASE WHEN d.id IS NOT NULL AND d.signedAt IS NULL AND d.recordedBy <> ? THEN 1 ELSE 0 END) AS signable,
         SUM(CASE WHEN d.signedAt IS NOT NULL AND d.fedBackAt IS NULL THEN 1 ELSE 0 END) AS feedbackWaiting
       FROM digest_items i
       LEFT JOIN decisions d ON d.itemId = i.id
         AND d.revision = (SELECT MAX(r.revision) FROM decisions r WHERE r.itemId = i.id)
       WHERE i.digestId IN (${digestIds.map(() => '?').join(', ')})${filter ? ` AND ${filter.sql}` : ''}
       GROUP BY i.digestId`,
      [accountId ?? '', ...digestIds, ...(filter?.values ?? [])],
    );
    const tallies = new Map<string, DigestTally>(digestIds.map((id) => [id, NOTHING]));
    for (const row of rows) {
      tallies.set(row.digestId, {
        items: Number(row.items),
        decided: Number(row.decided),
        pending: Number(row.pending),
        signable: Number(row.signable),
        feedbackWaiting: Number(row.feedbackWaiting),
      });
    }
    return tallies;
  }

  /** The tally of one digest. */
  async ofOne(digestId: string, accountId: string | null, desks?: readonly OwnDesk[]): Promise<DigestTally> {
    return (await this.of([digestId], accountId, desks)).get(digestId) ?? NOTHING;
  }
}

/** What decides, besides its state, which actions are open on a digest. */
export function circumstancesOf({ state }: Pick<Digest, 'state'>, tally: DigestTally): DigestCircumstances {
  return {
    state,
    hasItems: tally.items > 0,
    hasDecisions: tally.decided + tally.pending > 0,
    signable: tally.signable > 0,
    feedbackWaiting: tally.feedbackWaiting > 0,
  };
}
