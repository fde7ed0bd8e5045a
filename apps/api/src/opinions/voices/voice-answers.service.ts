import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/abilities/actor.js';
import type { ObjectToVoice, VoiceChange } from './voices.dto.js';

/** What a contributor says to a sector voice. */
@Injectable()
export class VoiceAnswersService {
  /** Agrees. */
  async agree(_actor: Actor, _id: string, _input: VoiceChange): Promise<void> {
    throw new Error('not written yet');
  }

  /** Objects. */
  async object(_actor: Actor, _id: string, _input: ObjectToVoice): Promise<void> {
    throw new Error('not written yet');
  }
}
