import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import type { OpinionChange } from './opinions.dto.js';

/** Hands opinions in and takes them back. */
@Injectable()
export class HandingInService {
  async submit(_actor: Actor, _id: string, _input: OpinionChange): Promise<void> {
    throw new Error('not written yet');
  }

  async withdraw(_actor: Actor, _id: string, _input: OpinionChange): Promise<void> {
    throw new Error('not written yet');
  }
}
