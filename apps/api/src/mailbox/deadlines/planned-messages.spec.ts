import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LetterWorld } from '../../../test/letters.js';
import type { Person } from '../../../test/people.js';
import { PlannedMessages } from './planned-messages.js';

let world: LetterWorld;

beforeAll(async () => {
  world = await LetterWorld.start({ FIRST_ANSWER_WORKING_DAYS: '5', CLOSING_WORKING_DAYS: '10' });
  world.test.clock.set('2026-06-01T10:00:00+08:00');
  await world.passDays(0);
});

afterAll(async () => {
  await world.test.stop();
});

const noticesOf = async (by: Person, letterId: string, kind: string): Promise<string[]> =>
  (await world.test.request('GET', '/notices?limit=100', { token: by.token })).body.items
    .filter((notice: { kind: string; letterId: string }) => notice.kind === kind && notice.letterId === letterId)
    .map(({ title }: { title: string }) => title);
const stepsOf = async (letterId: string, type: string): Promise<number> =>
  (await world.show(world.writer, letterId)).body.journey.filter((step) => step.type === type).length;

describe('reminders of a letter that waits for an answer', () => {
  it('come the working day before, on the day and after it', async () => {
    const id = await world.delivered();
    const titles: string[][] = [];
    for (const days of [3, 1, 3, 1]) {
      await world.passDays(days);
      titles.push(await noticesOf(world.member, id, 'letter_due'));
    }
    expect(titles.map((list) => list.length)).toEqual([0, 1, 2, 3]);
    expect(titles[3]).toEqual(['有来信已超期', '有来信今天到期', '有来信即将到期']);
  });

  it.each(['answer', 'refer', 'return'] as const)('stop after %s', async (action) => {
    const id = await world.delivered();
    await world.do(world.member, id, action);
    await world.passDays(14);
    expect(await noticesOf(world.member, id, 'letter_due')).toEqual([]);
    expect(await stepsOf(id, 'letter_overdue')).toBe(0);
  });

  it('start anew for the member to whom a letter is handed on', async () => {
    const id = await world.delivered();
    await world.passDays(5);
    const body = { version: (await world.show(world.member, id)).body.version, ...world.bodyOf('transfer') };
    expect((await world.post(world.member, id, 'transfer', body)).status).toBeLessThan(300);
    await world.decideAll('pass');
    const before = (await noticesOf(world.member, id, 'letter_due')).length;
    await world.passDays(4);
    expect(await noticesOf(world.member, id, 'letter_due')).toHaveLength(before);
    expect(await stepsOf(id, 'letter_overdue')).toBe(0);
    await world.passDays(10);
    expect(await noticesOf(world.colleague, id, 'letter_due')).toHaveLength(3);
    expect(await stepsOf(id, 'letter_overdue')).toBe(1);
  });

  it('bear being handled twice', async () => {
    const id = await world.delivered();
    const due = (await world.row(id)).due?.toISOString() ?? '';
    await world.passDays(14);
    await world.test.app.get(PlannedMessages).remind({ letterId: id, due, when: 'overdue' });
    await world.test.settle();
    expect(await stepsOf(id, 'letter_overdue')).toBe(1);
    expect(await noticesOf(world.memberAffairs, id, 'letter_overdue')).toHaveLength(1);
  });
});

describe('an answered letter about which nobody writes any more', () => {
  it('closes at the end of its last working day, asks for a rating and may be rated', async () => {
    const id = await world.delivered();
    await world.do(world.member, id, 'answer');
    const { closingDue } = (await world.show(world.writer, id)).body;
    world.test.clock.set(closingDue ?? '');
    await world.passDays(-0.01);
    expect((await world.show(world.writer, id)).body.state).toBe('answered');
    await world.passDays(0.02);
    const { body: closed } = await world.show(world.writer, id);
    expect(closed).toMatchObject({ state: 'closed', closingDue: null });
    expect(closed.allowedActions).toEqual(expect.arrayContaining(['rate', 'reopen']));
    expect(await stepsOf(id, 'letter_closed')).toBe(1);
    expect(await noticesOf(world.writer, id, 'letter_closed')).toHaveLength(1);
  });

  it('stays open when its writer asks again, until that is answered as well', async () => {
    const id = await world.delivered();
    await world.do(world.member, id, 'answer');
    await world.passDays(5);
    await world.do(world.writer, id, 'follow_up');
    await world.passDays(60);
    expect((await world.show(world.writer, id)).body.state).toBe('opened');
    await world.do(world.member, id, 'answer');
    await world.passDays(30);
    expect((await world.show(world.writer, id)).body.state).toBe('closed');
    expect(await stepsOf(id, 'letter_closed')).toBe(1);
  });
});
