import type { SubmissionRef } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import type { AddRecognition } from './opinions.dto.js';
import type { Recognition } from './opinions.views.js';

/** What was taken up above the county. */
@Injectable()
export class Recognitions {
  /** Those of a submission, latest first. */
  async of(_subjectId: string): Promise<Recognition[]> {
    throw new Error('not written yet');
  }

  /** Records one, with its step in the journey; the caller has checked that the actor may. */
  async add(_actor: Actor, _subject: SubmissionRef, _input: AddRecognition): Promise<void> {
    throw new Error('not written yet');
  }

  /** Takes one off. */
  async remove(_actor: Actor, _subject: SubmissionRef, _id: string): Promise<void> {
    throw new Error('not written yet');
  }
}
