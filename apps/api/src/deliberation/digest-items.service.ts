import { LIMITS } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Submissions } from '../opinions/submissions.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { isUniqueViolation } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-row.js';
import { fieldInvalid, notFound, Problem } from '../platform/problems/problem.js';
import { DigestChanges, type HeldDigest } from './digest-changes.js';
import { DigestItem } from './digest-item.entity.js';
import { itemsBefore } from './digest-order.js';
import { DigestRemark } from './digest-remark.entity.js';
import { deskOf, refOf } from './digest-submissions.js';
import type { AddDigestItems, ChangeDigestItem, DigestVersionQuery } from './digests.dto.js';

/** What is on a digest. Every method is a few statements, whatever the number of items. */
@Injectable()
export class DigestItemsService {
  constructor(
    private readonly changes: DigestChanges,
    private readonly submissions: Submissions,
  ) {}

  /**
   * Puts submissions on a draft, all or none, at the end of a section.
   * @throws {Problem} 409 when one is on a digest already or not accepted, 422 for one that is unknown or doubled, or too many.
   */
  async add(actor: Actor, id: string, { version, submissions, sectionId = null }: AddDigestItems): Promise<void> {
    if (new Set(submissions.map((ref) => ref.id)).size < submissions.length) {
      throw fieldInvalid('submissions', 'submission_doubled', '选中的意见建议里有重复的，请刷新后重新选择。');
    }
    await this.changes.as(actor, id, 'edit', version, async (held) => {
      const { digest, manager, now } = held;
      if (sectionId !== null && !digest.sections.some((section) => section.id === sectionId)) {
        throw fieldInvalid('sectionId', 'section_unknown', '所选的栏目已被删除，请刷新后重新选择。');
      }
      const present = await manager.find(DigestItem, {
        select: { id: true, sectionId: true },
        where: { digestId: id },
      });
      if (present.length + submissions.length > LIMITS.digestItems) {
        const room = LIMITS.digestItems - present.length;
        throw fieldInvalid(
          'submissions',
          'digest_full',
          `一份汇总最多 ${LIMITS.digestItems} 条，现在还能放 ${room} 条。`,
        );
      }
      const summaries = await this.submissions.summaries(submissions);
      const before = itemsBefore(present, digest.sections, sectionId);
      const items = submissions.map((ref, index) => {
        const summary = summaries.get(ref.id);
        if (summary?.kind !== ref.kind) {
          throw fieldInvalid('submissions', 'submission_unknown', '有的意见建议没有找到，请刷新后重新选择。');
        }
        return {
          id: uuidv7(),
          digestId: id,
          submissionKind: ref.kind,
          submissionId: ref.id,
          ...deskOf(summary),
          sectionId,
          position: before + index + 1,
          summary: null,
          feedbackText: null,
          version: 1,
        };
      });
      await this.submissions.moveAll(
        items.map((item) => ({
          ref: refOf(item),
          facts: { digestId: id, digestReference: digest.reference, itemId: item.id },
        })),
        'list',
        { at: now, accountId: actor.accountId },
      );
      await this.shift(held, before, items.length);
      await insertRows(manager, DigestItem, items).catch((error: unknown) => {
        throw isUniqueViolation(error) ? taken() : error;
      });
      await this.changes.apply(held, {});
    });
  }

  /** Takes an item off a draft; the submission waits again. Remarks on it stay as remarks on the digest. */
  async remove(actor: Actor, id: string, itemId: string, { version }: DigestVersionQuery): Promise<void> {
    await this.changes.as(actor, id, 'edit', version, async (held) => {
      const { manager, now } = held;
      const item = await manager.findOneBy(DigestItem, { id: itemId, digestId: id });
      if (!item) throw notFound('这一项');
      await manager.delete(DigestItem, { id: itemId });
      await manager.update(DigestRemark, { itemId }, { itemId: null });
      await this.shift(held, item.position, -1);
      await this.submissions.moveAll([{ ref: refOf(item), facts: { digestId: id } }], 'unlist', {
        at: now,
        accountId: actor.accountId,
      });
      await this.changes.apply(held, {});
    });
  }

  /** Says of an item in short what it is about. */
  async change(actor: Actor, id: string, itemId: string, { version, summary }: ChangeDigestItem): Promise<void> {
    await this.changes.as(actor, id, 'edit', null, async (held) => {
      await this.changes.item(held, itemId, version);
      await this.changes.changeItems(held, [itemId], { summary });
      await this.changes.apply(held, {});
    });
  }

  /** Moves all items after a place by a number of places. */
  private async shift({ digest, manager }: HeldDigest, after: number, by: number): Promise<void> {
    await manager.query('UPDATE digest_items SET position = position + ? WHERE digestId = ? AND position > ?', [
      by,
      digest.id,
      after,
    ]);
  }
}

function taken(): Problem {
  return new Problem({
    status: 409,
    code: 'submission_taken',
    detail: '有的意见建议刚刚被放进了另一份汇总，请刷新候选清单后重新选择。',
  });
}
