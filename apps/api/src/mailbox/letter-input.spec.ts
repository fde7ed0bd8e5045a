import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LetterInput, LetterWorld, type Refusal } from '../../test/letters.js';
import { createPerson } from '../../test/people.js';
import { Database } from '../platform/database/database.js';
import { Letter } from './letter.entity.js';
import { LetterMessage } from './letter-message.entity.js';
import type { LetterView } from './letters.views.js';

let world: LetterWorld;
let foreignPhoto: string;
let attachedPhoto: string;

beforeAll(async () => {
  world = await LetterWorld.start();
  foreignPhoto = await world.photo(world.neighbour);
  attachedPhoto = await world.photo(world.writer);
  await world.delivered({ photoIds: [attachedPhoto] });
});

afterAll(() => world.test.stop());

async function stored(): Promise<number[]> {
  const { read } = world.test.app.get(Database);
  return [await read.count(Letter), await read.count(LetterMessage)];
}

describe('what is wrong with a new letter is said, and nothing is stored', () => {
  const wrong: [what: string, field: string, over: () => LetterInput][] = [
    ['a title of 51 characters', 'title', () => ({ title: '𠮷'.repeat(51) })],
    ['a text of 2,001 characters', 'text', () => ({ text: '信'.repeat(2001) })],
    ['an empty title', 'title', () => ({ title: '   ' })],
    ['a title that is missing', 'title', () => ({ title: undefined })],
    ['a text that shows nothing', 'text', () => ({ text: '\u200B\u200D\u2060\uFEFF \u3164' })],
    ['a text that is a number', 'text', () => ({ text: 12 })],
    ['a text that is a list', 'text', () => ({ text: ['路灯坏了'] })],
    ['control characters', 'text', () => ({ text: '路灯\u0000坏了' })],
    ['half a character', 'text', () => ({ text: '路灯\uD842坏了' })],
    ['HTML', 'text', () => ({ text: '<script>alert(1)</script>路灯坏了' })],
    ['HTML in the title', 'title', () => ({ title: '<b>路灯</b>' })],
    ['an unknown field', 'urgent', () => ({ urgent: true })],
    ['a category that does not exist', 'category', () => ({ category: 'spam' })],
    ['a way of showing the name that does not exist', 'nameDisplay', () => ({ nameDisplay: 'nickname' })],
    ['consent that is a text', 'consentOpinion', () => ({ consentOpinion: 'yes' })],
    ['a member id that is none', 'memberId', () => ({ memberId: '1' })],
    ['a member who does not exist', 'memberId', () => ({ memberId: uuidv7() })],
    ['a township that does not exist', 'townshipId', () => ({ townshipId: uuidv7() })],
    ['a sector as the township', 'townshipId', () => ({ townshipId: world.sectorId })],
    ['ten photos', 'photoIds', () => ({ photoIds: Array.from({ length: 10 }, () => uuidv7()) })],
    ['the same photo twice', 'photoIds', () => ({ photoIds: [foreignPhoto, foreignPhoto] })],
    ['a photo that does not exist', 'photoIds', () => ({ photoIds: [uuidv7()] })],
    ["somebody else's photo", 'photoIds', () => ({ photoIds: [foreignPhoto] })],
    ['a photo that is in another letter', 'photoIds', () => ({ photoIds: [attachedPhoto] })],
    ['a latitude of 91', 'place.latitude', () => ({ place: { name: '东门', latitude: 91, longitude: 0 } })],
    ['a place without a name', 'place.name', () => ({ place: { latitude: 30, longitude: 114 } })],
    ['a place that is a text', 'place', () => ({ place: '东门' })],
    ['a name of 21 characters', 'writerName', () => ({ writerName: '张'.repeat(21) })],
  ];

  it.each(wrong)('%s', async (_, field, over) => {
    const before = await stored();
    const { status, body } = await world.send<Refusal>(over());
    expect([status, body.code]).toEqual([422, 'validation_failed']);
    expect(body.errors?.map((error) => error.field)).toEqual([field]);
    expect(body.errors?.[0]?.message).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(await stored()).toEqual(before);
  });

  it('a letter to the own mailbox', async () => {
    const { status, body } = await world.send<Refusal>({}, world.member);
    expect([status, body.errors?.[0]?.field]).toEqual([422, 'memberId']);
  });

  it('no name from somebody who has none', async () => {
    const nameless = await createPerson(world.test);
    const { status, body } = await world.send<Refusal>({ nameDisplay: 'surname' }, nameless);
    expect([status, body.errors?.[0]?.field]).toEqual([422, 'writerName']);
    const named = await world.send({ nameDisplay: 'surname', writerName: '欧阳明' }, nameless);
    expect([named.status, named.body.writerName]).toEqual([201, '欧阳**']);
    const { body: account } = await world.test.request('GET', '/me', { token: nameless.token });
    expect(account.name).toBe('欧阳明');
  });

  it.each(['{"title":', '[]', '"text"', 'null'])('the body %s', async (body) => {
    const { token } = world.writer;
    const headers = { 'content-type': 'application/json' };
    const reply = await world.test.request<Refusal>('POST', '/letters', { token, body, headers });
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
    expect(reply.body.detail).toMatch(/[\u4e00-\u9fff].*。$/);
  });

  it('a letter from nobody', async () => {
    const { status } = await world.test.request('POST', '/letters', { body: world.input() });
    expect(status).toBe(401);
  });
});

