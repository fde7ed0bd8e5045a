import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/abilities/actor.js';
import type { Page } from '../../platform/database/keyset.js';
import type { RelayBoardCounts, RelayBoardQuery, RelayBoardRow, RemindRelay } from './relays.dto.js';

/** The board of relays that were not sent. */
@Injectable()
export class RelayBoardService {
  async list(_query: RelayBoardQuery): Promise<Page<RelayBoardRow>> {
    throw new Error('not written yet');
  }
  async counts(): Promise<RelayBoardCounts> {
    throw new Error('not written yet');
  }
  async remind(_actor: Actor, _id: string, _input: RemindRelay): Promise<RelayBoardRow> {
    throw new Error('not written yet');
  }
}
