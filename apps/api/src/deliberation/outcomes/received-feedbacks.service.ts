import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Submissions } from '../../opinions/submissions.service.js';
import type { Actor } from '../../platform/abilities/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { asIso } from '../../platform/database/instants.js';
import { decodeInstantCursor, type Page, toPage } from '../../platform/database/keyset.js';
import type { PageQuery } from '../../platform/http/page-query.js';
import { notFound } from '../../platform/problems/problem.js';
import { Decision } from '../decision.entity.js';
import { AdoptionFeedback } from './adoption-feedback.entity.js';
import { linkOf, viewOfDecision } from './decision-words.js';
import type { ReceivedFeedback } from './feedback.dto.js';
import { OutcomeItems } from './outcome-items.js';
import { Relay } from './relay.entity.js';

/** What members were told. */
@Injectable()
export class ReceivedFeedbacksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly items: OutcomeItems,
    private readonly submissions: Submissions,
  ) {}

  /** One page of the own, newest first. */
  async list({ memberId }: Actor, { cursor, limit }: PageQuery): Promise<Page<ReceivedFeedback>> {
    const query = this.database.read
      .createQueryBuilder(AdoptionFeedback, 'feedback')
      .where('feedback.memberId = :memberId', { memberId })
      .orderBy('feedback.sentAt', 'DESC')
      .addOrderBy('feedback.id', 'DESC')
      .limit(limit + 1);
    const place = decodeInstantCursor(cursor);
    if (place) query.andWhere('(feedback.sentAt < :at OR (feedback.sentAt = :at AND feedback.id < :id))', place);
    const page = toPage(
      await query.getMany(),
      limit,
      ({ sentAt, id }) => ({ sort: sentAt.toISOString(), id }),
      (feedback) => feedback,
    );
    return { items: await this.views(page.items), nextCursor: page.nextCursor };
  }

  /** One of the own. @throws {Problem} 404. */
  async show({ memberId }: Actor, id: string): Promise<ReceivedFeedback> {
    const feedback = await this.database.read.findOneBy(AdoptionFeedback, { id, memberId: memberId ?? '' });
    const [view] = feedback ? await this.views([feedback]) : [];
    if (!view) throw notFound('这份反馈');
    return view;
  }

  /** Marks one as read. @throws {Problem} 404. */
  async read(actor: Actor, id: string): Promise<ReceivedFeedback> {
    const own = { id, memberId: actor.memberId ?? '', readAt: IsNull() };
    await this.database.write((manager) => manager.update(AdoptionFeedback, own, { readAt: this.clock.now() }));
    return this.show(actor, id);
  }

  private async views(feedbacks: readonly AdoptionFeedback[]): Promise<ReceivedFeedback[]> {
    if (feedbacks.length === 0) return [];
    const decisionIds = [...new Set(feedbacks.map(({ decisionId }) => decisionId))];
    const decisions = await this.database.read.findBy(Decision, { id: In(decisionIds) });
    const byId = new Map(decisions.map((decision) => [decision.id, decision]));
    const items = await this.items.of([...new Set(feedbacks.map(({ itemId }) => itemId))]);
    const refs = feedbacks.map(({ subjectKind: kind, subjectId: id }) => ({ kind, id }));
    const summaries = await this.submissions.summaries(refs);
    const waiting = await this.waitingRelays(feedbacks[0]?.memberId ?? '', decisionIds);
    return feedbacks.flatMap((feedback): ReceivedFeedback[] => {
      const decision = byId.get(feedback.decisionId);
      const item = items.get(feedback.itemId);
      if (!decision || !item) return [];
      const ref = { kind: feedback.subjectKind, id: feedback.subjectId };
      return [
        {
          id: feedback.id,
          submission: linkOf(ref, summaries.get(ref.id)),
          role: feedback.role,
          meetingName: item.meetingName,
          meetingDate: item.meetingDate,
          decision: viewOfDecision(decision),
          text: feedback.text,
          relaysWaiting: waiting.get(decision.id) ?? 0,
          sentAt: asIso(feedback.sentAt),
          readAt: asIso(feedback.readAt),
        },
      ];
    });
  }

  private async waitingRelays(memberId: string, decisionIds: readonly string[]): Promise<Map<string, number>> {
    const relays = await this.database.read.find(Relay, {
      select: { decisionId: true },
      where: { memberId, purpose: 'decision', decisionId: In([...decisionIds]), state: In(['ready', 'withheld']) },
    });
    const counts = new Map<string, number>();
    for (const { decisionId } of relays) counts.set(decisionId, (counts.get(decisionId) ?? 0) + 1);
    return counts;
  }
}
