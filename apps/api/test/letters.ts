import { LETTER_TRANSITIONS, type LetterAction, type LetterState, type RoleName } from '@lianxin/shared';
import sharp from 'sharp';
import { v7 as uuidv7 } from 'uuid';
import type { UnitKind } from '../src/directory/directory-units.dto.js';
import { Member } from '../src/directory/member.entity.js';
import { Unit } from '../src/directory/unit.entity.js';
import { SessionsService } from '../src/identity/sessions.service.js';
import { Letter } from '../src/mailbox/letter.entity.js';
import type { LetterView } from '../src/mailbox/letters.views.js';
import { Database } from '../src/platform/database/database.js';
import { type Reply, startTestApp, type TestApp } from './harness.js';
import { createPerson, type Person } from './people.js';

/** A signed-in member of the directory. */
export interface MemberPerson extends Person {
  readonly memberId: string;
}

/** What a letter of a test says, unless it says otherwise. */
export type LetterInput = Record<string, unknown>;

/** The problem document of a refusal. */
export interface Refusal {
  code: string;
  detail: string;
  errors?: { field: string; code: string; message: string }[];
  current?: { state: string; version: number };
}

/** Where an action of the transition table is asked for. */
const PATHS: Partial<Record<LetterAction, string>> = { note: 'notes', follow_up: 'follow-up' };

/** The actions that people ask for over HTTP; the others are the product's own. */
export const ASKED_ACTIONS = (Object.keys(LETTER_TRANSITIONS) as LetterAction[]).filter(
  (action) => action !== 'deliver' && action !== 'withhold',
);

/**
 * An application with people, two mailboxes, an office and what they need to exchange letters. Nobody here has WeChat, so that the
 * office decides on every text.
 */
export class LetterWorld {
  writer: Person;
  neighbour: Person;
  member: MemberPerson;
  colleague: MemberPerson;
  office: Person;
  memberAffairs: Person;
  sectorId: string;
  townshipId: string;
  channelId: string;
  private written = 0;

  private constructor(readonly test: TestApp) {}

  /** Starts it. Letters are not limited in number unless `environment` says so. */
  static async start(environment: Record<string, string> = {}): Promise<LetterWorld> {
    const test = await startTestApp({ LETTERS_PER_DAY: '1000', LETTERS_PER_30_DAYS: '10000', ...environment });
    const world = new LetterWorld(test);
    world.sectorId = await world.unit('sector', '测试界别');
    world.townshipId = await world.unit('township', '清河镇');
    world.writer = await createPerson(test, { name: '张建国' });
    world.neighbour = await createPerson(test, { name: '李邻居' });
    world.member = await world.memberPerson('李文远');
    world.colleague = await world.memberPerson('王晓梅');
    world.office = await createPerson(test, { name: '办公室', roles: ['office'] });
    world.memberAffairs = await createPerson(test, { name: '委工委', roles: ['member_affairs'] });
    const body = { name: '12345 热线', contact: '拨打 12345', scope: '水电气、道路、噪声等日常事项' };
    const channel = await test.request<{ id: string }>('POST', '/channels', { token: world.office.token, body });
    if (channel.status !== 201) throw new Error(`no channel: ${JSON.stringify(channel.body)}`);
    world.channelId = channel.body.id;
    return world;
  }

  /** Puts a member into the directory and signs that person in. */
  async memberPerson(name: string, roles: RoleName[] = [], sectorId = this.sectorId): Promise<MemberPerson> {
    const memberId = uuidv7();
    const member = {
      id: memberId,
      number: memberId.slice(-12),
      name,
      pinyin: name,
      nameKeys: `|${name}|`,
      searchText: name,
      workUnit: '测试单位',
      post: '教师',
      field: '教育',
      sectorId,
      townshipId: this.townshipId,
      term: '第九届',
      active: true,
      letters: 0,
      answered: 0,
    };
    await this.test.app.get(Database).write((manager) => manager.insert(Member, member));
    return { ...(await createPerson(this.test, { name, roles: ['member', ...roles], memberId })), memberId };
  }

  /** Uploads a small photo. @returns its id. */
  async photo(by: Person): Promise<string> {
    const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#2a7' } });
    const bytes = await picture.jpeg().toBuffer();
    const file = { name: 'photo.jpg', type: 'image/jpeg', bytes };
    const reply = await this.test.upload<{ id: string }>('POST', '/photos', file, { token: by.token });
    if (reply.status !== 201) throw new Error(`no photo: ${JSON.stringify(reply.body)}`);
    return reply.body.id;
  }

  /** A letter's fields, each time with other words. */
  input(over: LetterInput = {}): LetterInput {
    this.written += 1;
    return {
      memberId: this.member.memberId,
      category: 'appeal',
      title: `路灯不亮了 ${this.written}`,
      text: `我们小区门口第 ${this.written} 盏路灯已经坏了半个月，老人晚上出门不方便，请帮忙反映。`,
      photoIds: [],
      nameDisplay: 'full',
      consentOpinion: true,
      ...over,
    };
  }

  /** Sends a letter. */
  send<Body = LetterView>(over: LetterInput = {}, by = this.writer, key?: string): Promise<Reply<Body>> {
    return this.test.request<Body>('POST', '/letters', {
      token: by.token,
      body: this.input(over),
      ...(key && { key }),
    });
  }

