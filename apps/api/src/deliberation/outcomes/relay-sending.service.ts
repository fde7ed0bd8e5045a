import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/abilities/actor.js';
import type { SendRelay } from './relays.dto.js';

/** Sends relays. */
@Injectable()
export class RelaySendingService {
  async send(_actor: Actor, _id: string, _input: SendRelay): Promise<void> {
    throw new Error('not written yet');
  }
}
