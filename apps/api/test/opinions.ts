import { OPINION_SECTIONS, type OpinionKind, type RoleName } from '@lianxin/shared';
import { v7 as uuidv7 } from 'uuid';
import { Unit } from '../src/directory/unit.entity.js';
import { Account } from '../src/identity/account.entity.js';
import { AccountsService } from '../src/identity/accounts.service.js';
import { Opinion } from '../src/opinions/opinion.entity.js';
import type { OpinionView } from '../src/opinions/opinions.views.js';
import { Submissions } from '../src/opinions/submissions.service.js';
import { Database } from '../src/platform/database/database.js';
import type { Reply } from './harness.js';
import { LetterWorld, type MemberPerson } from './letters.js';
import { createPerson, type Person } from './people.js';

/** What a request of a test sends, unless it says otherwise. */
export type OpinionInput = Record<string, unknown>;

/** A source as it is asked for. */
export interface SourceGiven {
  sourceKind: 'letter' | 'contact_point';
  sourceId: string;
  quote?: string | null;
}

/** The people of {@link LetterWorld} with desks that receive opinions. The author has the mailbox that letters go to. */
export class OpinionWorld {
  author: MemberPerson;
  colleague: MemberPerson;
  convener: MemberPerson;
  otherConvener: Person;
  staff: Person;
  otherStaff: Person;
  leader: Person;
  committeeId: string;
  otherCommitteeId: string;
  /** A committee that has no staff. */
  emptyCommitteeId: string;
  private written = 0;

  private constructor(readonly letters: LetterWorld) {}

  static async start(): Promise<OpinionWorld> {
    const letters = await LetterWorld.start();
    const world = new OpinionWorld(letters);
    world.author = letters.member;
    world.colleague = letters.colleague;
    world.committeeId = await world.unit('committee', '教育委员会');
    world.otherCommitteeId = await world.unit('committee', '经济委员会');
    world.emptyCommitteeId = await world.unit('committee', '文史委员会');
    world.convener = await letters.memberPerson('赵召集');
    await world.grant(world.convener, 'convener', letters.sectorId);
    world.otherConvener = await world.staffPerson('别的召集人', 'convener', await world.unit('sector', '另一界别'));
    world.staff = await world.staffPerson('教育委干部', 'committee_staff', world.committeeId);
    world.otherStaff = await world.staffPerson('经济委干部', 'committee_staff', world.otherCommitteeId);
    world.leader = await world.staffPerson('主席', 'leader', null);
    return world;
  }

  get office(): Person {
    return this.letters.office;
  }

  get submissions(): Submissions {
    return this.letters.test.app.get(Submissions);
  }

  stop(): Promise<void> {
    return this.letters.test.stop();
  }

  // biome-ignore lint/suspicious/noExplicitAny: a test states what it expects of a body by asserting it
  request<Body = any>(method: string, path: string, by: Person, body?: unknown, key?: string): Promise<Reply<Body>> {
    const options = { token: by.token, ...(body !== undefined && { body }), ...(key && { key }) };
    return this.letters.test.request<Body>(method, encodeURI(path), options);
  }

  /** Begins an opinion that must be taken. */
  async begin(kind: OpinionKind, sources?: SourceGiven[], by: Person = this.author): Promise<OpinionView> {
    const reply = await this.request<OpinionView>('POST', '/opinions', by, { kind, ...(sources && { sources }) });
    if (reply.status !== 201) throw new Error(`not begun: ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  /** Saves on the version that the person sees. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  async save<Body = any>(id: string, over: OpinionInput, by: Person = this.author): Promise<Reply<Body>> {
    const { version } = (await this.show(by, id)).body;
    return this.request<Body>('PATCH', `/opinions/${id}`, by, { version, ...over });
  }

  /** Writes all that handing in needs, each time in other words. */
  async write(id: string, over: OpinionInput = {}, by: Person = this.author): Promise<OpinionView> {
    this.written += 1;
    const { kind } = (await this.show(by, id)).body;
    const topic = kind === 'topic' ? { topicUse: 'key_research', topicBody: '教育委员会' } : {};
    const sections = OPINION_SECTIONS[kind].map(({ key, label }) => ({
      key,
      text: `第 ${this.written} 件事的${label}：路灯坏了很久，晚上出门不方便。`,
    }));
    const first = await this.save(
      id,
      { title: `关于路灯维修的第 ${this.written} 件事`, theme: 'construction', sections, ...topic },
      by,
    );
    const reply = Object.keys(over).length === 0 ? first : await this.save(id, over, by);
    if (reply.status !== 200) throw new Error(`not saved: ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  show(by: Person, id: string): Promise<Reply<OpinionView>> {
    return this.request<OpinionView>('GET', `/opinions/${id}`, by);
  }

  /** Asks for an action, on the version that is there now unless one is given. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  async act<Body = any>(by: Person, id: string, action: string, over: OpinionInput = {}): Promise<Reply<Body>> {
    const { version } = await this.row(id);
    return this.request<Body>('POST', `/opinions/${id}/${action}`, by, { version, ...over });
  }

  /** Does an action that must be allowed. */
  async do(by: Person, id: string, action: string, over: OpinionInput = {}): Promise<void> {
    const reply = await this.act(by, id, action, over);
    if (reply.status >= 300) throw new Error(`${action} refused: ${JSON.stringify(reply.body)}`);
  }

  /** A new opinion that has been handed in, at the office unless another desk is given. */
  async submitted(
    over: OpinionInput = {},
    sources?: SourceGiven[],
    kind: OpinionKind = 'information',
  ): Promise<OpinionView> {
    const { id } = await this.begin(kind, sources);
    await this.write(id, over);
    await this.do(this.author, id, 'submit');
    return (await this.show(this.author, id)).body;
  }

  /** One that has been accepted by the office. */
  async accepted(sources?: SourceGiven[], kind: OpinionKind = 'information'): Promise<OpinionView> {
    const { id } = await this.submitted({}, sources, kind);
    await this.do(this.office, id, 'accept');
    return (await this.show(this.author, id)).body;
  }

  /** The kinds of a person's notices. */
  async noticesOf(person: Person): Promise<string[]> {
    await this.letters.test.settle();
    const { body } = await this.request('GET', '/notices?limit=100', person);
    return body.items.map(({ kind }: { kind: string }) => kind);
  }

  /** The opinion's row, for what no view shows. */
  row(id: string): Promise<Opinion> {
    return this.letters.test.app.get(Database).read.findOneByOrFail(Opinion, { id });
  }

  /** A directory unit. @returns its id. */
  async unit(kind: 'sector' | 'committee', name: string): Promise<string> {
    const id = uuidv7();
    const unit = { id, kind, name, position: 99, active: true };
    await this.letters.test.app.get(Database).write((manager) => manager.insert(Unit, unit));
    return id;
  }

  /** Takes the account of a member away. */
  async unlink({ accountId }: Person): Promise<void> {
    const none = { memberId: null };
    await this.letters.test.app.get(Database).write((manager) => manager.update(Account, { id: accountId }, none));
  }

  async grant(person: Person, name: RoleName, scopeId: string | null): Promise<void> {
    await this.letters.test.app.get(AccountsService).grant(person.accountId, { name, scopeId });
  }

  private async staffPerson(name: string, role: RoleName, scopeId: string | null): Promise<Person> {
    const person = await createPerson(this.letters.test, { name });
    await this.grant(person, role, scopeId);
    return person;
  }
}
