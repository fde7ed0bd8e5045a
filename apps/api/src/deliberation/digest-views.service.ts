import type { DigestAction } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AccountsService } from '../identity/accounts.service.js';
import { Submissions } from '../opinions/submissions.service.js';
import type { SubmissionSummary, SubmissionText } from '../opinions/submissions.types.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Database } from '../platform/database/database.js';
import { asIso } from '../platform/database/instants.js';
import { notFound } from '../platform/problems/problem.js';
import type { Decision } from './decision.entity.js';
import { standingOf } from './decision-standing.js';
import { termsOf } from './decision-terms.js';
import { DigestHeads } from './digest-heads.js';
import type { DigestItem } from './digest-item.entity.js';
import type { DecisionView, DigestItemView } from './digest-items.views.js';
import { DigestReading, type ReadDigest } from './digest-reading.js';
import { DigestRemark } from './digest-remark.entity.js';
import { digestSubmission, refOf } from './digest-submissions.js';
import { itemActionsOf } from './digests.policy.js';
import type { ChangedDigestItem, DigestSummary, DigestView } from './digests.views.js';

/** What the views of items are put together from. */
interface ItemParts {
  readonly summaries: ReadonlyMap<string, SubmissionSummary>;
  readonly texts: ReadonlyMap<string, SubmissionText>;
  readonly decisions: ReadonlyMap<string, Decision[]>;
  readonly remarkCounts: ReadonlyMap<string, number>;
  /** Of those who recorded and signed, by account. */
  readonly names: ReadonlyMap<string, string>;
}

/** A digest as somebody may see it. The number of statements does not grow with its items. */
@Injectable()
export class DigestViewsService {
  constructor(
    private readonly database: Database,
    private readonly reading: DigestReading,
    private readonly heads: DigestHeads,
    private readonly submissions: Submissions,
    private readonly accounts: AccountsService,
  ) {}

  /** @throws {Problem} 404 when the digest is not for this actor. */
  async show(actor: Actor, id: string): Promise<DigestView> {
    const read = await this.reading.read(actor, id);
    const head = await this.headOf(actor, read);
    const { digest } = read;
    const parts = await this.partsOf(read.items, [digest.createdBy]);
    return {
      ...head,
      redHeading: Boolean(digest.redHeading),
      issuer: digest.issuer,
      preface: digest.preface,
      createdByName: parts.names.get(digest.createdBy) ?? '',
      sections: digest.sections.map((section) => ({ id: section.id, title: section.title })),
      items: read.items.map((item) => itemView(actor, read, head.allowedActions, item, parts)),
    };
  }

  /** One item, and where its digest stands. @throws {Problem} 404 when it is not for this actor. */
  async item(actor: Actor, id: string, itemId: string): Promise<ChangedDigestItem> {
    const read = await this.reading.read(actor, id);
    const item = read.items.find((candidate) => candidate.id === itemId);
    if (!item) throw notFound('这一项');
    const digest = await this.headOf(actor, read);
    const parts = await this.partsOf([item], []);
    return { item: itemView(actor, read, digest.allowedActions, item, parts), digest };
  }

  private async headOf(actor: Actor, read: ReadDigest): Promise<DigestSummary> {
    const [head] = await this.heads.of(actor, [read]);
    return head as DigestSummary;
  }

  private async partsOf(items: readonly DigestItem[], accountIds: readonly string[]): Promise<ItemParts> {
    const refs = items.map(refOf);
    const decisions = await this.reading.decisionsOf(items);
    const people = [...decisions.values()].flat().flatMap(({ recordedBy, signedBy }) => [recordedBy, signedBy ?? '']);
    const named = [...new Set([...accountIds, ...people])].filter(Boolean);
    return {
      summaries: await this.submissions.summaries(refs),
      texts: await this.submissions.texts(refs),
      decisions,
      remarkCounts: await this.remarkCounts(items),
      names: await this.accounts.namesOf(named),
    };
  }

  private async remarkCounts(items: readonly DigestItem[]): Promise<Map<string, number>> {
    if (items.length === 0) return new Map();
    const rows = await this.database.read
      .createQueryBuilder(DigestRemark, 'remark')
      .select('remark.itemId', 'itemId')
      .addSelect('COUNT(*)', 'count')
      .where({ digestId: items[0]?.digestId, itemId: In(items.map(({ id }) => id)) })
      .groupBy('remark.itemId')
      .getRawMany<{ itemId: string; count: number | string }>();
    return new Map(rows.map(({ itemId, count }) => [itemId, Number(count)]));
  }
}

function itemView(
  actor: Actor,
  { digest, viewer }: ReadDigest,
  allowed: readonly DigestAction[],
  item: DigestItem,
  { summaries, texts, decisions, remarkCounts, names }: ItemParts,
): DigestItemView {
  const summary = summaries.get(item.submissionId);
  const text = texts.get(item.submissionId);
  if (!summary || !text) throw new Error(`the submission of digest item ${item.id} is gone`);
  const standing = standingOf(decisions.get(item.id) ?? []);
  const { current, pending } = standing;
  const decides = viewer !== 'desk';
  const open = decides || digest.state !== 'submitted';
  const view = (decision: Decision) => decisionView(actor, decision, names);
  return {
    id: item.id,
    position: item.position,
    sectionId: item.sectionId,
    summary: item.summary,
    submission: digestSubmission(summary),
    text: text.sections.map(({ key, label, text: words }) => ({ key, label, text: words })),
    credits: text.credits.map(({ memberId, name, sectorName, role }) => ({ memberId, name, sectorName, role })),
    decision: current && open ? view(current) : null,
    pending: pending && decides ? view(pending) : null,
    history: open ? standing.history.map(view) : [],
    remarkCount: decides ? (remarkCounts.get(item.id) ?? 0) : 0,
    fedBack: current !== null && current.fedBackAt !== null,
    allowedActions: itemActionsOf(actor, allowed, standing),
    version: item.version,
  };
}

function decisionView(actor: Actor, decision: Decision, names: ReadonlyMap<string, string>): DecisionView {
  return {
    ...termsOf(decision),
    recordedByName: names.get(decision.recordedBy) ?? '',
    recordedAt: asIso(decision.recordedAt),
    recordedByViewer: decision.recordedBy === actor.accountId,
    signedByName: decision.signedBy && (names.get(decision.signedBy) ?? ''),
    signedAt: asIso(decision.signedAt),
  };
}