  /** Sends a letter that must be taken, and has it delivered. @returns its id. */
  async delivered(over: LetterInput = {}, by = this.writer): Promise<string> {
    const reply = await this.send(over, by);
    if (reply.status !== 201) throw new Error(`not taken: ${JSON.stringify(reply.body)}`);
    await this.decideAll('pass');
    return reply.body.id;
  }

  /** The letter as somebody sees it. */
  show<Body = LetterView>(by: Person, id: string): Promise<Reply<Body>> {
    return this.test.request<Body>('GET', `/letters/${id}`, { token: by.token });
  }

  /** Body of an action as it must be, without the version. */
  bodyOf(action: LetterAction, letter?: LetterView): Record<string, unknown> {
    const bodies: Partial<Record<LetterAction, Record<string, unknown>>> = {
      answer: { text: '已经与镇里联系，本周内修好。', photoIds: [] },
      follow_up: { text: '谢谢，请问具体哪一天？', photoIds: [] },
      transfer: { toMemberId: this.colleague.memberId, reason: '王委员更熟悉这方面的情况。' },
      refer: { channelId: this.channelId, reason: '这类报修由热线统一受理。' },
      return: { reason: '没有写明地点，请补充后再寄。' },
      snooze: { until: new Date(this.test.clock.now().getTime() + 86_400_000).toISOString() },
      note: { text: '已打电话给镇里。' },
      report: { reason: '这封来信里有骂人的话。' },
      close: { stars: 5 },
      rate: { stars: 4 },
      reopen: { reason: '路灯又坏了。' },
      appeal: {
        messageId: letter?.messages.findLast(({ appealable }) => appealable)?.id ?? uuidv7(),
        reason: '请再看一遍。',
      },
    };
    return bodies[action] ?? {};
  }

  /** Asks for an action, on the version that this person sees now unless one is given. */
  async act<Body = LetterView>(
    by: Person,
    id: string,
    action: LetterAction,
    over: LetterInput = {},
  ): Promise<Reply<Body>> {
    const seen = await this.show(by, id);
    const letter = seen.status === 200 ? seen.body : undefined;
    const body = { version: letter?.version ?? 1, ...this.bodyOf(action, letter), ...over };
    return this.post<Body>(by, id, action, body);
  }

  /** Asks for an action with exactly this body. */
  post<Body = LetterView>(
    by: Person,
    id: string,
    action: LetterAction,
    body: unknown,
    key?: string,
  ): Promise<Reply<Body>> {
    const path = `/letters/${id}/${PATHS[action] ?? action}`;
    return this.test.request<Body>('POST', path, { token: by.token, body, ...(key && { key }) });
  }

  /** Does an action that must be allowed and has its words pass the check. */
  async do(by: Person, id: string, action: LetterAction, over: LetterInput = {}): Promise<void> {
    const reply = await this.act(by, id, action, over);
    if (reply.status >= 300) throw new Error(`${action} refused: ${JSON.stringify(reply.body)}`);
    await this.decideAll('pass');
  }

  /** The office decides on everything that waits for it, and everything that follows happens. */
  async decideAll(decision: 'pass' | 'withhold'): Promise<void> {
    await this.test.settle();
    const { token } = this.office;
    const open = await this.test.request('GET', '/moderation-items?state=open&limit=100', { token });
    for (const { id, version } of open.body.items as { id: string; version: number }[]) {
      const body = { decision, version, ...(decision === 'withhold' && { ruleCode: 'abuse', reason: '有骂人的话。' }) };
      const reply = await this.test.request('POST', `/moderation-items/${id}/decide`, { token, body });
      if (reply.status !== 200) throw new Error(`not decided: ${JSON.stringify(reply.body)}`);
    }
    await this.test.settle();
  }

  /** A new letter that has come to a state by people's actions. @returns its id. */
  async letterIn(state: LetterState): Promise<string> {
    if (state === 'screening' || state === 'withheld') {
      const { body } = await this.send();
      if (state === 'withheld') await this.decideAll('withhold');
      return body.id;
    }
    const id = await this.delivered();
    const path: Partial<Record<LetterState, [Person, LetterAction][]>> = {
      opened: [[this.member, 'open']],
      answered: [[this.member, 'answer']],
      closed: [
        [this.member, 'answer'],
        [this.writer, 'close'],
      ],
      referred: [[this.member, 'refer']],
      returned: [[this.member, 'return']],
      withdrawn: [[this.writer, 'withdraw']],
    };
    for (const [person, action] of path[state] ?? []) {
      await this.do(person, id, action, action === 'close' ? { stars: undefined } : {});
    }
    return id;
  }

  /** Lets days pass and signs everybody of this world in again. */
  async passDays(days: number): Promise<void> {
    this.test.clock.advanceDays(days);
    for (const person of [this.writer, this.neighbour, this.member, this.colleague, this.office, this.memberAffairs]) {
      await this.signInAgain(person);
    }
    await this.test.settle();
  }

  /** Gives a person a new session, for when days have passed. */
  async signInAgain(person: Person): Promise<void> {
    const { token } = await this.test.app.get(SessionsService).open(person.accountId, '测试', 86_400);
    person.token = token;
  }

  /** The letter's row, for what no view shows. */
  row(id: string): Promise<Letter> {
    return this.test.app.get(Database).read.findOneByOrFail(Letter, { id });
  }

  /** Adds a unit. @returns its id. */
  async unit(kind: UnitKind, name: string): Promise<string> {
    const id = uuidv7();
    await this.test.app
      .get(Database)
      .write((manager) => manager.insert(Unit, { id, kind, name, position: 99, active: true }));
    return id;
  }
}
