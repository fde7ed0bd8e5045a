import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/abilities/actor.js';
import type { AnswerHeard } from './onward.dto.js';

/** Were you heard? */
@Injectable()
export class HeardService {
  async answer(_actor: Actor, _letterId: string, _input: AnswerHeard): Promise<void> {
    throw new Error('not written yet');
  }
}
