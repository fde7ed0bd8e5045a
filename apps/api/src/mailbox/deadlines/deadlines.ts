import type { DeadlineState } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Settings } from '../../platform/settings/settings.js';
import { deadlineStateOf, morningBefore, morningOf, workingDaysAfter } from './working-days.js';

/** Outbox topic of a reminder that was planned when a letter began to wait for an answer. */
export const LETTER_REMINDER = 'letter.reminder';
/** Outbox topic of the automatic closing that was planned when a letter was answered. */
export const LETTER_AUTO_CLOSE = 'letter.auto_close';

/** A planned reminder. It applies only while the letter still waits with this very due date (ISO 8601). */
export interface LetterReminder {
  readonly letterId: string;
  readonly due: string;
  readonly when: 'before' | 'on_day' | 'overdue';
}

/** A planned closing. It applies only while the letter is still to close at this very date (ISO 8601). */
export interface LetterAutoClose {
  readonly letterId: string;
  readonly closingDue: string;
}

/** The deadlines of letters, in working days (design §4). */
@Injectable()
export class Deadlines {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** By when a letter that waits since `from` is answered. */
  answerDue(from: Date): Date {
    return workingDaysAfter(from, this.settings.FIRST_ANSWER_WORKING_DAYS);
  }

  /** When a letter answered at `from` closes by itself if nobody writes. */
  closingDue(from: Date): Date {
    return workingDaysAfter(from, this.settings.CLOSING_WORKING_DAYS);
  }

  /** What is due until then is due soon; for lists that are filtered in the database. */
  soonBound(): Date {
    return workingDaysAfter(this.clock.now(), this.settings.DUE_SOON_WORKING_DAYS);
  }

  /** Where a due date stands now. */
  stateOf(due: Date | null): DeadlineState {
    return deadlineStateOf(due, this.clock.now(), this.soonBound());
  }

  /** Plans the reminders before and on the day and the escalation after it, in the transaction under way. */
  async planAnswer(letterId: string, due: Date): Promise<void> {
    const plan: readonly [LetterReminder['when'], Date][] = [
      ['before', morningBefore(due)],
      ['on_day', morningOf(due)],
      ['overdue', new Date(due.getTime() + 1)],
    ];
    for (const [when, at] of plan) {
      if (at < this.clock.now()) continue;
      await this.outbox.emit(LETTER_REMINDER, { letterId, due: due.toISOString(), when } satisfies LetterReminder, at);
    }
  }

  /** Plans the automatic closing, in the transaction under way. */
  async planClosing(letterId: string, closingDue: Date): Promise<void> {
    const message: LetterAutoClose = { letterId, closingDue: closingDue.toISOString() };
    await this.outbox.emit(LETTER_AUTO_CLOSE, message, closingDue);
  }
}
