import { RELAY_STATE_LABELS, type SubmissionRef } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { MembersService } from '../../directory/members.service.js';
import { type OpinionBehind, Submissions } from '../../opinions/submissions.service.js';
import type { Actor } from '../../platform/abilities/actor.js';
import { Database } from '../../platform/database/database.js';
import { asIso } from '../../platform/database/instants.js';
import { notFound } from '../../platform/problems/problem.js';
import type { Decision } from '../decision.entity.js';
import { Decisions } from '../decisions.service.js';
import { AdoptionFeedback } from './adoption-feedback.entity.js';
import { viewOfDecision } from './decision-words.js';
import { FollowUp } from './follow-up.entity.js';
import { FollowUpsService } from './follow-ups.service.js';
import type { OutcomeRelay, OutcomeView } from './outcome.dto.js';
import { type OutcomeItem, OutcomeItems } from './outcome-items.js';
import { Relay } from './relay.entity.js';
import { UNTOLD } from './relay-changes.js';
import { isOpen, ResponsibleItems } from './responsible-items.js';
import { letterIdsOf } from './told-opinions.js';

const NOTHING: OutcomeView = {
  meetingName: null,
  meetingDate: null,
  itemId: null,
  decision: null,
  corrected: [],
  fedBackAt: null,
  feedbackText: null,
  relays: [],
  followUps: [],
  allDone: false,
};

/** What became of an opinion or a sector voice, as far as the viewer may know. */
@Injectable()
export class OutcomeService {
  constructor(
    private readonly database: Database,
    private readonly items: OutcomeItems,
    private readonly decisions: Decisions,
    private readonly submissions: Submissions,
    private readonly responsible: ResponsibleItems,
    private readonly followUps: FollowUpsService,
    private readonly members: MembersService,
  ) {}

  /**
   * Members learn of a decision by the feedback, desks and leaders when it is signed. Members see who relays what of their own opinion
   * only: who else is behind the item is for desks and leaders.
   * @throws {Problem} 404 when the submission is not for this actor.
   */
  async of(actor: Actor, ref: SubmissionRef): Promise<OutcomeView> {
    const viewers = await this.submissions.viewersOf(actor, ref);
    if (viewers.length === 0) throw notFound(ref.kind === 'opinion' ? '这份意见建议' : '这份界别集体声音');
    const atDesk = viewers.includes('desk') || viewers.includes('leader');
    const root = ref.kind === 'opinion' ? await this.submissions.rootOf(ref.id) : ref;
    const item = (await this.items.ofSubmissions([root])).get(root.id);
    if (!item || item.digestState === 'draft') return NOTHING;
    const signed = (await this.decisions.signedOf([item.id])).get(item.id) ?? [];
    const known = atDesk ? signed : signed.filter(({ fedBackAt }) => fedBackAt !== null);
    const decision = known.at(-1) ?? null;
    const meeting = { meetingName: item.meetingName, meetingDate: item.meetingDate, itemId: atDesk ? item.id : null };
    if (!decision) return { ...NOTHING, ...meeting };
    const { opinions } = await this.submissions.behind(ref);
    const relays = await this.relaysTo(item, opinions);
    const shown = atDesk ? relays : relays.filter((relay) => this.isOwnPart(actor, ref, relay, opinions));
    return {
      ...meeting,
      decision: viewOfDecision(decision),
      corrected: known.slice(0, -1).map(viewOfDecision),
      fedBackAt: asIso(decision.fedBackAt),
      feedbackText: await this.textFor(actor, ref, decision),
      relays: await this.relayViews(actor, shown),
      followUps: await this.followUps.views(await this.followUpsOf(item)),
      allDone: await this.isAllDone(item, signed.at(-1), relays),
    };
  }

  /** Of an opinion its own letters, of a sector voice what the member relays himself or herself. */
  private isOwnPart(actor: Actor, ref: SubmissionRef, relay: Relay, opinions: readonly OpinionBehind[]): boolean {
    if (relay.memberId === actor.memberId) return true;
    const own = opinions.find(({ id }) => id === ref.id);
    return own !== undefined && letterIdsOf(own).includes(relay.letterId ?? '');
  }

  /** Relays of the item into the letters behind these opinions, those replaced left out. */
  private async relaysTo({ id }: OutcomeItem, opinions: readonly OpinionBehind[]): Promise<Relay[]> {
    const letters = new Set(opinions.flatMap(letterIdsOf));
    const relays = await this.database.read.find(Relay, {
      where: { itemId: id, state: Not('superseded') },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return relays.filter(({ letterId }) => letterId !== null && letters.has(letterId));
  }

  private async relayViews({ memberId }: Actor, relays: readonly Relay[]): Promise<OutcomeRelay[]> {
    const members = await this.members.entriesOf([...new Set(relays.map((relay) => relay.memberId))]);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    return relays.map((relay) => ({
      id: relay.id,
      purpose: relay.purpose,
      memberName: names.get(relay.memberId) ?? '',
      own: relay.memberId === memberId,
      state: relay.state,
      stateLabel: RELAY_STATE_LABELS[relay.state],
      due: asIso(relay.due),
      sentAt: asIso(relay.sentAt),
    }));
  }

  private async textFor({ memberId }: Actor, ref: SubmissionRef, decision: Decision): Promise<string | null> {
    if (memberId === null) return null;
    const told = await this.database.read.findBy(AdoptionFeedback, { decisionId: decision.id, memberId });
    return (told.find(({ subjectId }) => subjectId === ref.id) ?? told[0])?.text ?? null;
  }

  private followUpsOf({ id }: OutcomeItem): Promise<FollowUp[]> {
    return this.database.read.find(FollowUp, { where: { itemId: In([id]) }, order: { id: 'ASC' } });
  }

  private async isAllDone(
    item: OutcomeItem,
    decision: Decision | undefined,
    relays: readonly Relay[],
  ): Promise<boolean> {
    if (!decision?.fedBackAt || relays.some(({ state }) => UNTOLD.includes(state))) return false;
    return !isOpen((await this.responsible.of([item.id])).get(item.id));
  }
}
