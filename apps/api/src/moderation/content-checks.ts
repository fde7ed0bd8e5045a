import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { insertRow } from '../platform/database/insert-row.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { CheckedContent } from './checked-content.entity.js';
import { ContentCheck, TEXT_PART } from './content-check.entity.js';
import { type ContentSnapshot, ModerationItems } from './moderation-items.js';

/** Outbox topic on which a message's text and photos are sent to WeChat's checks. */
export const CONTENT_CHECK = 'content.check';

/** A message to check. `accountId` is its author; `title` is checked with the text. */
export interface ContentToCheck extends ContentSnapshot {
  readonly accountId: string;
  readonly title?: string;
}

/** What others ask of moderation. Every answer comes as {@link CONTENT_CHECKED} on the outbox. */
@Injectable()
export class ContentChecks {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly items: ModerationItems,
    private readonly clock: Clock,
  ) {}

  /** Asks for a message to be checked, in the transaction under way. A second request for the same message changes nothing. */
  async request({ accountId, title, ...content }: ContentToCheck): Promise<void> {
    await this.database.write(async (manager) => {
      const asked = await manager.query<unknown[]>('SELECT 1 FROM checked_contents WHERE messageId = ?', [
        content.messageId,
      ]);
      if (asked.length > 0) return;
      await insertRow(manager, CheckedContent, {
        messageId: content.messageId,
        letterId: content.letterId,
        reference: content.reference,
        author: content.author,
        accountId,
        title: title ?? null,
        text: content.text,
        photoIds: [...content.photoIds],
        state: 'checking',
        requestedAt: this.clock.now(),
      });
      const waiting = {
        messageId: content.messageId,
        state: 'waiting',
        label: null,
        traceId: null,
        askedAt: null,
      } as const;
      const parts = [TEXT_PART, ...content.photoIds].map((part) => ({ ...waiting, part }));
      for (const part of parts) await insertRow(manager, ContentCheck, part);
      await this.outbox.emit(CONTENT_CHECK, { messageId: content.messageId });
    });
  }

  /**
   * The author of a withheld message asks the office to look again, in the transaction under way.
   * @throws {Problem} 409 while the message waits for the office already.
   */
  async appeal(content: ContentSnapshot & { words: string; ruleCode?: string | null }): Promise<void> {
    await this.items.raise({ ...content, kind: 'appeal' });
  }

  /**
   * The addressee reports a message, in the transaction under way.
   * @throws {Problem} 409 while the message waits for the office already.
   */
  async report(content: ContentSnapshot & { words: string }): Promise<void> {
    await this.items.raise({ ...content, kind: 'report' });
  }
}
