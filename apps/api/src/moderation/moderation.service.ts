import { screeningRuleName } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { AccountsService } from '../identity/accounts.service.js';
import type { Photo } from '../photos/photos.dto.js';
import { PhotosService } from '../photos/photos.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { asIso } from '../platform/database/instants.js';
import { decodeInstantCursor, encodeCursor, type Page } from '../platform/database/keyset.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { fieldInvalid, notFound, versionConflict } from '../platform/problems/problem.js';
import { CheckedContent } from './checked-content.entity.js';
import { CONTENT_CHECKED, type ContentChecked } from './content-checked.js';
import type { DecideModeration, ModerationCounts, ModerationItem, ModerationQuery } from './moderation.dto.js';
import { StoredModerationItem } from './stored-moderation-item.entity.js';

/** What the office does with its queue. */
@Injectable()
export class ModerationService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly accounts: AccountsService,
    private readonly photos: PhotosService,
    private readonly clock: Clock,
  ) {}

  /** One page of the queue (oldest first) or of what was decided (latest first). The look is audited (design §11). */
  async list(actor: Actor, query: ModerationQuery): Promise<Page<ModerationItem>> {
    const items = await this.page(query);
    const shown = items.slice(0, query.limit);
    const last = shown.at(-1);
    if (shown[0]) {
      await this.audit.append({
        accountId: actor.accountId,
        action: 'moderation_texts_seen',
        subjectKind: 'moderation_page',
        subjectId: shown[0].id,
        facts: { items: shown.map(({ id }) => id), letters: [...new Set(shown.map(({ letterId }) => letterId))] },
      });
    }
    const more = items.length > query.limit && last;
    const sort = query.state === 'open' ? last?.raisedAt : last?.decidedAt;
    return {
      items: await this.views(shown),
      nextCursor: more && sort ? encodeCursor({ sort: sort.toISOString(), id: last.id }) : null,
    };
  }

  /** How many items wait. */
  async counts(): Promise<ModerationCounts> {
    return { open: await this.database.read.countBy(StoredModerationItem, { decided: false }) };
  }

  /**
   * Decides on an item. Passing delivers or restores the message, withholding takes it away; the author is told by the feature that
   * the message belongs to.
   * @throws {Problem} 404, 409 when the item has changed or is decided, 422 when a withheld one lacks rule or reason.
   */
  async decide(actor: Actor, id: string, input: DecideModeration): Promise<ModerationItem> {
    const withheld = input.decision === 'withhold';
    if (withheld && !input.reason) throw fieldInvalid('reason', 'required', '请填写不予通过的理由，作者会看到。');
    return this.database.write(async (manager) => {
      const item = await manager.findOneBy(StoredModerationItem, { id });
      if (!item) throw notFound('这条待处理的内容');
      if (item.decided || item.version !== input.version) throw versionConflict({ ...(await this.view(item)) });
      const ruleCode = withheld ? (input.ruleCode ?? item.ruleCode) : null;
      if (withheld && !ruleCode) throw fieldInvalid('ruleCode', 'required', '请选择违反了哪一条规则。');
      const { affected } = await manager.update(
        StoredModerationItem,
        { id, version: input.version, decided: false },
        {
          state: withheld ? 'withheld' : 'passed',
          decided: true,
          openMessageId: null,
          ruleCode,
          decidedAt: this.clock.now(),
          decidedBy: actor.accountId,
          decisionReason: input.reason ?? null,
        },
      );
      const after = await manager.findOneByOrFail(StoredModerationItem, { id });
      if (affected === 0) throw versionConflict({ ...(await this.view(after)) });
      await manager.update(CheckedContent, { messageId: item.messageId }, { state: withheld ? 'withheld' : 'passed' });
      const verdict: ContentChecked = {
        letterId: item.letterId,
        messageId: item.messageId,
        verdict: input.decision,
        ruleCode,
        by: 'office',
        kind: item.kind,
        reason: input.reason ?? null,
      };
      await this.outbox.emit(CONTENT_CHECKED, verdict);
      await this.audit.append({
        accountId: actor.accountId,
        action: 'moderation_decided',
        subjectKind: 'letter',
        subjectId: item.letterId,
        facts: { item: id, message: item.messageId, kind: item.kind, decision: input.decision, ruleCode },
      });
      return this.view(after);
    });
  }

  private page({ state, kind, cursor, limit }: ModerationQuery): Promise<StoredModerationItem[]> {
    const open = state === 'open';
    const [column, direction, beyond] = open
      ? (['raisedAt', 'ASC', '>'] as const)
      : (['decidedAt', 'DESC', '<'] as const);
    const query = this.database.read
      .createQueryBuilder(StoredModerationItem, 'item')
      .where('item.decided = :decided', { decided: !open })
      .orderBy(`item.${column}`, direction)
      .addOrderBy('item.id', direction)
      .limit(limit + 1);
    if (kind) query.andWhere('item.kind = :kind', { kind });
    const place = decodeInstantCursor(cursor);
    if (place)
      query.andWhere(`(item.${column} ${beyond} :at OR (item.${column} = :at AND item.id ${beyond} :id))`, place);
    return query.getMany();
  }

  private async view(item: StoredModerationItem): Promise<ModerationItem> {
    const [view] = await this.views([item]);
    if (!view) throw notFound('这条待处理的内容');
    return view;
  }

  private async views(items: readonly StoredModerationItem[]): Promise<ModerationItem[]> {
    const photos = new Map<string, Photo>();
    for (const photo of await this.photos.viewOf(items.flatMap(({ photoIds }) => photoIds)))
      photos.set(photo.id, photo);
    const names = new Map<string, string | null>();
    for (const id of new Set(items.flatMap(({ decidedBy }) => decidedBy ?? []))) {
      names.set(id, await this.accounts.nameOf(id));
    }
    return items.map((item) => ({
      id: item.id,
      letterId: item.letterId,
      reference: item.reference,
      messageId: item.messageId,
      kind: item.kind,
      author: item.author,
      text: item.text,
      photos: item.photoIds.flatMap((id) => photos.get(id) ?? []),
      ruleCode: item.ruleCode,
      rule: screeningRuleName(item.ruleCode),
      words: item.words,
      raisedAt: asIso(item.raisedAt),
      state: item.state,
      decidedAt: asIso(item.decidedAt),
      decidedBy: item.decidedBy && (names.get(item.decidedBy) ?? null),
      decisionReason: item.decisionReason,
      version: item.version,
    }));
  }
}
