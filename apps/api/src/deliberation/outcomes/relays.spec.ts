import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DECLINED, OutcomeWorld, REFERRED } from '../../../test/outcomes.js';

let world: OutcomeWorld;

beforeAll(async () => {
  world = await OutcomeWorld.start({ RELAY_WORKING_DAYS: '5' });
  world.test.clock.set('2026-03-05T10:00:00+08:00');
  await world.passDays(0);
});
afterAll(() => world.test.stop());

describe('a relay', () => {
  it('is ready for each letter, in words that can be sent as they are, and arrives in the letter', async () => {
    const { author, writer } = world;
    const letterId = await world.letters.delivered({ title: '路灯不亮' });
    const ref = await world.opinion(author, [letterId], { title: '关于路灯的意见' });
    await world.fedBack([{ ref, decision: REFERRED }]);
    const [relay] = await world.relays(author);
    expect(relay).toMatchObject({
      purpose: 'decision',
      state: 'ready',
      letter: { id: letterId, title: '路灯不亮', writerName: '张建国' },
      opinion: { id: ref.id, title: '关于路灯的意见' },
      decision: { outcome: 'adopted' },
      due: '2026-03-12T23:59:59.999+08:00',
      allowedActions: ['send'],
    });
    for (const part of ['《路灯不亮》', '会议采纳了这条建议', '条件具备，应尽快办理', '由县住房和城乡建设局来办']) {
      expect(relay?.text).toContain(part);
    }
    await world.relay(author, relay?.id ?? '', '您好，路灯的事会上采纳了，住建局来修。');
    const { body: letter } = await world.letters.show(writer, letterId);
    expect(letter.messages.at(-1)).toMatchObject({ purpose: 'relay', text: '您好，路灯的事会上采纳了，住建局来修。' });
    expect(await world.stateOf(ref)).toBe('relayed');
    expect(await world.must(author, 'GET', '/relays/counts')).toEqual({ waiting: 0, overdue: 0, withheld: 0 });
    expect(await world.relays(author, 'sent')).toMatchObject([{ id: relay?.id, state: 'sent', allowedActions: [] }]);
  });

  it('is one for a letter behind two merged opinions, and each opinion is relayed when its own letters are told', async () => {
    const { author, second, office } = world;
    const shared = await world.letters.delivered();
    const own = await world.letters.delivered();
    const elsewhere = await world.letters.delivered({ memberId: second.memberId }, world.neighbour);
    const root = await world.opinion(author, [shared, own]);
    const twin = await world.opinion(author, [shared]);
    const other = await world.opinion(second, [elsewhere]);
    for (const { id } of [twin, other]) await world.digests.voices.opinion(office, id, 'merge', { intoId: root.id });
    await world.fedBack([{ ref: root }]);
    const ready = await world.relays(author);
    expect(ready.map(({ letter }) => letter?.id).sort()).toEqual([shared, own].sort());
    const states = () => Promise.all([root, twin, other].map((ref) => world.stateOf(ref)));
    expect(await states()).toEqual(['fed_back', 'fed_back', 'fed_back']);
    await world.relay(author, ready.find(({ letter }) => letter?.id === shared)?.id ?? '');
    expect(await states()).toEqual(['fed_back', 'relayed', 'fed_back']);
    await world.relayAll(author);
    expect(await states()).toEqual(['fed_back', 'relayed', 'fed_back']);
    await world.relayAll(second);
    expect(await states()).toEqual(['relayed', 'relayed', 'relayed']);
  });

  it('that did not pass the check comes back to the member, with the reason, and is sent again', async () => {
    const { author, writer } = world;
    const letterId = await world.letters.delivered();
    const ref = await world.opinion(author, [letterId]);
    await world.fedBack([{ ref }]);
    const [{ id } = { id: '' }] = await world.relays(author);
    await world.relay(author, id, '这里有骂人的话。', 'withhold');
    const withheld = await world.must(author, 'GET', `/relays/${id}`);
    expect(withheld).toMatchObject({ state: 'withheld', text: '这里有骂人的话。', allowedActions: ['send'] });
    expect(withheld.withheldReason).toContain('有骂人的话');
    expect(await world.notices(author, 'relay_withheld')).toHaveLength(1);
    expect(await world.notices(author, 'message_withheld')).toEqual([]);
    expect(await world.stateOf(ref)).toBe('fed_back');
    expect((await world.onward(writer, letterId)).body.matters[0]?.steps.map(({ type }) => type)).not.toContain(
      'relay',
    );
    await world.relay(author, id, '您好，这件事会上研究过了。');
    expect(await world.stateOf(ref)).toBe('relayed');
  });

  it('is nobody else’s, is sent once, and only on its present version', async () => {
    const { author, second } = world;
    const letterId = await world.letters.delivered();
    await world.fedBack([{ ref: await world.opinion(author, [letterId]) }]);
    const [relay] = await world.relays(author);
    const send = (by: typeof author, version = relay?.version) =>
      world.ask(by, 'POST', `/relays/${relay?.id}/send`, { version, text: '您好。' });
    expect((await send(second)).status).toBe(404);
    expect((await world.ask(second, 'GET', `/relays/${relay?.id}`)).status).toBe(404);
    expect((await send(author, 99)).body.code).toBe('version_conflict');
    expect((await send(author)).status).toBe(200);
    const now = await world.must(author, 'GET', `/relays/${relay?.id}`);
    expect((await send(author, now.version)).body.code).toBe('action_not_allowed');
    await world.letters.decideAll('pass');
    expect(
      (await world.letters.show(world.writer, letterId)).body.messages.filter((m) => m.purpose === 'relay'),
    ).toHaveLength(1);
  });

  it('is still the author’s when the letter went to another mailbox, and reaches a writer who took it back since', async () => {
    const { author, second, writer, neighbour } = world;
    const handedOn = await world.letters.delivered();
    const takenBack = await world.letters.delivered({}, neighbour);
    const ref = await world.opinion(author, [handedOn, takenBack]);
    await world.letters.do(author, handedOn, 'transfer', { toMemberId: second.memberId });
    await world.fedBack([{ ref }]);
    await world.letters.do(neighbour, takenBack, 'withdraw');
    expect(await world.relays(second)).toEqual([]);
    await world.relayAll(author);
    for (const [by, id] of [
      [writer, handedOn],
      [neighbour, takenBack],
    ] as const) {
      expect((await world.letters.show(by, id)).body.messages.at(-1)?.purpose).toBe('relay');
    }
    expect(await world.stateOf(ref)).toBe('relayed');
  });
});

