import type { SubmissionRef } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import type { DeskNoteView, WriteDeskNote } from './desk.dto.js';

/** Notes. */
@Injectable()
export class DeskNotesService {
  /** Lists. */
  async list(_actor: Actor, _ref: SubmissionRef): Promise<DeskNoteView[]> {
    throw new Error('not written yet');
  }

  /** Writes. */
  async write(_actor: Actor, _ref: SubmissionRef, _input: WriteDeskNote): Promise<DeskNoteView> {
    throw new Error('not written yet');
  }
}
