import { NORMAL_LABEL, type ScreeningRuleCode, screeningRuleOfLabel } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/outbox/outbox.js';
import type { CheckResult } from '../wechat/wechat-client.js';
import { CheckedContent, type CheckedContentState } from './checked-content.entity.js';
import { ContentCheck } from './content-check.entity.js';
import { CONTENT_CHECKED, type ContentChecked } from './content-checked.js';
import { ModerationItems } from './moderation-items.js';
import type { ModerationKind } from './stored-moderation-item.entity.js';

function ruleOf(check: ContentCheck): ScreeningRuleCode | null {
  return check.label === null || check.label === NORMAL_LABEL ? null : screeningRuleOfLabel(check.label);
}

/** Works out the verdict on a message from the results of its parts, exactly once. */
@Injectable()
export class ContentVerdicts {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly items: ModerationItems,
  ) {}

  /** Takes in WeChat's result for one part; the first one counts. The last missing one, or any risk, brings the verdict. */
  async record(messageId: string, part: string, { suggest, label }: CheckResult): Promise<void> {
    await this.whileChecking(messageId, async (manager, content) => {
      await manager.update(ContentCheck, { messageId, part, state: 'waiting' }, { state: suggest, label });
      await this.conclude(manager, content);
    });
  }

  /** Leaves a message that no machine could check to the office. */
  async handToOffice(messageId: string): Promise<void> {
    await this.whileChecking(messageId, (manager, content) => this.raise(manager, content, 'unchecked', null));
  }

  private async conclude(manager: EntityManager, content: CheckedContent): Promise<void> {
    const checks = await manager.findBy(ContentCheck, { messageId: content.messageId });
    const risky = checks.find(({ state }) => state === 'risky');
    if (risky) return this.decide(manager, content, screeningRuleOfLabel(risky.label ?? NORMAL_LABEL));
    if (checks.some(({ state }) => state === 'waiting')) return;
    const doubtful = checks.find(({ state }) => state === 'review');
    if (doubtful) return this.raise(manager, content, 'review', ruleOf(doubtful));
    await this.decide(manager, content, null);
  }

  private async decide(
    manager: EntityManager,
    { messageId, letterId }: CheckedContent,
    ruleCode: ScreeningRuleCode | null,
  ): Promise<void> {
    await this.moveTo(manager, messageId, ruleCode ? 'withheld' : 'passed');
    const verdict: ContentChecked = {
      letterId,
      messageId,
      verdict: ruleCode ? 'withhold' : 'pass',
      ruleCode,
      by: 'system',
      kind: null,
      reason: null,
    };
    await this.outbox.emit(CONTENT_CHECKED, verdict);
  }

  private async raise(
    manager: EntityManager,
    content: CheckedContent,
    kind: ModerationKind,
    ruleCode: ScreeningRuleCode | null,
  ): Promise<void> {
    await this.moveTo(manager, content.messageId, 'office');
    const text = content.title ? `${content.title}\n${content.text}` : content.text;
    await this.items.raise({ ...content, text, kind, ruleCode });
  }

  private async moveTo(manager: EntityManager, messageId: string, state: CheckedContentState): Promise<void> {
    await manager.update(CheckedContent, { messageId }, { state });
  }

  /** Runs `work` with the message locked, so that two results at the same moment see each other; not at all once it has a verdict. */
  private async whileChecking(
    messageId: string,
    work: (manager: EntityManager, content: CheckedContent) => Promise<void>,
  ): Promise<void> {
    await this.database.write(async (manager) => {
      const query = manager
        .createQueryBuilder(CheckedContent, 'content')
        .where('content.messageId = :messageId', { messageId });
      if (!this.database.isSqlite) query.setLock('pessimistic_write');
      const content = await query.getOne();
      if (content?.state === 'checking') await work(manager, content);
    });
  }
}
