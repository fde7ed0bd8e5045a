import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutcomeWorld } from '../../../test/outcomes.js';

let world: OutcomeWorld;
let letterId: string;

beforeAll(async () => {
  world = await OutcomeWorld.start({ RELAY_WORKING_DAYS: '5' });
  world.test.clock.set('2026-03-05T10:00:00+08:00');
  await world.passDays(0);
  letterId = await world.letters.delivered({ title: '路灯不亮', text: '我们这儿的路灯坏了半个月了。' });
  const second = await world.letters.delivered({ memberId: world.second.memberId });
  await world.fedBack([
    { ref: await world.opinion(world.author, [letterId], { title: '关于路灯的意见' }) },
    { ref: await world.opinion(world.second, [second]) },
  ]);
});
afterAll(() => world.test.stop());

const board = async (box: string, by = world.letters.memberAffairs) =>
  (await world.must(by, 'GET', `/desk/relay-board?box=${box}`)).items;
const counts = () => world.must(world.office, 'GET', '/desk/relay-board/counts');

describe('the board of what was not relayed', () => {
  it('shows who owes it and never a word of the letter', async () => {
    const rows = await board('all');
    expect(rows).toHaveLength(2);
    expect(rows.find(({ memberName }: { memberName: string }) => memberName === '李文远')).toMatchObject({
      sectorName: '测试界别',
      opinion: { title: '关于路灯的意见' },
      deadline: 'on_time',
      overdueWorkingDays: 0,
      allowedActions: ['remind'],
    });
    expect(JSON.stringify(rows)).not.toMatch(/路灯坏了半个月|张建国|《路灯不亮》/);
    expect(await board('due')).toEqual([]);
    expect(await counts()).toEqual({ due: 0, overdue: 0, all: 2, membersOverdue: 0 });
  });

  it('is reminded of on the day and after it, once each, and then rises to member affairs', async () => {
    await world.passDays(6.98);
    expect(await board('due')).toHaveLength(2);
    expect(await world.notices(world.author, 'relay_due')).toMatchObject([{ title: '今天请把结果转告群众' }]);
    await world.passDays(1);
    expect(await board('overdue')).toHaveLength(2);
    expect(await counts()).toEqual({ due: 0, overdue: 2, all: 2, membersOverdue: 2 });
    expect((await world.notices(world.author, 'relay_due')).map(({ title }) => title)).toEqual([
      '有结果还没有转告群众，已超期',
      '今天请把结果转告群众',
    ]);
    expect(await world.notices(world.letters.memberAffairs, 'relay_overdue')).toHaveLength(2);
    expect(await world.must(world.author, 'GET', '/relays/counts')).toMatchObject({ waiting: 1, overdue: 1 });
  });

  it('lets a desk remind the member, once a day and on the present version', async () => {
    const [row] = await board('overdue');
    const remind = (version: number, by = world.letters.memberAffairs) =>
      world.ask(by, 'POST', `/desk/relays/${row.id}/remind`, { version });
    expect((await remind(row.version + 1)).body.code).toBe('version_conflict');
    const { body: reminded } = await remind(row.version);
    expect(reminded.remindedAt).not.toBeNull();
    expect((await remind(reminded.version)).body.code).toBe('action_not_allowed');
    await world.passDays(1);
    expect((await remind(reminded.version)).status).toBe(200);
  });

  it('goes page by page, the earliest due first, and loses what was sent', async () => {
    const first = await world.must(world.office, 'GET', '/desk/relay-board?box=all&limit=1');
    const next = await world.must(world.office, 'GET', `/desk/relay-board?box=all&limit=1&cursor=${first.nextCursor}`);
    expect(next.nextCursor).toBeNull();
    expect(next.items[0].id).not.toBe(first.items[0].id);
    await world.relayAll(world.author);
    expect(await counts()).toMatchObject({ all: 1 });
    const done = await world.relays(world.author, 'sent');
    const { version } = done[0] ?? { version: 0 };
    const path = `/desk/relays/${done[0]?.id}/remind`;
    expect((await world.ask(world.office, 'POST', path, { version })).body.code).toBe('action_not_allowed');
  });

  it.each([
    ['a constituent', () => world.writer],
    ['a member', () => world.author],
    ['a leader', () => world.leader],
  ])('is not for %s', async (_, person) => {
    for (const path of ['/desk/relay-board?box=all', '/desk/relay-board/counts']) {
      expect((await world.ask(person(), 'GET', path)).status).toBe(403);
    }
  });
});
