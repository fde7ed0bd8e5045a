import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASKED_ACTIONS, LetterWorld, type MemberPerson } from '../../test/letters.js';
import { createPerson, type Person } from '../../test/people.js';
import { AuditEntry } from '../platform/audit/audit-entry.entity.js';
import { Database } from '../platform/database/database.js';

let world: LetterWorld;
let administrator: Person;
let leader: Person;
let convener: MemberPerson;

beforeAll(async () => {
  world = await LetterWorld.start();
  administrator = await createPerson(world.test, { roles: ['administrator'] });
  leader = await createPerson(world.test, { roles: ['leader'] });
  convener = await world.memberPerson('召集人', ['convener']);
});

afterAll(() => world.test.stop());

const looksAt = (subjectId: string) => world.test.app.get(Database).read.countBy(AuditEntry, { subjectId });

describe('nobody else learns that a letter exists', () => {
  it('reading and every action are answered alike, and it is in no list', async () => {
    const id = await world.delivered({ title: '只给一位委员看的信' });
    const strangers = { neighbour: world.neighbour, colleague: world.colleague, convener, administrator, leader };
    for (const [who, stranger] of Object.entries({
      ...strangers,
      office: world.office,
      affairs: world.memberAffairs,
    })) {
      expect([who, (await world.show(stranger, id)).status]).toEqual([who, 404]);
      for (const action of ASKED_ACTIONS) {
        const reply = await world.act(stranger, id, action);
        expect([who, action, [403, 404].includes(reply.status)]).toEqual([who, action, true]);
      }
      const lists = [await world.test.request('GET', '/letters', { token: stranger.token })];
      lists.push(await world.test.request('GET', '/mailbox/letters', { token: stranger.token }));
      lists.push(await world.test.request('GET', '/letters?query=只给一位', { token: stranger.token }));
      expect(JSON.stringify(lists.map(({ body }) => body))).not.toContain(id);
    }
    expect((await world.test.request('GET', `/letters/${id}`)).status).toBe(401);
    expect((await world.test.request('GET', '/mailbox/letters', { token: world.neighbour.token })).status).toBe(403);
  });

  it('a transfer takes it out of the sight of the member who had it, notes and all', async () => {
    const id = await world.delivered();
    await world.do(world.member, id, 'note', { text: '来信人是我的老邻居' });
    expect((await world.show(world.member, id)).body.notes).toHaveLength(1);
    await world.do(world.member, id, 'transfer');
    expect((await world.show(world.member, id)).status).toBe(404);
    const seen = await world.show(world.colleague, id);
    expect([seen.status, seen.body.notes]).toEqual([200, []]);
    const { body } = await world.test.request('GET', '/mailbox/letters?limit=100', { token: world.member.token });
    expect(JSON.stringify(body)).not.toContain(id);
  });

  it('nobody but the member reads a note', async () => {
    const id = await world.delivered();
    await world.do(world.member, id, 'note', { text: '内部备注内容' });
    await world.do(world.member, id, 'report');
    for (const person of [world.writer, world.office, world.memberAffairs]) {
      const { status, body } = await world.show(person, id);
      expect([status, JSON.stringify(body).includes('内部备注内容')]).toEqual([200, false]);
    }
  });
});

describe('the member knows of the writer what the writer chose', () => {
  it.each([
    ['full', '张建国'],
    ['surname', '张**'],
    ['hidden', '匿名群众'],
  ])('%s', async (nameDisplay, shown) => {
    const id = await world.delivered({ nameDisplay });
    await world.do(world.member, id, 'answer');
    await world.do(world.writer, id, 'follow_up');
    const { token } = world.member;
    const detail = await world.show(world.member, id);
    const inbox = await world.test.request('GET', '/mailbox/letters?limit=100', { token });
    const row = (inbox.body.items as { id: string; writerName: string }[]).find((item) => item.id === id);
    const notices = await world.test.request('GET', '/notices?limit=100', { token });
    const news = (notices.body.items as { letterId: string }[]).filter(({ letterId }) => letterId === id);
    expect([detail.body.writerName, row?.writerName]).toEqual([shown, shown]);
    const everything = JSON.stringify([detail.body, row, news]);
    expect(everything).not.toContain(world.writer.accountId);
    expect(everything.includes('张建国')).toBe(nameDisplay === 'full');
    expect(everything.includes('张')).toBe(nameDisplay !== 'hidden');
  });
});

describe('unchecked words reach nobody', () => {
  it('on either side', async () => {
    const id = await world.delivered();
    await world.act(world.member, id, 'answer', { text: '未审核的答复' });
    const { body: letter } = await world.show(world.writer, id);
    expect(JSON.stringify(letter)).not.toContain('未审核的答复');
    await world.decideAll('pass');
    await world.act(world.writer, id, 'follow_up', { text: '未审核的追问' });
    expect(JSON.stringify((await world.show(world.member, id)).body)).not.toContain('未审核的追问');
    await world.decideAll('withhold');
    const { body: after } = await world.show(world.member, id);
    expect([after.state, JSON.stringify(after).includes('未审核的追问')]).toEqual(['answered', false]);
    const search = await world.test.request('GET', '/mailbox/letters?query=未审核的追问', {
      token: world.member.token,
    });
    expect(search.body.items).toEqual([]);
  });

  it('words to a rating, and reasons for a return', async () => {
    const id = await world.letterIn('answered');
    await world.act(world.writer, id, 'close', { stars: 1, words: '未审核的评价' });
    expect(JSON.stringify((await world.show(world.member, id)).body)).not.toContain('未审核的评价');
    await world.decideAll('withhold');
    const { body } = await world.show(world.member, id);
    expect([body.rating, body.ratingWords]).toEqual([1, null]);

    const other = await world.delivered();
    await world.act(world.member, other, 'return', { reason: '未审核的理由' });
    const { body: seen } = await world.show(world.writer, other);
    expect([seen.state, JSON.stringify(seen).includes('未审核的理由')]).toEqual(['delivered', false]);
  });
});

describe('the office', () => {
  it('reads a letter that was reported, and each look is on record', async () => {
    const id = await world.delivered();
    expect((await world.show(world.office, id)).status).toBe(404);
    await world.do(world.member, id, 'report');
    const before = await looksAt(id);
    expect((await world.show(world.office, id)).body).toMatchObject({ party: 'office', notes: [] });
    await world.show(world.memberAffairs, id);
    expect(await looksAt(id)).toBe(before + 2);
    await world.show(world.writer, id);
    await world.show(world.member, id);
    expect(await looksAt(id)).toBe(before + 2);
    expect((await world.show(administrator, id)).status).toBe(404);
  });

  it('sees an overdue letter in the overview without its text', async () => {
    await world.delivered({ title: '超期的信', text: '只有委员能看的正文内容，办公室在列表里看不到。' });
    await world.passDays(20);
    const { body } = await world.test.request('GET', '/desk/overdue-letters', { token: world.office.token });
    expect([JSON.stringify(body).includes('超期的信'), JSON.stringify(body).includes('只有委员能看')]).toEqual([
      true,
      false,
    ]);
  });
});

describe('consent to give the name in an opinion', () => {
  it.each([
    ['given with the words and the full name', { consentName: true }, true],
    ['not asked for', {}, false],
    ['worth nothing without consent to the words', { consentName: true, consentOpinion: false }, false],
    ['worth nothing when the member sees the surname only', { consentName: true, nameDisplay: 'surname' }, false],
  ])('%s', async (_, over, expected) => {
    const { body } = await world.send(over);
    expect((await world.show(world.writer, body.id)).body.consentName).toBe(expected);
  });
});
