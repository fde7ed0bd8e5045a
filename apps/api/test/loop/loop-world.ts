import { existsSync } from 'node:fs';
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
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import type { Reply } from '../harness.js';
import { OutcomeWorld } from '../outcomes.js';
import { createPerson, type Person } from '../people.js';
import { LoopRows } from './loop-rows.js';
import { LoopStages } from './loop-stages.js';

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

/** Tables that cases write to, emptied between them: always, after a case with voices, after one with digests, and now and then. */
const TABLES = {
  always: ['opinion_sources', 'opinions', 'letter_messages', 'letters', 'outbox_messages'],
  voices: ['voice_contributions', 'sector_voices'],
  digests: [
    ...['heard_answers', 'responsible_items', 'follow_ups', 'relays', 'adoption_feedbacks'],
    ...['decisions', 'digest_items', 'digests'],
  ],
  rest: [
    ...['opinion_revisions', 'opinion_cosigners', 'journey_events', 'idempotency_records', 'content_checks'],
    ...['checked_contents', 'moderation_items', 'notices', 'text_documents', 'text_grams', 'text_scopes'],
    ...['loop_changes', 'letter_progress', 'loop_figures'],
  ],
} as const;
/** How many cases share the tables that grow beside them. */
const CASES_A_SWEEP = 25;

/** Topics whose messages what is tested depends on; the rest tells people and is left lying. */
const TOPICS = [LETTER_RELAYED, DECISION_CORRECTED];

/** The people of a case by name; members with their entry in the directory. */
export type LoopPeople = Record<Who, Person & { readonly memberId?: string }>;

/** The world of outcomes with all its people by name, for random sequences of what they do. */
export class LoopWorld {
  people: LoopPeople;
  stages: LoopStages;
  private marks = 0;
  private cases = 0;
  private last: Snapshot | null = null;

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
    loop.stages = new LoopStages(loop, new LoopRows(loop.people, world.letters.sectorId, () => loop.mark()));
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

  /**
   * All rows there are, in the order of their making: plain ones, kept until something changes, because they are asked for before
   * every step.
   */
  async snapshot(): Promise<Snapshot> {
    this.last ??= await this.read();
    return this.last;
  }

  /** Something has changed, or may have. */
  changed(): void {
    this.last = null;
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

  private async read(): Promise<Snapshot> {
    const rows = <Row>(columns: string, table: string, order = 'id'): Promise<Row[]> =>
      this.database.read.query<Row[]>(`SELECT ${columns} FROM ${table} ORDER BY ${order}`);
    const digests = await rows<Snapshot['digests'][number]>('id, state, version', 'digests');
    const [decision, relay] = [
      'id, itemId, reason, recordedBy, signedBy, signedAt, fedBackAt',
      'id, state, version, purpose, decisionId, followUpId, letterId, memberId, messageId, text',
    ];
    const onDigests = digests.length > 0;
    return {
      opinions: await rows('id, state, version, desk, authorMemberId, mergedIntoId', 'opinions'),
      voices: await rows('id, state, version', 'sector_voices'),
      digests,
      items: onDigests ? await rows('id, digestId, submissionId, desk, version', 'digest_items') : [],
      decisions: onDigests ? await rows(decision, 'decisions', 'revision, id') : [],
      relays: onDigests ? await rows(relay, 'relays') : [],
      letters: await rows('id, state, version', 'letters'),
      links: await rows('opinionId, sourceId', 'opinion_sources'),
    };
  }

  /** The tables that the case before has written to. */
  tablesToEmpty(): string[] {
    const { last } = this;
    this.cases += 1;
    this.changed();
    return [
      ...TABLES.always,
      ...(last && last.voices.length === 0 ? [] : TABLES.voices),
      ...(last && last.digests.length === 0 ? [] : TABLES.digests),
      ...(this.cases % CASES_A_SWEEP === 1 ? TABLES.rest : []),
    ];
  }
}
