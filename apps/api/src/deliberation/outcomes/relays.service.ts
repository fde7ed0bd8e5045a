import {
  allowedRelayActions,
  DECISION_OUTCOME_LABELS,
  FOLLOW_UP_STATUS_LABELS,
  RELAY_STATE_LABELS,
} from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Deadlines } from '../../mailbox/deadlines/deadlines.js';
import { LetterSourcesService } from '../../mailbox/letter-sources.service.js';
import { Submissions } from '../../opinions/submissions.service.js';
import { PhotosService } from '../../photos/photos.service.js';
import type { Actor } from '../../platform/abilities/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { asIso } from '../../platform/database/instants.js';
import { decodeInstantCursor, type Page, toPage } from '../../platform/database/keyset.js';
import { Journey } from '../../platform/journey/journey.js';
import { notFound } from '../../platform/problems/problem.js';
import { Decision } from '../decision.entity.js';
import { linkOf, viewOfDecision } from './decision-words.js';
import { FollowUp } from './follow-up.entity.js';
import { isOwnRelay } from './outcomes.policy.js';
import { Relay } from './relay.entity.js';
import type { RelayCounts, RelayFollowUp, RelaySummary, RelaysQuery, RelayView } from './relays.dto.js';

/** A member's own relays. */
@Injectable()
export class RelaysService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly deadlines: Deadlines,
    private readonly letters: LetterSourcesService,
    private readonly submissions: Submissions,
    private readonly journey: Journey,
    private readonly photos: PhotosService,
  ) {}

  /** One page: what waits, the earliest due first; what was sent, the latest first. */
  async list({ memberId }: Actor, { state, cursor, limit }: RelaysQuery): Promise<Page<RelaySummary>> {
    const latestFirst = state === 'sent';
    const column = latestFirst ? 'sentAt' : 'due';
    const [order, after] = latestFirst ? (['DESC', '<'] as const) : (['ASC', '>'] as const);
    const query = this.database.read
      .createQueryBuilder(Relay, 'relay')
      .where('relay.memberId = :memberId', { memberId })
      .andWhere('relay.state IN (:...states)', { states: state ? [state] : ['ready', 'withheld'] })
      .orderBy(`relay.${column}`, order)
      .addOrderBy('relay.id', order)
      .limit(limit + 1);
    const place = decodeInstantCursor(cursor);
    if (place) {
      query.andWhere(`(relay.${column} ${after} :at OR (relay.${column} = :at AND relay.id ${after} :id))`, place);
    }
    const page = toPage(
      await query.getMany(),
      limit,
      (relay) => ({ sort: (relay[column] ?? relay.due).toISOString(), id: relay.id }),
      (relay) => relay,
    );
    return { items: await this.summaries(page.items), nextCursor: page.nextCursor };
  }

  /** How many wait. */
  async counts({ memberId }: Actor): Promise<RelayCounts> {
    const own = { memberId: memberId ?? '' };
    const open = In(['ready', 'withheld']);
    const [waiting, overdue, withheld] = await Promise.all([
      this.database.read.countBy(Relay, { ...own, state: open }),
      this.database.read.countBy(Relay, { ...own, state: open, due: LessThan(this.clock.now()) }),
      this.database.read.countBy(Relay, { ...own, state: 'withheld' }),
    ]);
    return { waiting, overdue, withheld };
  }

  /** One with its words. @throws {Problem} 404 when it is not one's own. */
  async show(actor: Actor, id: string): Promise<RelayView> {
    const relay = await this.database.read.findOneBy(Relay, { id });
    if (!relay || !isOwnRelay(actor, relay)) throw notFound('这件转告');
    const [summary] = await this.summaries([relay]);
    const decision = await this.database.read.findOneBy(Decision, { id: relay.decisionId });
    if (!summary || !decision) throw notFound('这件转告');
    return {
      ...summary,
      text: relay.text,
      decision: viewOfDecision(decision),
      followUp: await this.followUpOf(relay),
      withheldReason: relay.state === 'withheld' ? await this.whyWithheld(relay.id) : null,
    };
  }

  private async summaries(relays: readonly Relay[]): Promise<RelaySummary[]> {
    if (relays.length === 0) return [];
    const letters = await this.letters.briefsOf(relays.flatMap(({ letterId }) => letterId ?? []));
    const refs = relays.map(({ opinionId }) => ({ kind: 'opinion', id: opinionId }) as const);
    const opinions = await this.submissions.summaries(refs);
    const decisions = await this.database.read.find(Decision, {
      select: { id: true, outcome: true },
      where: { id: In(relays.map(({ decisionId }) => decisionId)) },
    });
    const outcomes = new Map(decisions.map(({ id, outcome }) => [id, DECISION_OUTCOME_LABELS[outcome]]));
    return relays.map((relay): RelaySummary => {
      const letter = relay.letterId === null ? undefined : letters.get(relay.letterId);
      return {
        id: relay.id,
        purpose: relay.purpose,
        state: relay.state,
        stateLabel: RELAY_STATE_LABELS[relay.state],
        letter: letter
          ? { id: letter.id, reference: letter.reference, title: letter.title, writerName: letter.shownName }
          : null,
        opinion: linkOf({ kind: 'opinion', id: relay.opinionId }, opinions.get(relay.opinionId)),
        outcomeLabel: outcomes.get(relay.decisionId) ?? '',
        due: asIso(relay.due),
        deadline: relay.state === 'sent' || relay.state === 'superseded' ? 'none' : this.deadlines.stateOf(relay.due),
        sentAt: asIso(relay.sentAt),
        allowedActions: allowedRelayActions('member', relay.state),
        version: relay.version,
      };
    });
  }

  private async followUpOf({ followUpId }: Relay): Promise<RelayFollowUp | null> {
    if (followUpId === null) return null;
    const followUp = await this.database.read.findOneBy(FollowUp, { id: followUpId });
    if (!followUp) return null;
    return {
      status: followUp.status,
      statusLabel: FOLLOW_UP_STATUS_LABELS[followUp.status],
      text: followUp.text,
      photos: await this.photos.viewOf(followUp.photoIds),
    };
  }

  private async whyWithheld(relayId: string): Promise<string | null> {
    const last = (await this.journey.of(relayId)).findLast(({ type }) => type === 'relay_withheld');
    return typeof last?.facts.reason === 'string' ? last.facts.reason : null;
  }
}
