import { OPINION_KIND_LABELS } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { spokenDay } from '../mailbox/letter-wording.js';
import type { Actor } from '../platform/abilities/actor.js';
import { IntakeDeadlines } from './intake/intake-deadlines.js';
import { OpinionChanges } from './opinion-changes.js';
import { OpinionDesks } from './opinion-desks.js';
import { OpinionIndex } from './opinion-index.js';
import { OpinionNotices, spokenTitle } from './opinion-notices.js';
import { OpinionRevisionsService } from './opinion-revisions.service.js';
import { OpinionSources } from './opinion-sources.js';
import { requireComplete } from './opinion-texts.js';
import type { OpinionChange } from './opinions.dto.js';

/** What the author does with a finished opinion: hands it in, or takes it back. */
@Injectable()
export class HandingInService {
  constructor(
    private readonly changes: OpinionChanges,
    private readonly desks: OpinionDesks,
    private readonly sources: OpinionSources,
    private readonly revisions: OpinionRevisionsService,
    private readonly index: OpinionIndex,
    private readonly notices: OpinionNotices,
    private readonly deadlines: IntakeDeadlines,
  ) {}

  /**
   * Hands an opinion in to its desk, which has some working days to accept or return it.
   * @throws {Problem} 409 while somebody asked to sign has not answered, 422 for what is missing or too long, or a desk with nobody.
   */
  async submit(actor: Actor, opinionId: string, { version }: OpinionChange): Promise<void> {
    await this.changes.as(actor, opinionId, { action: 'submit', version }, async (held) => {
      const { opinion, manager, now, party } = held;
      requireComplete(opinion);
      const receivers = await this.desks.requireStaffed(opinion);
      const deskName = await this.desks.nameOf(opinion);
      await this.sources.dropWithdrawn(manager, opinionId);
      await this.revisions.seal(manager, opinion);
      const intakeDue = this.deadlines.dueAfter(now);
      const submitted = await this.changes.apply(
        held,
        { action: 'submit', party, accountId: actor.accountId },
        { submittedAt: now, intakeDue, returnReason: null },
        { type: 'opinion_submitted', facts: { deskName } },
      );
      await this.index.put(submitted);
      // The office looks at its queue all day; a convener or a committee hears of what comes in.
      if (opinion.desk === 'office') return;
      await this.notices.desk(submitted, receivers, actor.accountId, {
        kind: 'opinion_submitted',
        title: `收到一件${OPINION_KIND_LABELS[opinion.kind]}`,
        text: `${spokenTitle(opinion)}，请在${spokenDay(intakeDue)}前采集或退回。`,
      });
    });
  }

  /** Takes an opinion back for good. @throws {Problem} 409 once it is accepted. */
  async withdraw(actor: Actor, opinionId: string, { version }: OpinionChange): Promise<void> {
    await this.changes.as(actor, opinionId, { action: 'withdraw', version }, async (held) => {
      const { cosigners, party } = held;
      const withdrawn = await this.changes.apply(
        held,
        { action: 'withdraw', party, accountId: actor.accountId },
        { intakeDue: null, assigneeAccountId: null },
        { type: 'opinion_withdrawn' },
      );
      await this.index.put(withdrawn);
      const asked = cosigners.filter(({ state }) => state !== 'declined').map(({ accountId }) => accountId);
      await this.notices.cosigners(withdrawn, asked, {
        kind: 'opinion_withdrawn',
        title: '联名的提案已由提案人撤回',
        text: `${spokenTitle(withdrawn)}已经撤回，您不用再做什么。`,
      });
    });
  }
}
