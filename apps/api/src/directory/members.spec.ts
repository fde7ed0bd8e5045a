import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUnit, importMembers, rosterRow } from '../../test/directory.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { createPerson, type Person } from '../../test/people.js';
import { Audit } from '../platform/audit/audit.js';
import type { Page } from '../platform/database/keyset.js';
import type { DirectoryUnit } from './directory-units.dto.js';
import type { MemberDetail, MemberSuggestions, MemberSummary } from './members.dto.js';
import { MembersService } from './members.service.js';

let test: TestApp;
let office: Person;
let constituent: Person;
let units: Map<string, string>;

const ROWS = [
  rosterRow({ name: '曾示范', workUnit: '连心县第一中学', post: '教师', field: '高中教育', township: '清溪镇' }),
  rosterRow({ name: '张演示', workUnit: '连心县人民医院', post: '主任医师', field: '基层医疗', sector: '医药卫生界' }),
  rosterRow({ name: '欧阳样例', workUnit: '清溪镇茶厂', field: '茶叶种植', sector: '农业界', committee: '提案委员会' }),
  rosterRow({ name: '安示例', workUnit: '100%_纯果汁!厂', field: '食品', sector: '经济界', township: '清溪镇' }),
  rosterRow({ name: '𠮷示范', workUnit: 'Lianxin IT公司', field: '软件', sector: '科学技术界' }),
];

beforeAll(async () => {
  test = await startTestApp();
  office = await createPerson(test, { roles: ['office'] });
  constituent = await createPerson(test);
  await createUnit(test, office, 'township', '清溪镇');
  await createUnit(test, office, 'committee', '提案委员会');
  await importMembers(test, office, ROWS);
  const { body } = await test.request<{ items: DirectoryUnit[] }>('GET', '/directory-units');
  units = new Map(body.items.map(({ name, id }) => [name, id]));
});
afterAll(() => test.stop());

const list = async (query: Record<string, string> = {}) => {
  const reply = await test.request<Page<MemberSummary>>('GET', `/members?${new URLSearchParams(query)}`);
  expect(reply.status).toBe(200);
  return reply.body;
};
const names = async (query: Record<string, string> = {}) => (await list(query)).items.map(({ name }) => name);
const idOf = async (name: string) => (await list({ query: name })).items[0]?.id ?? '';
const detailOf = async (id: string) => (await test.request<MemberDetail>('GET', `/members/${id}`)).body;

