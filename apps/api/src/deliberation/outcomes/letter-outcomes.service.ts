import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { asDate, type StoredInstant } from '../../platform/database/instants.js';

/** What came back into a letter so far. */
export interface LetterOutcome {
  /** When the first outcome that still stands was told: what told of a decision corrected since does not count. */
  readonly relayedAt: Date | null;
  /** When the writer answered whether he or she felt heard. */
  readonly heardAt: Date | null;
  /** That answer, 1 to 5. */
  readonly stars: number | null;
}

/** What came back into letters, for the figures. */
@Injectable()
export class LetterOutcomes {
  constructor(private readonly database: Database) {}

  /** By letter; those into which nothing came back are left out. */
  async of(letterIds: readonly string[]): Promise<Map<string, LetterOutcome>> {
    if (letterIds.length === 0) return new Map();
    const places = letterIds.map(() => '?').join(', ');
    const relayed = await this.database.read.query<{ letterId: string; sentAt: StoredInstant }[]>(
      `SELECT r.letterId AS letterId, MIN(r.sentAt) AS sentAt FROM relays r JOIN decisions d ON d.id = r.decisionId
       WHERE r.letterId IN (${places}) AND r.purpose = 'decision' AND r.state = 'sent' AND NOT EXISTS (
         SELECT 1 FROM decisions later
         WHERE later.itemId = d.itemId AND later.revision > d.revision AND later.signedAt IS NOT NULL)
       GROUP BY r.letterId`,
      [...letterIds],
    );
    const heard = await this.database.read.query<{ letterId: string; stars: number; at: StoredInstant }[]>(
      `SELECT letterId, stars, at FROM heard_answers WHERE letterId IN (${places})`,
      [...letterIds],
    );
    const outcomes = new Map<string, LetterOutcome>();
    for (const { letterId, sentAt } of relayed) {
      outcomes.set(letterId, { relayedAt: asDate(sentAt), heardAt: null, stars: null });
    }
    for (const { letterId, stars, at } of heard) {
      const relayedAt = outcomes.get(letterId)?.relayedAt ?? null;
      outcomes.set(letterId, { relayedAt, heardAt: asDate(at), stars });
    }
    return outcomes;
  }
}
