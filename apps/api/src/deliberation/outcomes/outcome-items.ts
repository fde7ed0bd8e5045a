import type { DigestState, SubmissionKind, SubmissionRef } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { asDate, type StoredInstant } from '../../platform/database/instants.js';

/** An item of a digest with what outcomes need of its meeting. */
export interface OutcomeItem {
  readonly id: string;
  readonly digestId: string;
  readonly position: number;
  readonly submission: SubmissionRef;
  /** The words of the feedback as the office edited them. */
  readonly feedbackText: string | null;
  readonly version: number;
  readonly meetingName: string;
  /** `YYYY-MM-DD`. */
  readonly meetingDate: string;
  readonly digestState: DigestState;
  readonly feedbackDue: Date | null;
}

interface Row {
  id: string;
  digestId: string;
  position: number;
  submissionKind: SubmissionKind;
  submissionId: string;
  feedbackText: string | null;
  version: number;
  meetingName: string;
  meetingDate: string;
  digestState: DigestState;
  feedbackDue: StoredInstant | null;
}

const SELECT = `SELECT i.id AS id, i.digestId AS digestId, i.position AS position, i.submissionKind AS submissionKind,
  i.submissionId AS submissionId, i.feedbackText AS feedbackText, i.version AS version, g.meetingName AS meetingName,
  g.meetingDate AS meetingDate, g.state AS digestState, g.feedbackDue AS feedbackDue
  FROM digest_items i JOIN digests g ON g.id = i.digestId`;

/** Reads items of digests, as plain rows. */
@Injectable()
export class OutcomeItems {
  constructor(private readonly database: Database) {}

  /** All items of a digest, in their order. */
  ofDigest(digestId: string): Promise<OutcomeItem[]> {
    return this.read('i.digestId = ? ORDER BY i.position, i.id', [digestId]);
  }

  /** By id; unknown ones are left out. */
  async of(itemIds: readonly string[]): Promise<Map<string, OutcomeItem>> {
    if (itemIds.length === 0) return new Map();
    const items = await this.read(`i.id IN (${itemIds.map(() => '?').join(', ')})`, itemIds);
    return new Map(items.map((item) => [item.id, item]));
  }

  /** One, or null. */
  async find(itemId: string): Promise<OutcomeItem | null> {
    return (await this.of([itemId])).get(itemId) ?? null;
  }

  /** The items that root submissions are on, by the submission's id. */
  async ofSubmissions(refs: readonly SubmissionRef[]): Promise<Map<string, OutcomeItem>> {
    if (refs.length === 0) return new Map();
    const items = await this.read(
      `i.submissionId IN (${refs.map(() => '?').join(', ')})`,
      refs.map(({ id }) => id),
    );
    return new Map(items.map((item) => [item.submission.id, item]));
  }

  /** Holds an item's digest, so that what is done to relays of one digest is done one after the other. */
  async hold(digestId: string): Promise<void> {
    if (this.database.isSqlite) return;
    await this.database.read.query('SELECT id FROM digests WHERE id = ? FOR UPDATE', [digestId]);
  }

  private async read(condition: string, values: readonly unknown[]): Promise<OutcomeItem[]> {
    const rows = await this.database.read.query<Row[]>(`${SELECT} WHERE ${condition}`, [...values]);
    return rows.map(({ submissionKind, submissionId, ...row }) => ({
      ...row,
      submission: { kind: submissionKind, id: submissionId },
      feedbackDue: row.feedbackDue === null ? null : asDate(row.feedbackDue),
    }));
  }
}
