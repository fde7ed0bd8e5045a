import {
  DECISION_OUTCOME_LABELS,
  type DecisionOutcome,
  FOLLOW_UP_STATUS_LABELS,
  type FollowUpStatus,
} from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { AccountsService } from '../../identity/accounts.service.js';
import { spokenDay } from '../../mailbox/letter-wording.js';
import { NoticesService } from '../../notices/notices.service.js';
import type { AdoptionFeedback } from './adoption-feedback.entity.js';
import type { Relay } from './relay.entity.js';

/** Who is told what of outcomes, and in which words. Each notice is left in the transaction under way. */
@Injectable()
export class OutcomeNotices {
  constructor(
    private readonly notices: NoticesService,
    private readonly accounts: AccountsService,
  ) {}

  /** Tells a member what was decided, and how many people wait to hear it from him or her. */
  async fedBack(
    feedback: Pick<AdoptionFeedback, 'id' | 'accountId'>,
    subject: { readonly title: string; readonly outcome: DecisionOutcome; readonly corrected: boolean },
    relays: { readonly count: number; readonly due: Date },
  ): Promise<void> {
    if (!feedback.accountId) return;
    const relay = relays.count > 0 ? `，请在${spokenDay(relays.due)}前转告 ${relays.count} 位来信群众` : '';
    await this.notices.notify({
      accountId: feedback.accountId,
      kind: 'feedback_received',
      title: subject.corrected ? '您反映的意见，结果有更正' : '您反映的意见有了结果',
      text: `《${subject.title}》：${DECISION_OUTCOME_LABELS[subject.outcome]}${relay}。`,
      about: { kind: 'feedback', id: feedback.id },
      as: 'member',
      dedupeKey: `feedback:${feedback.id}`,
    });
  }

  /** Tells a member how far the responsible body is, and what there is to relay. */
  async followedUp(
    { accountId, subjectId, subjectKind }: Pick<AdoptionFeedback, 'accountId' | 'subjectId' | 'subjectKind'>,
    followUp: { readonly id: string; readonly status: FollowUpStatus; readonly title: string },
    relays: readonly Pick<Relay, 'id' | 'due'>[],
  ): Promise<void> {
    if (!accountId) return;
    const [first] = relays;
    const relay = first ? `，请在${spokenDay(first.due)}前转告 ${relays.length} 位来信群众` : '';
    await this.notices.notify({
      accountId,
      kind: 'follow_up_recorded',
      title: '您反映的意见有了办理进展',
      text: `《${followUp.title}》：${FOLLOW_UP_STATUS_LABELS[followUp.status]}${relay}。`,
      about: first ? { kind: 'relay', id: first.id } : { kind: subjectKind, id: subjectId },
      as: first ? 'member' : 'author',
      dedupeKey: `follow_up:${followUp.id}:${subjectId}`,
    });
  }

  /** Tells a member that relays are due today or have become overdue; once for all with the same day. */
  async relaysDue(memberId: string, due: Date, when: 'on_day' | 'overdue', waiting: readonly Relay[]): Promise<void> {
    const accountId = await this.accounts.accountOfMember(memberId);
    const [first] = waiting;
    if (!accountId || !first) return;
    await this.notices.notify({
      accountId,
      kind: 'relay_due',
      title: when === 'on_day' ? '今天请把结果转告群众' : '有结果还没有转告群众，已超期',
      text: `有 ${waiting.length} 位来信群众等着您告诉结果，期限是${spokenDay(due)}。`,
      about: { kind: 'relay', id: first.id },
      as: 'member',
      dedupeKey: `relay_due:${due.getTime()}:${when}`,
    });
  }

  /** Tells everyone at the member-affairs desk that a member has not relayed in time. */
  async relaysOverdue(memberId: string, memberName: string, due: Date, waiting: readonly Relay[]): Promise<void> {
    const [first] = waiting;
    if (!first) return;
    for (const accountId of await this.accounts.accountsWith('member_affairs')) {
      await this.notices.notify({
        accountId,
        kind: 'relay_overdue',
        title: '有结果超期没有转告群众',
        text: `${memberName}委员有 ${waiting.length} 件结果应在${spokenDay(due)}前转告来信群众。`,
        about: { kind: 'relay', id: first.id },
        as: 'desk',
        dedupeKey: `relay_overdue:${memberId}:${due.getTime()}`,
      });
    }
  }

  /** Tells a member that a desk asks for a relay. */
  async reminded(relay: Pick<Relay, 'id' | 'memberId' | 'due' | 'version'>): Promise<void> {
    await this.member(relay, {
      kind: 'relay_due',
      title: '政协机关提醒您转告结果',
      text: `有一位来信群众还在等结果，期限是${spokenDay(relay.due)}，请您尽快转告。`,
    });
  }

  /** Tells a member that the words of a relay did not pass the check. */
  async withheld(relay: Pick<Relay, 'id' | 'memberId' | 'due' | 'version'>, reason: string | null): Promise<void> {
    await this.member(relay, {
      kind: 'relay_withheld',
      title: '转告的话没有通过审核',
      text: `${reason ? `原因：${reason}。` : ''}请修改后再发，期限是${spokenDay(relay.due)}。`,
    });
  }

  /** Asks the writer "were you heard?"; in the app only. */
  async heardAsked(letter: { readonly id: string; readonly title: string; readonly writerId: string }): Promise<void> {
    await this.notices.notify({
      accountId: letter.writerId,
      kind: 'heard_asked',
      title: '您反映的事有结果了，想听听您的感受',
      text: `《${letter.title}》里反映的事已经办完。您觉得自己的话被听进去了吗？点开说一说。`,
      letterId: letter.id,
      as: 'writer',
      dedupeKey: `heard_asked:${letter.id}`,
    });
  }

  /** Tells the member who relayed what the writer answered. The letter may have gone to another mailbox since. */
  async heard(
    { id, memberId }: Pick<Relay, 'id' | 'memberId'>,
    letter: { readonly id: string; readonly title: string; readonly memberId: string },
    stars: number,
  ): Promise<void> {
    const accountId = await this.accounts.accountOfMember(memberId);
    if (!accountId) return;
    const inOwnMailbox = letter.memberId === memberId;
    await this.notices.notify({
      accountId,
      kind: 'letter_heard',
      title: '来信群众说了自己的感受',
      text: `《${letter.title}》：“我的话被听进去了吗？”得到 ${stars} 星。`,
      ...(inOwnMailbox
        ? { letterId: letter.id, as: 'addressee' as const }
        : { about: { kind: 'relay' as const, id }, as: 'member' as const }),
      dedupeKey: `letter_heard:${letter.id}`,
    });
  }

  private async member(
    relay: Pick<Relay, 'id' | 'memberId' | 'version'>,
    words: { kind: string; title: string; text: string },
  ): Promise<void> {
    const accountId = await this.accounts.accountOfMember(relay.memberId);
    if (!accountId) return;
    const about = { kind: 'relay', id: relay.id } as const;
    const dedupeKey = `${words.kind}:${relay.id}:${relay.version}`;
    await this.notices.notify({ accountId, ...words, about, as: 'member', dedupeKey });
  }
}
