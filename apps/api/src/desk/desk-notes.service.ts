import type { SubmissionRef } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { IntakeQueue, type IntakeRow } from '../opinions/intake/intake-queue.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { asIso } from '../platform/database/instants.js';
import { notFound } from '../platform/problems/problem.js';
import type { DeskNoteView, WriteDeskNote } from './desk.dto.js';
import { DeskColleagues } from './desk-colleagues.js';
import { DeskNote } from './desk-note.entity.js';

/**
 * What colleagues of a desk write to each other about a submission. Notes belong to the desk at which it lay when they were written:
 * when it is passed on, the next desk starts without them.
 */
@Injectable()
export class DeskNotesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queue: IntakeQueue,
    private readonly people: DeskColleagues,
  ) {}

  /** The own desk's notes, oldest first. @throws {Problem} 404 when it does not lie at a desk of this actor. */
  async list(actor: Actor, ref: SubmissionRef): Promise<DeskNoteView[]> {
    const { desk, deskUnitId } = await this.lying(actor, ref);
    const notes = await this.database.read.find(DeskNote, {
      where: { subjectId: ref.id, desk, deskUnitId: deskUnitId ?? '' },
      order: { id: 'ASC' },
    });
    return notes.map((note) => view(note, actor));
  }

  /** Writes a note. @throws {Problem} 404 when it does not lie at a desk of this actor. */
  async write(actor: Actor, { kind, id }: SubmissionRef, { text }: WriteDeskNote): Promise<DeskNoteView> {
    const { desk, deskUnitId } = await this.lying(actor, { kind, id });
    const { accountId } = actor;
    const note: DeskNote = {
      id: uuidv7(),
      subjectKind: kind,
      subjectId: id,
      desk,
      deskUnitId: deskUnitId ?? '',
      accountId,
      authorName: (await this.people.namesOf([accountId])).get(accountId) ?? '',
      text,
      at: this.clock.now(),
    };
    await this.database.write((manager) => manager.insert(DeskNote, { ...note }));
    return view(note, actor);
  }

  private async lying(actor: Actor, { kind, id }: SubmissionRef): Promise<IntakeRow> {
    const row = await this.queue.find(actor, kind, id);
    if (!row) throw notFound('这件意见');
    return row;
  }
}

function view({ id, authorName, accountId, text, at }: DeskNote, actor: Actor): DeskNoteView {
  return { id, authorName, self: accountId === actor.accountId, text, at: asIso(at) };
}
