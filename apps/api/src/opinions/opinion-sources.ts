import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type LetterSource, LetterSourcesService, type SourceableLetter } from '../mailbox/letter-sources.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Database } from '../platform/database/database.js';
import { asIso } from '../platform/database/instants.js';
import type { Page } from '../platform/database/keyset.js';
import { Journey } from '../platform/journey/journey.js';
import { fieldInvalid, Problem } from '../platform/problems/problem.js';
import { Opinion } from './opinion.entity.js';
import { OpinionNotices, spokenTitle } from './opinion-notices.js';
import { OpinionSource } from './opinion-source.entity.js';
import type { SourceableLettersQuery, SourceInput } from './opinions.dto.js';
import type { SourceableLetterText, SourceableLetterView } from './sourceable-letters.views.js';

/** What a quote leaves out between two passages. */
const LEFT_OUT = /…+|\.{3,}/;
/** States in which a decision has been made, so that its outcome goes back along every link there was. */
const DECIDED = ['decided', 'fed_back', 'relayed'] as const;

/** True when every passage of a quote stands in the words of the source, in this order. Spaces and line ends do not count. */
export function isFounded(quote: string, words: string): boolean {
  const plain = (text: string) => text.normalize('NFC').replaceAll(/\s/g, '');
  let rest = plain(words);
  const passages = quote.split(LEFT_OUT).map(plain).filter(Boolean);
  for (const passage of passages) {
    const place = rest.indexOf(passage);
    if (place < 0) return false;
    rest = rest.slice(place + passage.length);
  }
  return passages.length > 0;
}

/**
 * What opinions are drawn from. The writer's consent is respected here: without it a letter may be linked, so that the outcome comes back
 * to its writer, but not quoted; the name is kept only where the writer agreed to that too.
 */
