import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import type { SimilarOpinionsQuery } from './opinions.dto.js';
import type { SimilarSubmission } from './opinions.views.js';

/** What is in hand already. */
@Injectable()
export class SimilarOpinionsService {
  async similar(_actor: Actor, _query: SimilarOpinionsQuery): Promise<SimilarSubmission[]> {
    throw new Error('not written yet');
  }
}
