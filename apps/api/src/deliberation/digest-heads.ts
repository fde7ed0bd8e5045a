import { DIGEST_STATE_LABELS } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Deadlines } from '../mailbox/deadlines/deadlines.js';
import { deadlineStateOf } from '../mailbox/deadlines/working-days.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { asIso } from '../platform/database/instants.js';
import type { Digest } from './digest.entity.js';
import { DigestRemark } from './digest-remark.entity.js';
import { circumstancesOf, DigestTallies, type DigestTally } from './digest-tallies.js';
import { actionsOf, type DigestViewer, desksOf, partiesOf } from './digests.policy.js';
import type { DigestSummary } from './digests.views.js';

/** A digest and as what the actor looks at it. */
export interface SeenDigest {
  readonly digest: Digest;
  readonly viewer: DigestViewer;
}

/** What lists and views say of a digest as a whole. */
@Injectable()
export class DigestHeads {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tallies: DigestTallies,
    private readonly deadlines: Deadlines,
  ) {}

  /** The summaries of digests that an actor sees, by two statements whatever their number. */
  async of(actor: Actor, seen: readonly SeenDigest[]): Promise<DigestSummary[]> {
    const ids = seen.map(({ digest }) => digest.id);
    const desks = seen.some(({ viewer }) => viewer === 'desk') ? desksOf(actor) : undefined;
    const tallies = await this.tallies.of(ids, actor.accountId, desks);
    const remarks = desks ? new Map<string, number>() : await this.remarkCounts(ids);
    const now = this.clock.now();
    const soonBound = this.deadlines.soonBound();
    return seen.map(({ digest, viewer }) => {
      const tally = tallies.get(digest.id) as DigestTally;
      const toldOnly = viewer === 'desk' && digest.state === 'submitted';
      const waiting = digest.state === 'decided' || (digest.state === 'fed_back' && tally.feedbackWaiting > 0);
      return {
        id: digest.id,
        reference: digest.reference,
        title: digest.title,
        meetingName: digest.meetingName,
        meetingDate: digest.meetingDate,
        state: digest.state,
        stateLabel: DIGEST_STATE_LABELS[digest.state],
        itemCount: tally.items,
        decidedCount: toldOnly ? 0 : tally.decided,
        unsignedCount: viewer === 'desk' ? 0 : tally.pending,
        remarkCount: remarks.get(digest.id) ?? 0,
        submittedAt: asIso(digest.submittedAt),
        decidedAt: asIso(digest.decidedAt),
        fedBackAt: asIso(digest.fedBackAt),
        feedbackDue: asIso(digest.feedbackDue),
        deadline: deadlineStateOf(waiting ? digest.feedbackDue : null, now, soonBound),
        updatedAt: asIso(digest.updatedAt),
        viewer,
        allowedActions: actionsOf(partiesOf(actor, digest), circumstancesOf(digest, tally)),
        version: digest.version,
      };
    });
  }

  private async remarkCounts(digestIds: readonly string[]): Promise<Map<string, number>> {
    if (digestIds.length === 0) return new Map();
    const rows = await this.database.read
      .createQueryBuilder(DigestRemark, 'remark')
      .select('remark.digestId', 'digestId')
      .addSelect('COUNT(*)', 'count')
      .where({ digestId: In([...digestIds]) })
      .groupBy('remark.digestId')
      .getRawMany<{ digestId: string; count: number | string }>();
    return new Map(rows.map(({ digestId, count }) => [digestId, Number(count)]));
  }
}
