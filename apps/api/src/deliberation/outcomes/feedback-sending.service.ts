import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/abilities/actor.js';
import type { SendFeedback, WordFeedback } from './feedback.dto.js';

/** Words and sends the feedback of a digest. */
@Injectable()
export class FeedbackSendingService {
  async word(_actor: Actor, _id: string, _itemId: string, _input: WordFeedback): Promise<void> {
    throw new Error('not written yet');
  }
  async send(_actor: Actor, _id: string, _input: SendFeedback): Promise<void> {
    throw new Error('not written yet');
  }
}
