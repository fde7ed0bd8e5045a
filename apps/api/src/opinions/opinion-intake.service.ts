import { OPINION_KIND_LABELS } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import { fieldInvalid } from '../platform/problems/problem.js';
import { IntakeDeadlines } from './intake/intake-deadlines.js';
import { OpinionChanges } from './opinion-changes.js';
import { OpinionDesks } from './opinion-desks.js';
import { OpinionIndex } from './opinion-index.js';
import { OpinionMerging } from './opinion-merging.js';
import { OpinionNotices, spokenTitle } from './opinion-notices.js';
import { OpinionNumbers } from './opinion-numbers.js';
import type { AddRecognition, OpinionChange, PassOnOpinion, ReturnOpinion } from './opinions.dto.js';
import { Recognitions } from './recognitions.js';

/** What the desk that has an opinion does with it. One public method each. */
@Injectable()
export class OpinionIntakeService {
  constructor(
    private readonly changes: OpinionChanges,
    private readonly numbers: OpinionNumbers,
    private readonly desks: OpinionDesks,
    private readonly merging: OpinionMerging,
    private readonly index: OpinionIndex,
    private readonly recognitions: Recognitions,
    private readonly notices: OpinionNotices,
    private readonly deadlines: IntakeDeadlines,
  ) {}

  /** Accepts an opinion: it gets its number. */
  async accept(actor: Actor, opinionId: string, { version }: OpinionChange): Promise<void> {
    await this.changes.as(actor, opinionId, { action: 'accept', version }, async (held) => {
      const { opinion, cosigners, now, party } = held;
      const reference = await this.numbers.next(opinion.kind, now);
      const accepted = await this.changes.apply(
        held,
        { action: 'accept', party, accountId: actor.accountId },
        { reference, acceptedAt: now, intakeDue: null },
        { type: 'opinion_accepted', facts: { reference } },
      );
      await this.index.put(accepted);
      await this.notices.signers(accepted, cosigners, {
        kind: 'opinion_accepted',
        title: `${OPINION_KIND_LABELS[opinion.kind]}已采集`,
        text: `${spokenTitle(opinion)}已采集，编号 ${reference}，将汇总报送主席会议。`,
      });
    });
  }

  /** Gives an opinion back to its author for another try. */
  async return(actor: Actor, opinionId: string, { version, reason }: ReturnOpinion): Promise<void> {
    await this.changes.as(actor, opinionId, { action: 'return', version }, async (held) => {
      const { opinion, cosigners, party } = held;
      const deskName = await this.desks.nameOf(opinion);
      const returned = await this.changes.apply(
        held,
        { action: 'return', party, accountId: actor.accountId },
        { returnReason: reason, intakeDue: null, assigneeAccountId: null },
        { type: 'opinion_returned', facts: { reason, deskName } },
      );
      await this.index.put(returned);
      await this.notices.signers(returned, cosigners, {
        kind: 'opinion_returned',
        title: '意见建议退回修改',
        text: cut(`${spokenTitle(opinion)}由${deskName}退回：${reason}`),
      });
    });
  }

  /** Passes an opinion, with all that is under it, on to the right desk. @throws {Problem} 422 for the same desk or one at which nobody sits. */
  async passOn(actor: Actor, opinionId: string, { version, reason, ...choice }: PassOnOpinion): Promise<void> {
    await this.changes.as(actor, opinionId, { action: 'pass_on', version }, async (held) => {
      const { opinion, manager, now, party } = held;
      const place = await this.desks.place(opinion, choice);
      if (place.desk === opinion.desk && place.deskUnitId === opinion.deskUnitId) {
        throw fieldInvalid('desk', 'same_desk', '这条意见建议已经在这里，请选择另一个单位。');
      }
      const receivers = await this.desks.requireStaffed(place);
      const deskName = await this.desks.nameOf(place);
      const waits = opinion.state === 'submitted';
      const passed = await this.changes.apply(
        held,
        { action: 'pass_on', party, accountId: actor.accountId },
        {
          ...place,
          assigneeAccountId: null,
          ...(waits && { intakeDue: this.deadlines.dueAfter(now) }),
        },
        { type: 'opinion_passed_on', facts: { deskName, reason } },
      );
      await this.index.put(passed);
      await this.merging.follow(passed, place, manager);
      const text = cut(`${spokenTitle(opinion)}转给${deskName}：${reason}`);
      await this.notices.author(passed, { kind: 'opinion_passed_on', title: '意见建议转给了更合适的单位', text });
      await this.notices.desk(passed, receivers, actor.accountId, {
        kind: 'opinion_passed_on',
        title: '转来一件意见建议',
        text,
      });
    });
  }

  /** Records that an opinion was taken up above the county, or that an instruction was written on it. */
  async recognise(actor: Actor, opinionId: string, input: AddRecognition): Promise<void> {
    await this.changes.as(actor, opinionId, { action: 'recognise', version: null }, async (held) => {
      const { opinion, cosigners, party } = held;
      const words = await this.recognitions.add(actor, { kind: 'opinion', id: opinionId }, input);
      const changed = await this.changes.apply(held, { action: 'recognise', party, accountId: actor.accountId }, {});
      await this.notices.signers(changed, cosigners, {
        kind: 'opinion_recognised',
        title: '您的意见建议有了新成果',
        text: cut(`${spokenTitle(opinion)}：${words}，${input.document}。`),
      });
    });
  }

  /** Takes a recognition off that was recorded by mistake. @throws {Problem} 404. */
  async removeRecognition(actor: Actor, opinionId: string, recognitionId: string): Promise<void> {
    await this.changes.as(actor, opinionId, { action: 'recognise', version: null }, async (held) => {
      await this.recognitions.remove(actor, { kind: 'opinion', id: opinionId }, recognitionId);
      const move = { action: 'recognise', party: held.party, accountId: actor.accountId } as const;
      await this.changes.apply(held, move, {});
    });
  }
}

/** A notice's text within what a notice holds. */
function cut(text: string): string {
  return [...text].slice(0, 500).join('');
}
