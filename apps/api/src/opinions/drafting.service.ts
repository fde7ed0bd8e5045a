import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import type { BeginOpinion, ChooseSources, SaveOpinion } from './opinions.dto.js';

/** Begins and writes opinions. */
@Injectable()
export class DraftingService {
  async begin(_actor: Actor, _input: BeginOpinion): Promise<string> {
    throw new Error('not written yet');
  }

  async save(_actor: Actor, _id: string, _input: SaveOpinion): Promise<void> {
    throw new Error('not written yet');
  }

  async chooseSources(_actor: Actor, _id: string, _input: ChooseSources): Promise<void> {
    throw new Error('not written yet');
  }
}
