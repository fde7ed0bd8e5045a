import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import type { Page } from '../platform/database/keyset.js';
import type { OpinionsQuery } from './opinions.dto.js';
import type { OpinionCounts, OpinionSummary } from './opinions.views.js';

/** Own opinions as lists. */
@Injectable()
export class OpinionListsService {
  async list(_actor: Actor, _query: OpinionsQuery): Promise<Page<OpinionSummary>> {
    throw new Error('not written yet');
  }

  async counts(_actor: Actor): Promise<OpinionCounts> {
    throw new Error('not written yet');
  }
}
