import { existsSync } from 'node:fs';
import type { OpinionDesk, OpinionState } from '@lianxin/shared';
import { In } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Decision } from '../../src/deliberation/decision.entity.js';
import { DECISION_CORRECTED } from '../../src/deliberation/decisions.service.js';
import { Digest } from '../../src/deliberation/digest.entity.js';
import { DigestItem } from '../../src/deliberation/digest-item.entity.js';
import { Relay } from '../../src/deliberation/outcomes/relay.entity.js';
import { Letter } from '../../src/mailbox/letter.entity.js';
import { LetterMessage } from '../../src/mailbox/letter-message.entity.js';
import { LETTER_RELAYED } from '../../src/mailbox/letter-relays.service.js';
import { CONTENT_CHECKED, type ContentChecked } from '../../src/moderation/content-checked.js';
import { Opinion } from '../../src/opinions/opinion.entity.js';
import { OpinionSource } from '../../src/opinions/opinion-source.entity.js';
import { SectorVoice } from '../../src/opinions/voices/sector-voice.entity.js';
import { Database } from '../../src/platform/database/database.js';
import { insertRows } from '../../src/platform/database/insert-row.js';
import { JourneyEvent } from '../../src/platform/journey/journey-event.entity.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import type { Reply } from '../harness.js';
import { OutcomeWorld } from '../outcomes.js';
import { createPerson, type Person } from '../people.js';

/** Everybody who may try something. */
export const EVERYBODY = [
  'author',
  'second',
  'convener',
  'stranger',
  'office',
  'signer',
  'leader',
  'affairs',
  'staff',
  'writer',
  'neighbour',
  'third',
  'outsider',
] as const;
export type Who = (typeof EVERYBODY)[number];
export type AuthorName = 'author' | 'second';
export type WriterName = 'writer' | 'neighbour' | 'third';

/** A letter of a case; its title and no other text holds its mark. */
export interface CaseLetter {
  readonly id: string;
  readonly writer: WriterName;
  readonly member: AuthorName;
  readonly mark: string;
}

/** A few letters and what is drawn from them, on a database that holds nothing else. */
export interface Case {
  readonly letters: readonly CaseLetter[];
  readonly opinions: readonly { readonly id: string; readonly author: AuthorName; readonly mark: string }[];
  /** The letters that each opinion is drawn from, as the product must keep them. */
  readonly sources: Map<string, Set<string>>;
}

/** What is looked at of each row of a case at one moment. Instants are only asked whether they are there. */
export interface Snapshot {
  readonly opinions: Pick<Opinion, 'id' | 'state' | 'version' | 'desk' | 'authorMemberId' | 'mergedIntoId'>[];
  readonly voices: Pick<SectorVoice, 'id' | 'state' | 'version'>[];
  readonly digests: Pick<Digest, 'id' | 'state' | 'version'>[];
  readonly items: Pick<DigestItem, 'id' | 'digestId' | 'submissionId' | 'desk' | 'version'>[];
  /** Each item's in the order of their revisions. */
  readonly decisions: Pick<
    Decision,
    'id' | 'itemId' | 'reason' | 'recordedBy' | 'signedBy' | 'signedAt' | 'fedBackAt'
  >[];
  readonly relays: Pick<
    Relay,
    | 'id'
    | 'state'
    | 'version'
    | 'purpose'
    | 'decisionId'
    | 'followUpId'
    | 'letterId'
    | 'memberId'
    | 'messageId'
    | 'text'
  >[];
  readonly letters: Pick<Letter, 'id' | 'state' | 'version'>[];
  readonly links: Pick<OpinionSource, 'opinionId' | 'sourceId'>[];
}

/** Tables that cases write to, emptied between them. */
const TABLES =
  'heard_answers responsible_items follow_ups relays adoption_feedbacks decisions digest_items digest_remarks digests ' +
  'voice_contributions sector_voices opinion_recognitions opinion_revisions opinion_cosigners opinion_sources opinions ' +
  'letter_messages letters journey_events outbox_messages idempotency_records content_checks checked_contents ' +
  'moderation_items notices text_documents text_grams text_scopes loop_changes letter_progress loop_figures';

