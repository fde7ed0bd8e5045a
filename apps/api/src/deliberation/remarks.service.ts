import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AccountsService } from '../identity/accounts.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Database } from '../platform/database/database.js';
import { asIso } from '../platform/database/instants.js';
import { fieldInvalid } from '../platform/problems/problem.js';
import { DigestChanges } from './digest-changes.js';
import { DigestItem } from './digest-item.entity.js';
import { DigestNotices } from './digest-notices.js';
import { DigestReading } from './digest-reading.js';
import { DigestRemark } from './digest-remark.entity.js';
import type { WriteRemark } from './digests.dto.js';
import type { RemarkView } from './digests.views.js';

/** What leaders remark on digests, for those who decide. */
@Injectable()
export class RemarksService {
  constructor(
    private readonly database: Database,
    private readonly reading: DigestReading,
    private readonly changes: DigestChanges,
    private readonly accounts: AccountsService,
    private readonly notices: DigestNotices,
  ) {}

  /** All remarks on a digest, oldest first. @throws {Problem} 404 when the digest is not for this actor. */
  async list(actor: Actor, digestId: string): Promise<RemarkView[]> {
    await this.reading.read(actor, digestId);
    const remarks = await this.database.read.find(DigestRemark, { where: { digestId }, order: { id: 'ASC' } });
    return remarks.map((remark) => remarkView(actor, remark));
  }

  /** Leaves a remark on a digest or on one of its items. It changes nothing that a version guards. */
  async write(actor: Actor, digestId: string, { text, itemId = null }: WriteRemark): Promise<RemarkView> {
    return this.changes.as(actor, digestId, 'remark', null, async ({ digest, manager, now }) => {
      if (itemId !== null && !(await manager.existsBy(DigestItem, { id: itemId, digestId }))) {
        throw fieldInvalid('itemId', 'item_unknown', '这一项已不在这份汇总里，请刷新后重试。');
      }
      const authorName = (await this.accounts.nameOf(actor.accountId)) ?? '';
      const remark = { id: uuidv7(), digestId, itemId, accountId: actor.accountId, authorName, text, at: now };
      await manager.insert(DigestRemark, remark);
      await this.notices.remarked(digest, remark.id, authorName, actor.accountId);
      return remarkView(actor, remark);
    });
  }
}

function remarkView(actor: Actor, remark: DigestRemark): RemarkView {
  return {
    id: remark.id,
    itemId: remark.itemId,
    authorName: remark.authorName,
    text: remark.text,
    at: asIso(remark.at),
    own: remark.accountId === actor.accountId,
  };
}
