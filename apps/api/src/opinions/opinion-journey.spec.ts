import { afterAll, beforeAll, expect, it } from 'vitest';
import { OpinionWorld } from '../../test/opinions.js';

let world: OpinionWorld;

beforeAll(async () => {
  world = await OpinionWorld.start();
});
afterAll(() => world.stop());

it('goes from a letter to a number', async () => {
  const { author, office } = world;
  const letterId = await world.letters.delivered({ title: '路灯不亮' });
  const offered = await world.request('GET', '/sourceable-letters?query=路灯不亮', author);
  expect(offered.body.items).toMatchObject([{ id: letterId, quotable: true, shownName: null, opinionCount: 0 }]);

  const begun = await world.begin('information', [
    { sourceKind: 'letter', sourceId: letterId, quote: '老人晚上出门不方便' },
  ]);
  expect(begun).toMatchObject({
    state: 'draft',
    viewers: ['author'],
    townshipName: null,
    sources: [{ sourceId: letterId, title: '路灯不亮', quote: '老人晚上出门不方便', shownName: null }],
    allowedActions: ['save', 'submit', 'withdraw'],
  });
  const saved = await world.write(begun.id);
  expect(saved.version).toBeGreaterThan(begun.version);
  expect((await world.act(author, begun.id, 'submit')).body).toMatchObject({
    state: 'submitted',
    deskName: '政协办公室',
    allowedActions: ['withdraw'],
  });

  const seen = (await world.show(office, begun.id)).body;
  expect(seen).toMatchObject({
    viewers: ['receiver'],
    deadline: 'on_time',
    allowedActions: ['accept', 'return', 'pass_on'],
    sources: [{ sourceId: null, title: null, reference: null, quote: '老人晚上出门不方便' }],
  });
  const accepted = await world.act(office, begun.id, 'accept');
  expect(accepted.body).toMatchObject({ state: 'accepted', intakeDue: null, deadline: 'none' });
  expect(accepted.body.reference).toMatch(/^社情民意 \d{4}-0001$/);
  expect(await world.noticesOf(author)).toContain('opinion_accepted');
  const [listed] = (await world.request('GET', '/opinions', author)).body.items;
  expect(listed).toMatchObject({ id: begun.id, state: 'accepted', sourceCount: 1, role: 'author' });
});

it('is returned with a reason, changed and handed in again; both texts can be compared', async () => {
  const { author, office } = world;
  const { id } = await world.begin('information');
  await world.write(id, { title: '关于路灯', sections: [{ key: 'situation', text: '路灯坏了三盏。' }] });
  await world.do(author, id, 'submit');
  expect((await world.act(office, id, 'return', { reason: '请写明在哪条路。' })).status).toBe(204);
  expect((await world.show(office, id)).status).toBe(404);
  const back = (await world.show(author, id)).body;
  expect(back).toMatchObject({ state: 'returned', returnReason: '请写明在哪条路。', deadline: 'none' });
  expect(await world.noticesOf(author)).toContain('opinion_returned');

  await world.save(id, { sections: [{ key: 'situation', text: '人民路路灯坏了三盏。' }] });
  await world.do(author, id, 'submit');
  expect((await world.show(office, id)).body).toMatchObject({ state: 'submitted', returnReason: null });
  const revisions = (await world.request('GET', `/opinions/${id}/revisions`, office)).body.items;
  expect(revisions.map(({ number, submitted }: { number: number; submitted: boolean }) => [number, submitted])).toEqual(
    [
      [2, true],
      [1, true],
    ],
  );
  const compared = await world.request('GET', `/opinions/${id}/revisions/compare?from=1&to=2`, office);
  const situation = compared.body.parts.find(({ key }: { key: string }) => key === 'situation');
  expect(situation.differences).toEqual([
    { kind: 'added', text: '人民路' },
    { kind: 'same', text: '路灯坏了三盏。' },
  ]);
  expect(compared.body.parts.filter(({ changed }: { changed: boolean }) => changed)).toHaveLength(1);
});

it('is passed on to the committee it belongs to, which alone then has it', async () => {
  const { author, office, staff, otherStaff } = world;
  const { id } = await world.submitted();
  const body = { desk: 'special_committee', deskUnitId: world.committeeId, reason: '属于教育领域。' };
  expect((await world.act(office, id, 'pass-on', { ...body, desk: 'office', deskUnitId: null })).status).toBe(422);
  expect(
    (await world.act(office, id, 'pass-on', { ...body, deskUnitId: world.emptyCommitteeId })).body.errors,
  ).toMatchObject([{ field: 'desk', code: 'desk_empty' }]);
  expect((await world.act(office, id, 'pass-on', body)).status).toBe(204);
  expect((await world.show(office, id)).status).toBe(404);
  expect((await world.show(otherStaff, id)).status).toBe(404);
  expect((await world.show(author, id)).body.deskName).toBe('教育委员会');
  expect(await world.noticesOf(staff)).toContain('opinion_passed_on');
  expect((await world.act(staff, id, 'accept')).body).toMatchObject({ state: 'accepted' });
  expect((await world.show(office, id)).body).toMatchObject({ viewers: ['office'], allowedActions: ['recognise'] });
});
