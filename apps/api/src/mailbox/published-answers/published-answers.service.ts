import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type Actor, holds } from '../../platform/abilities/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { asIso } from '../../platform/database/instants.js';
import { decodeCursor, type Page, toPage } from '../../platform/database/keyset.js';
import { escapeLike } from '../../platform/database/like.js';
import { notFound, versionConflict } from '../../platform/problems/problem.js';
import { likeness, pairsOf } from '../letter-texts.js';
import { PublishedAnswer } from './published-answer.entity.js';
import type {
  ChangePublishedAnswer,
  CreatePublishedAnswer,
  PublishedAnswersQuery,
  PublishedAnswerView,
} from './published-answers.dto.js';

/** Published answers looked through for likeness, newest first. */
const LOOKED_THROUGH = 500;
const ALIKE_FROM = 0.25;

function view(answer: PublishedAnswer): PublishedAnswerView {
  return { ...answer, active: Boolean(answer.active), publishedAt: asIso(answer.publishedAt) };
}

/** Questions that many ask, with their answers. */
@Injectable()
export class PublishedAnswersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One page, newest first. Those taken down are given to the office only. */
  async list(actor: Actor | null, query: PublishedAnswersQuery): Promise<Page<PublishedAnswerView>> {
    const select = this.database.read
      .createQueryBuilder(PublishedAnswer, 'answer')
      .orderBy('answer.id', 'DESC')
      .limit(query.limit + 1);
    if (!query.includeInactive || !holds(actor, 'office')) select.andWhere('answer.active = :active', { active: true });
    if (query.query) {
      const words = `%${escapeLike(query.query)}%`;
      select.andWhere("(answer.question LIKE :words ESCAPE '!' OR answer.answer LIKE :words ESCAPE '!')", { words });
    }
    const place = decodeCursor(query.cursor);
    if (place) select.andWhere('answer.id < :id', { id: place.id });
    return toPage(await select.getMany(), query.limit, ({ id }) => ({ sort: id, id }), view);
  }

  /** Answers to questions that are like the words, the likest first. */
  async similar(words: string, limit: number): Promise<PublishedAnswerView[]> {
    const pairs = pairsOf(words);
    const answers = await this.database.read.find(PublishedAnswer, {
      where: { active: true },
      order: { id: 'DESC' },
      take: LOOKED_THROUGH,
    });
    return answers
      .map((answer) => ({ answer, share: likeness(pairs, pairsOf(answer.question)) }))
      .filter(({ share }) => share >= ALIKE_FROM)
      .sort((a, b) => b.share - a.share)
      .slice(0, limit)
      .map(({ answer }) => view(answer));
  }

  /** Publishes an answer. */
  async create(input: CreatePublishedAnswer): Promise<PublishedAnswerView> {
    const answer = { ...input, id: uuidv7(), active: true, publishedAt: this.clock.now(), version: 1 };
    await this.database.write((manager) => manager.insert(PublishedAnswer, { ...answer }));
    return view(answer);
  }

  /** Changes an answer or takes it down. @throws {Problem} 404, 409 for a stale version. */
  async change(id: string, { version, ...change }: ChangePublishedAnswer): Promise<PublishedAnswerView> {
    return this.database.write(async (manager) => {
      const answer = await manager.findOneBy(PublishedAnswer, { id });
      if (!answer) throw notFound('这条公开答复');
      const { affected } = await manager.update(PublishedAnswer, { id, version }, change);
      if (!affected) throw versionConflict({ ...view(answer) });
      return view(await manager.findOneByOrFail(PublishedAnswer, { id }));
    });
  }
}
