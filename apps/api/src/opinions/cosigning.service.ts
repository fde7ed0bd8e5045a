import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import type { AnswerCosign, ChooseCosigners } from './opinions.dto.js';

/** Members sign a proposal together. */
@Injectable()
export class CosigningService {
  async choose(_actor: Actor, _id: string, _input: ChooseCosigners): Promise<void> {
    throw new Error('not written yet');
  }

  async answer(_actor: Actor, _id: string, _input: AnswerCosign): Promise<void> {
    throw new Error('not written yet');
  }
}
