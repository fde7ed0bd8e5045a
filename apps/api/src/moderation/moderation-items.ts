import { SCREENING_RULE_CODES, type ScreeningRuleCode } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../platform/clock/clock.js';
import { Database, isUniqueViolation } from '../platform/database/database.js';
import { actionNotAllowed } from '../platform/problems/problem.js';
import { type ContentAuthor, type ModerationKind, StoredModerationItem } from './stored-moderation-item.entity.js';

/** A message as it stands, with what the office needs to judge it. `reference` is the letter's number as people see it. */
export interface ContentSnapshot {
  readonly letterId: string;
  readonly reference: string;
  readonly messageId: string;
  readonly author: ContentAuthor;
  readonly text: string;
  readonly photoIds: readonly string[];
}

/** A message for the office to decide on, and why. */
export interface RaisedItem extends ContentSnapshot {
  readonly kind: ModerationKind;
  readonly words?: string;
  readonly ruleCode?: string | null;
}

function asRuleCode(code: string | null | undefined): ScreeningRuleCode | null {
  return SCREENING_RULE_CODES.find((known) => known === code) ?? null;
}

/** Puts messages on the office's queue. */
@Injectable()
export class ModerationItems {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Adds an item in the transaction under way. @throws {Problem} 409 while the same message waits for the office already. */
  async raise(item: RaisedItem): Promise<void> {
    try {
      await this.database.write((manager) =>
        manager.insert(StoredModerationItem, {
          id: uuidv7(),
          letterId: item.letterId,
          reference: item.reference,
          messageId: item.messageId,
          openMessageId: item.messageId,
          kind: item.kind,
          author: item.author,
          text: item.text,
          photoIds: [...item.photoIds],
          ruleCode: asRuleCode(item.ruleCode),
          words: item.words ?? null,
          raisedAt: this.clock.now(),
          state: 'open',
          decided: false,
          decidedAt: null,
          decidedBy: null,
          decisionReason: null,
        }),
      );
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw actionNotAllowed('这条内容已经提交给办公室，正在等待处理，请勿重复提交。');
    }
  }
}
