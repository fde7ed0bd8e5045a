import type { SubmissionRef } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';

/** Puts opinions together and takes them apart. */
@Injectable()
export class OpinionMerging {
  /** Puts an accepted opinion under another one or under a sector voice, as the desk that has it. Joins the transaction under way. For a voice the caller has checked and holds the voice. */
  async merge(_actor: Actor, _id: string, _into: SubmissionRef, _version?: number): Promise<void> {
    throw new Error('not written yet');
  }

  /** Takes an opinion out from under another opinion, as its desk. */
  async split(_actor: Actor, _id: string, _version?: number): Promise<void> {
    throw new Error('not written yet');
  }

  /** Takes opinions out from under a sector voice; the caller has checked and holds the voice. `actor` null: the product itself. */
  async splitFromVoice(_actor: Actor | null, _voiceId: string, _opinionIds: readonly string[]): Promise<void> {
    throw new Error('not written yet');
  }
}