/** Topics whose messages what is tested depends on; the rest tells people and is left lying. */
const TOPICS = [LETTER_RELAYED, DECISION_CORRECTED];

const PARTS = { situation: '情况。', analysis: '分析。', suggestion: '建议。' };

/** The world of outcomes with all its people by name, for random sequences of what they do. */
export class LoopWorld {
  people: Record<Who, Person & { readonly memberId?: string }>;
  private marks = 0;

  private constructor(readonly world: OutcomeWorld) {}

  static async start(): Promise<LoopWorld> {
    // A file in memory: there are thousands of small transactions.
    if (existsSync('/dev/shm')) process.env.TMPDIR = '/dev/shm';
    const world = await OutcomeWorld.start();
    const { voices, signer } = world.digests;
    const loop = new LoopWorld(world);
    loop.people = {
      author: world.author,
      second: world.second,
      convener: voices.convener,
      stranger: voices.stranger,
      office: world.office,
      signer,
      leader: world.leader,
      affairs: world.letters.memberAffairs,
      staff: voices.committeeStaff,
      writer: world.writer,
      neighbour: world.neighbour,
      third: await createPerson(world.test, { name: '周阿姨' }),
      outsider: await createPerson(world.test, { name: '吴外人' }),
    };
    return loop;
  }

  get database(): Database {
    return this.world.test.app.get(Database);
  }

  // biome-ignore lint/suspicious/noExplicitAny: a test states what it expects of a body by asserting it
  ask<Body = any>(who: Who, method: string, path: string, body?: unknown): Promise<Reply<Body>> {
    return this.world.ask<Body>(this.people[who], method, path, body);
  }

  /** A word that stands in no other text. */
  mark(): string {
    this.marks += 1;
    return `记号${this.marks}完`;
  }

  /** Begins a case: four letters of three people to two members, and three opinions drawn from them that have come to a state. */
  async begin(state: Extract<OpinionState, 'draft' | 'submitted' | 'accepted'>, desk: OpinionDesk): Promise<Case> {
    const now = this.world.test.clock.now();
    const letters = (
      [
        ['writer', 'author'],
        ['neighbour', 'author'],
        ['third', 'second'],
        ['writer', 'second'],
      ] as const
    ).map(([writer, member]) => ({ id: uuidv7(), writer, member, mark: this.mark() }));
    const drawn = [
      ['author', [0, 1]],
      ['second', [2]],
      ['author', [1]],
    ] as const;
    const opinions = drawn.map(([author]) => ({ id: uuidv7(), author, mark: this.mark() }));
    const sources = new Map(
      opinions.map(({ id }, index) => [id, new Set((drawn[index]?.[1] ?? []).map((at) => letters[at]?.id ?? ''))]),
    );
    await this.database.write(async (manager) => {
      for (const table of TABLES.split(' ')) await manager.query(`DELETE FROM ${table}`);
      await insertRows(
        manager,
        Letter,
        letters.map((letter) => this.letterRow(letter, now)),
      );
      await insertRows(
        manager,
        LetterMessage,
        letters.map((letter) => this.messageRow(letter, now)),
      );
      await insertRows(
        manager,
        Opinion,
        opinions.map((opinion) => this.opinionRow(opinion, state, desk, now)),
      );
      const links = opinions.flatMap(({ id, author }) =>
        letters
          .filter((letter) => sources.get(id)?.has(letter.id))
          .map((letter) => this.linkRow(id, author, letter, now)),
      );
      await insertRows(manager, OpinionSource, links);
      if (state !== 'draft')
        await insertRows(
          manager,
          JourneyEvent,
          opinions.map(({ id }) => submittedStep(id, now)),
        );
    });
    return { letters, opinions, sources };
  }

