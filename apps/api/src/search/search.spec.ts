import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LetterWorld } from '../../test/letters.js';
import type { Person } from '../../test/people.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/outbox/outbox.js';
import type { SearchHit } from './search.dto.js';

let world: LetterWorld;

beforeAll(async () => {
  world = await LetterWorld.start();
});
afterAll(() => world.test.stop());

const get = (by: Person | undefined, query: string, more = '') =>
  world.test.request<{ items: SearchHit[]; nextCursor: string | null; code?: string; detail?: string }>(
    'GET',
    `/search?query=${encodeURIComponent(query)}${more}`,
    { token: by?.token },
  );
const idsOf = async (by: Person, query: string, more = ''): Promise<string[]> => {
  const { status, body } = await get(by, query, more);
  expect(status).toBe(200);
  return body.items.map(({ id }) => id);
};

describe('a search over letters', () => {
  let id: string;

  it('finds a letter for its writer and its addressee, and for nobody else', async () => {
    id = await world.delivered({ title: '村口水井干了', text: '今年天旱，村口的水井已经干了，吃水要到三里外去挑。' });
    expect(await idsOf(world.writer, '水井 挑')).toEqual([id]);
    const { body } = await get(world.member, '三里外');
    expect(body.items).toMatchObject([
      { kind: 'letter', id, as: 'addressee', title: '村口水井干了', titleMarks: [], state: 'delivered' },
    ]);
    const [hit] = body.items;
    expect(hit?.reference).toMatch(/^来信 \d{4}-\d+$/);
    expect(hit?.excerptMarks.map(({ start, end }) => hit.excerpt.slice(start, end))).toEqual(['三里外']);
    for (const other of [world.neighbour, world.colleague, world.office, world.memberAffairs]) {
      expect(await idsOf(other, '水井')).toEqual([]);
    }
  });

  it('finds what was answered, but nothing that has not passed the check', async () => {
    await world.do(world.member, id, 'answer', { text: '打井队下周进村，先打一口机井。' });
    expect(await idsOf(world.writer, '机井')).toEqual([id]);
    await world.act(world.writer, id, 'follow_up', { text: '请问水泵谁来买？' });
    expect(await idsOf(world.writer, '水泵')).toEqual([]);
    await world.decideAll('pass');
    expect(await idsOf(world.member, '水泵 机井')).toEqual([id]);
  });

  it('follows a letter into another mailbox', async () => {
    await world.do(world.member, id, 'transfer');
    expect(await idsOf(world.member, '水井')).toEqual([]);
    expect(await idsOf(world.colleague, '水井')).toEqual([id]);
    expect((await get(world.writer, '水井')).body.items).toMatchObject([{ as: 'writer' }]);
  });

  it('leaves a letter that was taken back to its writer', async () => {
    const taken = await world.delivered({ title: '渡口停摆', text: '渡口的船坏了。' });
    expect(await idsOf(world.member, '渡口')).toEqual([taken]);
    await world.act(world.writer, taken, 'withdraw');
    expect(await idsOf(world.member, '渡口')).toEqual([]);
    expect(await idsOf(world.writer, '渡口')).toEqual([taken]);
  });

  it('goes newest first, page by page, and by kind', async () => {
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1)
      made.unshift(await world.delivered({ text: `水库第 ${count} 次开闸。` }));
    const pages: string[] = [];
    let more = '&limit=2';
    for (let turns = 0; more && turns < 10; turns += 1) {
      const { body } = await get(world.member, '水库 开闸', more);
      pages.push(...body.items.map((hit) => hit.id));
      more = body.nextCursor ? `&limit=2&cursor=${body.nextCursor}` : '';
    }
    expect(pages).toEqual(made);
    expect(await idsOf(world.member, '水库', '&kind=letter')).toEqual(made);
    expect(await idsOf(world.member, '水库', '&kind=opinion')).toEqual([]);
    expect(await idsOf(world.writer, '水库', '&kind=digest')).toEqual([]);
  });

  it('says what it needs', async () => {
    expect((await get(undefined, '水库')).status).toBe(401);
    expect((await get(world.writer, '水')).status).toBe(422);
    expect((await get(world.writer, '，。！')).status).toBe(422);
    expect((await get(world.writer, '水库', '&cursor=bm90aGluZw')).status).toBe(422);
    expect((await get(world.writer, '水库', '&kind=member')).status).toBe(422);
    expect((await get(world.writer, '水库', '&every=1')).status).toBe(422);
  });
});

it('letters of an older version are found once the upgrade has caught up', async () => {
  const id = await world.delivered({ text: '老城墙的砖松了。' });
  const database = world.test.app.get(Database);
  await database.write(async (manager) => {
    for (const table of ['text_documents', 'text_grams', 'text_scopes']) await manager.query(`DELETE FROM ${table}`);
  });
  expect(await idsOf(world.writer, '城墙')).toEqual([]);
  await world.test.app.get(Outbox).emit('search.letters', { after: '' });
  await world.test.settle();
  expect(await idsOf(world.writer, '城墙')).toEqual([id]);
  expect(await idsOf(world.member, '城墙')).toEqual([id]);
});
