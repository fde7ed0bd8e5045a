import { LETTER_TRANSITIONS, type LetterAction, type LetterState, screeningRuleName } from '@lianxin/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MembersService } from '../directory/members.service.js';
import { CONTENT_CHECKED, type ContentChecked } from '../moderation/content-checked.js';
import { Journey } from '../platform/journey/journey.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { AnswerFigures } from './answer-figures.js';
import { ChannelsService } from './channels/channels.service.js';
import { Deadlines } from './deadlines/deadlines.js';
import { Letter } from './letter.entity.js';
import { type HeldLetter, LetterChanges, type LetterPatch } from './letter-changes.js';
import { LetterMessage } from './letter-message.entity.js';
import { LetterNotices } from './letter-notices.js';
import { LETTER_RELAYED, type LetterRelayed } from './letter-relays.service.js';
import { LetterTransfers } from './letter-transfers.js';

type Held = Omit<HeldLetter, 'circumstances'>;

/** True when the table lets a letter in this state go on by this action; it may have moved while its message was checked. */
function canGo(state: LetterState, action: LetterAction): boolean {
  return (LETTER_TRANSITIONS[action].from as readonly LetterState[]).includes(state);
}

/** Carries out what a message is for once its check is settled: delivers the letter, shows the answer, moves the state. */
@Injectable()
export class CheckedMessages implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly changes: LetterChanges,
    private readonly journey: Journey,
    private readonly notices: LetterNotices,
    private readonly transfers: LetterTransfers,
    private readonly members: MembersService,
    private readonly channels: ChannelsService,
    private readonly deadlines: Deadlines,
    private readonly figures: AnswerFigures,
  ) {}

  onModuleInit(): void {
    this.outbox.register<ContentChecked>(CONTENT_CHECKED, (verdict) => this.settle(verdict));
  }

  /** Takes a verdict. The same one twice changes nothing, and what a member said to a letter withdrawn since reaches nobody. */
  async settle(verdict: ContentChecked): Promise<void> {
    await this.changes.bySystem(verdict.letterId, async (held) => {
      const message = await held.manager.findOneBy(LetterMessage, { id: verdict.messageId });
      if (!message) return;
      const unwanted = held.letter.state === 'withdrawn' && message.author === 'member' && message.purpose !== 'relay';
      if (unwanted) return;
      if (verdict.verdict === 'pass') await this.pass(held, message, verdict);
      else await this.withhold(held, message, verdict);
    });
  }

  private async pass(held: Held, message: LetterMessage, verdict: ContentChecked): Promise<void> {
    if (message.checkState === 'passed') return;
    const appealed = message.appeal === 'open';
    const appeal = appealed ? 'upheld' : message.appeal;
    await held.manager.update(LetterMessage, { id: message.id }, { checkState: 'passed', ruleCode: null, appeal });
    if (appealed) await this.appealSettled(held, message, true, verdict.reason);
    await this.carryOut(held, message, verdict);
  }

  private async withhold(held: Held, message: LetterMessage, verdict: ContentChecked): Promise<void> {
    const { manager, letter } = held;
    if (message.checkState === 'withheld') {
      if (message.appeal !== 'open') return;
      await manager.update(LetterMessage, { id: message.id }, { appeal: 'rejected' });
      await this.appealSettled(held, message, false, verdict.reason);
      return;
    }
    await manager.update(LetterMessage, { id: message.id }, { checkState: 'withheld', ruleCode: verdict.ruleCode });
    const rule = screeningRuleName(verdict.ruleCode) ?? '不符合发布要求';
    const reason = verdict.reason ? `${rule}：${verdict.reason}` : rule;
    if (message.purpose === 'letter' && canGo(letter.state, 'withhold')) {
      const move = { action: 'withhold', party: verdict.by, accountId: null } as const;
      await this.changes.apply(held, move, { writerUnread: true }, { type: 'letter_withheld', facts: { reason } });
    } else {
      await manager.increment(Letter, { id: letter.id }, 'version', 1);
      letter.version += 1;
    }
    // Whoever sends relays tells the member, and leads to the relay.
    if (message.purpose === 'relay') return this.relayed(message, 'withheld', reason);
    const text = `《${letter.title}》里有内容没有通过审核（${reason}）。您可以修改后重发，也可以申请复核。`;
    await this.tellAuthor(held, message, 'message_withheld', '有内容未通过审核', text);
  }

  private relayed(message: LetterMessage, verdict: LetterRelayed['verdict'], reason: string | null): Promise<void> {
    const told: LetterRelayed = { letterId: message.letterId, messageId: message.id, verdict, reason };
    return this.outbox.emit(LETTER_RELAYED, told);
  }

  private async appealSettled(
    held: Held,
    message: LetterMessage,
    upheld: boolean,
    reason: string | null,
  ): Promise<void> {
    const { letter, now } = held;
    await this.journey.append({
      subjectKind: 'letter',
      subjectId: letter.id,
      type: upheld ? 'appeal_upheld' : 'appeal_rejected',
      party: 'office',
      facts: reason ? { reason } : {},
      at: now,
    });
    const title = upheld ? '复核通过' : '复核后维持原结果';
    const text = `《${letter.title}》${upheld ? '中的内容已恢复。' : '中的内容仍未通过审核。'}${reason ?? ''}`;
    await this.tellAuthor(held, message, upheld ? 'appeal_upheld' : 'appeal_rejected', title, text);
  }

  private tellAuthor(held: Held, { author }: LetterMessage, kind: string, title: string, text: string): Promise<void> {
    return author === 'writer'
      ? this.notices.progressed(held.letter, kind, title, text)
      : this.notices.toMember(held.letter, kind, title, text);
  }

  private async carryOut(held: Held, message: LetterMessage, verdict: ContentChecked): Promise<void> {
    const { letter, now, manager } = held;
    const by = { accountId: message.accountId };
    switch (message.purpose) {
      case 'letter':
        if (!canGo(letter.state, 'deliver')) return;
        await this.deliver(held, verdict.by);
        return;
      case 'answer': {
        if (!canGo(letter.state, 'answer')) return;
        const closingDue = this.deadlines.closingDue(now);
        const patch: LetterPatch = {
          firstAnsweredAt: letter.firstAnsweredAt ?? message.at,
          due: null,
          snoozedUntil: null,
          escalatedAt: null,
          closingDue,
          lastActivityAt: now,
          writerUnread: true,
        };
        await this.changes.apply(held, { action: 'answer', party: 'addressee', ...by }, patch, {
          type: 'letter_answered',
        });
        await this.deadlines.planClosing(letter.id, closingDue);
        await this.notices.answered(letter, message.authorName);
        await this.figures.plan(letter.memberId);
        return;
      }
      case 'follow_up':
        if (canGo(letter.state, 'follow_up'))
          await this.waitAgain(held, 'follow_up', message, 'letter_followed_up', {});
        return;
      case 'reopen':
        if (!canGo(letter.state, 'reopen')) return;
        await this.waitAgain(held, 'reopen', message, 'letter_reopened', { reopened: true, closedAt: null });
        return;
      case 'transfer': {
        const target = await this.members.find(message.facts.toMemberId ?? '');
        if (!target || !canGo(letter.state, 'transfer')) return;
        await this.transfers.carryOut(held, 'addressee', message.accountId, target, message.text);
        return;
      }
      case 'refer': {
        const channel = await this.channels.find(message.facts.channelId ?? '');
        if (!channel || !canGo(letter.state, 'refer')) return;
        const referral = { channelName: channel.name, contact: channel.contact, reason: message.text };
        const step = { type: 'letter_referred', facts: { channelName: channel.name, reason: message.text } };
        await this.end(held, 'refer', message, { referral }, step);
        await this.notices.progressed(
          letter,
          'letter_referred',
          '委员为您指明了办理渠道',
          `《${letter.title}》请找${channel.name}，点开查看联系方式。`,
        );
        return;
      }
      case 'return':
        if (!canGo(letter.state, 'return')) return;
        await this.end(
          held,
          'return',
          message,
          { returnReason: message.text },
          { type: 'letter_returned', facts: { reason: message.text } },
        );
        await this.notices.progressed(
          letter,
          'letter_returned',
          '委员退回了您的来信',
          `《${letter.title}》，点开查看说明。`,
        );
        return;
      case 'rate':
        await manager.update(Letter, { id: letter.id }, { ratingWords: message.text });
        return;
      case 'relay': {
        const { version } = letter;
        const changes = { writerUnread: true, lastActivityAt: now, version: version + 1 };
        await manager.update(Letter, { id: letter.id }, changes);
        Object.assign(letter, changes);
        const subject = { subjectKind: 'letter', subjectId: letter.id, type: 'letter_relayed' } as const;
        await this.journey.append({ ...subject, party: 'addressee', ...by, at: now });
        await this.notices.progressed(
          letter,
          'letter_relayed',
          '您反映的事有了新结果',
          `${message.authorName}委员把结果告诉了您：《${letter.title}》，请点开查看。`,
        );
        await this.relayed(message, 'passed', null);
      }
    }
  }

  private async deliver(held: Held, party: 'system' | 'office'): Promise<void> {
    const { now } = held;
    const due = this.deadlines.answerDue(now);
    const patch = { deliveredAt: now, due, lastActivityAt: now, memberUnread: true };
    const move = { action: 'deliver', party, accountId: null } as const;
    const letter = await this.changes.apply(held, move, patch, { type: 'letter_delivered' });
    await this.deadlines.planAnswer(letter.id, due);
    await this.notices.received(letter);
    await this.notices.delivered(letter, (await this.members.find(letter.memberId))?.name ?? '');
    await this.figures.plan(letter.memberId);
  }

  private async waitAgain(
    held: Held,
    action: 'follow_up' | 'reopen',
    message: LetterMessage,
    type: string,
    more: LetterPatch,
  ): Promise<void> {
    const due = this.deadlines.answerDue(held.now);
    const patch = { due, closingDue: null, lastActivityAt: held.now, memberUnread: true, ...more };
    const move = { action, party: 'writer', accountId: message.accountId } as const;
    const letter = await this.changes.apply(held, move, patch, { type });
    await this.deadlines.planAnswer(letter.id, due);
    await this.notices.followedUp(letter);
  }

  private async end(
    held: Held,
    action: 'refer' | 'return',
    message: LetterMessage,
    more: LetterPatch,
    step: { type: string; facts: Record<string, unknown> },
  ): Promise<void> {
    const patch = {
      due: null,
      snoozedUntil: null,
      escalatedAt: null,
      lastActivityAt: held.now,
      writerUnread: true,
      ...more,
    };
    await this.changes.apply(held, { action, party: 'addressee', accountId: message.accountId }, patch, step);
    await this.figures.plan(held.letter.memberId);
  }
}
