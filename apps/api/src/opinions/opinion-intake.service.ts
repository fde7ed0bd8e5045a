import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import type { AddRecognition, OpinionChange, PassOnOpinion, ReturnOpinion } from './opinions.dto.js';

/** What a desk does with opinions. */
@Injectable()
export class OpinionIntakeService {
  async accept(_actor: Actor, _id: string, _input: OpinionChange): Promise<void> {
    throw new Error('not written yet');
  }

  async return(_actor: Actor, _id: string, _input: ReturnOpinion): Promise<void> {
    throw new Error('not written yet');
  }

  async passOn(_actor: Actor, _id: string, _input: PassOnOpinion): Promise<void> {
    throw new Error('not written yet');
  }

  async recognise(_actor: Actor, _id: string, _input: AddRecognition): Promise<void> {
    throw new Error('not written yet');
  }

  async removeRecognition(_actor: Actor, _id: string, _recognitionId: string): Promise<void> {
    throw new Error('not written yet');
  }
}
