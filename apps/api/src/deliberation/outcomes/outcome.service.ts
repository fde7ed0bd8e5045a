import type { SubmissionRef } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/abilities/actor.js';
import type { OutcomeView } from './outcome.dto.js';

/** What became of an opinion or a sector voice. */
@Injectable()
export class OutcomeService {
  async of(_actor: Actor, _ref: SubmissionRef): Promise<OutcomeView> {
    throw new Error('not written yet');
  }
}
