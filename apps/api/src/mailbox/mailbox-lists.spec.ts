import { MAILBOX_BOXES, type MailboxBox } from '@lianxin/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LetterWorld, type MemberPerson } from '../../test/letters.js';
import { createPerson } from '../../test/people.js';
import type { LetterSummary, MailboxLetter } from './letters.views.js';

let world: LetterWorld;

beforeAll(async () => {
  world = await LetterWorld.start();
  world.test.clock.set('2026-03-02T02:00:00Z');
  await world.passDays(0);
});

afterAll(() => world.test.stop());

interface Items<T> {
  items: T[];
  nextCursor: string | null;
}

/** All pages of a list, three rows each. */
async function pages<T>(path: string, token: string): Promise<T[]> {
  const rows: T[] = [];
  for (let cursor = ''; ; ) {
    const { status, body } = await world.test.request<Items<T>>('GET', `${path}limit=3${cursor}`, { token });
    expect(status).toBe(200);
    expect(body.items.length).toBeLessThanOrEqual(3);
    rows.push(...body.items);
    if (!body.nextCursor) return rows;
    cursor = `&cursor=${body.nextCursor}`;
  }
}

const inbox = (member: MemberPerson, query: string) => pages<MailboxLetter>(`/mailbox/letters?${query}&`, member.token);

describe('the boxes of an inbox', () => {
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    ids.overdue = await world.delivered({ title: '超期' });
    await world.passDays(6);
    ids.dueSoon = await world.delivered({ title: '快到期' });
    ids.snoozed = await world.delivered({ title: '稍后' });
    await world.passDays(6);
    ids.opened = await world.delivered({ title: '已读' });
    await world.do(world.member, ids.opened, 'open');
    ids.fresh = await world.delivered({ title: '新的' });
    ids.answered = await world.letterIn('answered');
    ids.closed = await world.letterIn('closed');
    ids.returned = await world.letterIn('returned');
    await world.letterIn('screening');
    await world.letterIn('withheld');
    await world.letterIn('withdrawn');
    await world.delivered({ memberId: world.colleague.memberId });
    const until = new Date(world.test.clock.now().getTime() + 3 * 86_400_000).toISOString();
    await world.do(world.member, ids.snoozed ?? '', 'snooze', { until });
  });

  /** Titles by name, in the order that the box shows. 2026-03-14 is a Saturday: 6 days after the 8th five working days end on the 13th. */
  const expected: Record<MailboxBox, string[]> = {
    new: ['fresh', 'snoozed', 'dueSoon', 'overdue'],
    waiting: ['overdue', 'dueSoon', 'opened', 'fresh'],
    due_soon: [],
    overdue: ['overdue', 'snoozed', 'dueSoon'],
    answered: ['answered'],
    snoozed: ['snoozed'],
    all: ['returned', 'closed', 'answered', 'fresh', 'opened', 'snoozed', 'dueSoon', 'overdue'],
  };

  it.each(MAILBOX_BOXES)('%s', async (box) => {
    const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
    const rows = await inbox(world.member, `box=${box}`);
    const shown = rows.map(({ id }) => names.get(id));
    if (box === 'overdue') expect([...shown].sort()).toEqual([...expected[box]].sort());
    else expect(shown).toEqual(expected[box]);
    const { body } = await world.test.request('GET', '/mailbox/counts', { token: world.member.token });
    expect(body[box]).toBe(expected[box].length);
  });

  it('earliest due first where something must be done', async () => {
    for (const box of ['waiting', 'overdue']) {
      const due = (await inbox(world.member, `box=${box}`)).map((row) => row.due);
      expect(due).toEqual([...due].sort());
    }
  });

  it('what is due within the next working day is due soon', async () => {
    const id = await world.delivered();
    const { due } = await world.row(id);
    world.test.clock.set(new Date((due?.getTime() ?? 0) - 20 * 3_600_000));
    await world.passDays(0);
    const rows = await inbox(world.member, 'box=due_soon');
    expect(rows.find((row) => row.id === id)?.deadline).toBe('due_soon');
  });

  it('are empty for a member whom nobody wrote to', async () => {
    const member = await world.memberPerson('没有来信');
    const { body } = await world.test.request('GET', '/mailbox/counts', { token: member.token });
    expect(body).toEqual(Object.fromEntries(MAILBOX_BOXES.map((box) => [box, 0])));
    expect(await inbox(member, 'box=all')).toEqual([]);
  });
});