describe('a corrected decision', () => {
  it('takes back what was not told, is fed back again, and says that it replaces the earlier one where that was told', async () => {
    const { author, writer, neighbour } = world;
    const told = await world.letters.delivered({}, writer);
    const untold = await world.letters.delivered({}, neighbour);
    const ref = await world.opinion(author, [told, untold]);
    const { id, items } = await world.fedBack([{ ref, decision: REFERRED }]);
    const first = (await world.relays(author)).find(({ letter }) => letter?.id === told);
    await world.relay(author, first?.id ?? '');
    const itemId = items[0]?.id ?? '';
    await world.digests.correct(id, itemId, DECLINED);
    await world.digests.signOff(id, itemId);
    await world.test.settle();
    expect(await world.relays(author)).toEqual([]);
    expect((await world.ask(author, 'GET', '/feedbacks')).body.items[0].decision.outcome).toBe('adopted');

    const before = await world.feedback(id);
    expect(before).toMatchObject({ allowedActions: ['word_feedback', 'send_feedback'], items: [{ sentAt: null }] });
    expect(before.items[0]?.text).toContain('此前反馈的结果有更正（记录有误），请以本次为准。');
    await world.feedBack(id);
    const [latest] = (await world.must(author, 'GET', '/feedbacks')).items;
    expect(latest).toMatchObject({ decision: { outcome: 'declined', revision: 2 }, relaysWaiting: 2 });
    const again = await world.relays(author);
    const words = (letterId: string) => again.find(({ letter }) => letter?.id === letterId)?.text;
    expect(words(told)).toContain('之前告诉您的结果有更正');
    expect(words(untold)).not.toContain('更正');
    expect(await world.stateOf(ref)).toBe('fed_back');
    await world.relayAll(author);
    expect(await world.stateOf(ref)).toBe('relayed');
    expect((await world.relayRows(untold)).map(({ state }) => state)).toEqual(['superseded', 'sent']);
    expect((await world.relayRows(told)).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });
});
