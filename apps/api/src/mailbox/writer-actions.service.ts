import { Injectable } from '@nestjs/common';
import { ContentChecks } from '../moderation/content-checks.js';
import type { Actor } from '../platform/abilities/actor.js';
import { fieldInvalid } from '../platform/problems/problem.js';
import { LetterChanges } from './letter-changes.js';
import { LetterMessage } from './letter-message.entity.js';
import { LetterMessages } from './letter-messages.js';
import { LetterNotices } from './letter-notices.js';
import type {
  AppealLetter,
  CloseLetter,
  FollowUpLetter,
  LetterChange,
  RateLetter,
  ReasonedChange,
} from './letters.dto.js';

/** What the writer does with a letter. One public method each. */
@Injectable()
export class WriterActionsService {
  constructor(
    private readonly changes: LetterChanges,
    private readonly messages: LetterMessages,
    private readonly checks: ContentChecks,
    private readonly notices: LetterNotices,
  ) {}

  /** Writes again after an answer; it reaches the member once it has passed the content check. */
  async followUp(actor: Actor, letterId: string, input: FollowUpLetter): Promise<void> {
    await this.changes.as(actor, letterId, 'follow_up', input.version, async (held) => {
      const { text, photoIds } = input;
      await this.messages.add(actor, held, { purpose: 'follow_up', authorName: held.letter.shownName, text, photoIds });
      await this.changes.touch(held);
    });
  }

  /** Takes a letter back before it is answered. */
  async withdraw(actor: Actor, letterId: string, { version }: LetterChange): Promise<void> {
    await this.changes.as(actor, letterId, 'withdraw', version, async (held) => {
      const move = { action: 'withdraw', party: 'writer', accountId: actor.accountId } as const;
      const wasDelivered = held.letter.deliveredAt !== null;
      const patch = { due: null, snoozedUntil: null, lastActivityAt: held.now, memberUnread: false };
      const letter = await this.changes.apply(held, move, patch, { type: 'letter_withdrawn' });
      if (!wasDelivered) return;
      await this.notices.toMember(
        letter,
        'letter_withdrawn',
        '写信人撤回了来信',
        `《${letter.title}》已由写信人撤回，不用再答复。`,
      );
    });
  }

  /** Closes an answered letter, with a rating if one is given. */
  async close(actor: Actor, letterId: string, { version, stars, words }: CloseLetter): Promise<void> {
    await this.changes.as(actor, letterId, 'close', version, async (held) => {
      const rating = stars ?? null;
      if (words && rating === null) throw fieldInvalid('stars', 'stars_required', '请先选几颗星，再写评价。');
      const move = { action: 'close', party: 'writer', accountId: actor.accountId } as const;
      const patch = {
        closedAt: held.now,
        closingDue: null,
        due: null,
        rating,
        lastActivityAt: held.now,
        memberUnread: true,
      };
      const facts = rating === null ? {} : { stars: rating };
      const letter = await this.changes.apply(held, move, patch, { type: 'letter_closed', facts });
      if (words) await this.messages.add(actor, held, { purpose: 'rate', authorName: letter.shownName, text: words });
      const said = rating === null ? '' : `，评了 ${rating} 星`;
      await this.notices.toMember(letter, 'letter_closed', '来信已办结', `写信人办结了《${letter.title}》${said}。`);
    });
  }

  /** Rates a closed letter, once. */
  async rate(actor: Actor, letterId: string, { version, stars, words }: RateLetter): Promise<void> {
    await this.changes.as(actor, letterId, 'rate', version, async (held) => {
      const move = { action: 'rate', party: 'writer', accountId: actor.accountId } as const;
      const step = { type: 'letter_rated', facts: { stars } };
      const letter = await this.changes.apply(held, move, { rating: stars }, step);
      if (words) await this.messages.add(actor, held, { purpose: 'rate', authorName: letter.shownName, text: words });
      await this.notices.toMember(letter, 'letter_rated', '写信人作了评价', `《${letter.title}》得到 ${stars} 星。`);
    });
  }

  /** Opens a closed letter again, once; it reaches the member when the reason has passed the content check. */
  async reopen(actor: Actor, letterId: string, { version, reason }: ReasonedChange): Promise<void> {
    await this.changes.as(actor, letterId, 'reopen', version, async (held) => {
      await this.messages.add(actor, held, { purpose: 'reopen', authorName: held.letter.shownName, text: reason });
      await this.changes.touch(held);
    });
  }

  /** Asks the office to look again at what was withheld; also the member's way, for own answers. */
  async appeal(actor: Actor, letterId: string, input: AppealLetter): Promise<void> {
    await this.changes.as(actor, letterId, 'appeal', input.version, async (held) => {
      const { letter, manager, now, party } = held;
      const author = party === 'writer' ? 'writer' : 'member';
      const own = { id: input.messageId, letterId, author, checkState: 'withheld', appeal: 'none' } as const;
      const message = await manager.findOneBy(LetterMessage, own);
      if (!message) throw fieldInvalid('messageId', 'not_appealable', '这条内容不能申请复核，请刷新后查看。');
      await manager.update(LetterMessage, { id: message.id }, { appeal: 'open' });
      await this.checks.appeal({
        letterId,
        reference: letter.reference,
        messageId: message.id,
        author,
        text: message.text,
        photoIds: message.photoIds,
        ruleCode: message.ruleCode,
        words: input.reason,
      });
      const move = { action: 'appeal', party, accountId: actor.accountId } as const;
      const patch = { escalatedAt: letter.escalatedAt ?? now };
      await this.changes.apply(held, move, patch, { type: 'appeal_made' });
    });
  }
}