describe('finding a letter', () => {
  let member: MemberPerson;

  beforeAll(async () => {
    member = await world.memberPerson('查找委员');
    const memberId = member.memberId;
    await world.delivered({ memberId, title: '水费 100% 涨价', text: '自来水收费标准不清楚。', category: 'inquiry' });
    await world.delivered({
      memberId,
      title: '公园建议',
      text: '建议在河边建一个口袋公园_长椅多些。',
      category: 'suggestion',
      townshipId: world.townshipId,
    });
  });

  it.each([
    ['query=水费', 1],
    ['query=自来水', 1],
    ['query=口袋公园', 1],
    ['query=100%25', 1],
    ['query=%25', 1],
    ['query=_', 1],
    ['query=!', 0],
    ["query='", 0],
    ['query=建议', 1],
    ['category=inquiry', 1],
    ['category=opinion', 0],
    ['query=水费&category=suggestion', 0],
  ])('%s: %d', async (query, found) => {
    expect(await inbox(member, query)).toHaveLength(found);
  });

  it('by township and by number', async () => {
    const [letter] = await inbox(member, `townshipId=${world.townshipId}`);
    expect(letter).toMatchObject({ title: '公园建议', townshipName: '清河镇' });
    const number = encodeURIComponent(letter?.reference.slice(3) ?? '');
    expect((await inbox(member, `query=${number}`)).map(({ id }) => id)).toEqual([letter?.id]);
  });

  it.each([
    'box=spam',
    'category=spam',
    'townshipId=1',
    'limit=0',
    'limit=101',
    'cursor=%21',
    'cursor=abc',
    'page=2',
    `query=${'字'.repeat(51)}`,
  ])('refuses %s', async (query) => {
    const reply = await world.test.request('GET', `/mailbox/letters?${query}`, { token: member.token });
    expect(reply.status).toBe(422);
  });

  it('a page goes on where the one before ended while new letters arrive', async () => {
    const busy = await world.memberPerson('很忙委员');
    const sent: string[] = [];
    for (let n = 0; n < 6; n += 1) sent.unshift(await world.delivered({ memberId: busy.memberId }));
    const first = await world.test.request<Items<MailboxLetter>>('GET', '/mailbox/letters?limit=3', {
      token: busy.token,
    });
    await world.delivered({ memberId: busy.memberId });
    const second = await world.test.request<Items<MailboxLetter>>(
      'GET',
      `/mailbox/letters?limit=3&cursor=${first.body.nextCursor}`,
      { token: busy.token },
    );
    expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual(sent);
    expect(second.body.nextCursor).toBeNull();
  });
});

describe("the writer's letters", () => {
  it('have news first, unread marks, a search and a filter', async () => {
    const writer = await createPerson(world.test, { name: '多信人' });
    const first = await world.delivered({ title: '第一封' }, writer);
    const second = await world.delivered({ title: '第二封' }, writer);
    await world.do(world.member, first, 'answer');
    const rows = await pages<LetterSummary>('/letters?', writer.token);
    expect(rows.map(({ id, unread, state }) => [id, unread, state])).toEqual([
      [first, true, 'answered'],
      [second, false, 'delivered'],
    ]);
    expect(rows[1]?.nextStep).toMatch(/^李文远委员会在\d+月\d+日\(周.\)前答复您。$/);
    expect((await world.test.request('GET', '/letters/counts', { token: writer.token })).body).toEqual({
      all: 2,
      unread: 1,
    });
    const of = async (query: string) =>
      (await pages<LetterSummary>(`/letters?${query}&`, writer.token)).map(({ id }) => id);
    expect([await of('query=第二'), await of('state=answered'), await of('query=没有')]).toEqual([
      [second],
      [first],
      [],
    ]);
    await world.test.request('POST', `/letters/${first}/read`, { token: writer.token });
    expect((await world.test.request('GET', '/letters/counts', { token: writer.token })).body.unread).toBe(0);
  });

  it('that are like the words so far are offered, the own ones only', async () => {
    const writer = await createPerson(world.test, { name: '相似人' });
    const own = await world.delivered({ title: '校门口拥堵', text: '实验小学门口早晚接送拥堵严重。' }, writer);
    await world.delivered({ title: '校门口拥堵', text: '实验小学门口早晚接送实在拥堵。' }, world.neighbour);
    const ask = (title: string, text: string) =>
      world.test.request('POST', '/letters/similar', { token: writer.token, body: { title, text } });
    const like = await ask('校门口', '实验小学门口接送拥堵');
    expect((like.body.own as LetterSummary[]).map(({ id }) => id)).toEqual([own]);
    expect((await ask('医保', '外地看病怎么报销')).body.own).toEqual([]);
    expect((await ask('', '')).body).toEqual({ own: [], published: [] });
  });
});

describe('the figures of a member', () => {
  it('are shown from three letters on: how many, how many answered, the usual hours to the first answer', async () => {
    const member = await world.memberPerson('有数委员');
    const figures = async () => (await world.test.request('GET', `/members/${member.memberId}`)).body.figures;
    for (const days of [1, 2, 6]) {
      const id = await world.delivered({ memberId: member.memberId });
      await world.passDays(days);
      await world.signInAgain(member);
      if (days < 6) await world.do(member, id, 'answer');
    }
    await world.test.settle();
    expect(await figures()).toEqual({ letters: 3, answerRate: 0.67, usualAnswerHours: 36 });
  });
});
