import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/abilities/actor.js';
import type { Page } from '../../platform/database/keyset.js';
import type { PageQuery } from '../../platform/http/page-query.js';
import type { ReceivedFeedback } from './feedback.dto.js';

/** What members were told. */
@Injectable()
export class ReceivedFeedbacksService {
  async list(_actor: Actor, _query: PageQuery): Promise<Page<ReceivedFeedback>> {
    throw new Error('not written yet');
  }
  async show(_actor: Actor, _id: string): Promise<ReceivedFeedback> {
    throw new Error('not written yet');
  }
  async read(_actor: Actor, _id: string): Promise<ReceivedFeedback> {
    throw new Error('not written yet');
  }
}
