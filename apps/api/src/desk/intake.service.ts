import type { SubmissionRef } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import type { Page } from '../platform/database/keyset.js';
import type { AssignSubmission } from './desk.dto.js';
import type { DeskColleague, IntakeCounts, IntakeItem, IntakeQuery } from './intake.dto.js';

/** The intake queue. */
@Injectable()
export class IntakeService {
  /** Lists. */
  async list(_actor: Actor, _query: IntakeQuery): Promise<Page<IntakeItem>> {
    throw new Error('not written yet');
  }

  /** Counts. */
  async counts(_actor: Actor): Promise<IntakeCounts> {
    throw new Error('not written yet');
  }

  /** Exports. */
  async export(_actor: Actor, _query: IntakeQuery): Promise<{ bytes: Buffer; name: string }> {
    throw new Error('not written yet');
  }

  /** Colleagues. */
  async colleagues(_actor: Actor): Promise<DeskColleague[]> {
    throw new Error('not written yet');
  }

  /** Assigns. */
  async assign(_actor: Actor, _ref: SubmissionRef, _input: AssignSubmission): Promise<IntakeItem> {
    throw new Error('not written yet');
  }
}
