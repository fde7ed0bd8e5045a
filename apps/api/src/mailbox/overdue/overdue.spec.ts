import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LetterWorld } from '../../../test/letters.js';
import type { Person } from '../../../test/people.js';

let world: LetterWorld;

/** A Monday of weeks without holidays, so that five working days are one week. */
const MONDAY = '2026-06-01T10:00:00+08:00';

beforeAll(async () => {
  world = await LetterWorld.start({ FIRST_ANSWER_WORKING_DAYS: '5' });
  world.test.clock.set(MONDAY);
  await world.passDays(0);
});

afterAll(async () => {
  await world.test.stop();
});

const list = async (query = '', by: Person = world.memberAffairs) => {
  const reply = await world.test.request('GET', `/desk/overdue-letters${query}`, { token: by.token });
  expect(reply.status).toBe(200);
  return reply.body;
};
const ids = async (query = '', by?: Person): Promise<string[]> =>
  (await list(query, by)).items.map(({ id }: { id: string }) => id);
const counts = async () =>
  (await world.test.request('GET', '/desk/overdue-counts', { token: world.office.token })).body;

describe('the desk of overdue letters', () => {
  let longest: string;
  let answered: string;
  let second: string;

  it('is empty while every letter has time', async () => {
    longest = await world.delivered({ title: '路灯坏了半个月' });
    answered = await world.delivered();
    await world.passDays(1);
    second = await world.delivered({ title: '水管漏水', memberId: world.colleague.memberId });
    expect(await ids()).toEqual([]);
    expect(await counts()).toEqual({ total: 0, bySector: [] });
  });

  it('shows the longest overdue first, with numbers and names but without a word of the text', async () => {
    await world.do(world.member, answered, 'answer');
    await world.passDays(9);
    expect(await ids()).toEqual([longest, second]);
    const { items } = await list();
    expect(items[0]).toMatchObject({
      title: '路灯坏了半个月',
      category: 'appeal',
      member: { id: world.member.memberId, name: '李文远', sectorName: '测试界别' },
      writerName: '张建国',
      due: '2026-06-08T23:59:59.999+08:00',
      overdueWorkingDays: 3,
      remindedAt: null,
    });
    expect(items[1]).toMatchObject({ due: '2026-06-09T23:59:59.999+08:00', overdueWorkingDays: 2 });
    expect(JSON.stringify(items)).not.toContain('老人晚上出门不方便');
    expect(await counts()).toEqual({
      total: 2,
      bySector: [{ sectorId: world.sectorId, name: '测试界别', count: 2 }],
    });
  });

  it('is searched by title and number, by sector, and page by page', async () => {
    const { items } = await list();
    expect(await ids(`?query=${encodeURIComponent('水管')}`)).toEqual([second]);
    expect(await ids(`?query=${encodeURIComponent(items[0].reference)}`)).toEqual([longest]);
    expect(await ids(`?query=${encodeURIComponent('%')}`)).toEqual([]);
    expect(await ids(`?sectorId=${world.sectorId}`)).toEqual([longest, second]);
    expect(await ids('?sectorId=018f0000-0000-7000-8000-000000000000')).toEqual([]);
    const first = await list('?limit=1');
    expect(first.items.map(({ id }: { id: string }) => id)).toEqual([longest]);
    const next = await list(`?limit=1&cursor=${first.nextCursor}`);
    expect(next.items.map(({ id }: { id: string }) => id)).toEqual([second]);
    expect(next.nextCursor).toBeNull();
  });

  it('tells the member and every account of member affairs, once, and puts it into the journey', async () => {
    const noticesOf = async (by: Person, kind: string): Promise<string[]> =>
      (await world.test.request('GET', '/notices?limit=100', { token: by.token })).body.items
        .filter((notice: { kind: string; letterId: string }) => notice.kind === kind && notice.letterId === longest)
        .map(({ title }: { title: string }) => title);
    expect(await noticesOf(world.memberAffairs, 'letter_overdue')).toHaveLength(1);
    expect((await noticesOf(world.member, 'letter_due')).sort()).toEqual(
      ['有来信今天到期', '有来信即将到期', '有来信已超期'].sort(),
    );
    const { body: letter } = await world.show(world.writer, longest);
    expect(letter.journey.filter(({ type }) => type === 'letter_overdue')).toHaveLength(1);
    const { body: onTime } = await world.show(world.writer, answered);
    expect(onTime.journey.map(({ type }) => type)).not.toContain('letter_overdue');
  });

  it('opens an overdue letter to the office, which may remind the member once a day', async () => {
    expect((await world.show(world.office, longest)).status).toBe(200);
    expect((await world.show(world.office, answered)).status).toBe(404);
    expect((await world.act(world.memberAffairs, longest, 'remind')).status).toBe(200);
    expect((await world.act(world.memberAffairs, longest, 'remind')).status).toBe(409);
    const { items } = await list();
    expect(items[0].remindedAt).toMatch(/^2026-06-11T.*\+08:00$/);
  });

  it('loses a letter once it is answered, handed on or withdrawn', async () => {
    await world.do(world.member, longest, 'answer');
    expect(await ids()).toEqual([second]);
    await world.act(world.writer, second, 'withdraw');
    expect(await ids()).toEqual([]);
    const handedOn = await world.delivered();
    await world.passDays(14);
    expect(await ids()).toEqual([handedOn]);
    const { body: seen } = await world.show(world.office, handedOn);
    const body = { version: seen.version, ...world.bodyOf('transfer') };
    expect((await world.post(world.office, handedOn, 'transfer', body)).status).toBeLessThan(300);
    expect(await ids()).toEqual([]);
  });

  it.each([
    ['a visitor', () => undefined, 401],
    ['a constituent', () => world.writer.token, 403],
    ['a member', () => world.member.token, 403],
  ])('is not for %s', async (_, token, status) => {
    for (const path of ['/desk/overdue-letters', '/desk/overdue-counts']) {
      expect((await world.test.request('GET', path, { token: token() })).status).toBe(status);
    }
  });
});
