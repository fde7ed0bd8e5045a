import { chinaDay, RECOGNITION_KIND_LABELS, type SubmissionRef } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Journey } from '../platform/journey/journey.js';
import { fieldInvalid, notFound } from '../platform/problems/problem.js';
import { OpinionRecognition } from './opinion-recognition.entity.js';
import type { AddRecognition } from './opinions.dto.js';
import type { Recognition } from './opinions.views.js';

/** How far above the county opinions and sector voices were taken up, and instructions written on them. */
@Injectable()
export class Recognitions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journey: Journey,
  ) {}

  /** Those of a submission, latest first. */
  async of(subjectId: string): Promise<Recognition[]> {
    const stored = await this.database.read.find(OpinionRecognition, {
      where: { subjectId },
      order: { date: 'DESC', id: 'DESC' },
    });
    return stored.map(({ id, kind, body, document, date, note }) => ({
      id,
      kind,
      kindLabel: RECOGNITION_KIND_LABELS[kind],
      body,
      document,
      date,
      note,
    }));
  }

  /**
   * Records one, with its step in the journey, in the transaction under way. The caller holds the submission and has asked its table.
   * @returns what was recorded, in words.
   * @throws {Problem} 422 for a day that has not come yet.
   */
  async add(actor: Actor, subject: SubmissionRef, input: AddRecognition): Promise<string> {
    const now = this.clock.now();
    if (input.date > chinaDay(now)) throw fieldInvalid('date', 'in_future', '日期不能晚于今天，请检查后重填。');
    const words = `${RECOGNITION_KIND_LABELS[input.kind]}：${input.body}`;
    await this.database.write(async (manager) => {
      await manager.insert(OpinionRecognition, {
        id: uuidv7(),
        subjectKind: subject.kind,
        subjectId: subject.id,
        kind: input.kind,
        body: input.body,
        document: input.document,
        date: input.date,
        note: input.note || null,
        accountId: actor.accountId,
        at: now,
      });
      await this.journey.append({
        subjectKind: subject.kind,
        subjectId: subject.id,
        type: subject.kind === 'opinion' ? 'opinion_recognised' : 'voice_recognised',
        party: subject.kind === 'opinion' ? 'receiver' : 'office',
        accountId: actor.accountId,
        facts: { recognition: words },
        at: now,
      });
    });
    return words;
  }

  /** Takes off one that was recorded by mistake, in the transaction under way. @throws {Problem} 404 when it is not the submission's. */
  async remove(actor: Actor, subject: SubmissionRef, id: string): Promise<void> {
    await this.database.write(async (manager) => {
      const { affected } = await manager.delete(OpinionRecognition, { id, subjectId: subject.id });
      if (!affected) throw notFound('这条记录');
      await this.journey.append({
        subjectKind: subject.kind,
        subjectId: subject.id,
        type: subject.kind === 'opinion' ? 'opinion_recognition_removed' : 'voice_recognition_removed',
        party: subject.kind === 'opinion' ? 'receiver' : 'office',
        accountId: actor.accountId,
      });
    });
  }
}
