import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../../test/people.js';
import { VoiceWorld } from '../../../test/voices.js';

let world: VoiceWorld;
let id: string;
beforeAll(async () => {
  world = await VoiceWorld.start();
}, 120_000);
afterAll(() => world.test.stop());

const seen = async (by: Person = world.convener) => (await world.show(by, id)).body;
const everyone = () => [world.convener, world.author, world.second, world.stranger, world.office, world.leader];

/** Moves the present to an instant and signs everybody in again. */
async function goTo(instant: string | Date): Promise<void> {
  world.test.clock.set(instant);
  for (const person of [...everyone(), world.otherConvener, world.committeeStaff])
    await world.letters.signInAgain(person);
}

describe('a text that is shown round', () => {
  test('reaches everybody credited, who have three working days', async () => {
    // A Thursday; Friday, Monday and Tuesday are the working days.
    await goTo('2026-06-11T10:00:00+08:00');
    id = await world.voiceIn('circulating');
    const { objectUntil, circulatedAt } = await seen();
    expect([circulatedAt?.slice(0, 10), objectUntil?.slice(0, 19)]).toEqual(['2026-06-11', '2026-06-16T23:59:59']);
    const [notice] = await world.notices(world.author, 'voice_circulated');
    expect(notice).toMatchObject({ title: '请您看看界别集体声音', aboutId: id, as: 'member' });
    expect(notice?.text).toContain('6月16日');
    const view = await seen(world.author);
    expect([view.viewer, view.ownAnswer, view.allowedActions]).toEqual(['contributor', 'pending', ['agree', 'object']]);
    expect(view.sections[0]?.text).toBe('菜市场周边停车难。');
  });

  test('cannot be sent while somebody has not answered', async () => {
    await world.act(world.author, id, 'agree');
    const early = await world.act<{ detail: string }>(world.convener, id, 'submit');
    expect([early.status, early.body.detail]).toEqual([409, '还有委员没有回应，征求意见的时间也没有到，请再等一等。']);
  });

  test('cannot be sent while somebody objects, not even when the time is over', async () => {
    const { body } = await world.act(world.second, id, 'object', { words: '我说的是另一个路口。' });
    expect([body.ownAnswer, body.objectedCount, body.state]).toEqual(['objected', 1, 'circulating']);
    const [notice] = await world.notices(world.convener, 'voice_objected');
    expect(notice?.text).toContain('王晓梅委员对《关于停车难的界别声音》说：我说的是另一个路口。');
    await goTo('2026-06-20T10:00:00+08:00');
    const objected = await world.act<{ detail: string }>(world.convener, id, 'submit');
    expect([objected.status, objected.body.detail]).toEqual([
      409,
      '有委员提出了不同意见，请先收回修改，再重新征求意见。',
    ]);
  });

  test('shows what is objected to the convener and to who objects, to nobody else', async () => {
    const wordsFor = async (by: Person) =>
      (await seen(by)).contributors.flatMap(({ words }) => (words === null ? [] : [words]));
    expect(await wordsFor(world.convener)).toEqual(['我说的是另一个路口。']);
    expect(await wordsFor(world.second)).toEqual(['我说的是另一个路口。']);
    expect(await wordsFor(world.author)).toEqual([]);
  });

  test('is taken back, changed and shown round anew; earlier answers do not count for the new text', async () => {
    const old = await seen();
    await world.do(id, 'recall');
    expect((await world.show(world.second, id)).status).toBe(404);
    expect((await seen()).contributors.map(({ words }) => words)).toContain('我说的是另一个路口。');
    await world.act(world.convener, id, 'save', { sections: { situation: '菜市场和学校路口停车难。' } });
    await world.do(id, 'circulate');
    const { contributors, agreedCount } = await seen();
    expect([agreedCount, contributors.map(({ state }) => state)]).toEqual([0, ['pending', 'pending']]);
    const late = await world.act<{ code: string }>(world.author, id, 'agree', { version: old.version });
    expect([late.status, late.body.code]).toEqual([409, 'version_conflict']);
  });

  test('is agreed to by two at the same moment, and the convener is told that all have', async () => {
    const replies = await Promise.all([world.author, world.second].map((by) => world.act(by, id, 'agree')));
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect((await seen()).agreedCount).toBe(2);
    expect(await world.notices(world.convener, 'voice_agreed')).toHaveLength(1);
  });

  test('goes to the office once all agree, which has five working days', async () => {
    await goTo('2026-07-01T10:00:00+08:00');
    const { body } = await world.act(world.convener, id, 'submit');
    expect([body.state, body.intakeDue?.slice(0, 10)]).toEqual(['submitted', '2026-07-08']);
    const notices = await world.notices(world.office, 'voice_submitted');
    expect(notices.map(({ aboutId, text }) => [aboutId, text])).toEqual([
      [id, '测试界别提交了《改过的标题》，请在7月8日(周三)前采集或退回。'],
    ]);
  });

  test('gets its number at acceptance, and everybody behind it is told', async () => {
    const { body } = await world.act(world.office, id, 'accept');
    expect(body).toMatchObject({ reference: '界别声音 2026-0001', intakeDue: null, state: 'accepted' });
    const found = await world.test.request('GET', `/search?query=${encodeURIComponent('学校路口')}`, {
      token: world.author.token,
    });
    expect(found.body.items).toMatchObject([{ kind: 'sector_voice', id }]);
    for (const person of [world.convener, world.author, world.second]) {
      const [notice] = await world.notices(person, 'voice_accepted');
      expect(notice?.text).toContain('界别声音 2026-0001');
    }
    const steps = (await seen(world.author)).journey.map(({ title }) => title);
    expect(steps.at(0)).toBe('召集人开始整理');
    expect(steps.at(-1)).toBe('办公室已采集');
    expect(JSON.stringify(steps)).not.toContain('另一个路口');
  });
});

