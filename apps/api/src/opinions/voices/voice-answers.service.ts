import type { ContributionState } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { MembersService } from '../../directory/members.service.js';
import type { Actor } from '../../platform/abilities/actor.js';
import { Journey } from '../../platform/journey/journey.js';
import { type HeldVoice, VoiceChanges } from './voice-changes.js';
import { VoiceContribution } from './voice-contribution.entity.js';
import { VoiceNotices } from './voice-notices.js';
import type { ObjectToVoice, VoiceChange } from './voices.dto.js';

/**
 * What those credited say to the text of a sector voice. An answer is to the text of one version and does not raise it, so that
 * several can answer at the same moment.
 */
@Injectable()
export class VoiceAnswersService {
  constructor(
    private readonly changes: VoiceChanges,
    private readonly journey: Journey,
    private readonly members: MembersService,
    private readonly notices: VoiceNotices,
  ) {}

  /** Agrees; also takes back an own objection. @throws {Problem} 404, 409 when the text is another one by now or is not shown any more. */
  async agree(actor: Actor, id: string, { version }: VoiceChange): Promise<void> {
    await this.changes.as(actor, id, 'agree', version, async (held) => {
      await this.answer(actor, held, 'agreed', null);
      const others = held.contributions.filter(({ memberId }) => memberId !== actor.memberId);
      if (others.every(({ state }) => state === 'agreed')) await this.notices.agreedByAll(held.voice);
    });
  }

  /** Objects: the text cannot be sent as it is. @throws {Problem} 404, 409. */
  async object(actor: Actor, id: string, { version, words }: ObjectToVoice): Promise<void> {
    await this.changes.as(actor, id, 'object', version, async (held) => {
      await this.answer(actor, held, 'objected', words);
      const memberId = actor.memberId ?? '';
      const name = (await this.members.find(memberId))?.name ?? '';
      await this.notices.objected(held.voice, name, words, `objected:${memberId}:${held.now.getTime()}`);
    });
  }

  private async answer(
    actor: Actor,
    { voice, manager, now, party }: HeldVoice,
    state: ContributionState,
    words: string | null,
  ): Promise<void> {
    const own = { voiceId: voice.id, memberId: actor.memberId ?? '' };
    await manager.update(VoiceContribution, own, { state, words, at: now, accountId: actor.accountId });
    await this.journey.append({
      subjectKind: 'sector_voice',
      subjectId: voice.id,
      type: state === 'agreed' ? 'voice_agreed' : 'voice_objected',
      party,
      accountId: actor.accountId,
      facts: { memberId: own.memberId },
      at: now,
    });
  }
}
