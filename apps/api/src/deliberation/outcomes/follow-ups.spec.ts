import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DECLINED, OutcomeWorld, REFERRED } from '../../../test/outcomes.js';

let world: OutcomeWorld;
let letterId: string;
let itemId: string;
let digestId: string;

beforeAll(async () => {
  world = await OutcomeWorld.start();
  world.test.clock.set('2026-03-05T10:00:00+08:00');
  await world.passDays(0);
  letterId = await world.letters.delivered({ title: '路灯不亮' });
  const ref = await world.opinion(world.author, [letterId], { title: '关于路灯的意见' });
  const other = await world.opinion(world.second, []);
  const digest = await world.fedBack([{ ref, decision: REFERRED }, { ref: other }]);
  digestId = digest.id;
  itemId = digest.items[0]?.id ?? '';
});
afterAll(() => world.test.stop());

const board = async (query: string, by = world.office) =>
  (await world.must(by, 'GET', `/desk/follow-ups?${query}`)).items;

describe('follow-ups', () => {
  it('are waited for on a board, by the day that the decision set', async () => {
    expect(await board('box=all')).toMatchObject([
      {
        itemId,
        submission: { title: '关于路灯的意见' },
        responsibleBody: '县住房和城乡建设局',
        dueDate: '2026-06-30',
        status: 'not_started',
        deadline: 'on_time',
        statusAt: null,
      },
    ]);
    expect(await board('box=overdue')).toEqual([]);
    expect(await board('box=all&status=done')).toEqual([]);
    expect(await board(`box=all&query=${encodeURIComponent('住房')}`)).toHaveLength(1);
    expect(await board(`box=all&query=${encodeURIComponent('%')}`)).toEqual([]);
  });

  it('travel down to the member and, by relay, into the letter, with photos', async () => {
    const { author, writer } = world;
    const photoId = await world.letters.photo(world.office);
    const recorded = await world.followUp(itemId, 'in_hand', { photoIds: [photoId] });
    expect(recorded.status).toBe(201);
    expect(recorded.body).toMatchObject({ status: 'in_hand', statusLabel: '正在办理', recorderName: '办公室' });
    const [notice] = await world.notices(author, 'follow_up_recorded');
    expect(notice?.text).toContain('《关于路灯的意见》：正在办理');
    const relay = (await world.relays(author)).find(({ purpose }) => purpose === 'follow_up');
    expect(relay).toMatchObject({
      letter: { id: letterId },
      followUp: { status: 'in_hand', photos: [{ id: photoId }] },
    });
    expect(relay?.text).toContain('县住房和城乡建设局告诉我们：这件事正在办。');
    expect(notice?.aboutId).toBe(relay?.id);
    const before = (await world.onward(writer, letterId)).body;
    expect(JSON.stringify(before)).not.toMatch(/现场|住房和城乡建设局|采纳/);
    await world.relayAll(author);
    const { matters, heard } = (await world.onward(writer, letterId)).body;
    expect(matters[0]?.steps.at(-1)).toMatchObject({ type: 'follow_up', photos: [{ id: photoId }] });
    expect(matters[0]).toMatchObject({
      now: '县住房和城乡建设局正在办。',
      next: '2026年6月30日前要有结果。',
      done: false,
    });
    expect(heard.asked).toBe(false);
    expect(await board('box=all')).toMatchObject([{ status: 'in_hand' }]);
  });

  it('that end it close the matter once they are told, and the writer is asked whether he felt heard', async () => {
    const { author, writer } = world;
    await world.followUp(itemId, 'done', { text: '三盏路灯都已修好。' });
    expect((await world.onward(writer, letterId)).body.matters[0]).toMatchObject({ done: false });
    expect((await world.ask(writer, 'POST', `/letters/${letterId}/heard`, { stars: 5 })).status).toBe(409);
    await world.relayAll(author);
    const { matters, heard } = (await world.onward(writer, letterId)).body;
    expect(matters[0]).toMatchObject({ done: true, next: null, now: '这件事已经办完，结果已经告诉您了。' });
    expect(heard).toEqual({ asked: true, stars: null, words: null });
    expect(await world.notices(writer, 'heard_asked')).toHaveLength(1);
    expect(await board('box=due')).toEqual([]);
    const { items } = await world.must(world.leader, 'GET', `/digest-items/${itemId}/follow-ups`);
    expect(items.map(({ status }: { status: string }) => status)).toEqual(['in_hand', 'done']);
  });

  it('are overdue after the day, until they end', async () => {
    await world.followUp(itemId, 'in_hand', { text: '有一盏又坏了，正在返修。' });
    await world.passDays(130);
    expect(await board('box=overdue')).toMatchObject([{ itemId, deadline: 'overdue' }]);
    await world.followUp(itemId, 'cannot_be_done', { text: '灯杆要迁移，今年办不了。' });
    expect(await board('box=overdue')).toEqual([]);
    expect(await board('box=all')).toMatchObject([{ status: 'cannot_be_done', deadline: 'none' }]);
  });

  it('are refused where nobody is responsible, and before the decision was fed back', async () => {
    const [, second] = (await world.digests.show(digestId)).items;
    expect((await world.followUp(second?.id ?? '', 'done')).body.code).toBe('action_not_allowed');
    const waiting = await world.decided([{ ref: await world.opinion(world.author, []), decision: REFERRED }]);
    expect((await world.followUp(waiting.items[0]?.id ?? '', 'done')).body.code).toBe('action_not_allowed');
    expect((await world.followUp('018f0000-0000-7000-8000-000000000000', 'done')).status).toBe(404);
    expect((await world.followUp(itemId, 'finished')).status).toBe(422);
    expect((await world.followUp(itemId, 'done', { text: '' })).status).toBe(422);
    const foreign = await world.letters.photo(world.author);
    expect((await world.followUp(itemId, 'done', { photoIds: [foreign] })).status).toBe(422);
  });

  it('leave the board when a correction makes nobody responsible', async () => {
    await world.digests.correct(digestId, itemId, DECLINED);
    await world.digests.signOff(digestId, itemId);
    await world.feedBack(digestId);
    expect(await board('box=all')).toEqual([]);
    expect((await world.relays(world.author)).map(({ purpose }) => purpose)).toEqual(['decision']);
  });

  it.each([
    ['a constituent', () => world.writer],
    ['a member', () => world.author],
    ['a leader', () => world.leader],
    ['member affairs', () => world.letters.memberAffairs],
  ])('are not recorded by %s', async (_, person) => {
    const body = { status: 'done', text: '办好了。', photoIds: [] };
    expect((await world.ask(person(), 'POST', `/digest-items/${itemId}/follow-ups`, body)).status).toBe(403);
  });
});
