import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import type { ChangedDigestItem, DigestView } from './digests.views.js';

/** A digest as somebody may see it. */
@Injectable()
export class DigestViewsService {
  async show(_actor: Actor, _id: string): Promise<DigestView> {
    throw new Error('not written yet');
  }
  async item(_actor: Actor, _id: string, _itemId: string): Promise<ChangedDigestItem> {
    throw new Error('not written yet');
  }
}
