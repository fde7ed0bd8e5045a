import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LetterWorld, type Refusal } from '../../test/letters.js';
import { createPerson } from '../../test/people.js';
import { Database } from '../platform/database/database.js';
import { JourneyEvent } from '../platform/journey/journey-event.entity.js';
import { LetterMessage } from './letter-message.entity.js';
import type { LetterView } from './letters.views.js';

let world: LetterWorld;

beforeAll(async () => {
  world = await LetterWorld.start();
});

afterAll(() => world.test.stop());

const messagesOf = (letterId: string) => world.test.app.get(Database).read.findBy(LetterMessage, { letterId });
const statuses = (replies: { status: number }[]) => replies.map(({ status }) => status).sort();

describe('two devices at once', () => {
  it('answer: one answer is kept and the second is told', async () => {
    const id = await world.delivered();
    const { version } = (await world.show(world.member, id)).body;
    const answer = (text: string) => world.post<Refusal>(world.member, id, 'answer', { version, text, photoIds: [] });
    const replies = await Promise.all([answer('手机上写的答复。'), answer('电脑上写的答复。')]);
    expect(statuses(replies)).toEqual([200, 409]);
    const refused = replies.find(({ status }) => status === 409)?.body;
    expect(refused).toMatchObject({ code: 'version_conflict', current: { version: version + 1 } });
    expect(refused?.detail).toContain('委员刚刚提交了处理意见，正在审核');
    await world.decideAll('pass');
    expect((await messagesOf(id)).filter(({ author }) => author === 'member')).toHaveLength(1);
  });

  it('withdraw and answer: one of them wins', async () => {
    for (let round = 0; round < 4; round += 1) {
      const id = await world.delivered();
      const { version } = (await world.show(world.member, id)).body;
      const withdraw = () => world.post(world.writer, id, 'withdraw', { version });
      const answer = () => world.post(world.member, id, 'answer', { version, text: '马上办。', photoIds: [] });
      const replies = await Promise.all(round % 2 ? [withdraw(), answer()] : [answer(), withdraw()]);
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
      await world.decideAll('pass');
      const { state } = await world.row(id);
      const withdrew = replies[round % 2 ? 0 : 1]?.status === 200;
      expect(state).toBe(withdrew ? 'withdrawn' : 'answered');
    }
  });

  it('a letter withdrawn while its answer is checked stays withdrawn, and nobody is told of an answer', async () => {
    const id = await world.delivered();
    expect((await world.act(world.member, id, 'answer')).status).toBe(200);
    expect((await world.act(world.writer, id, 'withdraw')).status).toBe(200);
    await world.decideAll('pass');
    const { body } = await world.show(world.writer, id);
    expect([body.state, body.messages.map(({ author }) => author)]).toEqual(['withdrawn', ['writer']]);
    const events = await world.test.app.get(Database).read.findBy(JourneyEvent, { subjectId: id });
    expect(events.map(({ type }) => type)).not.toContain('letter_answered');
  });

  it("two members' transfers: the letter goes to one of them", async () => {
    const id = await world.delivered();
    const { version } = (await world.show(world.member, id)).body;
    const third = await world.memberPerson('钱第三');
    const reason = '请您来办。';
    const replies = await Promise.all(
      [world.colleague, third].map(({ memberId }) =>
        world.post(world.member, id, 'transfer', { version, toMemberId: memberId, reason }),
      ),
    );
    expect(statuses(replies)).toEqual([204, 409]);
    await world.decideAll('pass');
    const events = await world.test.app.get(Database).read.findBy(JourneyEvent, { subjectId: id });
    expect(events.filter(({ type }) => type === 'letter_transferred')).toHaveLength(1);
  });
});

describe('a retry with the same key', () => {
  it('of sending gets the first letter, at once and later', async () => {
    const key = uuidv7();
    const body = world.input();
    const { token } = await createPerson(world.test, { name: '重试人' });
    const send = () => world.test.request<LetterView>('POST', '/letters', { token, body, key });
    const replies = await Promise.all([send(), send(), send()]);
    replies.push(await send());
    expect(statuses(replies)).toEqual([201, 201, 201, 201]);
    expect(new Set(replies.map(({ body: { id } }) => id)).size).toBe(1);
    expect((await world.test.request('GET', '/letters/counts', { token })).body).toEqual({ all: 1, unread: 0 });
  });

  it('of an answer adds one message', async () => {
    const id = await world.delivered();
    const { version } = (await world.show(world.member, id)).body;
    const key = uuidv7();
    const body = { version, text: '已经在办。', photoIds: [] };
    const first = await world.post(world.member, id, 'answer', body, key);
    const second = await world.post(world.member, id, 'answer', body, key);
    expect([first.status, second.status, second.body.version]).toEqual([200, 200, first.body.version]);
    expect(await messagesOf(id)).toHaveLength(2);
  });
});

describe('numbers', () => {
  it('have no gaps and no doubles when many write at once and some are refused', async () => {
    const people = await Promise.all(
      Array.from({ length: 12 }, (_, index) => createPerson(world.test, { name: `写信人${index}` })),
    );
    const replies = await Promise.all(
      people.map(({ token }, index) => {
        const photoIds = index % 4 === 3 ? [uuidv7()] : [];
        return world.test.request<LetterView>('POST', '/letters', { token, body: world.input({ photoIds }) });
      }),
    );
    expect(statuses(replies)).toEqual([...Array(9).fill(201), ...Array(3).fill(422)]);
    const numbers = replies
      .filter(({ status }) => status === 201)
      .map(({ body }) => Number(/^来信 \d{4}-(\d{6})$/.exec(body.reference)?.[1]))
      .sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
  });

  it('start anew in a new year of Asia/Shanghai', async () => {
    world.test.clock.set('2027-12-31T15:59:30Z');
    const last = await createPerson(world.test, { name: '年末' });
    const old = await world.send({}, last);
    world.test.clock.set('2027-12-31T16:00:30Z');
    const first = await world.send({}, await createPerson(world.test, { name: '年初' }));
    expect([old.body.reference.slice(0, 8), first.body.reference]).toEqual(['来信 2027-', '来信 2028-000001']);
  });
});
