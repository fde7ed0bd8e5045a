import { afterAll, beforeAll, expect, it } from 'vitest';
import { DECLINED, OutcomeWorld, REFERRED } from '../../../test/outcomes.js';
import type { Person } from '../../../test/people.js';

let world: OutcomeWorld;

beforeAll(async () => {
  world = await OutcomeWorld.start();
});
afterAll(() => world.test.stop());

const outcome = (by: Person, id: string) => world.ask(by, 'GET', `/opinions/${id}/outcome`);

it('of an opinion is known to desk and leaders when it is signed, to its author when it was fed back', async () => {
  const { author, second, office, leader } = world;
  const letterId = await world.letters.delivered();
  const ref = await world.opinion(author, [letterId]);
  expect((await outcome(author, ref.id)).body).toMatchObject({ decision: null, meetingName: null, relays: [] });
  const { id, items } = await world.decided([{ ref, decision: REFERRED }]);
  expect((await outcome(author, ref.id)).body).toMatchObject({ decision: null, meetingName: '第十二次主席会议' });
  for (const by of [office, leader]) {
    expect((await outcome(by, ref.id)).body).toMatchObject({
      itemId: items[0]?.id,
      decision: { outcome: 'adopted' },
      fedBackAt: null,
      allDone: false,
    });
  }
  await world.feedBack(id);
  const told = (await outcome(author, ref.id)).body;
  expect(told).toMatchObject({
    itemId: null,
    decision: { outcome: 'adopted', responsibleBody: '县住房和城乡建设局' },
    relays: [{ purpose: 'decision', own: true, state: 'ready' }],
  });
  expect(told.feedbackText).toContain('条件具备');
  await world.relayAll(author);
  await world.followUp(items[0]?.id ?? '', 'done', { text: '路灯已经修好。' });
  expect((await outcome(author, ref.id)).body).toMatchObject({ followUps: [{ status: 'done' }], allDone: false });
  await world.relayAll(author);
  const office_ = (await outcome(office, ref.id)).body;
  expect(office_).toMatchObject({ allDone: true, relays: [{ state: 'sent', own: false }, { purpose: 'follow_up' }] });
  expect(JSON.stringify(office_.relays)).not.toContain('您好');

  await world.digests.correct(id, items[0]?.id ?? '', DECLINED);
  await world.digests.signOff(id, items[0]?.id ?? '');
  expect((await outcome(author, ref.id)).body.decision.outcome).toBe('adopted');
  expect((await outcome(office, ref.id)).body).toMatchObject({
    decision: { outcome: 'declined', correctionReason: '记录有误。' },
    corrected: [{ outcome: 'adopted' }],
    allDone: false,
  });
  for (const by of [second, world.writer, world.letters.memberAffairs]) {
    expect([403, 404]).toContain((await outcome(by, ref.id)).status);
  }
});

it('of an opinion that was merged tells its author nothing of the others behind the same item', async () => {
  const { author, second, office } = world;
  const own = await world.letters.delivered();
  const foreign = await world.letters.delivered({ memberId: second.memberId });
  const root = await world.opinion(second, [foreign], { title: '别人的标题' });
  const merged = await world.opinion(author, [own]);
  await world.digests.voices.opinion(office, merged.id, 'merge', { intoId: root.id });
  await world.fedBack([{ ref: root }]);
  const seen = (await outcome(author, merged.id)).body;
  expect(seen).toMatchObject({ decision: { outcome: 'declined' }, relays: [{ memberName: '李文远' }] });
  expect(JSON.stringify(seen)).not.toMatch(/别人的标题|王晓梅/);
  expect((await outcome(second, root.id)).body.relays).toMatchObject([{ memberName: '王晓梅' }]);
  expect((await outcome(office, root.id)).body.relays).toHaveLength(2);
});
