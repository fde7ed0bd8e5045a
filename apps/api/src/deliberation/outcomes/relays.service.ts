import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/abilities/actor.js';
import type { Page } from '../../platform/database/keyset.js';
import type { RelayCounts, RelaySummary, RelaysQuery, RelayView } from './relays.dto.js';

/** A member's own relays. */
@Injectable()
export class RelaysService {
  async list(_actor: Actor, _query: RelaysQuery): Promise<Page<RelaySummary>> {
    throw new Error('not written yet');
  }
  async counts(_actor: Actor): Promise<RelayCounts> {
    throw new Error('not written yet');
  }
  async show(_actor: Actor, _id: string): Promise<RelayView> {
    throw new Error('not written yet');
  }
}
