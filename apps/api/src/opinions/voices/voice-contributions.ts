import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import { Submissions } from '../submissions.service.js';
import { VoiceContribution } from './voice-contribution.entity.js';

/** Who is credited in a sector voice: authors and co-signers of all opinions under it, each once. */
@Injectable()
export class VoiceContributions {
  constructor(private readonly submissions: Submissions) {}

  /** Brings the credits of a voice in line with the opinions under it, in the transaction under way. Answers of those who stay are kept. */
  async sync(manager: EntityManager, voiceId: string): Promise<void> {
    const { contributors } = await this.submissions.behind({ kind: 'sector_voice', id: voiceId });
    const before = await manager.findBy(VoiceContribution, { voiceId });
    const due = new Set(contributors.map(({ memberId }) => memberId));
    const gone = before.filter(({ memberId }) => !due.has(memberId)).map(({ memberId }) => memberId);
    if (gone.length > 0) await manager.delete(VoiceContribution, { voiceId, memberId: In(gone) });
    const known = new Set(before.map(({ memberId }) => memberId));
    const added = contributors.filter(({ memberId }) => !known.has(memberId));
    if (added.length === 0) return;
    await manager.insert(
      VoiceContribution,
      added.map(({ memberId, accountId }) => ({
        voiceId,
        memberId,
        accountId,
        state: 'pending',
        words: null,
        at: null,
      })),
    );
  }

  /** Asks everybody anew, because the text is a new one. Who sends it round agrees with it. */
  async askAnew(manager: EntityManager, voiceId: string, convenerMemberId: string | null, at: Date): Promise<void> {
    await manager.update(VoiceContribution, { voiceId }, { state: 'pending', words: null, at: null });
    if (convenerMemberId === null) return;
    await manager.update(VoiceContribution, { voiceId, memberId: convenerMemberId }, { state: 'agreed', at });
  }
}
