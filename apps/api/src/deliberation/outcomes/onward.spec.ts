import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutcomeWorld, REFERRED } from '../../../test/outcomes.js';
import type { OnwardMatter } from './onward.dto.js';

let world: OutcomeWorld;

beforeAll(async () => {
  world = await OutcomeWorld.start();
  world.test.clock.set('2026-03-02T10:00:00+08:00');
  await world.passDays(0);
});
afterAll(() => world.test.stop());

const DECIDED = { ...REFERRED, use: 'key_research', responsibleBody: undefined, dueDate: undefined };

async function matter(letterId: string, by = world.writer): Promise<OnwardMatter | undefined> {
  const { status, body } = await world.onward(by, letterId);
  expect(status).toBe(200);
  return body.matters[0];
}

describe('the way onward of a letter', () => {
  it('says at each step who has it, what happens next and by when, and the outcome only once it was told', async () => {
    const { author, office, writer } = world;
    const letterId = await world.letters.delivered({ title: '路灯不亮', text: '巷子里的路灯坏了半个月。' });
    expect((await world.onward(writer, letterId)).body).toEqual({
      matters: [],
      heard: { asked: false, stars: null, words: null },
    });
    const begun = await world.must(author, 'POST', '/opinions', {
      kind: 'information',
      sources: [{ sourceKind: 'letter', sourceId: letterId, quote: '路灯坏了半个月' }],
    });
    expect((await world.onward(writer, letterId)).body.matters).toEqual([]);
    const sections = ['situation', 'analysis', 'suggestion'].map((key) => ({ key, text: '内部分析，不给别人看。' }));
    const text = { title: '内部标题', theme: 'construction', desk: 'office', sections };
    const saved = await world.must(author, 'PATCH', `/opinions/${begun.id}`, { version: begun.version, ...text });
    await world.must(author, 'POST', `/opinions/${begun.id}/submit`, { version: saved.version });
    expect(await matter(letterId)).toMatchObject({
      title: '写成了社情民意信息',
      steps: [
        {
          type: 'opinion_submitted',
          title: '李文远委员把您反映的事写成社情民意信息，交给了县政协',
          text: '用到的话：“路灯坏了半个月”',
        },
      ],
      now: '县政协正在看这份意见。',
      next: '3月9日(周一)前会有回音。',
      done: false,
    });
    await world.digests.voices.opinion(office, begun.id, 'return', { reason: '内部理由：写得不清楚。' });
    expect(await matter(letterId)).toMatchObject({ now: '李文远委员正在补充情况。' });
    await world.digests.voices.opinion(author, begun.id, 'submit');
    await world.digests.voices.opinion(office, begun.id, 'accept');
    expect(await matter(letterId)).toMatchObject({ now: '县政协已经收下，等着报给主席会议。', nextBy: null });
    expect((await matter(letterId))?.title).toMatch(/^写成了社情民意信息，编号：社情民意 2026-\d{4}$/);

    const ref = { kind: 'opinion', id: begun.id } as const;
    const { id, version, items } = await world.digests.digest([ref]);
    const itemId = items[0]?.id ?? '';
    expect(await matter(letterId)).toMatchObject({ now: '县政协正在准备主席会议的材料。' });
    await world.must(office, 'POST', `/digests/${id}/submit`, { version });
    expect(await matter(letterId)).toMatchObject({
      now: '已经报给主席会议。',
      next: '第十二次主席会议3月5日(周四)研究。',
      nextBy: '2026-03-05T23:59:59.999+08:00',
    });
    await world.digests.decide(id, itemId, DECIDED);
    await world.digests.signOff(id, itemId);
    expect(await matter(letterId)).toMatchObject({
      now: '主席会议研究过了。',
      next: '县政协3月19日(周四)前把结果告诉李文远委员，再由李文远委员告诉您。',
    });
    await world.feedBack(id);
    const before = await matter(letterId);
    expect(before).toMatchObject({
      now: '研究的结果已经告诉李文远委员。',
      next: '李文远委员会在3月9日(周一)前告诉您。',
      done: false,
    });
    expect(JSON.stringify(before)).not.toMatch(/采纳|条件具备|重点调研|内部/);
    await world.passDays(10);
    expect((await matter(letterId))?.next).toContain('现在晚了，委员工作委员会正在催');

    await world.relayAll(author);
    const after = await matter(letterId);
    expect(after).toMatchObject({ done: true, next: null, nextBy: null, now: '这件事已经办完，结果已经告诉您了。' });
    expect(after?.steps.at(-1)).toMatchObject({ type: 'relay', title: '李文远委员把研究的结果告诉了您' });
    expect(after?.steps.at(-1)?.text).toContain('会议采纳了这条建议');
    expect(JSON.stringify(after)).not.toContain('内部');
  });

  it('names the opinion to the member who drew it, and to no member to whom the letter went since', async () => {
    const { author, second, writer } = world;
    const letterId = await world.letters.delivered();
    await world.opinion(author, [letterId], { title: '关于停车难的内部标题' });
    expect(await matter(letterId, author)).toMatchObject({ title: '社情民意信息《关于停车难的内部标题》' });
    expect((await matter(letterId, author))?.steps[0]?.title).toBe('您把来信人反映的事写成社情民意信息，交给了县政协');
    await world.letters.do(author, letterId, 'transfer', { toMemberId: second.memberId });
    expect((await world.onward(author, letterId)).status).toBe(404);
    for (const by of [second, writer]) expect(JSON.stringify(await matter(letterId, by))).not.toContain('内部标题');
  });

  it('is for the writer and the addressee alone', async () => {
    const letterId = await world.letters.delivered();
    await world.opinion(world.author, [letterId]);
    const others = [world.neighbour, world.second, world.office, world.leader, world.letters.memberAffairs];
    for (const by of others) expect((await world.onward(by, letterId)).status).toBe(404);
    expect((await world.ask(world.neighbour, 'POST', `/letters/${letterId}/heard`, { stars: 1 })).status).toBe(404);
    expect((await world.test.request('GET', `/letters/${letterId}/onward`)).status).toBe(401);
  });

  it('tells nothing of the other letters and members behind the same item', async () => {
    const { author, second, office, writer, neighbour } = world;
    const own = await world.letters.delivered({ title: '我的路灯' }, writer);
    const foreign = await world.letters.delivered({ title: '别人的停车', memberId: second.memberId }, neighbour);
    const root = await world.opinion(second, [foreign], { title: '别人的标题' });
    const merged = await world.opinion(author, [own], { title: '自己的标题' });
    await world.digests.voices.opinion(office, merged.id, 'merge', { intoId: root.id });
    await world.fedBack([{ ref: root }]);
    await world.relayAll(author);
    const seen = await matter(own, writer);
    expect(seen?.steps.map(({ type }) => type)).toContain('opinion_merged');
    expect(seen).toMatchObject({ done: true });
    expect(JSON.stringify(seen)).not.toMatch(/别人的|王晓梅|李邻居|标题/);
    expect(await matter(foreign, neighbour)).toMatchObject({ done: false });
  });
});

describe('were you heard', () => {
  it('is asked once everything is done, answered once, and its words are checked before the member reads them', async () => {
    const { author, writer } = world;
    const letterId = await world.letters.delivered();
    await world.fedBack([{ ref: await world.opinion(author, [letterId]) }]);
    await world.relayAll(author);
    const answer = (body: object) => world.ask(writer, 'POST', `/letters/${letterId}/heard`, body);
    expect((await answer({ stars: 6 })).status).toBe(422);
    const given = await answer({ stars: 4, words: '谢谢，总算有人管了。' });
    expect(given.body.heard).toEqual({ asked: false, stars: 4, words: '谢谢，总算有人管了。' });
    expect((await world.onward(author, letterId)).body.heard).toEqual({ asked: false, stars: 4, words: null });
    await world.letters.decideAll('pass');
    expect((await world.onward(author, letterId)).body.heard.words).toBe('谢谢，总算有人管了。');
    expect((await answer({ stars: 1 })).body.code).toBe('action_not_allowed');
    expect(await world.notices(author, 'letter_heard')).toHaveLength(1);
    const { body: letter } = await world.letters.show(author, letterId);
    expect(letter.messages.some(({ text }) => text.includes('总算有人管了'))).toBe(false);
  });
});
