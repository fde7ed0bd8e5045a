import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/abilities/actor.js';
import type { ChooseVoiceOpinions, ComposeVoice, SaveVoice, VoiceChange } from './voices.dto.js';

/** What a convener does with a sector voice. */
@Injectable()
export class VoicesService {
  /** Composes. */
  async compose(_actor: Actor, _input: ComposeVoice): Promise<string> {
    throw new Error('not written yet');
  }

  /** Saves. */
  async save(_actor: Actor, _id: string, _input: SaveVoice): Promise<void> {
    throw new Error('not written yet');
  }

  /** Chooses. */
  async choose(_actor: Actor, _id: string, _input: ChooseVoiceOpinions): Promise<void> {
    throw new Error('not written yet');
  }

  /** Circulates. */
  async circulate(_actor: Actor, _id: string, _input: VoiceChange): Promise<void> {
    throw new Error('not written yet');
  }

  /** Recalls. */
  async recall(_actor: Actor, _id: string, _input: VoiceChange): Promise<void> {
    throw new Error('not written yet');
  }

  /** Submits. */
  async submit(_actor: Actor, _id: string, _input: VoiceChange): Promise<void> {
    throw new Error('not written yet');
  }

  /** Withdraws. */
  async withdraw(_actor: Actor, _id: string, _input: VoiceChange): Promise<void> {
    throw new Error('not written yet');
  }
}
