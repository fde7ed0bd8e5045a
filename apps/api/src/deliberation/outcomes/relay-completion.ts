import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Behind, Submissions } from '../../opinions/submissions.service.js';
import { Database } from '../../platform/database/database.js';
import { Decisions } from '../decisions.service.js';
import type { OutcomeItem } from './outcome-items.js';
import { Relay } from './relay.entity.js';
import { UNTOLD } from './relay-changes.js';
import { toldSubmissions } from './told-opinions.js';

/** Moves opinions and sector voices to relayed as soon as everybody behind them has been told of the decision in force. */
@Injectable()
export class RelayCompletion {
  constructor(
    private readonly database: Database,
    private readonly decisions: Decisions,
    private readonly submissions: Submissions,
  ) {}

  /**
   * Looks at these items, in the transaction under way. The caller holds their digest. An item whose corrected decision has not been
   * sent yet stays as it is: what was told no longer holds.
   */
  async settle(items: readonly OutcomeItem[], now: Date): Promise<void> {
    if (items.length === 0) return;
    const current = await this.decisions.currentOf(items.map(({ id }) => id));
    const sent = items.filter(({ id }) => current.get(id)?.fedBackAt);
    if (sent.length === 0) return;
    const waiting = await this.waitingByItem(sent.map(({ id }) => current.get(id)?.id ?? ''));
    const behind = await this.submissions.behindAll(sent.map(({ submission }) => submission));
    const nothing: Pick<Behind, 'opinions'> = { opinions: [] };
    const told = sent.flatMap(({ id, submission }) =>
      toldSubmissions(submission, behind.get(submission.id) ?? nothing, waiting.get(id) ?? new Set()),
    );
    if (told.length === 0) return;
    await this.submissions.moveAll(
      told.map((ref) => ({ ref })),
      'relay',
      { at: now, accountId: null },
    );
  }

  private async waitingByItem(decisionIds: readonly string[]): Promise<Map<string, Set<string>>> {
    const relays = await this.database.read.find(Relay, {
      select: { itemId: true, letterId: true },
      where: { purpose: 'decision', decisionId: In([...decisionIds]), state: In([...UNTOLD]) },
    });
    const byItem = new Map<string, Set<string>>();
    for (const { itemId, letterId } of relays) {
      if (letterId) byItem.set(itemId, (byItem.get(itemId) ?? new Set()).add(letterId));
    }
    return byItem;
  }
}
