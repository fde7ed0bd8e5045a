import {
  COSIGN_STATE_LABELS,
  OPINION_ACTIONS,
  OPINION_KIND_LABELS,
  OPINION_STATE_LABELS,
  OPINION_THEME_LABELS,
} from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { DirectoryUnitsService } from '../directory/directory-units.service.js';
import { type MemberEntry, MembersService } from '../directory/members.service.js';
import { LetterSourcesService } from '../mailbox/letter-sources.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { asIso } from '../platform/database/instants.js';
import { Journey } from '../platform/journey/journey.js';
import { IntakeDeadlines } from './intake/intake-deadlines.js';
import type { Opinion } from './opinion.entity.js';
import { OpinionAccess, type SeenOpinion } from './opinion-access.js';
import { OpinionChanges } from './opinion-changes.js';
import { OpinionSource } from './opinion-source.entity.js';
import { partsOf } from './opinion-texts.js';
import { deskNameOf, isShownStep, nextStepOf, wordStep } from './opinion-wording.js';
import { type OpinionViewer, partyFor } from './opinions.policy.js';
import type {
  MergedInto,
  MergedOpinion,
  OpinionCosignerView,
  OpinionMember,
  OpinionSourceView,
  OpinionStep,
  OpinionView,
} from './opinions.views.js';
import { Recognitions } from './recognitions.js';
import { SubmissionSummaries } from './submission-summaries.js';

/** A member as opinions show one. */
export function opinionMember(member: MemberEntry | undefined, memberId: string): OpinionMember {
  return { memberId, name: member?.name ?? '', sectorName: member?.sectorName ?? '' };
}

