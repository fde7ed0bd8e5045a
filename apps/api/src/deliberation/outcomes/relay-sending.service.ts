import { allowedRelayActions } from '@lianxin/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MembersService } from '../../directory/members.service.js';
import { LETTER_RELAYED, type LetterRelayed, LetterRelaysService } from '../../mailbox/letter-relays.service.js';
import type { Actor } from '../../platform/abilities/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Journey } from '../../platform/journey/journey.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { actionNotAllowed, notFound, versionConflict } from '../../platform/problems/problem.js';
import { DECISION_CORRECTED, type DecisionCorrected, Decisions } from '../decisions.service.js';
import { HeardQuestion } from './heard-question.js';
import { OutcomeItems } from './outcome-items.js';
import { OutcomeNotices } from './outcome-notices.js';
import { isOwnRelay } from './outcomes.policy.js';
import { Relay } from './relay.entity.js';
import { RelayChanges } from './relay-changes.js';
import { RelayCompletion } from './relay-completion.js';
import type { SendRelay } from './relays.dto.js';

const SYSTEM = { party: 'system', accountId: null } as const;

/** Sends relays into the letters, and does what follows when their words have been checked. */
@Injectable()
export class RelaySendingService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly journey: Journey,
    private readonly changes: RelayChanges,
    private readonly items: OutcomeItems,
    private readonly decisions: Decisions,
    private readonly completion: RelayCompletion,
    private readonly letters: LetterRelaysService,
    private readonly members: MembersService,
    private readonly question: HeardQuestion,
    private readonly notices: OutcomeNotices,
  ) {}

  onModuleInit(): void {
    this.outbox.register<LetterRelayed>(LETTER_RELAYED, (told) => this.settle(told));
    this.outbox.register<DecisionCorrected>(DECISION_CORRECTED, (corrected) => this.correct(corrected));
  }

  /**
   * Sends a relay in the member's words; they arrive once they have passed the content check.
   * @throws {Problem} 404 when it is not one's own, 409 for a stale version, one already sent, or one that a correction has replaced.
   */
  async send(actor: Actor, relayId: string, { version, text }: SendRelay): Promise<void> {
    await this.database.write(async () => {
      const relay = await this.changes.hold(relayId);
      if (!relay?.letterId || !isOwnRelay(actor, relay)) throw notFound('这件转告');
      const current = { state: relay.state, version: relay.version };
      if (relay.version !== version) throw versionConflict(current, '这件转告刚刚有了变化');
      if (!allowedRelayActions('member', relay.state).includes('send')) {
        const why =
          relay.state === 'superseded' ? '这个结果已有更正，请转告更正后的结果。' : '这件转告已经发出，不用再发。';
        throw actionNotAllowed(why, { current });
      }
      const member = await this.members.find(relay.memberId);
      const messageId = await this.letters.relay(actor, relay.letterId, { authorName: member?.name ?? '', text });
      const move = { action: 'send', party: 'member', accountId: actor.accountId } as const;
      await this.changes.apply(relay, move, { text, messageId });
    });
  }

  /** Takes the verdict on a relay's words. The same one twice changes nothing. */
  async settle({ messageId, verdict, reason }: LetterRelayed): Promise<void> {
    await this.database.write(async () => {
      const held = await this.holdByMessage(messageId);
      if (!held) return;
      const { relay, item } = held;
      const now = this.clock.now();
      if (verdict === 'passed') {
        if (!allowedRelayActions('system', relay.state).includes('pass')) return;
        await this.changes.apply(relay, { action: 'pass', ...SYSTEM }, { sentAt: now });
        await this.journey.append({
          subjectKind: 'letter',
          subjectId: relay.letterId ?? '',
          type: 'letter_relay_sent',
          party: 'system',
          facts: { relayId: relay.id },
          at: now,
        });
        await this.completion.settle([item], now);
        await this.question.askWhenDone(relay.letterId ?? '');
        return;
      }
      if (!allowedRelayActions('system', relay.state).includes('withhold')) return;
      await this.changes.apply(relay, { action: 'withhold', ...SYSTEM }, {}, { reason });
      const current = (await this.decisions.currentOf([relay.itemId])).get(relay.itemId);
      if (relay.purpose === 'decision' && current?.id !== relay.decisionId) {
        await this.changes.apply(relay, { action: 'supersede', ...SYSTEM }, {}, { reason: 'corrected' });
        return;
      }
      await this.notices.withheld(relay, reason);
    });
  }

  /** A decision was corrected: what was not told of the earlier one is not told any more; the office sends the new one. */
  private async correct({ digestId, itemId, decisionId }: DecisionCorrected): Promise<void> {
    await this.database.write(async () => {
      await this.items.hold(digestId);
      const current = (await this.decisions.currentOf([itemId])).get(itemId);
      if (current?.id !== decisionId || current.fedBackAt) return;
      await this.changes.supersede([itemId], 'decision', 'corrected');
    });
  }

  /** Holds a relay and, before it, its digest, so that two relays of one opinion are not settled beside each other. */
  private async holdByMessage(messageId: string) {
    const found = await this.database.read.findOneBy(Relay, { messageId });
    const item = found && (await this.items.find(found.itemId));
    if (!item) return null;
    await this.items.hold(item.digestId);
    const relay = await this.changes.hold(found.id);
    return relay && { relay, item };
  }
}
