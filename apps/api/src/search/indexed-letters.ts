import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LetterRecordsService } from '../mailbox/letter-records.service.js';
import { Database } from '../platform/database/database.js';
import { Journey } from '../platform/journey/journey.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { TextIndex } from '../platform/text-index/text-index.js';

/** Outbox topic on which the letters that were there before the index are entered, a batch a message. */
const LETTERS_BEFORE = 'search.letters';
const BATCH = 200;

/** Steps after which a letter's words or those who may read it are others. */
const STEPS = [
  'letter_delivered',
  'letter_answered',
  'letter_followed_up',
  'letter_reopened',
  'letter_transferred',
  'letter_referred',
  'letter_returned',
  'letter_relayed',
  'letter_withdrawn',
];

/** Keeps the letters in the index in step with the mailbox, in the transaction of each step. */
@Injectable()
export class IndexedLetters implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly journey: Journey,
    private readonly outbox: Outbox,
    private readonly letters: LetterRecordsService,
    private readonly index: TextIndex,
  ) {}

  onModuleInit(): void {
    this.journey.subscribe(STEPS, ({ subjectId }) => this.enter([subjectId]));
    this.outbox.register<{ after: string }>(LETTERS_BEFORE, ({ after }) => this.enterAfter(after));
  }

  /** Enters letters that have been delivered. What their member has said in them is found too; one taken back, by its writer only. */
  private async enter(ids: readonly string[]): Promise<void> {
    const records = await this.letters.of(ids);
    const words = await this.letters.wordsOf(records.map(({ id }) => id));
    for (const { id, title, writerId, memberId, state, sentAt } of records) {
      const scopes = [`writer:${writerId}`, ...(state === 'withdrawn' ? [] : [`member:${memberId}`])];
      await this.index.put({ kind: 'letter', id, scopes, title, text: words.get(id) ?? '', at: sentAt });
    }
  }

  /** One batch of the letters of an older version, and the message for the next. */
  private async enterAfter(after: string): Promise<void> {
    const ids = await this.letters.idsAfter(after, BATCH);
    const last = ids.at(-1);
    if (last === undefined) return;
    await this.database.write(async () => {
      await this.enter(ids);
      await this.outbox.emit(LETTERS_BEFORE, { after: last });
    });
  }
}