/** An opinion with all that belongs to it, as each who may see it sees it. */
@Injectable()
export class OpinionViewsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly deadlines: IntakeDeadlines,
    private readonly access: OpinionAccess,
    private readonly changes: OpinionChanges,
    private readonly journey: Journey,
    private readonly recognitions: Recognitions,
    private readonly summaries: SubmissionSummaries,
    private readonly letters: LetterSourcesService,
    private readonly members: MembersService,
    private readonly units: DirectoryUnitsService,
  ) {}

  /** The opinion as this actor may see it. @throws {Problem} 404 when it is not for this actor. */
  async show(actor: Actor, opinionId: string): Promise<OpinionView> {
    const seen = await this.access.require(actor, opinionId);
    const { opinion, cosigners, viewers } = seen;
    const memberIds = [opinion.authorMemberId, ...cosigners.map(({ memberId }) => memberId)];
    const entries = new Map((await this.members.entriesOf(memberIds)).map((entry) => [entry.id, entry]));
    const { sectorId, townshipId, deskUnitId } = opinion;
    const names = await this.units.namesOf([sectorId, townshipId, deskUnitId].flatMap((id) => id ?? []));
    const deskName = deskNameOf(opinion.desk, names.get(deskUnitId ?? '') ?? '');
    const mergedInto = await this.mergedInto(opinion, viewers);
    const now = this.clock.now();
    const spoken = {
      ...opinion,
      deskName,
      cosignPending: cosigners.filter(({ state }) => state === 'invited').length,
      mergedIntoReference: mergedInto?.reference ?? null,
    };
    const circumstances = await this.changes.circumstancesOf(opinion, cosigners);
    return {
      id: opinion.id,
      kind: opinion.kind,
      kindLabel: OPINION_KIND_LABELS[opinion.kind],
      reference: opinion.reference,
      title: opinion.title,
      theme: opinion.theme,
      themeLabel: opinion.theme && OPINION_THEME_LABELS[opinion.theme],
      sections: partsOf(opinion.kind, opinion.sections),
      state: opinion.state,
      stateLabel: OPINION_STATE_LABELS[opinion.state],
      viewers: [...viewers],
      nextStep: nextStepOf(spoken, viewers, now),
      author: opinionMember(entries.get(opinion.authorMemberId), opinion.authorMemberId),
      sectorId,
      sectorName: names.get(sectorId) ?? '',
      townshipId,
      townshipName: names.get(townshipId ?? '') ?? null,
      desk: opinion.desk,
      deskUnitId,
      deskName,
      suggestedBody: opinion.suggestedBody,
      topicUse: opinion.topicUse,
      topicBody: opinion.topicBody,
      sources: await this.sources(opinion, viewers),
      cosigners: this.cosigners(actor, seen, entries),
      recognitions: await this.recognitions.of(opinion.id),
      mergedInto,
      merged: isDesk(viewers) ? await this.merged(opinion) : [],
      returnReason: opinion.state === 'returned' ? opinion.returnReason : null,
      createdAt: asIso(opinion.createdAt),
      updatedAt: asIso(opinion.updatedAt),
      submittedAt: asIso(opinion.submittedAt),
      acceptedAt: asIso(opinion.acceptedAt),
      intakeDue: asIso(opinion.intakeDue),
      deadline: this.deadlines.standing()(opinion.intakeDue),
      assigneeAccountId: isDesk(viewers) ? opinion.assigneeAccountId : null,
      journey: await this.steps(opinion.id, viewers),
      allowedActions: OPINION_ACTIONS.filter((action) => partyFor(viewers, action, circumstances)),
      version: opinion.version,
    };
  }

  /** The author sees from which letters it was drawn; others what the writers agreed to, and how many there are. */
  private async sources(opinion: Opinion, viewers: readonly OpinionViewer[]): Promise<OpinionSourceView[]> {
    const links = await this.database.read.find(OpinionSource, {
      where: { opinionId: opinion.id },
      order: { id: 'ASC' },
    });
    const own = viewers.includes('author');
    const briefs = own ? await this.letters.briefsOf(links.map(({ sourceId }) => sourceId)) : new Map();
    return links.map((link) => ({
      id: link.id,
      sourceKind: link.sourceKind,
      sourceId: own ? link.sourceId : null,
      reference: own ? link.sourceReference : null,
      title: briefs.get(link.sourceId)?.title ?? null,
      quotable: Boolean(link.quotable),
      quote: link.quote,
      shownName: link.shownName,
    }));
  }

  /** Who did not sign is between that member and the author. */
  private cosigners(
    actor: Actor,
    { opinion, cosigners }: SeenOpinion,
    entries: ReadonlyMap<string, MemberEntry>,
  ): OpinionCosignerView[] {
    const own = actor.memberId === opinion.authorMemberId;
    return cosigners
      .filter(({ state }) => own || state !== 'declined')
      .map(({ memberId, state, invitedAt, answeredAt }) => ({
        ...opinionMember(entries.get(memberId), memberId),
        state,
        stateLabel: COSIGN_STATE_LABELS[state],
        invitedAt: asIso(invitedAt),
        answeredAt: asIso(answeredAt),
        self: memberId === actor.memberId,
      }));
  }

  private async mergedInto(opinion: Opinion, viewers: readonly OpinionViewer[]): Promise<MergedInto | null> {
    const { mergedIntoKind: kind, mergedIntoId: id } = opinion;
    if (!kind || !id) return null;
    const parent = (await this.summaries.of([{ kind, id }])).get(id);
    return { kind, id, reference: parent?.reference ?? null, title: isDesk(viewers) ? (parent?.title ?? null) : null };
  }

  private async merged({ id }: Opinion): Promise<MergedOpinion[]> {
    const rows = await this.database.read.query<
      (Pick<Opinion, 'id' | 'reference' | 'title' | 'authorMemberId' | 'version'> & { sources: number | string })[]
    >(
      `SELECT o.id AS id, o.reference AS reference, o.title AS title, o.authorMemberId AS authorMemberId,
         o.version AS version, (SELECT COUNT(*) FROM opinion_sources s WHERE s.opinionId = o.id) AS sources
       FROM opinions o WHERE o.mergedIntoId = ? ORDER BY o.mergedAt, o.id`,
      [id],
    );
    const entries = await this.members.entriesOf([...new Set(rows.map(({ authorMemberId }) => authorMemberId))]);
    const nameOf = new Map(entries.map((entry) => [entry.id, entry.name]));
    return rows.map(({ sources, authorMemberId, ...row }) => ({
      ...row,
      authorName: nameOf.get(authorMemberId) ?? '',
      sourceCount: Number(sources),
    }));
  }

  private async steps(opinionId: string, viewers: readonly OpinionViewer[]): Promise<OpinionStep[]> {
    const own = viewers.includes('author');
    const events = await this.journey.of(opinionId);
    return events
      .filter(({ type }) => isShownStep(type) && (own || type !== 'opinion_cosign_declined'))
      .map((event) => ({ id: event.id, type: event.type, at: asIso(event.at), ...wordStep(event) }));
  }
}

/** Desks and leaders look at it, not (only) those who wrote it. */
function isDesk(viewers: readonly OpinionViewer[]): boolean {
  return viewers.some((viewer) => viewer === 'receiver' || viewer === 'office' || viewer === 'leader');
}
