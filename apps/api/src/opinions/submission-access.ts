import type { SubmissionRef } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import { Database } from '../platform/database/database.js';
import { OpinionAccess } from './opinion-access.js';
import type { OpinionViewer } from './opinions.policy.js';
import type { SubmissionViewer } from './submissions.types.js';
import { SectorVoice } from './voices/sector-voice.entity.js';
import { VoiceContribution } from './voices/voice-contribution.entity.js';
import { type VoiceViewer, viewersOf } from './voices/voices.policy.js';

const OPINION_VIEWERS: Record<OpinionViewer, SubmissionViewer> = {
  author: 'author',
  cosigner: 'cosigner',
  receiver: 'desk',
  office: 'desk',
  leader: 'leader',
};
const VOICE_VIEWERS: Record<VoiceViewer, SubmissionViewer> = {
  convener: 'desk',
  contributor: 'contributor',
  office: 'desk',
  leader: 'leader',
};

/** Who may see an opinion or a sector voice, by the policy of each. */
@Injectable()
export class SubmissionAccess {
  constructor(
    private readonly database: Database,
    private readonly opinions: OpinionAccess,
  ) {}

  /** As what an actor may see a submission, each once; empty when it is not for this actor. */
  async viewersOf(actor: Actor, { kind, id }: SubmissionRef): Promise<SubmissionViewer[]> {
    if (kind === 'opinion') {
      const seen = await this.opinions.find(actor, id);
      return [...new Set((seen?.viewers ?? []).map((viewer) => OPINION_VIEWERS[viewer]))];
    }
    const voice = await this.database.read.findOneBy(SectorVoice, { id });
    if (!voice) return [];
    const contributes =
      actor.memberId !== null &&
      (await this.database.read.existsBy(VoiceContribution, { voiceId: id, memberId: actor.memberId }));
    return [...new Set(viewersOf(actor, voice, contributes).map((viewer) => VOICE_VIEWERS[viewer]))];
  }
}
