import type { OpinionDesk, OpinionTheme, SubmissionRef, VoiceAction, VoiceState } from '@lianxin/shared';
import { AccountsService } from '../src/identity/accounts.service.js';
import { Opinion } from '../src/opinions/opinion.entity.js';
import { OpinionSource } from '../src/opinions/opinion-source.entity.js';
import { type SubmissionAction, Submissions } from '../src/opinions/submissions.service.js';
import type { SectorVoiceView } from '../src/opinions/voices/voices.views.js';
import { Database } from '../src/platform/database/database.js';
import type { Reply, TestApp } from './harness.js';
import { LetterWorld, type MemberPerson } from './letters.js';
import { createPerson, type Person } from './people.js';

/** What an opinion of a test says, unless it says otherwise. */
export interface HandedIn {
  readonly title?: string;
  readonly theme?: OpinionTheme;
  readonly desk?: OpinionDesk;
  readonly deskUnitId?: string;
  readonly letterIds?: readonly string[];
}

const TEXT = { situation: '菜市场周边停车难。', analysis: '车位少，管理散。', suggestion: '建设立体停车场。' };
const PARTS = Object.entries(TEXT).map(([key, text]) => ({ key, text }));

/** The actions of the table that people ask for over HTTP, beside the answers and the office's. */
const WAY: Partial<Record<VoiceState, VoiceAction[]>> = {
  circulating: ['circulate'],
  submitted: ['circulate', 'agree', 'submit'],
  returned: ['circulate', 'agree', 'submit', 'return'],
  accepted: ['circulate', 'agree', 'submit', 'accept'],
  withdrawn: ['withdraw'],
};
const SYSTEM_WAY: Partial<Record<VoiceState, SubmissionAction[]>> = {
  listed: ['list'],
  decided: ['list', 'decide'],
  fed_back: ['list', 'decide', 'feed_back'],
  relayed: ['list', 'decide', 'feed_back', 'relay'],
};

/** A sector with its convener and two members who hand opinions in, another sector with its own, the office and others. */
export class VoiceWorld {
  convener: MemberPerson;
  author: MemberPerson;
  second: MemberPerson;
  otherSectorId: string;
  otherConvener: MemberPerson;
  stranger: MemberPerson;
  leader: Person;
  committeeId: string;
  committeeStaff: Person;

  private constructor(readonly letters: LetterWorld) {}

  /** Starts it. */
  static async start(environment: Record<string, string> = {}): Promise<VoiceWorld> {
    const letters = await LetterWorld.start(environment);
    const world = new VoiceWorld(letters);
    [world.author, world.second] = [letters.member, letters.colleague];
    world.convener = await letters.memberPerson('何召集');
    world.stranger = await letters.memberPerson('孙无关');
    world.otherSectorId = await letters.unit('sector', '另一界别');
    world.otherConvener = await letters.memberPerson('钱另界', [], world.otherSectorId);
    world.committeeId = await letters.unit('committee', '测试专委会');
    world.leader = await createPerson(letters.test, { name: '主席', roles: ['leader'] });
    world.committeeStaff = await world.staff('专委会干部', 'committee_staff', world.committeeId);
    await world.appoint(letters.sectorId, world.convener);
    await world.appoint(world.otherSectorId, world.otherConvener);
    return world;
  }

  get test(): TestApp {
    return this.letters.test;
  }

  get office(): Person {
    return this.letters.office;
  }

  /** Makes a member the convener of a sector. */
  async appoint(sectorId: string, { memberId }: MemberPerson): Promise<void> {
    const { token } = this.office;
    const reply = await this.test.request('PUT', `/sectors/${sectorId}/convener`, { token, body: { memberId } });
    if (reply.status !== 200) throw new Error(`not appointed: ${JSON.stringify(reply.body)}`);
  }

  /** Signs in somebody with a role that is for one unit. */
  async staff(name: string, role: 'committee_staff', scopeId: string): Promise<Person> {
    const person = await createPerson(this.test, { name });
    await this.test.app.get(AccountsService).grant(person.accountId, { name: role, scopeId });
    return person;
  }

  /** An opinion handed in by a member, at the sector's group unless `over` says otherwise. @returns its id. */
  async handedIn(by: MemberPerson, over: HandedIn = {}): Promise<string> {
    const {
      title = '关于解决停车难的意见',
      theme = 'transport',
      desk = 'sector_group',
      deskUnitId,
      letterIds = [],
    } = over;
    const sources = letterIds.map((sourceId) => ({ sourceKind: 'letter', sourceId }));
    const begun = await this.must(by, 'POST', '/opinions', { kind: 'information', sources });
    const body = { version: begun.version, title, theme, desk, sections: PARTS, ...(deskUnitId && { deskUnitId }) };
    const saved = await this.must(by, 'PATCH', `/opinions/${begun.id}`, body);
    await this.must(by, 'POST', `/opinions/${begun.id}/submit`, { version: saved.version });
    return begun.id;
  }

  /** The same, accepted by the desk where it lies. @returns its id. */
  async accepted(by: MemberPerson, over: HandedIn = {}): Promise<string> {
    const id = await this.handedIn(by, over);
    const receivers = { office: this.office, special_committee: this.committeeStaff, sector_group: this.convener };
    await this.opinion(receivers[over.desk ?? 'sector_group'], id, 'accept');
    return id;
  }

