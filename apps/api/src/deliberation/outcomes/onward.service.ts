import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/abilities/actor.js';
import type { OnwardJourney } from './onward.dto.js';

/** What was made of a letter. */
@Injectable()
export class OnwardService {
  async show(_actor: Actor, _letterId: string): Promise<OnwardJourney> {
    throw new Error('not written yet');
  }
}
