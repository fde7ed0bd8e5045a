import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Submissions } from '../../opinions/submissions.service.js';
import { Database } from '../../platform/database/database.js';
import { insertRows } from '../../platform/database/insert-row.js';
import type { Decision } from '../decision.entity.js';
import type { OutcomeItem } from './outcome-items.js';
import { NO_DUE_DATE, ResponsibleItem } from './responsible-item.entity.js';

/** Keeps who is responsible for what, as the decision that was fed back last has it. */
@Injectable()
export class ResponsibleItems {
  constructor(
    private readonly database: Database,
    private readonly submissions: Submissions,
  ) {}

  /**
   * Takes decisions that are being fed back, in the transaction under way. How far a body is stays when the same body remains responsible.
   * @returns the items for which another body was responsible before, or for which nobody is any more.
   */
  async decided(sendings: readonly { item: OutcomeItem; decision: Decision }[]): Promise<string[]> {
    const itemIds = sendings.map(({ item }) => item.id);
    const before = await this.of(itemIds);
    const summaries = await this.submissions.summaries(sendings.map(({ item }) => item.submission));
    const rows = sendings.flatMap(({ item, decision }): ResponsibleItem[] => {
      if (!decision.responsibleBody) return [];
      const earlier = before.get(item.id);
      const same = earlier?.responsibleBody === decision.responsibleBody ? earlier : undefined;
      const summary = summaries.get(item.submission.id);
      return [
        {
          itemId: item.id,
          digestId: item.digestId,
          decisionId: decision.id,
          submissionKind: item.submission.kind,
          submissionId: item.submission.id,
          reference: summary?.reference ?? '',
          title: summary?.title ?? '',
          responsibleBody: decision.responsibleBody,
          dueDate: decision.dueDate ?? NO_DUE_DATE,
          status: same?.status ?? 'not_started',
          statusAt: same?.statusAt ?? null,
        },
      ];
    });
    await this.database.write(async (manager) => {
      if (before.size > 0) await manager.delete(ResponsibleItem, { itemId: In([...before.keys()]) });
      await insertRows(manager, ResponsibleItem, rows);
    });
    const after = new Map(rows.map((row) => [row.itemId, row.responsibleBody]));
    return [...before.values()]
      .filter(({ itemId, responsibleBody }) => after.get(itemId) !== responsibleBody)
      .map(({ itemId }) => itemId);
  }

  /** By item; those for which nobody is responsible are left out. */
  async of(itemIds: readonly string[]): Promise<Map<string, ResponsibleItem>> {
    if (itemIds.length === 0) return new Map();
    const rows = await this.database.read.findBy(ResponsibleItem, { itemId: In([...itemIds]) });
    return new Map(rows.map((row) => [row.itemId, row]));
  }
}

/** True while a body is still to do something. */
export function isOpen(item: Pick<ResponsibleItem, 'status'> | null | undefined): boolean {
  return item?.status === 'not_started' || item?.status === 'in_hand';
}