describe('what people may write comes back as they wrote it', () => {
  const texts = [
    '孩子上学 👨‍👩‍👧‍👦 路口没有红绿灯 🚦',
    '𠮷野家门口𪚥路',
    '气温<0 时水管会冻，1 > 0',
    "'; DROP TABLE letters; --",
    '第一行\n第二行\t缩进',
  ];

  it.each(texts)('%j', async (text) => {
    const title = [...text.replace(/\s/g, ' ')].slice(0, 20).join('').trim();
    const { status, body } = await world.send({ text, title });
    expect([status, body.title, body.messages[0]?.text]).toEqual([201, title, text]);
  });

  it('exactly 50 and 2,000 characters, counted as a person counts', async () => {
    const { status, body } = await world.send({ title: '𠮷'.repeat(50), text: '🌸'.repeat(2000) });
    expect([status, body.messages[0]?.text.length]).toEqual([201, 4000]);
  });
});

describe('the same words again', () => {
  it('to another member are refused and the first letter is named, even with other spaces and punctuation', async () => {
    const text = '幼儿园门口放学时太挤，建议错峰接送。';
    const first = await world.send({ text });
    for (const again of [text, '幼儿园门口，放学时太挤　建议错峰接送！！']) {
      const copy = { memberId: world.colleague.memberId, text: again };
      const { status, body } = await world.send<Refusal & { existing: unknown }>(copy);
      const { id, reference } = first.body;
      expect([status, body.code, body.existing]).toEqual([409, 'letter_copied', { id, reference }]);
      expect(body.detail).toContain(reference);
    }
    const other = await world.send({ text }, world.neighbour);
    expect(other.status).toBe(201);
  });

  it('are allowed after withdrawal and after 30 days', async () => {
    const text = '公交末班车太早，建议延长到九点。';
    const first = await world.send({ text });
    expect((await world.act(world.writer, first.body.id, 'withdraw')).status).toBe(200);
    expect((await world.send({ text })).status).toBe(201);
    await world.passDays(31);
    expect((await world.send({ text })).status).toBe(201);
  });
});

describe('a flood', () => {
  it('is stopped with the time of the next letter', async () => {
    const few = await LetterWorld.start({ LETTERS_PER_DAY: '2', LETTERS_PER_30_DAYS: '3' });
    try {
      expect([(await few.send()).status, (await few.send()).status]).toEqual([201, 201]);
      const third = await few.send<Refusal & { retryAfterSeconds: number }>();
      expect([third.status, third.body.code]).toEqual([429, 'letter_flood']);
      expect(third.body.detail).toMatch(/请在\d+月\d+日\(周.\)\d\d:\d\d以后再寄。$/);
      expect(third.body.retryAfterSeconds).toBeGreaterThan(86_000);
      expect(third.headers['retry-after']).toBe(String(third.body.retryAfterSeconds));
      await few.passDays(1.01);
      expect((await few.send()).status).toBe(201);
      const fourth = await few.send<Refusal & { retryAfterSeconds: number }>();
      expect([fourth.status, fourth.body.retryAfterSeconds > 28 * 86_400]).toEqual([429, true]);
      expect((await few.send<LetterView>({}, few.neighbour)).status).toBe(201);
    } finally {
      await few.test.stop();
    }
  });
});

describe('actions with wrong bodies', () => {
  const wrong: [
    action: 'answer' | 'snooze' | 'close' | 'transfer' | 'refer' | 'return',
    field: string,
    over: LetterInput,
  ][] = [
    ['answer', 'text', { text: '' }],
    ['answer', 'text', { text: '答'.repeat(2001) }],
    ['answer', 'photoIds', { photoIds: 'none' }],
    ['answer', 'photoIds', { photoIds: [uuidv7()] }],
    ['answer', 'version', { version: '1' }],
    ['return', 'reason', { reason: '字'.repeat(501) }],
    ['transfer', 'toMemberId', { toMemberId: uuidv7() }],
    ['refer', 'channelId', { channelId: uuidv7() }],
    ['snooze', 'until', { until: '2026-01-01' }],
    ['snooze', 'until', { until: '2020-01-01T00:00:00+08:00' }],
    ['snooze', 'until', { until: '2099-01-01T00:00:00+08:00' }],
  ];

  it.each(wrong)('%s, %s', async (action, field, over) => {
    const id = await world.delivered();
    const before = await world.row(id);
    const { status, body } = await world.act<Refusal>(world.member, id, action, over);
    expect([status, body.errors?.map((error) => error.field)]).toEqual([422, [field]]);
    expect(await world.row(id)).toEqual(before);
    expect((await world.show(world.member, id)).body.messages).toHaveLength(1);
  });

  it.each([0, 6, 2.5, '5'])('a rating of %j stars', async (stars) => {
    const id = await world.letterIn('closed');
    const { status } = await world.act(world.writer, id, 'rate', { stars });
    expect(status).toBe(stars === '5' ? 200 : 422);
  });

  it('transfer to the member who has it, and to the writer', async () => {
    const writing = await world.memberPerson('写信委员');
    const id = await world.delivered({}, writing);
    for (const toMemberId of [world.member.memberId, writing.memberId]) {
      const { status, body } = await world.act<Refusal>(world.member, id, 'transfer', { toMemberId });
      expect([status, body.errors?.[0]?.field]).toEqual([422, 'toMemberId']);
    }
  });
});