  /** Does something to an opinion that must be allowed, on its present version. */
  async opinion(by: Person, id: string, action: string, over: Record<string, unknown> = {}): Promise<void> {
    const { version } = await this.opinionRow(id);
    await this.must(by, 'POST', `/opinions/${id}/${action}`, { version, ...over });
  }

  /** Asks for a new voice from these opinions. */
  compose<Body = SectorVoiceView>(
    opinionIds: string[],
    over: Record<string, unknown> = {},
    by: Person = this.convener,
  ) {
    const body = { opinionIds, title: '关于停车难的界别声音', ...over };
    return this.test.request<Body>('POST', '/sector-voices', { token: by.token, body });
  }

  /** A new voice of two members with its text written. @returns it as its convener sees it. */
  async voice(opinionIds?: string[]): Promise<SectorVoiceView> {
    const ids = opinionIds ?? [await this.accepted(this.author), await this.accepted(this.second)];
    const composed = await this.compose(ids);
    if (composed.status !== 201) throw new Error(`not composed: ${JSON.stringify(composed.body)}`);
    const { id, version } = composed.body;
    return this.must(this.convener, 'PATCH', `/sector-voices/${id}`, { version, sections: TEXT });
  }

  /** A new voice that has come to a state. @returns its id. */
  async voiceIn(state: VoiceState): Promise<string> {
    const { id } = await this.voice();
    const system = SYSTEM_WAY[state];
    for (const action of WAY[system ? 'accepted' : state] ?? []) await this.do(id, action);
    for (const action of system ?? []) await this.move({ kind: 'sector_voice', id }, action);
    return id;
  }

  /** Does an action that must be allowed, as whoever does it: everybody credited agrees. */
  async do(id: string, action: VoiceAction): Promise<void> {
    const office = action === 'accept' || action === 'return';
    const people = action === 'agree' ? [this.author, this.second] : [office ? this.office : this.convener];
    for (const person of people) {
      const reply = await this.act(person, id, action);
      if (reply.status !== 200) throw new Error(`${action} refused: ${JSON.stringify(reply.body)}`);
    }
  }

  /** Moves a submission as the product itself does, for a digest and what follows. */
  async move(ref: SubmissionRef, action: SubmissionAction): Promise<void> {
    await this.test.app.get(Submissions).moveAll([{ ref }], action, { at: this.test.clock.now(), accountId: null });
  }

  /** Submits the digest that a voice is on to the leaders, or takes it back. */
  async report(id: string, reported: boolean): Promise<void> {
    const by = { at: this.test.clock.now(), accountId: null };
    await this.test.app.get(Submissions).report([{ kind: 'sector_voice', id }], reported, by);
  }

  /** Asks for an action, on the present version unless one is given. */
  async act<Body = SectorVoiceView>(
    by: Person,
    id: string,
    action: VoiceAction,
    over: Record<string, unknown> = {},
  ): Promise<Reply<Body>> {
    const { token } = by;
    const { body: current } = await this.show<{ version?: number }>(this.convener, id);
    const bodies: Partial<Record<VoiceAction, Record<string, unknown>>> = {
      save: { title: '改过的标题' },
      object: { words: '我说的是另一个路口。' },
      return: { reason: '请补充数据。' },
      recognise: { version: undefined, kind: 'city', body: '市政协', document: '专报第 3 期', date: '2026-01-05' },
    };
    const body = { version: current.version ?? 1, ...bodies[action], ...over };
    if (action === 'save') return this.test.request<Body>('PATCH', `/sector-voices/${id}`, { token, body });
    const path = action === 'recognise' ? 'recognitions' : action;
    return this.test.request<Body>('POST', `/sector-voices/${id}/${path}`, { token, body });
  }

  /** The voice as somebody sees it. */
  show<Body = SectorVoiceView>(by: Person, id: string): Promise<Reply<Body>> {
    return this.test.request<Body>('GET', `/sector-voices/${id}`, { token: by.token });
  }

  /** Sets from which opinions a voice is composed. */
  async choose<Body = SectorVoiceView>(id: string, opinionIds: string[], by: Person = this.convener) {
    const { version } = (await this.show(this.convener, id)).body;
    const body = { version, opinionIds };
    return this.test.request<Body>('PUT', `/sector-voices/${id}/opinions`, { token: by.token, body });
  }

  /** An opinion's row. */
  opinionRow(id: string): Promise<Opinion> {
    return this.test.app.get(Database).read.findOneByOrFail(Opinion, { id });
  }

  /** All source links that there are, as `opinion:letter`, sorted. */
  async sourceLinks(): Promise<string[]> {
    const links = await this.test.app.get(Database).read.find(OpinionSource);
    return links.map(({ opinionId, sourceId }) => `${opinionId}:${sourceId}`).sort();
  }

  /** The titles of notices of a kind that somebody has. */
  async notices(of: Person, kind: string): Promise<{ title: string; text: string; aboutId: string; as: string }[]> {
    await this.test.settle();
    const { body } = await this.test.request('GET', '/notices?limit=100', { token: of.token });
    return body.items.filter((notice: { kind: string }) => notice.kind === kind);
  }

  private async must(by: Person, method: string, path: string, body: unknown) {
    const reply = await this.test.request(method, path, { token: by.token, body });
    if (reply.status >= 300) throw new Error(`${method} ${path} refused: ${JSON.stringify(reply.body)}`);
    return reply.body;
  }
}