describe('the list', () => {
  it('is by pinyin, a surname read as a surname, and shows all that a card needs', async () => {
    const { items } = await list();
    expect(items.map(({ name }) => name)).toEqual(['安示例', '欧阳样例', '曾示范', '张演示', '𠮷示范']);
    expect(items[2]).toMatchObject({
      workUnit: '连心县第一中学',
      post: '教师',
      field: '高中教育',
      portraitUrl: null,
      sector: { id: units.get('教育界'), name: '教育界' },
      committee: null,
      township: { id: units.get('清溪镇'), name: '清溪镇' },
      figures: { letters: 0, answerRate: null, usualAnswerHours: null },
      acceptsLetters: true,
    });
  });

  it.each([
    ['张演示', ['张演示']],
    ['演示', ['张演示']],
    ['zys', ['张演示']],
    ['ZYS', ['张演示']],
    ['zhangyan', ['张演示']],
    ['zsf', ['曾示范']],
    ['csf', ['曾示范']],
    ['ouyang', ['欧阳样例']],
    ['oyyl', ['欧阳样例']],
    ['人民医院', ['张演示']],
    ['基层', ['张演示']],
    ['主任医师', ['张演示']],
    ['it公司', ['𠮷示范']],
    ['𠮷', ['𠮷示范']],
    ['县 教师', ['曾示范']],
    ['县 茶厂', []],
    ['%', ['安示例']],
    ['_', ['安示例']],
    ['!', ['安示例']],
    ["' OR 1=1 --", []],
    ['', ['安示例', '欧阳样例', '曾示范', '张演示', '𠮷示范']],
  ])('finds by %j', async (query, expected) => {
    expect(await names({ query })).toEqual(expected);
  });

  it('filters by each unit, work unit and field, all together', async () => {
    const id = (name: string) => units.get(name) ?? '';
    expect(await names({ sectorId: id('农业界') })).toEqual(['欧阳样例']);
    expect(await names({ committeeId: id('提案委员会') })).toEqual(['欧阳样例']);
    expect(await names({ townshipId: id('清溪镇') })).toEqual(['安示例', '曾示范']);
    expect(await names({ townshipId: id('清溪镇'), query: 'zeng' })).toEqual(['曾示范']);
    expect(await names({ workUnit: '茶厂' })).toEqual(['欧阳样例']);
    expect(await names({ field: '医疗', sectorId: id('农业界') })).toEqual([]);
  });

  it('goes on from page to page without a gap, also among people of the same name', async () => {
    const twins = Array.from({ length: 7 }, () => rosterRow({ name: '双胞胎', workUnit: '翻页测试厂' }));
    await importMembers(test, office, twins);
    const seen: string[] = [];
    let cursor: string | null = '';
    let pages = 0;
    while (cursor !== null) {
      const page: Page<MemberSummary> = await list({ workUnit: '翻页测试厂', limit: '3', ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      pages += 1;
    }
    expect(pages).toBe(3);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toEqual([...seen].sort());
  });

  it.each(['cursor=bad', 'limit=101', 'limit=x', 'sectorId=1', `query=${'长'.repeat(51)}`, 'sort=name'])(
    'refuses %s',
    async (query) => {
      expect((await test.request('GET', `/members?${query}`)).status).toBe(422);
    },
  );
});

it('searches by words are limited per address, the plain list is not', async () => {
  let last = 0;
  for (let count = 0; count <= 240 && last !== 429; count++) {
    last = (await test.request('GET', '/members?query=%E6%97%A0&limit=1')).status;
  }
  expect(last).toBe(429);
  expect((await test.request('GET', '/members')).status).toBe(200);
  test.clock.advanceDays(1 / 24);
  expect((await test.request('GET', '/members?query=%E6%97%A0')).status).toBe(200);
});

describe('a member', () => {
  it('has a page; an unknown one has none', async () => {
    const detail = await detailOf(await idOf('曾示范'));
    expect(detail).toMatchObject({ number: ROWS[0]?.number, term: '第十届', bio: null, version: 1 });
    expect((await test.request('GET', '/members/0199e8a0-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await test.request('GET', '/members/1')).status).toBe(400);
  });

  it('is changed by the office alone, and found by the new words', async () => {
    const id = await idOf('张演示');
    const { version } = await detailOf(id);
    const body = { name: '章演示', bio: '换了名字。', townshipId: units.get('清溪镇'), version };
    expect((await test.request('PATCH', `/members/${id}`, { body })).status).toBe(401);
    expect((await test.request('PATCH', `/members/${id}`, { token: constituent.token, body })).status).toBe(403);
    const changed = await test.request('PATCH', `/members/${id}`, { token: office.token, body });
    expect(changed.body).toMatchObject({ name: '章演示', bio: '换了名字。', version: version + 1 });
    expect(await names({ query: '章' })).toEqual(['章演示']);
    expect(await names({ query: '张演示' })).toEqual([]);
    const stale = await test.request('PATCH', `/members/${id}`, { token: office.token, body });
    expect(stale).toMatchObject({ status: 409, body: { current: { id, version: version + 1 } } });
    const back = { name: '张演示', townshipId: null, version: version + 1 };
    expect((await test.request('PATCH', `/members/${id}`, { token: office.token, body: back })).status).toBe(200);
  });

  it('takes only units of the right kind that are in use', async () => {
    const id = await idOf('张演示');
    const { version } = await detailOf(id);
    const body = { sectorId: units.get('清溪镇'), version };
    expect(await test.request('PATCH', `/members/${id}`, { token: office.token, body })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'sectorId' }] },
    });
    expect((await detailOf(id)).version).toBe(version);
  });

  it('who has left is in no list, but the page stays', async () => {
    await importMembers(test, office, [rosterRow({ name: '离任者' })]);
    const id = await idOf('离任者');
    const change = (active: boolean, version: number) =>
      test.request('PATCH', `/members/${id}`, { token: office.token, body: { active, version } });
    expect((await change(false, 1)).body.acceptsLetters).toBe(false);
    expect(await names({ query: '离任者' })).toEqual([]);
    expect(await detailOf(id)).toMatchObject({ name: '离任者', acceptsLetters: false });
    expect((await change(true, 2)).body.acceptsLetters).toBe(true);
  });

  it('shows a portrait to anybody; the one it replaces goes', async () => {
    const id = await idOf('欧阳样例');
    const bytes = await sharp({ create: { width: 60, height: 80, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer();
    const upload = async (person: Person) =>
      (await test.upload('POST', '/photos', { name: 'a.jpg', type: 'image/jpeg', bytes }, { token: person.token })).body
        .id;
    const change = (portraitPhotoId: string | null, version: number) =>
      test.request('PATCH', `/members/${id}`, { token: office.token, body: { portraitPhotoId, version } });
    const [first, foreign] = [await upload(office), await upload(constituent)];
    expect((await change(first, 1)).status).toBe(200);
    const [shown] = (await list({ query: '欧阳样例' })).items;
    expect(shown?.portraitUrl).toContain(first);
    expect((await test.request('GET', shown?.portraitUrl ?? '')).headers['content-type']).toBe('image/jpeg');
    expect(await change(foreign, 2)).toMatchObject({ status: 422, body: { errors: [{ field: 'portraitPhotoId' }] } });
    expect((await change(null, 2)).body.portraitUrl).toBeNull();
  });

  it('shows figures from three letters on', async () => {
    const members = test.app.get(MembersService);
    const id = await idOf('安示例');
    await members.setFigures(id, { letters: 2, answered: 1, usualAnswerHours: 5 });
    expect((await detailOf(id)).figures).toEqual({ letters: 2, answerRate: null, usualAnswerHours: null });
    await members.setFigures(id, { letters: 3, answered: 2, usualAnswerHours: 30.4 });
    expect((await detailOf(id)).figures).toEqual({ letters: 3, answerRate: 0.67, usualAnswerHours: 30 });
  });

  it('is given to other features in the order asked for', async () => {
    const members = test.app.get(MembersService);
    const ids = await Promise.all(['张演示', '安示例'].map(idOf));
    expect((await members.summariesOf([...ids, 'unknown'])).map(({ name }) => name)).toEqual(['张演示', '安示例']);
    expect((await members.list({ limit: 20, onlyIds: ids })).items).toHaveLength(2);
    expect((await members.list({ limit: 20, exceptIds: ids })).items.map(({ id }) => id)).not.toContain(ids[0]);
    expect((await members.list({ limit: 20, onlyIds: [] })).items).toEqual([]);
    expect(await members.find(ids[1] ?? '')).toMatchObject({
      sectorName: '经济界',
      townshipName: '清溪镇',
      active: true,
    });
    expect(await members.find('unknown')).toBeNull();
  });
});

describe('suggestions', () => {
  const suggest = (body: object) => test.request<MemberSuggestions>('POST', '/members/suggestions', { body });

  it('name members with a reason', async () => {
    const { status, body } = await suggest({ text: '我家孩子上高中，学校食堂的饭菜不好。' });
    expect(status).toBe(200);
    expect(body.items[0]).toMatchObject({ member: { name: '曾示范' }, reason: expect.stringContaining('高中教育') });
    expect(body.items.length).toBeLessThanOrEqual(5);
  });

  it('are none when nothing speaks for anybody, and refuse too long a text', async () => {
    expect((await suggest({ text: '' })).body.items).toEqual([]);
    expect((await suggest({ text: '你好' })).body.items).toEqual([]);
    expect((await suggest({ text: '长'.repeat(2051) })).status).toBe(422);
    expect((await suggest({})).status).toBe(422);
  });
});

it('leaves an audit log that holds together', async () => {
  expect(await test.app.get(Audit).verify()).toBeNull();
});
