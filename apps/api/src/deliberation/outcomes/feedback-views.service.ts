import { Injectable } from '@nestjs/common';
import type { DigestFeedback } from './feedback.dto.js';

/** The feedback of a digest, before and after it was sent. */
@Injectable()
export class FeedbackViewsService {
  async ofDigest(_id: string): Promise<DigestFeedback> {
    throw new Error('not written yet');
  }
}
