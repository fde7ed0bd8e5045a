import type { DigestAction, SubmissionRef } from '@lianxin/shared';
import { Decision } from '../src/deliberation/decision.entity.js';
import { Digest } from '../src/deliberation/digest.entity.js';
import { DigestFeedback } from '../src/deliberation/digest-feedback.js';
import { DigestItem } from '../src/deliberation/digest-item.entity.js';
import type { DigestItemView } from '../src/deliberation/digest-items.views.js';
import type { DigestView } from '../src/deliberation/digests.views.js';
import { Opinion } from '../src/opinions/opinion.entity.js';
import { Database } from '../src/platform/database/database.js';
import type { Reply, TestApp } from './harness.js';
import { createPerson, type Person } from './people.js';
import { VoiceWorld } from './voices.js';

/** How far a digest of a test has come. `recorded`: a decision of the office waits for a signature; `corrected`: so does a correction. */
export const DIGEST_STAGES = ['draft', 'submitted', 'recorded', 'decided', 'corrected', 'fed_back'] as const;
export type DigestStage = (typeof DIGEST_STAGES)[number];

/** The actions of the table that are asked for over routes of digests; those of the feedback are tested with outcomes. */
export const DIGEST_REQUESTS = [
  'edit',
  'discard',
  'submit',
  'recall',
  'remark',
  'decide',
  'sign_off',
  'correct',
] as const satisfies readonly DigestAction[];
export type DigestRequest = (typeof DIGEST_REQUESTS)[number];

/** A whole decision. */
export const DECLINED = { outcome: 'declined', reason: '已列入上级改造计划，不再单独立项。' } as const;
/** One that a body carries out. */
export const REFERRED = {
  outcome: 'adopted',
  reason: '条件具备，应尽快办理。',
  use: 'referral',
  responsibleBody: '县住房和城乡建设局',
  dueDate: '2026-06-30',
} as const;

/** Members whose opinions are accepted, two people of the office and two leaders. */
export class DigestWorld {
  signer: Person;
  secondLeader: Person;

  private constructor(readonly voices: VoiceWorld) {}

  /** Starts it. */
  static async start(environment: Record<string, string> = {}): Promise<DigestWorld> {
    const world = new DigestWorld(await VoiceWorld.start(environment));
    world.signer = await createPerson(world.test, { name: '办公室签核', roles: ['office'] });
    world.secondLeader = await createPerson(world.test, { name: '副主席', roles: ['leader'] });
    return world;
  }

  get test(): TestApp {
    return this.voices.test;
  }

  get office(): Person {
    return this.voices.office;
  }

  get leader(): Person {
    return this.voices.leader;
  }

  /** Opinions handed in at the office and accepted there. */
  async accepted(count = 1, over: Parameters<VoiceWorld['accepted']>[1] = {}): Promise<SubmissionRef[]> {
    const refs: SubmissionRef[] = [];
    for (let made = 0; made < count; made++) {
      const id = await this.voices.accepted(this.voices.author, { desk: 'office', ...over });
      refs.push({ kind: 'opinion', id });
    }
    return refs;
  }

  /** Asks for something. */
  ask<Body = DigestView>(by: Person, method: string, path: string, body?: unknown): Promise<Reply<Body>> {
    return this.test.request<Body>(method, path, { token: by.token, ...(body !== undefined && { body }) });
  }

