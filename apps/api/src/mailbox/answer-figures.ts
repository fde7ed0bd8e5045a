import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MembersService } from '../directory/members.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { asDate, type StoredInstant, toStored } from '../platform/database/instants.js';
import { Outbox } from '../platform/outbox/outbox.js';

/** Outbox topic on which a member's figures are counted anew. */
const LETTER_FIGURES = 'letter.figures';
const MONTHS_MILLISECONDS = 365 * 86_400_000;

interface CountRow {
  received: number | string;
  answered: number | string | null;
}

/** How much a member answers and how soon, over the last twelve months, shown to everyone who looks for a member (Art. 2, 3). */
@Injectable()
export class AnswerFigures implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly members: MembersService,
  ) {}

  onModuleInit(): void {
    this.outbox.register<{ memberId: string }>(LETTER_FIGURES, ({ memberId }) => this.count(memberId));
  }

  /** Has a member's figures counted after the transaction under way. */
  plan(memberId: string): Promise<void> {
    return this.outbox.emit(LETTER_FIGURES, { memberId });
  }

  /** Counts letters that ask for an answer: delivered and neither withdrawn, returned nor referred. The usual time is the median. */
  async count(memberId: string): Promise<void> {
    const since = toStored(new Date(this.clock.now().getTime() - MONTHS_MILLISECONDS));
    const where = `FROM letters WHERE memberId = ? AND sentAt >= ? AND state IN ('delivered', 'opened', 'answered', 'closed')`;
    const [counts] = await this.database.read.query<CountRow[]>(
      `SELECT COUNT(*) AS received, SUM(firstAnsweredAt IS NOT NULL) AS answered ${where}`,
      [memberId, since],
    );
    const answered = Number(counts?.answered ?? 0);
    const middle = await this.database.read.query<{ sentAt: StoredInstant; firstAnsweredAt: StoredInstant }[]>(
      `SELECT sentAt, firstAnsweredAt ${where} AND firstAnsweredAt IS NOT NULL
       ORDER BY ${this.secondsBetween('sentAt', 'firstAnsweredAt')} LIMIT ${answered % 2 === 0 ? 2 : 1} OFFSET ${Math.max(0, Math.ceil(answered / 2) - 1)}`,
      [memberId, since],
    );
    const hours = middle.map(
      (letter) => (asDate(letter.firstAnsweredAt).getTime() - asDate(letter.sentAt).getTime()) / 3_600_000,
    );
    await this.members.setFigures(memberId, {
      letters: Number(counts?.received ?? 0),
      answered,
      usualAnswerHours: hours.length > 0 ? hours.reduce((sum, one) => sum + one, 0) / hours.length : null,
    });
  }

  private secondsBetween(from: string, to: string): string {
    return this.database.isSqlite ? `julianday(${to}) - julianday(${from})` : `TIMESTAMPDIFF(SECOND, ${from}, ${to})`;
  }
}
