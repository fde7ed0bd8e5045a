import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { MembersService } from '../directory/members.service.js';
import { ContentChecks } from '../moderation/content-checks.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { actionNotAllowed, fieldInvalid } from '../platform/problems/problem.js';
import { ChannelsService } from './channels/channels.service.js';
import { Deadlines } from './deadlines/deadlines.js';
import { LetterChanges } from './letter-changes.js';
import { LetterMessage } from './letter-message.entity.js';
import { LetterMessages } from './letter-messages.js';
import { LetterNote } from './letter-note.entity.js';
import { LetterNotices } from './letter-notices.js';
import { LetterTransfers } from './letter-transfers.js';
import type {
  AnswerLetter,
  LetterChange,
  NoteLetter,
  ReasonedChange,
  ReferLetter,
  ReportLetter,
  SnoozeLetter,
  TransferLetter,
} from './letters.dto.js';

const LONGEST_SNOOZE_DAYS = 30;

/** What a member does with a letter, and what the office does to get it answered. One public method each. */
@Injectable()
export class MemberActionsService {
  constructor(
    private readonly changes: LetterChanges,
    private readonly messages: LetterMessages,
    private readonly transfers: LetterTransfers,
    private readonly members: MembersService,
    private readonly channels: ChannelsService,
    private readonly checks: ContentChecks,
    private readonly notices: LetterNotices,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  /** Opens a letter for the first time: the writer sees that it was read. */
  async open(actor: Actor, letterId: string, { version }: LetterChange): Promise<void> {
    await this.changes.as(actor, letterId, 'open', version, async (held) => {
      const move = { action: 'open', party: held.party, accountId: actor.accountId } as const;
      await this.changes.apply(held, move, { memberUnread: false }, { type: 'letter_opened' });
    });
  }

  /** Writes an answer; it reaches the writer once it has passed the content check. */
  async answer(actor: Actor, letterId: string, input: AnswerLetter): Promise<void> {
    await this.changes.as(actor, letterId, 'answer', input.version, async (held) => {
      const authorName = await this.ownName(actor);
      await this.messages.add(actor, held, {
        purpose: 'answer',
        authorName,
        text: input.text,
        photoIds: input.photoIds,
      });
      await this.changes.touch(held);
    });
  }

  /** Hands a letter to another member: by the office at once, by the addressee once the reason has passed the content check. */
  async transfer(actor: Actor, letterId: string, input: TransferLetter): Promise<void> {
    await this.changes.as(actor, letterId, 'transfer', input.version, async (held) => {
      const target = await this.transfers.target(held.letter, input.toMemberId);
      if (held.party === 'office') {
        await this.transfers.carryOut(held, 'office', actor.accountId, target, input.reason);
        return;
      }
      const facts = { toMemberId: target.id };
      const authorName = await this.ownName(actor);
      await this.messages.add(actor, held, { purpose: 'transfer', authorName, text: input.reason, facts });
      await this.changes.touch(held);
    });
  }

  /** Names the right channel for what is not CPPCC work (Art. 7). @throws {Problem} 422 for a channel that is not in use. */
  async refer(actor: Actor, letterId: string, input: ReferLetter): Promise<void> {
    await this.changes.as(actor, letterId, 'refer', input.version, async (held) => {
      const channel = await this.channels.require(input.channelId);
      const facts = { channelId: channel.id };
      const authorName = await this.ownName(actor);
      await this.messages.add(actor, held, { purpose: 'refer', authorName, text: input.reason, facts });
      await this.changes.touch(held);
    });
  }

  /** Returns a letter with a reason. */
  async return(actor: Actor, letterId: string, input: ReasonedChange): Promise<void> {
    await this.changes.as(actor, letterId, 'return', input.version, async (held) => {
      const authorName = await this.ownName(actor);
      await this.messages.add(actor, held, { purpose: 'return', authorName, text: input.reason });
      await this.changes.touch(held);
    });
  }

  /** Puts a letter aside until a time, or takes it back. @throws {Problem} 422 for a time past or more than 30 days ahead. */
  async snooze(actor: Actor, letterId: string, input: SnoozeLetter): Promise<void> {
    const until = input.until === null ? null : new Date(input.until);
    const now = this.clock.now().getTime();
    if (until && (until.getTime() <= now || until.getTime() > now + LONGEST_SNOOZE_DAYS * 86_400_000)) {
      throw fieldInvalid('until', 'time_out_of_range', `提醒时间请选在今后 ${LONGEST_SNOOZE_DAYS} 天以内。`);
    }
    await this.changes.as(actor, letterId, 'snooze', input.version, async (held) => {
      const move = { action: 'snooze', party: held.party, accountId: actor.accountId } as const;
      await this.changes.apply(held, move, { snoozedUntil: until });
    });
  }

  /** Adds a note to self. */
  async note(actor: Actor, letterId: string, input: NoteLetter): Promise<void> {
    await this.changes.as(actor, letterId, 'note', input.version, async ({ letter, manager, now }) => {
      await manager.insert(LetterNote, {
        id: uuidv7(),
        letterId: letter.id,
        memberId: letter.memberId,
        text: input.text,
        at: now,
      });
    });
  }

  /** Tells the office of abuse; the office may then read the letter. */
  async report(actor: Actor, letterId: string, input: ReportLetter): Promise<void> {
    await this.changes.as(actor, letterId, 'report', input.version, async (held) => {
      const { letter, manager, now } = held;
      const message = await manager.findOne(LetterMessage, {
        where: { letterId, author: 'writer', ...(input.messageId && { id: input.messageId }) },
        order: { id: 'ASC' },
      });
      if (!message) throw fieldInvalid('messageId', 'message_unknown', '没有找到要举报的内容，请刷新后重试。');
      await this.checks.report({
        letterId,
        reference: letter.reference,
        messageId: message.id,
        author: 'writer',
        text: message.text,
        photoIds: message.photoIds,
        words: input.reason,
      });
      const move = { action: 'report', party: held.party, accountId: actor.accountId } as const;
      await this.changes.apply(held, move, { escalatedAt: letter.escalatedAt ?? now }, { type: 'letter_reported' });
    });
  }

  /** Reminds the member, by the office or member affairs; once a day at most. */
  async remind(actor: Actor, letterId: string, { version }: LetterChange): Promise<void> {
    await this.changes.as(actor, letterId, 'remind', version, async (held) => {
      const { letter, now } = held;
      if (letter.remindedAt && now.getTime() - letter.remindedAt.getTime() < 86_400_000) {
        throw actionNotAllowed('今天已经提醒过这位委员，明天再提醒吧。');
      }
      const move = { action: 'remind', party: held.party, accountId: actor.accountId } as const;
      await this.changes.apply(held, move, { remindedAt: now }, { type: 'letter_reminded' });
      await this.notices.reminded(letter, `remind:${now.getTime()}`, this.deadlines.stateOf(letter.due) === 'overdue');
    });
  }

  private async ownName(actor: Actor): Promise<string> {
    return (await this.members.find(actor.memberId ?? ''))?.name ?? '';
  }
}
