import { OPINION_SECTIONS } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { diffArrays } from 'diff';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../platform/abilities/actor.js';
import { Database } from '../platform/database/database.js';
import { asIso } from '../platform/database/instants.js';
import { notFound } from '../platform/problems/problem.js';
import type { Opinion } from './opinion.entity.js';
import { OpinionAccess } from './opinion-access.js';
import { OpinionRevision } from './opinion-revision.entity.js';
import type {
  ComparedPart,
  OpinionRevisionView,
  RevisionComparison,
  TextDifference,
} from './opinion-revisions.views.js';
import { partsOf } from './opinion-texts.js';
import type { CompareRevisionsQuery } from './opinions.dto.js';

/** What is written within this time after a revision was begun belongs to it. */
const ONE_REVISION_MINUTES = 10;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The differences of two texts by words, so that a changed word is shown whole. */
export function differencesOf(earlier: string, later: string): TextDifference[] {
  const words = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);
  return diffArrays(words(earlier), words(later)).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/** The texts of an opinion as they stood, and how they differ. */
@Injectable()
export class OpinionRevisionsService {
  constructor(
    private readonly database: Database,
    private readonly access: OpinionAccess,
  ) {}

  /** Keeps the text as it is now, over the last revision when that was begun only some minutes ago. The opinion is held. */
  async keep(manager: EntityManager, opinion: Opinion, accountId: string, now: Date): Promise<void> {
    const last = await this.last(manager, opinion.id);
    const { title, sections } = opinion;
    const goesOn = last && !last.submitted && now.getTime() - last.begunAt.getTime() < ONE_REVISION_MINUTES * 60_000;
    if (goesOn) {
      await manager.save(OpinionRevision, { id: last.id, title, sections, accountId, at: now });
      return;
    }
    await manager.insert(OpinionRevision, {
      id: uuidv7(),
      opinionId: opinion.id,
      number: (last?.number ?? 0) + 1,
      title,
      sections: sections as OpinionRevision['sections'] & { toString?: never },
      accountId,
      begunAt: now,
      at: now,
      submitted: false,
    });
  }

  /** Marks the text as handed in; it stays as it is from then on. The opinion is held. */
  async seal(manager: EntityManager, opinion: Opinion): Promise<void> {
    const last = await this.last(manager, opinion.id);
    if (last) await manager.update(OpinionRevision, { id: last.id }, { submitted: true });
  }

  /** The revisions that an actor may see, latest first: author and co-signers all, desks those handed in. */
  async list(actor: Actor, opinionId: string): Promise<OpinionRevisionView[]> {
    const { opinion, revisions } = await this.visible(actor, opinionId);
    return revisions.reverse().map(({ number, title, sections, at, submitted }) => ({
      number,
      title,
      sections: partsOf(opinion.kind, sections),
      at: asIso(at),
      submitted: Boolean(submitted),
    }));
  }

  /** Two of them compared, part by part. @throws {Problem} 404 for a revision that is not there or not for this actor. */
  async compare(actor: Actor, opinionId: string, { from, to }: CompareRevisionsQuery): Promise<RevisionComparison> {
    const { opinion, revisions } = await this.visible(actor, opinionId);
    const earlier = revisions.find(({ number }) => number === from);
    const later = revisions.find(({ number }) => number === to);
    if (!earlier || !later) throw notFound('要对比的版本');
    const part = (key: string, label: string, before: string, after: string): ComparedPart => ({
      key,
      label,
      changed: before !== after,
      differences: differencesOf(before, after),
    });
    return {
      from,
      fromAt: asIso(earlier.at),
      to,
      toAt: asIso(later.at),
      parts: [
        part('title', '标题', earlier.title, later.title),
        ...OPINION_SECTIONS[opinion.kind].map(({ key, label }) =>
          part(key, label, earlier.sections[key] ?? '', later.sections[key] ?? ''),
        ),
      ],
    };
  }

  private async visible(actor: Actor, opinionId: string) {
    const { opinion, viewers } = await this.access.require(actor, opinionId);
    const own = viewers.includes('author') || viewers.includes('cosigner');
    const revisions = await this.database.read.find(OpinionRevision, {
      where: { opinionId, ...(!own && { submitted: true }) },
      order: { number: 'ASC' },
    });
    return { opinion, revisions };
  }

  private last(manager: EntityManager, opinionId: string): Promise<OpinionRevision | null> {
    return manager.findOne(OpinionRevision, { where: { opinionId }, order: { number: 'DESC' } });
  }
}
