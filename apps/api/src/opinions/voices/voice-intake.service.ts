import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/abilities/actor.js';
import type { AddRecognition } from '../opinions.dto.js';
import type { ReturnVoice, VoiceChange } from './voices.dto.js';

/** What the office does with a sector voice. */
@Injectable()
export class VoiceIntakeService {
  /** Accepts. */
  async accept(_actor: Actor, _id: string, _input: VoiceChange): Promise<void> {
    throw new Error('not written yet');
  }

  /** Returns. */
  async return(_actor: Actor, _id: string, _input: ReturnVoice): Promise<void> {
    throw new Error('not written yet');
  }

  /** Recognises. */
  async recognise(_actor: Actor, _id: string, _input: AddRecognition): Promise<void> {
    throw new Error('not written yet');
  }

  /** Takes off. */
  async removeRecognition(_actor: Actor, _id: string, _recognitionId: string): Promise<void> {
    throw new Error('not written yet');
  }
}
