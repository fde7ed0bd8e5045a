import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/abilities/actor.js';
import { OpinionNumbers } from '../opinion-numbers.js';
import type { AddRecognition } from '../opinions.dto.js';
import { Recognitions } from '../recognitions.js';
import { VoiceChanges } from './voice-changes.js';
import { VoiceNotices } from './voice-notices.js';
import type { ReturnVoice, VoiceChange } from './voices.dto.js';

/** What the office does with a sector voice that was sent to it. One public method each. */
@Injectable()
export class VoiceIntakeService {
  constructor(
    private readonly changes: VoiceChanges,
    private readonly numbers: OpinionNumbers,
    private readonly recognitions: Recognitions,
    private readonly notices: VoiceNotices,
  ) {}

  /** Takes it in and gives it a number. @throws {Problem} 404, 409. */
  async accept(actor: Actor, id: string, { version }: VoiceChange): Promise<void> {
    await this.changes.as(actor, id, 'accept', version, async (held) => {
      const reference = await this.numbers.next('sector_voice', held.now);
      const voice = await this.changes.apply(
        held,
        { action: 'accept', accountId: actor.accountId },
        { reference, acceptedAt: held.now, intakeDue: null },
        { type: 'voice_accepted', facts: { reference } },
      );
      await this.notices.accepted(voice, held.contributions);
    });
  }

  /** Gives it back with a reason. @throws {Problem} 404, 409. */
  async return(actor: Actor, id: string, { version, reason }: ReturnVoice): Promise<void> {
    await this.changes.as(actor, id, 'return', version, async (held) => {
      const voice = await this.changes.apply(
        held,
        { action: 'return', accountId: actor.accountId },
        { returnReason: reason, intakeDue: null },
        { type: 'voice_returned', facts: { reason } },
      );
      await this.notices.returned(voice, reason);
    });
  }

  /** Records that it was taken up above the county, or that an instruction was written on it. @throws {Problem} 404, 409. */
  async recognise(actor: Actor, id: string, input: AddRecognition): Promise<void> {
    await this.changes.as(actor, id, 'recognise', null, async (held) => {
      await this.recognitions.add(actor, { kind: 'sector_voice', id }, input);
      await this.changes.apply(held, { action: 'recognise', accountId: actor.accountId }, {});
    });
  }

  /** Takes off a recognition recorded by mistake. @throws {Problem} 404, 409. */
  async removeRecognition(actor: Actor, id: string, recognitionId: string): Promise<void> {
    await this.changes.as(actor, id, 'recognise', null, async (held) => {
      await this.recognitions.remove(actor, { kind: 'sector_voice', id }, recognitionId);
      await this.changes.apply(held, { action: 'recognise', accountId: actor.accountId }, {});
    });
  }
}