  /** Puts the opinions of a case on a digest that is reported or decided: one declined, one noted, one adopted with a body to act. */
  async report({ opinions }: Case, state: 'submitted' | 'decided'): Promise<void> {
    const now = this.world.test.clock.now();
    const digestId = uuidv7();
    const isDecided = state === 'decided';
    const items = opinions.map(({ id }, index) => this.itemRow(digestId, id, index));
    const outcomes = ['declined', 'noted', 'adopted'] as const;
    await this.database.write(async (manager) => {
      await insertRows(manager, Digest, [this.digestRow(digestId, state, now)]);
      await insertRows(manager, DigestItem, items);
      await manager.update(
        Opinion,
        { id: In(opinions.map(({ id }) => id)) },
        { state: isDecided ? 'decided' : 'listed', listedAt: now, ...(isDecided && { decidedAt: now }) },
      );
      if (!isDecided) return;
      const decisions = items.map(({ id: itemId }, index) => this.decisionRow(itemId, outcomes[index] ?? 'noted', now));
      await insertRows(manager, Decision, decisions);
    });
  }

  /** All rows there are, in the order of their making; plain ones, because this is asked before every step. */
  async snapshot(): Promise<Snapshot> {
    const rows = <Row>(columns: string, table: string, order = 'id'): Promise<Row[]> =>
      this.database.read.query<Row[]>(`SELECT ${columns} FROM ${table} ORDER BY ${order}`);
    return {
      opinions: await rows('id, state, version, desk, authorMemberId, mergedIntoId', 'opinions'),
      voices: await rows('id, state, version', 'sector_voices'),
      digests: await rows('id, state, version', 'digests'),
      items: await rows('id, digestId, submissionId, desk, version', 'digest_items'),
      decisions: await rows(
        'id, itemId, reason, recordedBy, signedBy, signedAt, fedBackAt',
        'decisions',
        'revision, id',
      ),
      relays: await rows(
        'id, state, version, purpose, decisionId, followUpId, letterId, memberId, messageId, text',
        'relays',
      ),
      letters: await rows('id, state, version', 'letters'),
      links: await rows('opinionId, sourceId', 'opinion_sources'),
    };
  }

  /** Lets the check of all words that wait for it end so. */
  async settleWords(verdict: 'pass' | 'withhold'): Promise<void> {
    const waiting = await this.database.read.findBy(LetterMessage, { checkState: 'checking' });
    const handler = this.world.test.app.get(Outbox).handlerOf(CONTENT_CHECKED);
    for (const { id, letterId } of waiting) {
      const ruleCode = verdict === 'pass' ? null : 'abuse';
      const checked = { letterId, messageId: id, verdict, ruleCode, by: 'office', kind: null, reason: null };
      await handler(checked as ContentChecked as never, new OutboxMessage());
    }
  }

  /** Delivers what waits on the outbox, each message as often as asked: it may come twice. */
  async deliver(times: 1 | 2): Promise<void> {
    const waiting = await this.database.read.find(OutboxMessage, {
      where: { status: 'waiting' },
      order: { id: 'ASC' },
    });
    const outbox = this.world.test.app.get(Outbox);
    for (const message of waiting.filter(({ topic }) => TOPICS.includes(topic))) {
      for (let time = 0; time < times; time++) await outbox.handlerOf(message.topic)(message.payload as never, message);
      await this.database.write((manager) => manager.delete(OutboxMessage, { id: message.id }));
    }
  }

  private digestRow(id: string, state: Digest['state'], now: Date): Digest {
    return {
      id,
      reference: `汇总 ${this.mark()}`,
      title: '汇总',
      meetingName: '第一次主席会议',
      meetingDate: '2026-03-05',
      state,
      redHeading: false,
      issuer: null,
      preface: null,
      sections: [],
      submittedAt: now,
      decidedAt: state === 'decided' ? now : null,
      fedBackAt: null,
      feedbackDue: state === 'decided' ? now : null,
      createdBy: this.people.office.accountId,
      createdAt: now,
      updatedAt: now,
      version: 1,
    };
  }

