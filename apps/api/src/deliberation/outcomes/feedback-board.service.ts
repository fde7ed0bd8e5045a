import { Injectable } from '@nestjs/common';
import type { Page } from '../../platform/database/keyset.js';
import type { FeedbackBoardQuery, FeedbackBoardRow } from './feedback.dto.js';

/** The board of digests that are decided. */
@Injectable()
export class FeedbackBoardService {
  async list(_query: FeedbackBoardQuery): Promise<Page<FeedbackBoardRow>> {
    throw new Error('not written yet');
  }
}
