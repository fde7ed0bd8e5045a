import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import type { OpinionView } from './opinions.views.js';

/** An opinion as each who may see it sees it. */
@Injectable()
export class OpinionViewsService {
  async show(_actor: Actor, _id: string): Promise<OpinionView> {
    throw new Error('not written yet');
  }
}
