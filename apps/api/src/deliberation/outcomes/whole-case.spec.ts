import type { SubmissionRef } from '@lianxin/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutcomeWorld, REFERRED } from '../../../test/outcomes.js';
import { createPerson, type Person } from '../../../test/people.js';

/**
 * One case from the first word to the last (design §1): three constituents write to two members; the letters become three opinions, one
 * of them from two letters; the convener makes one voice of two of them; the office digests it with the third; the meeting adopts the one
 * in part and declines the other; feedback, relays, follow-ups. A fourth constituent, who wrote too, sees nothing of it.
 */
let world: OutcomeWorld;
let zhou: Person;
let fourth: Person;
/** Letters of the three: on the bus stop twice and on the lamps to the one member, on the bus stop to the other. */
let letters: Record<'bus' | 'stop' | 'busElsewhere' | 'lamps', string>;
let voiceRef: SubmissionRef;
let lampsRef: SubmissionRef;
let opinions: Record<'stops' | 'busElsewhere', SubmissionRef>;
let digestId: string;
let items: Record<'voice' | 'lamps', string>;

const PARTLY = {
  ...REFERRED,
  outcome: 'partly_adopted',
  reason: '先恢复早晚两班车。',
  responsibleBody: '县交通运输局',
};
const DECLINED = { outcome: 'declined', reason: '这一片明年整体改造，不再单独装灯。' };

beforeAll(async () => {
  world = await OutcomeWorld.start();
  world.test.clock.set('2026-03-02T10:00:00+08:00');
  await world.passDays(0);
  zhou = await createPerson(world.test, { name: '周阿姨' });
  fourth = await createPerson(world.test, { name: '吴外人' });
});
afterAll(() => world.test.stop());

const onward = async (by: Person, letterId: string) => (await world.onward(by, letterId)).body;
const writers = () =>
  [
    [world.writer, letters.bus],
    [world.neighbour, letters.stop],
    [zhou, letters.busElsewhere],
    [zhou, letters.lamps],
  ] as const;

