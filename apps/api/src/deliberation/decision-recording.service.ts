import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import type { CorrectDecision, DecideItem, DigestChange } from './digests.dto.js';

/** Decisions: recorded by one person, signed by another, corrected as new revisions. */
@Injectable()
export class DecisionRecordingService {
  async decide(_actor: Actor, _id: string, _itemId: string, _input: DecideItem): Promise<void> {
    throw new Error('not written yet');
  }
  async signOff(_actor: Actor, _id: string, _itemId: string, _input: DigestChange): Promise<void> {
    throw new Error('not written yet');
  }
  async signOffAll(_actor: Actor, _id: string, _input: DigestChange): Promise<void> {
    throw new Error('not written yet');
  }
  async correct(_actor: Actor, _id: string, _itemId: string, _input: CorrectDecision): Promise<void> {
    throw new Error('not written yet');
  }
}
