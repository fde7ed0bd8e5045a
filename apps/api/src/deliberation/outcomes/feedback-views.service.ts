import { allowedDigestActions, type DigestAction } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { MembersService } from '../../directory/members.service.js';
import { Deadlines } from '../../mailbox/deadlines/deadlines.js';
import { Submissions } from '../../opinions/submissions.service.js';
import { Database } from '../../platform/database/database.js';
import { asIso } from '../../platform/database/instants.js';
import { notFound } from '../../platform/problems/problem.js';
import type { Decision } from '../decision.entity.js';
import { Decisions } from '../decisions.service.js';
import { Digest } from '../digest.entity.js';
import { circumstancesOf, DigestTallies } from '../digest-tallies.js';
import { AdoptionFeedback } from './adoption-feedback.entity.js';
import { linkOf, viewOfDecision } from './decision-words.js';
import type { DigestFeedback, FeedbackRecipient, ItemFeedback } from './feedback.dto.js';
import { addressesOf, type FeedbackAddress } from './feedback-addresses.js';
import { type OutcomeItem, OutcomeItems } from './outcome-items.js';
import { wordFeedback } from './outcome-wording.js';
import { letterIdsOf } from './told-opinions.js';

/** The actions of a digest that feedback is about. */
const OWN_ACTIONS: readonly DigestAction[] = ['word_feedback', 'send_feedback'];

/** The feedback of a digest, before and after it was sent. */
@Injectable()
export class FeedbackViewsService {
  constructor(
    private readonly database: Database,
    private readonly deadlines: Deadlines,
    private readonly tallies: DigestTallies,
    private readonly items: OutcomeItems,
    private readonly decisions: Decisions,
    private readonly submissions: Submissions,
    private readonly members: MembersService,
  ) {}

  /** All items with what is or was sent, and to whom. @throws {Problem} 404. */
  async ofDigest(digestId: string): Promise<DigestFeedback> {
    const digest = await this.database.read.findOneBy(Digest, { id: digestId });
    if (!digest) throw notFound('这份汇总');
    const items = await this.items.ofDigest(digestId);
    const tally = await this.tallies.ofOne(digestId, null);
    const open = allowedDigestActions('office', circumstancesOf(digest, tally));
    return {
      digestId,
      state: digest.state,
      due: asIso(digest.feedbackDue),
      deadline: tally.feedbackWaiting > 0 ? this.deadlines.stateOf(digest.feedbackDue) : 'none',
      items: await this.itemViews(items),
      allowedActions: open.filter((action) => OWN_ACTIONS.includes(action)),
      version: digest.version,
    };
  }

  private async itemViews(items: readonly OutcomeItem[]): Promise<ItemFeedback[]> {
    const refs = items.map(({ submission }) => submission);
    const [signed, behind, summaries] = await Promise.all([
      this.decisions.signedOf(items.map(({ id }) => id)),
      this.submissions.behindAll(refs),
      this.submissions.summaries(refs),
    ]);
    const current = new Map([...signed].flatMap(([id, all]) => all.slice(-1).map((last) => [id, last] as const)));
    const sent = await this.sentByDecision([...current.values()].filter(({ fedBackAt }) => fedBackAt));
    const addresses = new Map(
      items.map((item): [string, readonly FeedbackAddress[]] => {
        const decision = current.get(item.id);
        const whole = behind.get(item.submission.id);
        return [item.id, (decision && sent.get(decision.id)) ?? (whole ? addressesOf(item.submission, whole) : [])];
      }),
    );
    const names = await this.namesOf([...addresses.values()].flat().map(({ memberId }) => memberId));
    return items.map((item) => {
      const decision = current.get(item.id);
      const told = decision ? (sent.get(decision.id) ?? []) : [];
      const letters = new Set((behind.get(item.submission.id)?.opinions ?? []).flatMap(letterIdsOf));
      return {
        itemId: item.id,
        position: item.position,
        submission: linkOf(item.submission, summaries.get(item.submission.id)),
        decision: decision ? viewOfDecision(decision) : null,
        text: textOf(item, decision, told, {
          hasSources: letters.size > 0,
          corrects: (signed.get(item.id) ?? []).some(({ id, fedBackAt }) => fedBackAt && id !== decision?.id),
        }),
        edited: item.feedbackText !== null,
        recipients: recipientsOf(addresses.get(item.id) ?? [], names),
        sourceCount: letters.size,
        sentAt: asIso(decision?.fedBackAt ?? null),
        readCount: new Set(told.filter(({ readAt }) => readAt).map(({ memberId }) => memberId)).size,
        version: item.version,
      };
    });
  }

  private async sentByDecision(decisions: readonly Decision[]): Promise<Map<string, AdoptionFeedback[]>> {
    const byDecision = new Map<string, AdoptionFeedback[]>(decisions.map(({ id }) => [id, []]));
    if (decisions.length === 0) return byDecision;
    const rows = await this.database.read.find(AdoptionFeedback, {
      where: { decisionId: In([...byDecision.keys()]) },
      order: { id: 'ASC' },
    });
    for (const row of rows) byDecision.get(row.decisionId)?.push(row);
    return byDecision;
  }

  private async namesOf(memberIds: readonly string[]): Promise<Map<string, string>> {
    const members = await this.members.entriesOf([...new Set(memberIds)]);
    return new Map(members.map(({ id, name }) => [id, name]));
  }
}

/** What was sent, or what would be sent now. */
function textOf(
  item: OutcomeItem,
  decision: Decision | undefined,
  told: readonly AdoptionFeedback[],
  standing: { hasSources: boolean; corrects: boolean },
): string {
  return told[0]?.text ?? item.feedbackText ?? (decision ? wordFeedback(decision, item, standing) : '');
}

/** Each member once, with everything he or she is in it. */
function recipientsOf(addresses: readonly FeedbackAddress[], names: ReadonlyMap<string, string>): FeedbackRecipient[] {
  const byMember = new Map<string, FeedbackRecipient>();
  for (const { memberId, role } of addresses) {
    const known = byMember.get(memberId) ?? { memberId, name: names.get(memberId) ?? '', roles: [] };
    if (!known.roles.includes(role)) known.roles.push(role);
    byMember.set(memberId, known);
  }
  return [...byMember.values()];
}
