import { LETTER_STATE_LABELS } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { MembersService } from '../directory/members.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { asIso } from '../platform/database/instants.js';
import { decodeCursor, type Page, toPage } from '../platform/database/keyset.js';
import { escapeLike } from '../platform/database/like.js';
import { Deadlines } from './deadlines/deadlines.js';
import { deadlineStateOf } from './deadlines/working-days.js';
import { Letter } from './letter.entity.js';
import { likeness, pairsOf } from './letter-texts.js';
import { letterMember } from './letter-views.service.js';
import { nextStepOf } from './letter-wording.js';
import type { LettersQuery, SimilarLettersQuery } from './letters.dto.js';
import type { LetterCounts, LetterSummary, SimilarLetters } from './letters.views.js';
import { PublishedAnswersService } from './published-answers/published-answers.service.js';

/** Own letters looked through for likeness, newest first. */
const LOOKED_THROUGH = 100;
const ALIKE_FROM = 0.3;
const MOST_ALIKE = 3;

/** The writer's letters as lists. */
@Injectable()
export class LetterListsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly deadlines: Deadlines,
    private readonly members: MembersService,
    private readonly publishedAnswers: PublishedAnswersService,
  ) {}

  /** One page of the own letters, those with the latest activity first. */
  async list(actor: Actor, query: LettersQuery): Promise<Page<LetterSummary>> {
    const select = this.database.read
      .createQueryBuilder(Letter, 'letter')
      .where('letter.writerId = :writerId', { writerId: actor.accountId })
      .orderBy('letter.lastActivityAt', 'DESC')
      .addOrderBy('letter.id', 'DESC')
      .limit(query.limit + 1);
    if (query.state) select.andWhere('letter.state = :state', { state: query.state });
    if (query.query) {
      const words = `%${escapeLike(query.query)}%`;
      select.andWhere("(letter.title LIKE :words ESCAPE '!' OR letter.reference LIKE :words ESCAPE '!')", { words });
    }
    const place = decodeCursor(query.cursor);
    if (place) {
      const at = new Date(Number(place.sort));
      select.andWhere('(letter.lastActivityAt < :at OR (letter.lastActivityAt = :at AND letter.id < :id))', {
        at,
        id: place.id,
      });
    }
    const letters = await select.getMany();
    const page = toPage(
      letters,
      query.limit,
      ({ lastActivityAt, id }) => ({ sort: lastActivityAt.getTime(), id }),
      (letter) => letter,
    );
    return { items: await this.summaries(page.items), nextCursor: page.nextCursor };
  }

  /** How many own letters there are, and how many have news. */
  async counts(actor: Actor): Promise<LetterCounts> {
    const of = { writerId: actor.accountId };
    const [all, unread] = await Promise.all([
      this.database.read.countBy(Letter, of),
      this.database.read.countBy(Letter, { ...of, writerUnread: true }),
    ]);
    return { all, unread };
  }

  /** Own letters and published answers that are like the words so far, at most three of each. */
  async similar(actor: Actor, { title, text }: SimilarLettersQuery): Promise<SimilarLetters> {
    const words = `${title} ${text}`;
    const pairs = pairsOf(words);
    const recent = await this.database.read.find(Letter, {
      where: { writerId: actor.accountId },
      order: { lastActivityAt: 'DESC' },
      take: LOOKED_THROUGH,
    });
    const alike = recent
      .map((letter) => ({ letter, share: likeness(pairs, pairsOf(`${letter.title} ${letter.excerpt}`)) }))
      .filter(({ share }) => share >= ALIKE_FROM)
      .sort((a, b) => b.share - a.share)
      .slice(0, MOST_ALIKE);
    return {
      own: await this.summaries(alike.map(({ letter }) => letter)),
      published: await this.publishedAnswers.similar(words, MOST_ALIKE),
    };
  }

  private async summaries(letters: readonly Letter[]): Promise<LetterSummary[]> {
    const entries = await this.members.entriesOf([...new Set(letters.map(({ memberId }) => memberId))]);
    const members = new Map(entries.map((entry) => [entry.id, entry]));
    const now = this.clock.now();
    const soonBound = this.deadlines.soonBound();
    return letters.map((letter) => {
      const member = members.get(letter.memberId);
      return {
        id: letter.id,
        reference: letter.reference,
        title: letter.title,
        category: letter.category,
        state: letter.state,
        stateLabel: LETTER_STATE_LABELS[letter.state],
        member: letterMember(member, letter.memberId),
        sentAt: asIso(letter.sentAt),
        lastActivityAt: asIso(letter.lastActivityAt),
        unread: Boolean(letter.writerUnread),
        nextStep: nextStepOf(letter, member?.name ?? '', 'writer', now),
        firstAnswerDue: asIso(letter.due),
        deadline: deadlineStateOf(letter.due, now, soonBound),
      };
    });
  }
}
