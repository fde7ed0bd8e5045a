import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import type { AddDigestItems, ChangeDigestItem, DigestVersionQuery } from './digests.dto.js';

/** What is on a digest. */
@Injectable()
export class DigestItemsService {
  async add(_actor: Actor, _id: string, _input: AddDigestItems): Promise<void> {
    throw new Error('not written yet');
  }
  async remove(_actor: Actor, _id: string, _itemId: string, _input: DigestVersionQuery): Promise<void> {
    throw new Error('not written yet');
  }
  async change(_actor: Actor, _id: string, _itemId: string, _input: ChangeDigestItem): Promise<void> {
    throw new Error('not written yet');
  }
}
