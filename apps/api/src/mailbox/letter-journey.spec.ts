import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LetterWorld } from '../../test/letters.js';
import type { Person } from '../../test/people.js';

let world: LetterWorld;

beforeAll(async () => {
  world = await LetterWorld.start();
  world.test.clock.set('2026-03-02T02:00:00Z');
  await world.passDays(0);
});

afterAll(() => world.test.stop());

async function noticesOf(person: Person, letterId: string): Promise<string[]> {
  const { body } = await world.test.request('GET', '/notices?limit=100', { token: person.token });
  const all = body.items as { kind: string; letterId: string | null }[];
  return all.filter((notice) => notice.letterId === letterId).map(({ kind }) => kind);
}

const checkStates = (messages: { checkState: string }[]) => messages.map(({ checkState }) => checkState);

describe('a letter from writing to rating, with photos', () => {
  let id: string;

  it('is sent: the writer has its number and knows what happens next; the member sees nothing yet', async () => {
    const photoIds = [await world.photo(world.writer), await world.photo(world.writer)];
    const place = { name: '清河镇东门', latitude: 30.5, longitude: 114.3 };
    const { status, body } = await world.send({
      photoIds,
      place,
      townshipId: world.townshipId,
      nameDisplay: 'surname',
    });
    id = body.id;
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'screening',
      party: 'writer',
      writerName: '张**',
      place,
      nextStep: '正在核对来信内容，通过后马上送给李文远委员，请放心等待。',
      firstAnswerDue: null,
      allowedActions: ['withdraw'],
    });
    expect(body.reference).toMatch(/^来信 2026-\d{6}$/);
    expect(body.messages[0]?.photos.map((photo) => photo.id)).toEqual(photoIds);
    expect(checkStates(body.messages)).toEqual(['checking']);
    expect((await world.show(world.member, id)).status).toBe(404);
  });

  it('is delivered: the member has five working days, and both read the date', async () => {
    await world.decideAll('pass');
    const { body } = await world.show(world.member, id);
    expect(body).toMatchObject({
      state: 'delivered',
      party: 'addressee',
      firstAnswerDue: '2026-03-09T23:59:59.999+08:00',
    });
    expect(body.nextStep).toContain('3月9日(周一)');
    expect(body.messages[0]?.photos).toHaveLength(2);
    expect((await world.show(world.writer, id)).body.nextStep).toBe('李文远委员会在3月9日(周一)前答复您。');
    expect(await noticesOf(world.member, id)).toEqual(['letter_received']);
    expect(await noticesOf(world.writer, id)).toEqual(['letter_delivered']);
  });

  it('is opened and answered with a photo: the writer sees the answer once it is checked', async () => {
    await world.do(world.member, id, 'open');
    const photoIds = [await world.photo(world.member)];
    const answered = await world.act(world.member, id, 'answer', { photoIds });
    expect([answered.body.state, checkStates(answered.body.messages)]).toEqual(['opened', ['passed', 'checking']]);
    expect((await world.show(world.writer, id)).body.messages).toHaveLength(1);
    await world.decideAll('pass');
    const { body } = await world.show(world.writer, id);
    expect([body.state, checkStates(body.messages)]).toEqual(['answered', ['passed', 'passed']]);
    expect(body.messages[1]).toMatchObject({ author: 'member', authorName: '李文远' });
    expect(body.messages[1]?.photos.map((photo) => photo.id)).toEqual(photoIds);
    expect(await noticesOf(world.writer, id)).toContain('letter_answered');
    const list = await world.test.request('GET', '/letters', { token: world.writer.token });
    expect(list.body.items[0]).toMatchObject({ id, unread: true });
    await world.test.request('POST', `/letters/${id}/read`, { token: world.writer.token });
    expect((await world.test.request('GET', '/letters/counts', { token: world.writer.token })).body.unread).toBe(0);
  });

  it('is followed up, answered again, closed with stars and words', async () => {
    await world.do(world.writer, id, 'follow_up');
    const followed = (await world.show(world.member, id)).body;
    expect([followed.state, followed.messages.length, followed.firstAnswerDue]).toEqual([
      'opened',
      3,
      '2026-03-09T23:59:59.999+08:00',
    ]);
    await world.do(world.member, id, 'answer', { text: '周三下午修好。' });
    const closed = await world.act(world.writer, id, 'close', { stars: 5, words: '办得又快又好' });
    expect([closed.body.state, closed.body.rating, closed.body.ratingWords]).toEqual(['closed', 5, null]);
    await world.decideAll('pass');
    const { body } = await world.show(world.member, id);
    expect([body.rating, body.ratingWords, body.messages.length]).toEqual([5, '办得又快又好', 4]);
    expect(await noticesOf(world.member, id)).toContain('letter_closed');
  });

  it('has a journey in plain words, in order', async () => {
    const { body } = await world.show(world.writer, id);
    expect(body.journey.map(({ title }) => title)).toEqual([
      '写信人寄出来信',
      '来信已送达委员',
      '委员打开了来信',
      '委员作了答复',
      '写信人追问',
      '委员作了答复',
      '来信办结',
    ]);
    expect(body.journey.at(-1)?.detail).toBe('5 星');
  });

  it('counts in the figures of the member', async () => {
    const { body } = await world.test.request('GET', `/members/${world.member.memberId}`);
    expect(body.figures.letters).toBe(1);
  });
});

