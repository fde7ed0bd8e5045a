import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type Behind, Submissions } from '../../opinions/submissions.service.js';
import type { Actor } from '../../platform/abilities/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { insertRows } from '../../platform/database/insert-row.js';
import { Journey } from '../../platform/journey/journey.js';
import type { Decision } from '../decision.entity.js';
import { Decisions } from '../decisions.service.js';
import { DigestFeedback } from '../digest-feedback.js';
import { AdoptionFeedback } from './adoption-feedback.entity.js';
import type { SendFeedback, WordFeedback } from './feedback.dto.js';
import { addressesOf } from './feedback-addresses.js';
import { type OutcomeItem, OutcomeItems } from './outcome-items.js';
import { OutcomeNotices } from './outcome-notices.js';
import { wordDecisionRelay, wordFeedback } from './outcome-wording.js';
import type { Relay } from './relay.entity.js';
import { RelayChanges } from './relay-changes.js';
import { RelayCompletion } from './relay-completion.js';
import { RelayMaking } from './relay-making.js';
import { ResponsibleItems } from './responsible-items.js';
import { letterIdsOf } from './told-opinions.js';

/** An item whose decision is being sent, with everybody behind it. */
interface Sending {
  readonly item: OutcomeItem;
  readonly decision: Decision;
  readonly behind: Behind;
  /** The members were told of an earlier decision. */
  readonly corrects: boolean;
}

const NOBODY: Behind = { opinions: [], contributors: [], convener: null };

/** Words the feedback of a digest and sends it (Art. 19). */
@Injectable()
export class FeedbackSendingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly digests: DigestFeedback,
    private readonly decisions: Decisions,
    private readonly items: OutcomeItems,
    private readonly submissions: Submissions,
    private readonly journey: Journey,
    private readonly relayChanges: RelayChanges,
    private readonly making: RelayMaking,
    private readonly completion: RelayCompletion,
    private readonly responsible: ResponsibleItems,
    private readonly notices: OutcomeNotices,
  ) {}

  /** Edits the words of one item's feedback. @throws {Problem} 404, 409. */
  async word(actor: Actor, digestId: string, itemId: string, input: WordFeedback): Promise<void> {
    await this.digests.wordFeedback(actor, digestId, itemId, input);
  }

  /**
   * Tells every member behind every item whose decision was not sent yet, and makes the relays ready. What was relayed of an earlier
   * decision stays; what was not is taken back, because the new words replace it. @throws {Problem} 404, 409.
   */
  async send(actor: Actor, digestId: string, { version }: SendFeedback): Promise<void> {
    await this.database.write(async () => {
      let sent: OutcomeItem[] = [];
      await this.digests.feedBack(actor, digestId, version, async ({ now }, waiting) => {
        const decisions = new Map(waiting.map(({ item, decision }) => [item.id, decision]));
        sent = (await this.items.ofDigest(digestId)).filter(({ id }) => decisions.has(id));
        const behind = await this.submissions.behindAll(sent.map(({ submission }) => submission));
        const signed = await this.decisions.signedOf(sent.map(({ id }) => id));
        const sendings = sent.flatMap((item): Sending[] => {
          const decision = decisions.get(item.id);
          if (!decision) return [];
          const corrects = (signed.get(item.id) ?? []).some(({ fedBackAt }) => fedBackAt !== null);
          return [{ item, decision, behind: behind.get(item.submission.id) ?? NOBODY, corrects }];
        });
        await this.takeBack(sendings);
        await this.moveOn(sendings, actor, now);
        const relays = await this.makeRelays(sendings, now);
        const feedbacks = await this.tell(sendings, now);
        await this.notify(sendings, feedbacks, relays, this.making.dueOf(now));
      });
      await this.completion.settle(sent, this.clock.now());
    });
  }

  /** Takes back what was not relayed of an earlier decision, and of a body that is responsible no more. */
  private async takeBack(sendings: readonly Sending[]): Promise<void> {
    const corrected = sendings.filter(({ corrects }) => corrects).map(({ item }) => item.id);
    await this.relayChanges.supersede(corrected, 'decision', 'corrected');
    await this.relayChanges.supersede(await this.responsible.decided(sendings), 'follow_up', 'corrected');
  }

  private async moveOn(sendings: readonly Sending[], { accountId }: Actor, at: Date): Promise<void> {
    await this.submissions.moveAll(
      sendings.map(({ item, decision }) => ({ ref: item.submission, facts: { outcome: decision.outcome } })),
      'feed_back',
      { at, accountId },
    );
    await this.journey.appendAll(
      sendings.map(({ item, decision }) => ({
        subjectKind: 'digest_item',
        subjectId: item.id,
        type: 'feedback_sent',
        party: 'office',
        accountId,
        facts: { decisionId: decision.id },
        at,
      })),
    );
  }

  private makeRelays(sendings: readonly Sending[], now: Date): Promise<Relay[]> {
    return this.making.make(
      sendings.map(({ item, decision, behind }) => ({
        itemId: item.id,
        decisionId: decision.id,
        followUpId: null,
        opinions: behind.opinions,
        words: (source) => wordDecisionRelay(decision, item, source),
      })),
      now,
    );
  }

  private async tell(sendings: readonly Sending[], now: Date): Promise<AdoptionFeedback[]> {
    const feedbacks = sendings.flatMap(({ item, decision, behind, corrects }) => {
      const hasSources = behind.opinions.some((opinion) => letterIdsOf(opinion).length > 0);
      const text = item.feedbackText ?? wordFeedback(decision, item, { hasSources, corrects });
      return addressesOf(item.submission, behind).map((address) => ({
        id: uuidv7(),
        digestId: item.digestId,
        itemId: item.id,
        decisionId: decision.id,
        ...address,
        text,
        sentAt: now,
        readAt: null,
      }));
    });
    await this.database.write((manager) => insertRows(manager, AdoptionFeedback, feedbacks));
    return feedbacks;
  }

  /** A member's relays of an item are named with the first feedback that he or she gets of it. */
  private async notify(
    sendings: readonly Sending[],
    feedbacks: readonly AdoptionFeedback[],
    relays: readonly Relay[],
    due: Date,
  ): Promise<void> {
    const titles = await this.submissions.summaries(
      feedbacks.map(({ subjectKind, subjectId }) => ({ kind: subjectKind, id: subjectId })),
    );
    const byItem = new Map(sendings.map((sending) => [sending.item.id, sending]));
    const counts = new Map<string, number>();
    for (const { itemId, memberId } of relays) {
      counts.set(`${itemId}:${memberId}`, (counts.get(`${itemId}:${memberId}`) ?? 0) + 1);
    }
    for (const feedback of feedbacks) {
      const sending = byItem.get(feedback.itemId);
      if (!sending) continue;
      const key = `${feedback.itemId}:${feedback.memberId}`;
      const count = counts.get(key) ?? 0;
      counts.delete(key);
      const title = titles.get(feedback.subjectId)?.title ?? '';
      const subject = { title, outcome: sending.decision.outcome, corrected: sending.corrects };
      await this.notices.fedBack(feedback, subject, { count, due });
    }
  }
}