  /** Asks for something that must be done. */
  async must<Body = DigestView>(by: Person, method: string, path: string, body?: unknown): Promise<Body> {
    const reply = await this.ask<Body>(by, method, path, body);
    if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  /** A new digest with these on it. */
  async digest(submissions: readonly SubmissionRef[] = [], over: Record<string, unknown> = {}): Promise<DigestView> {
    const meeting = { meetingName: '第十二次主席会议', meetingDate: '2026-03-05', ...over };
    const digest = await this.must(this.office, 'POST', '/digests', meeting);
    if (submissions.length === 0) return digest;
    return this.must(this.office, 'POST', `/digests/${digest.id}/items`, { version: digest.version, submissions });
  }

  /** The same, submitted. */
  async submitted(submissions: readonly SubmissionRef[]): Promise<DigestView> {
    const { id, version } = await this.digest(submissions);
    return this.must(this.office, 'POST', `/digests/${id}/submit`, { version });
  }

  /** A new digest of one item at a stage. */
  async at(stage: DigestStage): Promise<DigestView> {
    const refs = await this.accepted();
    if (stage === 'draft') return this.digest(refs);
    const { id, items } = await this.submitted(refs);
    const itemId = items[0]?.id ?? '';
    if (stage !== 'submitted') await this.decide(id, itemId);
    if (stage !== 'submitted' && stage !== 'recorded') await this.signOff(id, itemId);
    if (stage === 'corrected') await this.correct(id, itemId);
    if (stage === 'fed_back') await this.feedBack(id);
    return this.show(id);
  }

  /** Lets days pass and signs everybody of this world in again. */
  async renew(days: number): Promise<void> {
    const { author, second, convener, stranger, committeeStaff, leader, letters } = this.voices;
    await letters.passDays(days);
    const people = [author, second, convener, stranger, committeeStaff, leader, this.signer, this.secondLeader];
    for (const person of people) await letters.signInAgain(person);
  }

  /** The digest as the office sees it. */
  show(id: string, by: Person = this.office): Promise<DigestView> {
    return this.must(by, 'GET', `/digests/${id}`);
  }

  /** One of its items as the office sees it. */
  async item(id: string, itemId: string, by: Person = this.office): Promise<DigestItemView> {
    const found = (await this.show(id, by)).items.find((item) => item.id === itemId);
    if (!found) throw new Error('no such item');
    return found;
  }

  /** Records a decision that must be taken. */
  async decide(id: string, itemId: string, decision: object = REFERRED, by: Person = this.office): Promise<void> {
    const { version } = await this.itemRow(itemId);
    await this.must(by, 'PUT', `/digests/${id}/items/${itemId}/decision`, { version, ...decision });
  }

  /** Signs a decision, as somebody who may. */
  async signOff(id: string, itemId: string, by: Person = this.signer): Promise<void> {
    const { version } = await this.itemRow(itemId);
    await this.must(by, 'POST', `/digests/${id}/items/${itemId}/sign-off`, { version });
  }

  /** Records a correction. */
  async correct(id: string, itemId: string, decision: object = DECLINED, by: Person = this.office): Promise<void> {
    const { version } = await this.itemRow(itemId);
    const body = { version, ...decision, correctionReason: '记录有误。' };
    await this.must(by, 'POST', `/digests/${id}/items/${itemId}/correction`, body);
  }

  /** Marks everything that is decided as fed back, without telling anybody. */
  async feedBack(id: string): Promise<void> {
    const { version } = await this.row(id);
    const roles = [{ name: 'office' as const, scopeId: null }];
    const actor = { accountId: this.office.accountId, sessionId: '', memberId: null, roles };
    await this.test.app.get(DigestFeedback).feedBack(actor, id, version, async () => undefined);
  }

  /** Asks for an action of the table as it must be, on the present version unless one is given. */
  async act<Body = DigestView>(
    by: Person,
    { id, items }: Pick<DigestView, 'id' | 'items'>,
    action: DigestRequest,
    over: Record<string, unknown> = {},
  ): Promise<Reply<Body>> {
    const itemId = items[0]?.id ?? '';
    const digestVersion = (over.version as number | undefined) ?? (await this.row(id)).version;
    const itemVersion = (over.version as number | undefined) ?? (await this.itemRow(itemId)).version;
    const path = `/digests/${id}`;
    const requests: Record<DigestRequest, [method: string, path: string, body?: object]> = {
      edit: ['PATCH', path, { version: digestVersion, title: '改过的标题' }],
      discard: ['DELETE', `${path}?version=${digestVersion}`],
      submit: ['POST', `${path}/submit`, { version: digestVersion }],
      recall: ['POST', `${path}/recall`, { version: digestVersion }],
      remark: ['POST', `${path}/remarks`, { text: '请补充数据。', itemId }],
      decide: ['PUT', `${path}/items/${itemId}/decision`, { version: itemVersion, ...DECLINED }],
      sign_off: ['POST', `${path}/items/${itemId}/sign-off`, { version: itemVersion }],
      correct: [
        'POST',
        `${path}/items/${itemId}/correction`,
        { version: itemVersion, ...DECLINED, correctionReason: '记录有误。' },
      ],
    };
    const [method, address, body] = requests[action];
    return this.ask<Body>(by, method, address, body && { ...body, ...over });
  }

  /** The digest's row. */
  row(id: string): Promise<Digest> {
    return this.test.app.get(Database).read.findOneByOrFail(Digest, { id });
  }

  /** An item's row. */
  itemRow(id: string): Promise<DigestItem> {
    return this.test.app.get(Database).read.findOneByOrFail(DigestItem, { id });
  }

  /** All rows of a digest, to see that nothing has changed. */
  async rows(id: string): Promise<unknown[]> {
    const { read } = this.test.app.get(Database);
    const items = await read.find(DigestItem, { where: { digestId: id }, order: { id: 'ASC' } });
    const decisions = await Promise.all(
      items.map((item) => read.find(Decision, { where: { itemId: item.id }, order: { revision: 'ASC' } })),
    );
    return [await this.row(id), items, decisions];
  }

  /** The state of an opinion. */
  async stateOf(ref: SubmissionRef | undefined): Promise<string> {
    return (await this.test.app.get(Database).read.findOneByOrFail(Opinion, { id: ref?.id ?? '' })).state;
  }
}