@Injectable()
export class OpinionSources implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly journey: Journey,
    private readonly letters: LetterSourcesService,
    private readonly notices: OpinionNotices,
  ) {}

  /** A letter that its writer takes back is no source any more. */
  onModuleInit(): void {
    this.journey.subscribe(['letter_withdrawn'], ({ subjectId, at }) => this.forget(subjectId, at));
  }

  /** One page of the letters of the own mailbox that an opinion may be drawn from. */
  async offer(actor: Actor, query: SourceableLettersQuery): Promise<Page<SourceableLetterView>> {
    const { items, nextCursor } = await this.letters.sourceable(actor, query);
    const counts = await this.opinionCounts(
      actor,
      items.map(({ id }) => id),
    );
    return { items: items.map((letter) => toView(letter, counts.get(letter.id) ?? 0)), nextCursor };
  }

  /** One of them with all that its writer said. @throws {Problem} 404. */
  async offered(actor: Actor, letterId: string): Promise<SourceableLetterText> {
    const letter = await this.letters.sourceOf(actor, letterId);
    const counts = await this.opinionCounts(actor, [letterId]);
    return { ...toView(letter, counts.get(letterId) ?? 0), text: letter.text };
  }

  /**
   * Sets what a held opinion is drawn from. A link that is there already keeps its id, and stays possible when its letter has gone to
   * another mailbox since.
   * @returns the letters that were added or taken off.
   * @throws {Problem} 422 on `sources.<n>` for one given twice, not in the own mailbox, quoted without consent or not truly.
   */
  async set(
    manager: EntityManager,
    actor: Actor,
    opinion: Pick<Opinion, 'id'>,
    given: readonly SourceInput[],
    now: Date,
  ): Promise<LetterChange> {
    const present = await manager.findBy(OpinionSource, { opinionId: opinion.id });
    const keyOf = (source: Pick<SourceInput, 'sourceKind' | 'sourceId'>) => `${source.sourceKind}:${source.sourceId}`;
    const keys = given.map(keyOf);
    const added: OpinionSource[] = [];
    for (const [index, source] of given.entries()) {
      const field = `sources.${index}`;
      if (keys.indexOf(keyOf(source)) !== index) {
        throw fieldInvalid(`${field}.sourceId`, 'source_doubled', '同一封来信选了两次，请去掉重复的。');
      }
      const quote = source.quote || null;
      const link = present.find((known) => keyOf(known) === keyOf(source));
      if (link && link.quote === quote) continue;
      if (link && quote === null) {
        await manager.update(OpinionSource, { id: link.id }, { quote });
        continue;
      }
      const letter = await this.requireLetter(actor, source, field);
      requireQuotable(letter, quote, field);
      if (link) await manager.update(OpinionSource, { id: link.id }, { quote });
      else added.push(newLink(opinion.id, letter, quote, now));
    }
    const removed = present.filter((link) => !keys.includes(keyOf(link)));
    if (removed.length > 0) await manager.delete(OpinionSource, { id: In(removed.map(({ id }) => id)) });
    if (added.length > 0) await manager.insert(OpinionSource, added);
    return { letterIds: [...added, ...removed].map(({ sourceId }) => sourceId) };
  }

  /** Takes off the links of a held opinion to letters that were taken back while they were being linked. */
  async dropWithdrawn(manager: EntityManager, opinionId: string): Promise<void> {
    const links = await manager.findBy(OpinionSource, { opinionId, sourceKind: 'letter' });
    const briefs = await this.letters.briefsOf(links.map(({ sourceId }) => sourceId));
    const gone = links.filter(({ sourceId }) => briefs.get(sourceId)?.state === 'withdrawn');
    if (gone.length > 0) await manager.delete(OpinionSource, { id: In(gone.map(({ id }) => id)) });
  }

  /** Tells figures which letters came to or went from an opinion that had been handed in before. */
  async recordChange(opinion: Opinion, { letterIds }: LetterChange, accountId: string | null, at: Date): Promise<void> {
    if (letterIds.length === 0 || opinion.submittedAt === null) return;
    await this.journey.append({
      subjectKind: 'opinion',
      subjectId: opinion.id,
      type: 'opinion_sources_changed',
      party: accountId ? 'author' : 'system',
      accountId,
      facts: { letterIds },
      at,
    });
  }

  private async forget(letterId: string, at: Date): Promise<void> {
    await this.database.write(async (manager) => {
      const links = await manager.findBy(OpinionSource, { sourceKind: 'letter', sourceId: letterId });
      if (links.length === 0) return;
      const opinions = await manager.findBy(Opinion, { id: In(links.map(({ opinionId }) => opinionId)) });
      const isDecided = ({ state }: Opinion) => (DECIDED as readonly string[]).includes(state);
      const decided = opinions.filter(isDecided).map(({ id }) => id);
      for (const { id, opinionId } of links) {
        if (decided.includes(opinionId)) await manager.update(OpinionSource, { id }, { quote: null, shownName: null });
        else await manager.delete(OpinionSource, { id });
      }
      for (const opinion of opinions) {
        if (isDecided(opinion) || opinion.state === 'withdrawn') continue;
        await this.recordChange(opinion, { letterIds: [letterId] }, null, at);
        await this.notices.author(opinion, {
          kind: 'opinion_source_withdrawn',
          key: letterId.slice(-12),
          title: '一封来信已由写信人撤回',
          text: `${spokenTitle(opinion)}引用的一封来信已撤回，不再作为来源。请看看内容是否需要修改。`,
        });
      }
    });
  }

  private async requireLetter(
    actor: Actor,
    { sourceKind, sourceId }: SourceInput,
    field: string,
  ): Promise<LetterSource> {
    const unknown = () =>
      fieldInvalid(`${field}.sourceId`, 'source_unknown', '没有找到这个来源，只能选自己信箱里已送达的来信。');
    // Points heard in contact records are looked up here once liaison work is built; until then there are none.
    if (sourceKind !== 'letter') throw unknown();
    try {
      return await this.letters.sourceOf(actor, sourceId);
    } catch (error) {
      if (error instanceof Problem && error.status === 404) throw unknown();
      throw error;
    }
  }

  private async opinionCounts(actor: Actor, letterIds: readonly string[]): Promise<Map<string, number>> {
    if (letterIds.length === 0) return new Map();
    const rows = await this.database.read.query<{ sourceId: string; count: number | string }[]>(
      `SELECT s.sourceId AS sourceId, COUNT(*) AS count FROM opinion_sources s JOIN opinions o ON o.id = s.opinionId
       WHERE s.sourceKind = 'letter' AND s.sourceId IN (${letterIds.map(() => '?').join(', ')})
         AND o.authorMemberId = ? AND o.state <> 'withdrawn' GROUP BY s.sourceId`,
      [...letterIds, actor.memberId],
    );
    return new Map(rows.map(({ sourceId, count }) => [sourceId, Number(count)]));
  }
}

/** Letters that were added to or taken off an opinion. */
export interface LetterChange {
  readonly letterIds: readonly string[];
}

function requireQuotable(letter: LetterSource, quote: string | null, field: string): void {
  if (quote === null) return;
  if (!letter.consentOpinion) {
    const message = '写信人没有同意在意见建议中使用这封信的原话。可以关联这封信，但不能引用。';
    throw fieldInvalid(`${field}.quote`, 'quote_without_consent', message);
  }
  if (!isFounded(quote, letter.text)) {
    const message = '引用的话与来信原文不一致，请从来信中选取原话；中间省略的地方用“……”表示。';
    throw fieldInvalid(`${field}.quote`, 'quote_unfounded', message);
  }
}

function newLink(opinionId: string, letter: LetterSource, quote: string | null, at: Date): OpinionSource {
  return {
    id: uuidv7(),
    opinionId,
    sourceKind: 'letter',
    sourceId: letter.id,
    quote,
    memberId: letter.memberId,
    writerAccountId: letter.writerId,
    shownName: letter.nameToGive,
    sourceReference: letter.reference,
    quotable: letter.consentOpinion,
    at,
  };
}

function toView(letter: SourceableLetter, opinionCount: number): SourceableLetterView {
  return {
    id: letter.id,
    reference: letter.reference,
    title: letter.title,
    excerpt: letter.excerpt,
    category: letter.category,
    sentAt: asIso(letter.sentAt),
    quotable: letter.consentOpinion,
    shownName: letter.nameToGive,
    opinionCount,
  };
}
