import {
  allowedVoiceActions,
  CONTRIBUTION_STATE_LABELS,
  VOICE_ACTIONS,
  VOICE_SECTIONS,
  VOICE_STATE_LABELS,
} from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { DirectoryUnitsService } from '../../directory/directory-units.service.js';
import { MembersService } from '../../directory/members.service.js';
import type { Actor } from '../../platform/abilities/actor.js';
import { Database } from '../../platform/database/database.js';
import { asIso } from '../../platform/database/instants.js';
import { Journey } from '../../platform/journey/journey.js';
import { notFound } from '../../platform/problems/problem.js';
import { IntakeDeadlines } from '../intake/intake-deadlines.js';
import { Recognitions } from '../recognitions.js';
import { Submissions } from '../submissions.service.js';
import type { OpinionBehind } from '../submissions.types.js';
import { SectorVoice } from './sector-voice.entity.js';
import { VoiceChanges } from './voice-changes.js';
import { VoiceContribution } from './voice-contribution.entity.js';
import { nextVoiceStep, wordVoiceStep } from './voice-wording.js';
import { type VoiceViewer, viewersOf, voicePartiesOf } from './voices.policy.js';
import type { SectorVoiceSummary, SectorVoiceView, VoiceContributor, VoiceOpinion } from './voices.views.js';

/** The names of members by id. */
type Names = ReadonlyMap<string, string>;

/** A voice in a list, as `viewer` sees it. */
export function voiceSummary(
  voice: Omit<SectorVoice, 'sections'>,
  viewer: VoiceViewer,
  sectorName: string,
  contributions: readonly Pick<VoiceContribution, 'memberId' | 'state'>[],
  ownMemberId: string | null,
): SectorVoiceSummary {
  const count = (state: VoiceContribution['state']) => contributions.filter((one) => one.state === state).length;
  return {
    id: voice.id,
    reference: voice.reference,
    sectorId: voice.sectorId,
    sectorName,
    title: voice.title,
    theme: voice.theme,
    state: voice.state,
    stateLabel: VOICE_STATE_LABELS[voice.state],
    viewer,
    contributorCount: contributions.length,
    agreedCount: count('agreed'),
    objectedCount: count('objected'),
    ownAnswer: contributions.find(({ memberId }) => memberId === ownMemberId)?.state ?? null,
    objectUntil: asIso(voice.objectUntil),
    submittedAt: asIso(voice.submittedAt),
    updatedAt: asIso(voice.updatedAt),
  };
}

/** One sector voice, as each who may see it sees it. */
@Injectable()
export class VoiceViewsService {
  constructor(
    private readonly database: Database,
    private readonly changes: VoiceChanges,
    private readonly submissions: Submissions,
    private readonly recognitions: Recognitions,
    private readonly journey: Journey,
    private readonly members: MembersService,
    private readonly units: DirectoryUnitsService,
    private readonly deadlines: IntakeDeadlines,
  ) {}

  /** The voice as this actor may see it. @throws {Problem} 404 when it is not for this actor. */
  async show(actor: Actor, id: string): Promise<SectorVoiceView> {
    const voice = await this.database.read.findOneBy(SectorVoice, { id });
    const contributions = voice ? await this.database.read.findBy(VoiceContribution, { voiceId: id }) : [];
    const own = contributions.find(({ memberId }) => memberId === actor.memberId);
    const viewers = voice ? viewersOf(actor, voice, own !== undefined) : [];
    const [viewer] = viewers;
    if (!voice || !viewer) throw notFound('这份界别集体声音');
    const [circumstances, behind, events, units, recognitions] = await Promise.all([
      this.changes.circumstancesOf(voice, contributions),
      this.submissions.behind({ kind: 'sector_voice', id }),
      this.journey.of(id),
      this.units.namesOf([voice.sectorId]),
      this.recognitions.of(id),
    ]);
    const names = await this.namesOf(voice, contributions, behind.opinions);
    const parties = voicePartiesOf(actor, voice, own !== undefined);
    const allowed = new Set(parties.flatMap((party) => allowedVoiceActions(party, circumstances)));
    const readsObjections = viewers.includes('convener');
    return {
      ...voiceSummary(voice, viewer, units.get(voice.sectorId) ?? '', contributions, actor.memberId),
      convenerName: names.get(voice.convenerMemberId) ?? '',
      sections: VOICE_SECTIONS.map(({ key, label }) => ({ key, label, text: voice.sections[key] ?? '' })),
      contributors: contributorViews(contributions, names, actor.memberId, readsObjections),
      opinions: behind.opinions.map((opinion) => opinionView(opinion, names)),
      nextStep: nextVoiceStep(voice, viewer, { ...circumstances, answered: (own?.state ?? 'pending') !== 'pending' }),
      circulatedAt: asIso(voice.circulatedAt),
      acceptedAt: asIso(voice.acceptedAt),
      intakeDue: asIso(voice.intakeDue),
      deadline: this.deadlines.standing()(voice.intakeDue),
      returnReason: voice.returnReason,
      recognitions,
      journey: events.flatMap((event) => {
        const worded = wordVoiceStep(event);
        return worded ? [{ id: event.id, type: event.type, at: asIso(event.at), ...worded }] : [];
      }),
      allowedActions: VOICE_ACTIONS.filter((action) => allowed.has(action)),
      version: voice.version,
    };
  }

  private async namesOf(
    voice: SectorVoice,
    contributions: readonly VoiceContribution[],
    opinions: readonly OpinionBehind[],
  ): Promise<Names> {
    const credited = contributions.map(({ memberId }) => memberId);
    const authors = opinions.flatMap(({ authorMemberId, cosigners }) => [
      authorMemberId,
      ...cosigners.map(({ memberId }) => memberId),
    ]);
    const entries = await this.members.entriesOf([...new Set([voice.convenerMemberId, ...credited, ...authors])]);
    return new Map(entries.map(({ id, name }) => [id, name]));
  }
}

/** By name, so that the order tells nothing. What somebody objects is for the convener and for that member. */
function contributorViews(
  contributions: readonly VoiceContribution[],
  names: Names,
  ownMemberId: string | null,
  readsObjections: boolean,
): VoiceContributor[] {
  return contributions
    .map(({ memberId, state, words, at }) => ({
      memberId,
      name: names.get(memberId) ?? '',
      state,
      stateLabel: CONTRIBUTION_STATE_LABELS[state],
      words: readsObjections || memberId === ownMemberId ? words : null,
      answeredAt: asIso(at),
      self: memberId === ownMemberId,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh'));
}

function opinionView(opinion: OpinionBehind, names: Names): VoiceOpinion {
  const authors = [opinion.authorMemberId, ...opinion.cosigners.map(({ memberId }) => memberId)];
  return {
    id: opinion.id,
    reference: opinion.reference,
    kind: opinion.kind,
    title: opinion.title,
    state: opinion.state,
    authorNames: authors.map((memberId) => names.get(memberId) ?? ''),
    sourceCount: opinion.sources.length,
    merged: opinion.mergedIntoKind === 'opinion',
  };
}