describe('a whole case', () => {
  it('begins with letters that become three opinions', async () => {
    const { author, second, writer, neighbour, digests } = world;
    const toSecond = { memberId: second.memberId };
    letters = {
      bus: await world.letters.delivered({ title: '村里没有班车了', text: '老人看病要走五里路。' }, writer),
      stop: await world.letters.delivered({ title: '站台拆了', text: '站台拆了以后没处等车。' }, neighbour),
      busElsewhere: await world.letters.delivered({ title: '班车停了', text: '孩子上学没有车坐。', ...toSecond }, zhou),
      lamps: await world.letters.delivered({ title: '巷子太黑', text: '巷子里一盏灯也没有。' }, zhou),
    };
    await world.letters.delivered({ title: '别的事', text: '这件事和他们没有关系。' }, fourth);
    const stops = await digests.voices.accepted(author, {
      title: '关于恢复班车的意见',
      letterIds: [letters.bus, letters.stop],
    });
    const busElsewhere = await digests.voices.accepted(second, {
      title: '关于学生乘车的意见',
      letterIds: [letters.busElsewhere],
    });
    opinions = { stops: { kind: 'opinion', id: stops }, busElsewhere: { kind: 'opinion', id: busElsewhere } };
    lampsRef = await world.opinion(author, [letters.lamps], { title: '关于巷道照明的意见' });
    for (const [by, id] of writers()) {
      expect((await onward(by, id)).matters[0]).toMatchObject({
        now: '县政协已经收下，等着报给主席会议。',
        done: false,
      });
    }
  });

  it('goes on with one voice of two opinions, agreed to by both members', async () => {
    const { digests } = world;
    const { id } = await digests.voices.voice([opinions.stops.id, opinions.busElsewhere.id]);
    for (const action of ['circulate', 'agree', 'submit', 'accept'] as const) await digests.voices.do(id, action);
    voiceRef = { kind: 'sector_voice', id };
    const { body: voice } = await digests.voices.show(digests.voices.convener, id);
    expect(voice.state).toBe('accepted');
    expect(await world.stateOf(opinions.stops)).toBe('merged');
    const steps = (await onward(zhou, letters.busElsewhere)).matters[0]?.steps.map(({ type }) => type);
    expect(steps).toEqual(['opinion_submitted', 'opinion_accepted', 'opinion_merged']);
  });

  it('is digested, read by a leader, decided and signed by a second person', async () => {
    const { digests, office, leader } = world;
    const { id, items: listed } = await digests.submitted([voiceRef, lampsRef]);
    digestId = id;
    items = { voice: listed[0]?.id ?? '', lamps: listed[1]?.id ?? '' };
    await world.must(leader, 'POST', `/digests/${id}/remarks`, { text: '班车的事要紧。', itemId: items.voice });
    await digests.decide(id, items.voice, PARTLY, leader);
    await digests.decide(id, items.lamps, DECLINED, office);
    const own = await world.ask(leader, 'POST', `/digests/${id}/items/${items.voice}/sign-off`, {
      version: (await digests.itemRow(items.voice)).version,
    });
    expect(own.status).toBe(409);
    await digests.signOff(id, items.voice);
    await digests.signOff(id, items.lamps);
    expect((await digests.show(id)).state).toBe('decided');
    for (const [by, letterId] of writers()) {
      const seen = await onward(by, letterId);
      expect(seen.matters[0]?.now).toBe('主席会议研究过了。');
      expect(JSON.stringify(seen)).not.toMatch(/采纳|早晚两班车|整体改造|交通运输局/);
    }
  });

  it('comes back to every member behind it with one press', async () => {
    const { author, second, digests } = world;
    await world.feedBack(digestId);
    expect((await world.must(author, 'GET', '/feedbacks')).items).toMatchObject([
      { submission: { id: lampsRef.id }, decision: { outcome: 'declined' }, relaysWaiting: 1 },
      { submission: { id: opinions.stops.id }, decision: { outcome: 'partly_adopted' }, relaysWaiting: 2 },
    ]);
    expect((await world.must(second, 'GET', '/feedbacks')).items).toMatchObject([
      { submission: { id: opinions.busElsewhere.id }, decision: { outcome: 'partly_adopted' }, relaysWaiting: 1 },
    ]);
    expect((await world.must(digests.voices.convener, 'GET', '/feedbacks')).items).toMatchObject([
      { submission: voiceRef, role: 'author', relaysWaiting: 0 },
    ]);
    expect((await world.must(digests.voices.stranger, 'GET', '/feedbacks')).items).toEqual([]);
    for (const [by, letterId] of writers()) {
      expect(JSON.stringify(await onward(by, letterId))).not.toMatch(/采纳|早晚两班车|整体改造/);
    }
  });

  it('reaches each constituent in the very letter, with the right outcome', async () => {
    const { author, second } = world;
    await world.relayAll(author);
    await world.relayAll(second);
    for (const [by, letterId] of writers()) {
      const told = letterId === letters.lamps ? DECLINED.reason : PARTLY.reason;
      const other = letterId === letters.lamps ? PARTLY.reason : DECLINED.reason;
      const { body: letter } = await world.letters.show(by, letterId);
      const last = letter.messages.at(-1);
      expect(last?.purpose).toBe('relay');
      for (const text of [last?.text ?? '', JSON.stringify((await onward(by, letterId)).matters)]) {
        expect(text).toContain(told.replace('。', ''));
        expect(text).not.toContain(other.replace('。', ''));
      }
    }
    expect(await world.stateOf(opinions.stops)).toBe('relayed');
    expect(await world.stateOf(opinions.busElsewhere)).toBe('relayed');
    expect(await world.stateOf(lampsRef)).toBe('relayed');
    expect((await world.digests.voices.show(world.office, voiceRef.id)).body.state).toBe('relayed');
    expect((await onward(zhou, letters.lamps)).matters[0]?.done).toBe(true);
    expect((await onward(zhou, letters.busElsewhere)).matters[0]).toMatchObject({
      now: '已经交给县交通运输局，还没有开始办。',
      done: false,
    });
  });

  it('is followed up, and told the same way down to those whom it concerns', async () => {
    const { author, second, writer, neighbour } = world;
    await world.followUp(items.voice, 'done', { text: '早晚两班车已经恢复。' });
    await world.relayAll(author);
    await world.relayAll(second);
    for (const [by, id] of [
      [writer, letters.bus],
      [neighbour, letters.stop],
      [zhou, letters.busElsewhere],
    ] as const) {
      const seen = await onward(by, id);
      expect(seen.matters[0]).toMatchObject({ done: true, next: null });
      expect(seen.matters[0]?.steps.at(-1)?.text).toContain('早晚两班车已经恢复');
      expect(seen.heard.asked).toBe(true);
    }
    expect(JSON.stringify(await onward(zhou, letters.lamps))).not.toContain('班车');
    for (const [by, id] of writers()) {
      const { heard } = await world.must(by, 'POST', `/letters/${id}/heard`, { stars: 5, words: '听到了。' });
      expect(heard).toMatchObject({ asked: false, stars: 5 });
    }
  });

  it('can be followed from the letter to the decision by each role, and leaves nothing waiting', async () => {
    const { author, office, leader, digests, letters: mailbox } = world;
    for (const by of [author, office, leader, digests.voices.convener]) {
      const outcome = await world.must(by, 'GET', `/opinions/${opinions.stops.id}/outcome`);
      expect(outcome).toMatchObject({ decision: { outcome: 'partly_adopted' }, allDone: true });
    }
    const board = await world.must(mailbox.memberAffairs, 'GET', '/desk/relay-board/counts');
    expect(board).toEqual({ due: 0, overdue: 0, all: 0, membersOverdue: 0 });
    expect((await world.must(office, 'GET', '/desk/feedback-board?box=waiting')).items).toEqual([]);
  });

  it('shows nothing of itself to a fourth constituent', async () => {
    const { items: own } = await world.must(fourth, 'GET', '/letters');
    expect((await onward(fourth, own[0].id)).matters).toEqual([]);
    for (const [, letterId] of writers()) {
      expect((await world.onward(fourth, letterId)).status).toBe(404);
      expect((await world.letters.show(fourth, letterId)).status).toBe(404);
    }
    const paths = [
      `/opinions/${opinions.stops.id}/outcome`,
      `/sector-voices/${voiceRef.id}/outcome`,
      `/digests/${digestId}`,
      `/digests/${digestId}/feedback`,
      '/feedbacks',
      '/relays',
    ];
    for (const path of paths) expect([403, 404]).toContain((await world.ask(fourth, 'GET', path)).status);
    const { items: notices } = await world.must(fourth, 'GET', '/notices?limit=100');
    expect(JSON.stringify(notices)).not.toMatch(/班车|采纳|照明|结果/);
  });
});
