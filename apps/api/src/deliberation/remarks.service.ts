import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import type { WriteRemark } from './digests.dto.js';
import type { RemarkView } from './digests.views.js';

/** What leaders remark on digests. */
@Injectable()
export class RemarksService {
  async list(_actor: Actor, _id: string): Promise<RemarkView[]> {
    throw new Error('not written yet');
  }
  async write(_actor: Actor, _id: string, _input: WriteRemark): Promise<RemarkView> {
    throw new Error('not written yet');
  }
}
