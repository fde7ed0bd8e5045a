import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DECLINED, OutcomeWorld, REFERRED } from '../../../test/outcomes.js';

let world: OutcomeWorld;

beforeAll(async () => {
  world = await OutcomeWorld.start();
  world.test.clock.set('2026-03-05T10:00:00+08:00');
  await world.passDays(0);
});
afterAll(() => world.test.stop());

describe('the feedback of a digest', () => {
  it('is seen before it is sent: who is told what, in ready-made words that the office may edit', async () => {
    const { author, second, letters } = world;
    const letterId = await letters.delivered();
    const first = await world.opinion(author, [letterId], { title: '关于路灯' });
    const other = await world.opinion(second, [], { title: '关于停车' });
    const digest = await world.decided([{ ref: first, decision: REFERRED }, { ref: other }]);
    const before = await world.feedback(digest.id);
    expect(before).toMatchObject({
      state: 'decided',
      allowedActions: ['word_feedback', 'send_feedback'],
      items: [
        {
          submission: { id: first.id, title: '关于路灯' },
          decision: { outcome: 'adopted', revision: 1 },
          recipients: [{ memberId: author.memberId, name: '李文远', roles: ['author'] }],
          sourceCount: 1,
          edited: false,
          sentAt: null,
        },
        { recipients: [{ memberId: second.memberId }], sourceCount: 0 },
      ],
    });
    expect(before.items[0]?.text).toContain('结果：采纳，转交县住房和城乡建设局办理，2026年6月30日前办结。');
    const item = before.items[1];
    const address = `/digests/${digest.id}/items/${item?.itemId}/feedback-text`;
    const edited = await world.must(world.office, 'PATCH', address, { version: item?.version, text: '谢谢您的建议。' });
    expect(edited.items[1]).toMatchObject({ text: '谢谢您的建议。', edited: true });
    const stale = { version: item?.version, text: '别的话。' };
    expect((await world.ask(world.office, 'PATCH', address, stale)).status).toBe(409);

    const sent = await world.feedBack(digest.id);
    expect(sent).toMatchObject({ state: 'fed_back', deadline: 'none', allowedActions: ['word_feedback'] });
    expect(sent.items.every(({ sentAt }) => sentAt !== null)).toBe(true);
    expect((await world.must(second, 'GET', '/feedbacks')).items).toMatchObject([
      { submission: { id: other.id, title: '关于停车' }, role: 'author', text: '谢谢您的建议。', relaysWaiting: 0 },
    ]);
    expect(await world.stateOf(first)).toBe('fed_back');
    expect(await world.stateOf(other)).toBe('relayed');
    expect(await world.relays(second)).toEqual([]);
  });

  it('reaches the member with the reason, and is marked as read once', async () => {
    const { author, second } = world;
    const { items } = await world.must(author, 'GET', '/feedbacks');
    expect(items).toMatchObject([{ decision: { reason: REFERRED.reason }, readAt: null, relaysWaiting: 1 }]);
    const [{ id }] = items;
    expect((await world.ask(second, 'POST', `/feedbacks/${id}/read`)).status).toBe(404);
    expect((await world.ask(second, 'GET', `/feedbacks/${id}`)).status).toBe(404);
    const read = await world.must(author, 'POST', `/feedbacks/${id}/read`);
    expect(read.readAt).not.toBeNull();
    await world.passDays(1);
    expect((await world.must(author, 'POST', `/feedbacks/${id}/read`)).readAt).toBe(read.readAt);
    const [notice] = await world.notices(author, 'feedback_received');
    expect(notice).toMatchObject({ aboutId: id, as: 'member' });
    expect(notice?.text).toContain('《关于路灯》：采纳，请在3月12日(周四)前转告 1 位来信群众。');
  });

  it('cannot be sent twice, nor on a stale version, nor before every decision is signed', async () => {
    const ref = await world.opinion(world.author, []);
    const { id, items } = await world.digests.submitted([ref]);
    const send = async (over: object = {}) => {
      const { version } = await world.digests.row(id);
      return world.ask(world.office, 'POST', `/digests/${id}/feedback`, { version, ...over });
    };
    expect((await send()).status).toBe(409);
    await world.digests.decide(id, items[0]?.id ?? '', DECLINED);
    expect((await send()).status).toBe(409);
    await world.digests.signOff(id, items[0]?.id ?? '');
    expect((await send({ version: 1 })).body.code).toBe('version_conflict');
    expect((await send()).status).toBe(200);
    expect((await send()).body.code).toBe('action_not_allowed');
  });

  it('is on the board until it is sent, the earliest due first, with its colour', async () => {
    const board = async (box: string) =>
      (await world.must(world.office, 'GET', `/desk/feedback-board?box=${box}&limit=100`)).items;
    const ids = async (box: string) => (await board(box)).map(({ digestId }: { digestId: string }) => digestId);
    expect(await ids('waiting')).toEqual([]);
    const { id } = await world.decided([{ ref: await world.opinion(world.author, []) }]);
    expect(await board('waiting')).toMatchObject([
      { digestId: id, itemCount: 1, waitingCount: 1, deadline: 'on_time', due: '2026-03-19T23:59:59.999+08:00' },
    ]);
    expect(await ids('sent')).not.toContain(id);
    await world.passDays(20);
    expect(await board('waiting')).toMatchObject([{ digestId: id, deadline: 'overdue' }]);
    await world.feedBack(id);
    expect(await ids('waiting')).toEqual([]);
    expect((await ids('sent'))[0]).toBe(id);
    const page = await world.must(world.office, 'GET', '/desk/feedback-board?box=sent&limit=1');
    const next = await world.must(
      world.office,
      'GET',
      `/desk/feedback-board?box=sent&limit=1&cursor=${page.nextCursor}`,
    );
    expect(next.items[0].digestId).toBe((await ids('sent'))[1]);
  });

  it('goes to co-signers, contributors and the convener of a sector voice, each told of the own part', async () => {
    const { author, second, digests } = world;
    const { convener } = digests.voices;
    const { id } = await digests.voices.voice();
    for (const action of ['circulate', 'agree', 'submit', 'accept'] as const) await digests.voices.do(id, action);
    const digest = await world.fedBack([{ ref: { kind: 'sector_voice', id }, decision: DECLINED }]);
    const { items } = await world.feedback(digest.id);
    const roles = Object.fromEntries((items[0]?.recipients ?? []).map((told) => [told.memberId, told.roles]));
    expect(roles).toEqual({
      [convener.memberId]: ['author'],
      [author.memberId]: ['contributor'],
      [second.memberId]: ['contributor'],
    });
    const [own] = (await world.must(second, 'GET', '/feedbacks')).items;
    expect(own).toMatchObject({ role: 'contributor', submission: { kind: 'opinion' } });
    const [composed] = (await world.must(convener, 'GET', '/feedbacks')).items;
    expect(composed).toMatchObject({ role: 'author', submission: { kind: 'sector_voice', id } });
    expect((await digests.voices.show(convener, id)).body.state).toBe('relayed');
  });
});

describe('who may', () => {
  it.each([
    ['a constituent', () => world.writer],
    ['a member', () => world.author],
    ['a leader', () => world.leader],
    ['member affairs', () => world.letters.memberAffairs],
  ])('word or send feedback: not %s', async (_, person) => {
    const { id } = await world.decided([{ ref: await world.opinion(world.author, []) }]);
    const by = person();
    const { version } = await world.digests.row(id);
    expect((await world.ask(by, 'GET', `/digests/${id}/feedback`)).status).toBe(403);
    expect((await world.ask(by, 'POST', `/digests/${id}/feedback`, { version })).status).toBe(403);
    expect((await world.ask(by, 'GET', '/desk/feedback-board?box=waiting')).status).toBe(403);
  });
});
