import { Injectable } from '@nestjs/common';
import { LetterSourcesService } from '../../mailbox/letter-sources.service.js';
import { Database } from '../../platform/database/database.js';
import { HeardAnswer } from './heard-answer.entity.js';
import { isDone, isTakenBack, type LetterMatter, LetterMatters } from './letter-matters.js';
import { OutcomeNotices } from './outcome-notices.js';

/** When a writer is asked "were you heard?": everything made of the letter is done, and no answer was given. */
@Injectable()
export class HeardQuestion {
  constructor(
    private readonly database: Database,
    private readonly matters: LetterMatters,
    private readonly letters: LetterSourcesService,
    private readonly notices: OutcomeNotices,
  ) {}

  /** The answer given, or null. */
  answerOf(letterId: string): Promise<HeardAnswer | null> {
    return this.database.read.findOneBy(HeardAnswer, { letterId });
  }

  /** Is the question open, with what was made of the letter and what was answered? */
  isOpen(matters: readonly LetterMatter[], answer: HeardAnswer | null): boolean {
    const alive = matters.filter((matter) => !isTakenBack(matter));
    return answer === null && alive.length > 0 && alive.every(isDone);
  }

  /** Asks the writer when the question is open now, once, in the transaction under way. */
  async askWhenDone(letterId: string): Promise<void> {
    const matters = await this.matters.of(letterId);
    if (!this.isOpen(matters, await this.answerOf(letterId))) return;
    const letter = (await this.letters.briefsOf([letterId])).get(letterId);
    if (letter) await this.notices.heardAsked(letter);
  }
}