describe('whoever says nothing', () => {
  test('is waited for until the time is over, to the second', async () => {
    await goTo('2026-06-11T10:00:00+08:00');
    id = await world.voiceIn('circulating');
    await world.act(world.second, id, 'agree');
    await goTo('2026-06-16T23:59:50+08:00');
    await world.test.settle();
    expect((await world.act(world.convener, id, 'submit')).status).toBe(409);
    await goTo('2026-06-17T00:00:00+08:00');
    expect((await seen()).allowedActions).toContain('submit');
  });

  test('is reminded on the last day, and the convener is told when the time is over', async () => {
    const about = async (by: Person, kind: string) =>
      (await world.notices(by, kind)).filter(({ aboutId }) => aboutId === id).map(({ text }) => text);
    expect(await about(world.author, 'voice_last_day')).toHaveLength(1);
    expect(await about(world.second, 'voice_last_day')).toEqual([]);
    expect(await about(world.convener, 'voice_time_over')).toEqual([
      '《关于停车难的界别声音》没有不同意见，可以提交政协办公室了。',
    ]);
    expect((await world.act(world.convener, id, 'submit')).status).toBe(200);
  });

  test('is not reminded of a text that was taken back', async () => {
    id = await world.voiceIn('circulating');
    await world.do(id, 'recall');
    world.test.clock.advanceDays(10);
    await goTo(world.test.clock.now());
    const told = [
      ...(await world.notices(world.author, 'voice_last_day')),
      ...(await world.notices(world.convener, 'voice_time_over')),
    ];
    expect(told.map(({ aboutId }) => aboutId)).not.toContain(id);
  });

  test('may take an objection back by agreeing', async () => {
    id = await world.voiceIn('circulating');
    await world.act(world.author, id, 'object');
    await world.act(world.second, id, 'agree');
    expect((await world.act(world.convener, id, 'submit')).status).toBe(409);
    const { body } = await world.act(world.author, id, 'agree');
    expect(body.contributors.find(({ self }) => self)).toMatchObject({ state: 'agreed', words: null });
    expect((await world.act(world.convener, id, 'submit')).status).toBe(200);
  });
});

describe('a convener who is credited too', () => {
  test('agrees by sending the text round, and may still object', async () => {
    const ids = [await world.accepted(world.convener), await world.accepted(world.author)];
    ({ id } = await world.voice(ids));
    await world.do(id, 'circulate');
    expect((await seen()).contributors.map(({ name, state }) => [name, state]).sort()).toEqual([
      ['何召集', 'agreed'],
      ['李文远', 'pending'],
    ]);
    expect(await world.notices(world.convener, 'voice_circulated')).toEqual([]);
    await world.act(world.author, id, 'agree');
    const { body } = await world.act(world.convener, id, 'object');
    expect(body.allowedActions).not.toContain('submit');
  });
});

describe('a voice that comes back or is given up', () => {
  test('is returned with a reason that the convener reads, and goes round again before it is sent', async () => {
    id = await world.voiceIn('submitted');
    const { body } = await world.act(world.office, id, 'return', { reason: '请补充车位的数据。' });
    expect([body.state, body.viewer, body.allowedActions]).toEqual(['returned', 'office', []]);
    expect((await seen()).returnReason).toBe('请补充车位的数据。');
    const notices = await world.notices(world.convener, 'voice_returned');
    expect(notices[0]?.text).toContain('请补充车位的数据。');
    expect((await world.show(world.author, id)).status).toBe(404);
    expect((await world.act(world.convener, id, 'submit')).status).toBe(409);
    for (const action of ['circulate', 'agree', 'submit'] as const) await world.do(id, action);
    expect((await seen()).returnReason).toBeNull();
  });

  test('is given up with word to everybody it was shown to', async () => {
    id = await world.voiceIn('circulating');
    await world.do(id, 'withdraw');
    const told = await world.notices(world.author, 'voice_withdrawn');
    expect(told.map(({ aboutId }) => aboutId)).toEqual([id]);
    const quiet = await world.voiceIn('withdrawn');
    const all = await world.notices(world.author, 'voice_withdrawn');
    expect(all.map(({ aboutId }) => aboutId)).not.toContain(quiet);
  });

  test('gets and loses what was recorded above the county', async () => {
    id = await world.voiceIn('accepted');
    const { body } = await world.act(world.office, id, 'recognise');
    expect(body.recognitions).toMatchObject([{ kind: 'city', body: '市政协', document: '专报第 3 期' }]);
    expect((await seen(world.author)).journey.at(-1)?.title).toBe('上级采用或领导批示');
    const path = `/sector-voices/${id}/recognitions/${body.recognitions[0]?.id}`;
    expect((await world.test.request('DELETE', path, { token: world.convener.token })).status).toBe(403);
    const removed = await world.test.request('DELETE', path, { token: world.office.token });
    expect([removed.status, removed.body.recognitions]).toEqual([200, []]);
    expect((await world.test.request('DELETE', path, { token: world.office.token })).status).toBe(404);
  });
});