  private itemRow(digestId: string, submissionId: string, index: number): DigestItem {
    return {
      id: uuidv7(),
      digestId,
      submissionKind: 'opinion',
      submissionId,
      desk: 'office',
      deskUnitId: null,
      sectionId: null,
      position: index + 1,
      summary: null,
      feedbackText: null,
      version: 1,
    };
  }

  private decisionRow(itemId: string, outcome: Decision['outcome'], now: Date): Decision {
    const adopted = outcome === 'adopted';
    return {
      id: uuidv7(),
      itemId,
      revision: 1,
      outcome,
      reason: this.mark(),
      use: adopted ? 'referral' : null,
      responsibleBody: adopted ? '县住建局' : null,
      dueDate: adopted ? '2026-06-30' : null,
      correctionReason: null,
      recordedBy: this.people.office.accountId,
      recordedAt: now,
      signedBy: this.people.signer.accountId,
      signedAt: now,
      fedBackAt: null,
    };
  }

  private letterRow({ id, writer, member, mark }: CaseLetter, now: Date): Partial<Letter> {
    return {
      id,
      reference: `来信 ${mark}`,
      writerId: this.people[writer].accountId,
      shownName: `名${mark}`,
      nameDisplay: 'full',
      memberId: this.people[member].memberId ?? '',
      sectorId: this.world.letters.sectorId,
      category: 'appeal',
      title: `信${mark}`,
      excerpt: '路灯坏了。',
      photoCount: 0,
      townshipId: null,
      consentOpinion: true,
      consentName: false,
      state: 'delivered',
      textHash: mark,
      sentAt: now,
      lastActivityAt: now,
      deliveredAt: now,
      reopened: false,
      writerUnread: false,
      memberUnread: true,
      version: 1,
    };
  }

  private messageRow({ id, writer, mark }: CaseLetter, now: Date): LetterMessage {
    return {
      id: uuidv7(),
      letterId: id,
      author: 'writer',
      purpose: 'letter',
      facts: {},
      accountId: this.people[writer].accountId,
      authorName: '',
      text: `路灯坏了。${mark}`,
      photoIds: [],
      at: now,
      checkState: 'passed',
      ruleCode: null,
      appeal: 'none',
    };
  }

  private opinionRow(
    { id, author, mark }: Case['opinions'][number],
    state: OpinionState,
    desk: OpinionDesk,
    now: Date,
  ): Partial<Opinion> {
    return {
      id,
      kind: 'information',
      title: `意${mark}`,
      theme: 'transport',
      sections: PARTS,
      state,
      authorMemberId: this.people[author].memberId ?? '',
      authorAccountId: this.people[author].accountId,
      sectorId: this.world.letters.sectorId,
      desk,
      deskUnitId: desk === 'sector_group' ? this.world.letters.sectorId : null,
      reference: state === 'accepted' ? `社情民意 ${mark}` : null,
      submittedAt: state === 'draft' ? null : now,
      acceptedAt: state === 'accepted' ? now : null,
      intakeDue: state === 'submitted' ? now : null,
      createdAt: now,
      updatedAt: now,
      version: 1,
    };
  }

  private linkRow(opinionId: string, author: AuthorName, letter: CaseLetter, at: Date): OpinionSource {
    return {
      id: uuidv7(),
      opinionId,
      sourceKind: 'letter',
      sourceId: letter.id,
      quote: null,
      memberId: this.people[author].memberId ?? '',
      writerAccountId: this.people[letter.writer].accountId,
      shownName: null,
      sourceReference: letter.mark,
      quotable: true,
      at,
    };
  }
}

function submittedStep(subjectId: string, at: Date): JourneyEvent {
  const step = { subjectKind: 'opinion', subjectId, type: 'opinion_submitted', party: 'author', facts: {} };
  return { id: uuidv7(), accountId: null, at, ...step };
}
