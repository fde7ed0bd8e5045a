import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import type { CompareRevisionsQuery } from './opinions.dto.js';
import type { OpinionRevisionView, RevisionComparison } from './opinions.views.js';

/** Texts as they stood. */
@Injectable()
export class OpinionRevisionsService {
  async list(_actor: Actor, _id: string): Promise<OpinionRevisionView[]> {
    throw new Error('not written yet');
  }

  async compare(_actor: Actor, _id: string, _query: CompareRevisionsQuery): Promise<RevisionComparison> {
    throw new Error('not written yet');
  }
}
