import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import type { Page } from '../platform/database/keyset.js';
import type { CandidatesQuery, DigestsQuery } from './digests.dto.js';
import type { DigestCandidate, DigestSummary } from './digests.views.js';

/** Digests and candidates as lists. */
@Injectable()
export class DigestListsService {
  async list(_actor: Actor, _query: DigestsQuery): Promise<Page<DigestSummary>> {
    throw new Error('not written yet');
  }
  async candidates(_query: CandidatesQuery): Promise<Page<DigestCandidate>> {
    throw new Error('not written yet');
  }
}
