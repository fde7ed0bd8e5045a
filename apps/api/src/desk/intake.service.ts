import { chinaDay, INTAKE_BOX_LABELS, OPINION_STATE_LABELS, type SubmissionRef } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { DirectoryUnitsService } from '../directory/directory-units.service.js';
import { NoticesService } from '../notices/notices.service.js';
import { IntakeAssignments } from '../opinions/intake/intake-assignments.js';
import { IntakeDeadlines } from '../opinions/intake/intake-deadlines.js';
import { IntakeQueue, type IntakeRow } from '../opinions/intake/intake-queue.js';
import { Submissions } from '../opinions/submissions.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { asIso } from '../platform/database/instants.js';
import type { Page } from '../platform/database/keyset.js';
import { fieldInvalid, notFound } from '../platform/problems/problem.js';
import type { AssignSubmission } from './desk.dto.js';
import { DeskColleagues } from './desk-colleagues.js';
import { DeskPresencesService } from './desk-presences.service.js';
import type { DeskColleague, IntakeCounts, IntakeItem, IntakeQuery } from './intake.dto.js';
import { writeIntake } from './intake-sheet.js';

/** The most rows of an export, and how many are read at a time. */
const EXPORTED_ROWS = 5000;
const EXPORTED_AT_A_TIME = 500;

/** The intake queue with names, deadlines and who is on what. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queue: IntakeQueue,
    private readonly assignments: IntakeAssignments,
    private readonly submissions: Submissions,
    private readonly deadlines: IntakeDeadlines,
    private readonly units: DirectoryUnitsService,
    private readonly people: DeskColleagues,
    private readonly presences: DeskPresencesService,
    private readonly notices: NoticesService,
  ) {}

  /** One page of a box. */
  async list(actor: Actor, { cursor, limit, ...filter }: IntakeQuery): Promise<Page<IntakeItem>> {
    const { items, nextCursor } = await this.queue.page(actor, filter, cursor, limit);
    return { items: await this.itemsOf(actor, items), nextCursor };
  }

  /** How many wait in each box. */
  counts(actor: Actor): Promise<IntakeCounts> {
    return this.queue.counts(actor);
  }

  /** A box with its filters as an .xlsx file, from its beginning whatever the cursor says. */
  async export(
    actor: Actor,
    { cursor: _, limit: __, ...filter }: IntakeQuery,
  ): Promise<{ bytes: Buffer; name: string }> {
    const items: IntakeItem[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.queue.page(actor, filter, cursor, EXPORTED_AT_A_TIME);
      items.push(...(await this.itemsOf(actor, page.items)));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && items.length < EXPORTED_ROWS);
    const name = `意见建议-${INTAKE_BOX_LABELS[filter.box]}-${chinaDay(this.clock.now())}.xlsx`;
    return { bytes: await writeIntake(items), name };
  }

  /** Everybody who sits at the same desks, oneself first. */
  colleagues(actor: Actor): Promise<DeskColleague[]> {
    return this.people.of(actor);
  }

  /** Puts a submission into a colleague's hands, who is told, or into nobody's. @throws {Problem} 404, 409, 422 for somebody of another desk. */
  async assign(actor: Actor, ref: SubmissionRef, { accountId, version }: AssignSubmission): Promise<IntakeItem> {
    const lying = await this.queue.find(actor, ref.kind, ref.id);
    if (!lying) throw notFound('这件意见');
    if (accountId !== null && !(await this.people.at(lying)).includes(accountId)) {
      throw fieldInvalid('accountId', 'not_at_this_desk', '只能交给本受理方的同事，请重新选择。');
    }
    const row = await this.database.write(async () => {
      const assigned = await this.assignments.assign(actor, ref, accountId, version);
      if (accountId !== null && accountId !== actor.accountId) {
        await this.notices.notify({
          accountId,
          kind: 'submission_assigned',
          title: '有一件意见交给您办理',
          text: `《${assigned.title}》`,
          about: ref,
          as: 'desk',
          dedupeKey: `${ref.id}:assigned:${assigned.version}`,
        });
      }
      return assigned;
    });
    const [item] = await this.itemsOf(actor, [row]);
    if (!item) throw notFound('这件意见');
    return item;
  }

  /** Rows of the queue with what a reader needs besides. */
  async itemsOf(actor: Actor, rows: readonly IntakeRow[]): Promise<IntakeItem[]> {
    const [summaries, names, present, unitNames] = await Promise.all([
      this.submissions.summaries(rows.map(({ kind, id }) => ({ kind, id }))),
      this.people.namesOf(rows.flatMap(({ assigneeAccountId }) => assigneeAccountId ?? [])),
      this.presences.othersOn(
        actor,
        rows.map(({ id }) => id),
      ),
      this.units.namesOf([...new Set(rows.flatMap(({ deskUnitId }) => deskUnitId ?? []))]),
    ]);
    const standing = this.deadlines.standing();
    return rows.map((row) => {
      const summary = summaries.get(row.id);
      return {
        kind: row.kind,
        id: row.id,
        reference: row.reference,
        opinionKind: row.opinionKind,
        title: row.title,
        theme: row.theme,
        authorNames: [...(summary?.authorNames ?? [])],
        sectorName: summary?.sectorName ?? '',
        desk: row.desk,
        deskUnitName: row.deskUnitId === null ? null : (unitNames.get(row.deskUnitId) ?? ''),
        submittedAt: asIso(row.submittedAt),
        acceptedAt: asIso(row.acceptedAt),
        due: asIso(row.due),
        deadline: standing(row.due),
        state: row.state,
        stateLabel: OPINION_STATE_LABELS[row.state],
        assignee: row.assigneeAccountId
          ? {
              accountId: row.assigneeAccountId,
              name: names.get(row.assigneeAccountId) ?? '',
              self: row.assigneeAccountId === actor.accountId,
            }
          : null,
        presentNames: present.get(row.id) ?? [],
        sourceCount: summary?.sourceCount ?? 0,
        mergedCount: summary?.mergedCount ?? 0,
        version: row.version,
      };
    });
  }
}