describe('other ends', () => {
  it('a transfer starts a new deadline in the other mailbox and tells everybody', async () => {
    const id = await world.delivered();
    await world.passDays(1);
    await world.do(world.member, id, 'transfer');
    const { body } = await world.show(world.colleague, id);
    expect(body).toMatchObject({ state: 'delivered', firstAnswerDue: '2026-03-10T23:59:59.999+08:00' });
    expect(body.journey.at(-1)?.detail).toContain('王晓梅');
    expect(await noticesOf(world.colleague, id)).toContain('letter_received');
    expect(await noticesOf(world.writer, id)).toContain('letter_transferred');
    expect((await world.show(world.writer, id)).body.nextStep).toContain('王晓梅委员会在3月10日');
  });

  it('a referral names the channel and how to reach it', async () => {
    const id = await world.letterIn('referred');
    const { body } = await world.show(world.writer, id);
    expect(body.referral).toMatchObject({ channelName: '12345 热线', contact: '拨打 12345' });
    expect(body.nextStep).toBe('这件事请找12345 热线，联系方式：拨打 12345。');
    expect(await noticesOf(world.writer, id)).toContain('letter_referred');
  });

  it('a return gives the reason', async () => {
    const id = await world.letterIn('returned');
    expect((await world.show(world.writer, id)).body.returnReason).toBe('没有写明地点，请补充后再寄。');
    expect(await noticesOf(world.writer, id)).toContain('letter_returned');
  });

  it('a withheld letter names the rule; the appeal is decided by the office and both ends are told', async () => {
    const id = await world.letterIn('withheld');
    const { body } = await world.show(world.writer, id);
    expect(body.messages[0]).toMatchObject({ checkState: 'withheld', rule: '含有辱骂攻击内容', appealable: true });
    expect((await world.act(world.writer, id, 'appeal')).body.messages[0]).toMatchObject({
      appeal: 'open',
      appealable: false,
    });
    await world.decideAll('withhold');
    expect((await world.show(world.writer, id)).body).toMatchObject({ state: 'withheld', allowedActions: [] });
    expect(await noticesOf(world.writer, id)).toContain('appeal_rejected');

    const other = await world.letterIn('withheld');
    await world.do(world.writer, other, 'appeal');
    const upheld = (await world.show(world.member, other)).body;
    expect([upheld.state, upheld.messages[0]?.appeal]).toEqual(['delivered', 'upheld']);
    expect(await noticesOf(world.writer, other)).toContain('appeal_upheld');
  });

  it("a member's withheld answer moves nothing and can be appealed by the member", async () => {
    const id = await world.delivered();
    await world.act(world.member, id, 'answer', { text: '答复里有骂人的话。' });
    await world.decideAll('withhold');
    const seen = await world.show(world.member, id);
    expect([seen.body.state, seen.body.messages[1]?.appealable]).toEqual(['delivered', true]);
    expect((await world.show(world.writer, id)).body.messages).toHaveLength(1);
    await world.do(world.member, id, 'appeal');
    expect((await world.show(world.writer, id)).body).toMatchObject({ state: 'answered' });
  });
});

describe('time', () => {
  it('an answered letter closes by itself after 15 working days, and may be reopened once within 30 days', async () => {
    world.test.clock.set('2026-05-11T02:00:00Z');
    await world.passDays(0);
    const id = await world.letterIn('answered');
    expect((await world.show(world.writer, id)).body.closingDue).toBe('2026-06-01T23:59:59.999+08:00');
    await world.passDays(21.5);
    expect((await world.row(id)).state).toBe('answered');
    await world.passDays(0.2);
    expect((await world.row(id)).state).toBe('closed');
    expect(await noticesOf(world.writer, id)).toContain('letter_closed');
    await world.passDays(29);
    await world.do(world.writer, id, 'reopen');
    expect((await world.show(world.member, id)).body).toMatchObject({ state: 'opened', closedAt: null });
    await world.do(world.member, id, 'answer');
    await world.do(world.writer, id, 'close');
    expect((await world.show(world.writer, id)).body.allowedActions).not.toContain('reopen');
  });

  it('31 days after closing it stays closed', async () => {
    const id = await world.letterIn('closed');
    await world.passDays(31);
    expect((await world.show(world.writer, id)).body.allowedActions).toEqual(['rate']);
  });

  it('does not close while a follow-up is being checked', async () => {
    const id = await world.letterIn('answered');
    await world.act(world.writer, id, 'follow_up');
    await world.passDays(40);
    expect((await world.row(id)).state).toBe('answered');
    await world.decideAll('pass');
    expect((await world.row(id)).state).toBe('opened');
  });

  it('an overdue letter rises to member affairs, who may remind the member once a day', async () => {
    const id = await world.delivered();
    await world.passDays(16);
    expect(await noticesOf(world.member, id)).toEqual(expect.arrayContaining(['letter_received', 'letter_due']));
    const seen = await world.show(world.memberAffairs, id);
    expect(seen.body).toMatchObject({ party: 'office', deadline: 'overdue', allowedActions: ['transfer', 'remind'] });
    expect((await world.act(world.memberAffairs, id, 'remind')).status).toBe(200);
    expect((await world.act(world.memberAffairs, id, 'remind')).status).toBe(409);
    await world.passDays(1);
    expect((await world.act(world.memberAffairs, id, 'remind')).status).toBe(200);
    expect((await world.show(world.writer, id)).body.nextStep).toContain('现已超期');
  });

  it('a follow-up starts a new first-answer deadline', async () => {
    world.test.clock.set('2026-11-02T02:00:00Z');
    await world.passDays(0);
    const id = await world.letterIn('answered');
    await world.passDays(7);
    await world.do(world.writer, id, 'follow_up');
    expect((await world.show(world.writer, id)).body).toMatchObject({
      firstAnswerDue: '2026-11-16T23:59:59.999+08:00',
      closingDue: null,
    });
  });
});
