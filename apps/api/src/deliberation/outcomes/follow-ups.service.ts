import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/abilities/actor.js';
import type { Page } from '../../platform/database/keyset.js';
import type { FollowUpsQuery, FollowUpView, RecordFollowUp, ResponsibleItemRow } from './follow-ups.dto.js';

/** What was done after adoption. */
@Injectable()
export class FollowUpsService {
  async list(_query: FollowUpsQuery): Promise<Page<ResponsibleItemRow>> {
    throw new Error('not written yet');
  }
  async ofItem(_itemId: string): Promise<FollowUpView[]> {
    throw new Error('not written yet');
  }
  async record(_actor: Actor, _itemId: string, _input: RecordFollowUp): Promise<FollowUpView> {
    throw new Error('not written yet');
  }
}
