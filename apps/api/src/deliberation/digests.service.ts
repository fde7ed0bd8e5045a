import { LIMITS, textLength } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Submissions } from '../opinions/submissions.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Journey } from '../platform/journey/journey.js';
import { fieldInvalid } from '../platform/problems/problem.js';
import { Digest } from './digest.entity.js';
import { DigestChanges } from './digest-changes.js';
import { DigestItem } from './digest-item.entity.js';
import { DigestNotices } from './digest-notices.js';
import { DigestNumbers } from './digest-numbers.js';
import { placesOf } from './digest-order.js';
import { DigestRemark } from './digest-remark.entity.js';
import { DigestSearch } from './digest-search.js';
import { refOf } from './digest-submissions.js';
import type { ArrangeDigest, ChangeDigest, CreateDigest, DigestChange, DigestVersionQuery } from './digests.dto.js';

/** Digests as the office builds them (Art. 19, 22). One public method a use case. */
@Injectable()
export class DigestsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journey: Journey,
    private readonly numbers: DigestNumbers,
    private readonly changes: DigestChanges,
    private readonly submissions: Submissions,
    private readonly notices: DigestNotices,
    private readonly search: DigestSearch,
  ) {}

  /** Starts a digest. @returns its id. */
  async create(actor: Actor, { meetingName, meetingDate, title }: CreateDigest): Promise<string> {
    const now = this.clock.now();
    const id = uuidv7();
    return this.database.write(async (manager) => {
      const digest: Digest = {
        id,
        reference: await this.numbers.next(now),
        title: title ?? titleFor(meetingName),
        meetingName,
        meetingDate,
        state: 'draft',
        redHeading: false,
        issuer: null,
        preface: null,
        sections: [],
        submittedAt: null,
        decidedAt: null,
        fedBackAt: null,
        feedbackDue: null,
        createdBy: actor.accountId,
        createdAt: now,
        updatedAt: now,
        version: 1,
      };
      await manager.insert(Digest, digest);
      await this.search.put(digest);
      await this.journey.append({
        subjectKind: 'digest',
        subjectId: id,
        type: 'digest_created',
        party: 'office',
        accountId: actor.accountId,
        at: now,
      });
      return id;
    });
  }

  /** Changes what stands above and below the items. @throws {Problem} 422 for a red heading without an issuer. */
  async change(actor: Actor, id: string, { version, ...change }: ChangeDigest): Promise<void> {
    await this.changes.as(actor, id, 'edit', version, async (held) => {
      const { redHeading, issuer } = { ...held.digest, ...change };
      if (redHeading && !issuer) {
        throw fieldInvalid('issuer', 'issuer_missing', '套红头需要写明发文机关，请先填写。');
      }
      await this.changes.apply(held, change);
      await this.search.put(held.digest);
    });
  }

  /** Throws a draft away; its submissions wait again. */
  async discard(actor: Actor, id: string, { version }: DigestVersionQuery): Promise<void> {
    await this.changes.as(actor, id, 'discard', version, async (held) => {
      const { digest, manager, now } = held;
      const items = await manager.findBy(DigestItem, { digestId: id });
      await manager.delete(DigestItem, { digestId: id });
      await manager.delete(DigestRemark, { digestId: id });
      await this.submissions.moveAll(
        items.map((item) => ({ ref: refOf(item), facts: { digestId: id } })),
        'unlist',
        { at: now, accountId: actor.accountId },
      );
      await manager.delete(Digest, { id });
      await this.search.remove(id);
      await this.journey.append({
        subjectKind: 'digest',
        subjectId: id,
        type: 'digest_discarded',
        party: held.party,
        accountId: actor.accountId,
        facts: { reference: digest.reference },
        at: now,
      });
    });
  }

  /** Sets order and sections, by one statement for all items. @throws {Problem} 422 unless every item is named exactly once. */
  async arrange(actor: Actor, id: string, input: ArrangeDigest): Promise<void> {
    await this.changes.as(actor, id, 'edit', input.version, async (held) => {
      const known = new Set(held.digest.sections.map((section) => section.id));
      const sections = input.sections.map((section) => ({ id: section.id ?? uuidv7(), title: section.title }));
      const given = input.sections.flatMap((section) => section.id ?? []);
      if (given.some((sectionId) => !known.has(sectionId)) || new Set(given).size < given.length) {
        throw fieldInvalid('sections', 'section_unknown', '有的栏目已被删除或者重复，请刷新后重新排列。');
      }
      const sectionIds = sections.map((section) => section.id);
      const places = placesOf(input, sectionIds);
      await this.requireAllItems(id, places);
      if (places.length > 0) {
        const positions = places.map(() => 'WHEN ? THEN ?').join(' ');
        await held.manager.query(
          `UPDATE digest_items SET position = CASE id ${positions} ELSE position END,
             sectionId = CASE id ${positions} ELSE sectionId END WHERE digestId = ?`,
          [
            ...places.flatMap((place) => [place.id, place.position]),
            ...places.flatMap((place) => [place.id, place.sectionId]),
            id,
          ],
        );
      }
      await this.changes.apply(held, { sections });
    });
  }

  /** Submits a digest to the leaders and tells them. */
  async submit(actor: Actor, id: string, { version }: DigestChange): Promise<void> {
    await this.changes.as(actor, id, 'submit', version, async (held) => {
      await this.changes.apply(held, { submittedAt: held.now }, { type: 'digest_submitted' });
      const items = await held.manager.findBy(DigestItem, { digestId: id });
      await this.submissions.report(items.map(refOf), true, { at: held.now, accountId: actor.accountId });
      await this.search.put(held.digest, items);
      await this.notices.submitted(held.digest, held.tally.items, actor.accountId);
    });
  }

  /** Takes a submitted digest back while nothing is decided; items can then be changed and taken off. */
  async recall(actor: Actor, id: string, { version }: DigestChange): Promise<void> {
    await this.changes.as(actor, id, 'recall', version, async (held) => {
      await this.changes.apply(held, { submittedAt: null }, { type: 'digest_recalled' });
      const items = await held.manager.findBy(DigestItem, { digestId: id });
      await this.submissions.report(items.map(refOf), false, { at: held.now, accountId: actor.accountId });
      await this.search.put(held.digest);
      await this.notices.recalled(held.digest, actor.accountId);
    });
  }

  private async requireAllItems(digestId: string, places: readonly { id: string }[]): Promise<void> {
    const items = await this.database.read.find(DigestItem, { select: { id: true }, where: { digestId } });
    const named = new Set(places.map(({ id }) => id));
    if (named.size === places.length && named.size === items.length && items.every(({ id }) => named.has(id))) return;
    throw fieldInvalid('sections', 'items_mismatch', '每条意见建议都要排一次，不多不少。请刷新后重新排列。');
  }
}

/** The title of a digest that was given none. */
function titleFor(meetingName: string): string {
  const title = `提请${meetingName}研究的委员意见建议`;
  return textLength(title) <= LIMITS.digestTitle ? title : '提请会议研究的委员意见建议';
}
