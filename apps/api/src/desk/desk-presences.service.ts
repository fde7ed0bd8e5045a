import type { SubmissionRef } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import type { DeskPresences } from './desk.dto.js';

/** Presence. */
@Injectable()
export class DeskPresencesService {
  /** Says. */
  async say(_actor: Actor, _ref: SubmissionRef): Promise<DeskPresences> {
    throw new Error('not written yet');
  }
}
