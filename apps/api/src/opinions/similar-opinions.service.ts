import type { SubmissionRef } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import { TextIndex } from '../platform/text-index/text-index.js';
import { desksOf } from './intake/intake.policy.js';
import { deskScope, HAND_SCOPE } from './opinion-index.js';
import type { SimilarOpinionsQuery } from './opinions.dto.js';
import { mayReceiveOpinions, sitsAt } from './opinions.policy.js';
import type { SimilarSubmission } from './similar-opinions.views.js';
import { SubmissionAccess } from './submission-access.js';
import { SubmissionSummaries } from './submission-summaries.js';

/** Below this share of common words two texts are not about one matter. */
const ALIKE_FROM = 0.2;
const MOST_ALIKE = 10;

/** Finds what is in hand already and is like a text, so that voices add up instead of scattering. */
@Injectable()
export class SimilarOpinionsService {
  constructor(
    private readonly texts: TextIndex,
    private readonly summaries: SubmissionSummaries,
    private readonly access: SubmissionAccess,
  ) {}

  /**
   * What has been accepted and not decided and, for a desk, also what waits there; most alike first. A member learns that something is in
   * hand, under which number and title; its text stays with those who may open it.
   */
  async similar(actor: Actor, { text, exceptId }: SimilarOpinionsQuery): Promise<SimilarSubmission[]> {
    const found = await this.texts.similar({
      text,
      scopes: [HAND_SCOPE, ...desksOf(actor).map(deskScope)],
      kinds: ['opinion', 'sector_voice'],
      exceptId,
      limit: MOST_ALIKE,
    });
    const alike = found
      .filter(({ likeness }) => likeness >= ALIKE_FROM)
      .map(({ kind, id, likeness }) => ({ ref: { kind: kind as SubmissionRef['kind'], id }, likeness }));
    const summaries = await this.summaries.of(alike.map(({ ref }) => ref));
    const items: SimilarSubmission[] = [];
    for (const { ref, likeness } of alike) {
      const summary = summaries.get(ref.id);
      if (!summary) continue;
      const openable = (await this.access.viewersOf(actor, ref)).length > 0;
      items.push({
        kind: ref.kind,
        id: ref.id,
        reference: summary.reference,
        title: summary.title,
        theme: summary.theme,
        stateLabel: summary.stateLabel,
        sectorName: summary.sectorName,
        likeness: Math.round(likeness * 100) / 100,
        openable,
        mergeable:
          ref.kind === 'opinion' && summary.state === 'accepted' && mayReceiveOpinions(actor) && sitsAt(actor, summary),
      });
    }
    return items;
  }
}
