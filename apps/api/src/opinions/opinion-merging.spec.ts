import { afterAll, beforeAll, expect, it } from 'vitest';
import { OpinionWorld } from '../../test/opinions.js';

let world: OpinionWorld;

beforeAll(async () => {
  world = await OpinionWorld.start();
});
afterAll(() => world.stop());

/** An accepted opinion that is drawn from a letter of its own. */
async function withLetter() {
  const sourceId = await world.letters.delivered();
  const { id } = await world.accepted([{ sourceKind: 'letter', sourceId }]);
  return { id, sourceId };
}

/** The letters behind an opinion, as those see it who send the outcome back. */
async function lettersBehind(id: string): Promise<string[]> {
  const { opinions } = await world.submissions.behind({ kind: 'opinion', id });
  return opinions.flatMap(({ sources }) => sources.map(({ sourceId }) => sourceId));
}

const by = { at: new Date(), accountId: null };

it('adds voices up: every source stays once, whatever is put together and taken apart', async () => {
  const { office } = world;
  const [first, second, third] = [await withLetter(), await withLetter(), await withLetter()];
  const all = [first.sourceId, second.sourceId, third.sourceId];
  await world.do(office, second.id, 'merge', { intoId: third.id });
  await world.do(office, third.id, 'merge', { intoId: first.id });
  expect((await lettersBehind(first.id)).sort()).toEqual([...all].sort());
  expect(await world.submissions.rootOf(second.id)).toEqual({ kind: 'opinion', id: first.id });
  const seen = (await world.show(office, first.id)).body;
  expect(seen.merged).toMatchObject([{ id: third.id, sourceCount: 1 }]);
  expect((await world.show(world.author, first.id)).body.merged).toEqual([]);
  expect((await world.show(world.author, third.id)).body.mergedInto).toEqual({
    kind: 'opinion',
    id: first.id,
    reference: seen.reference,
    title: null,
  });
  expect(await world.noticesOf(world.author)).toContain('opinion_merged');

  await world.do(office, third.id, 'split');
  expect(await lettersBehind(first.id)).toEqual([first.sourceId]);
  expect((await lettersBehind(third.id)).sort()).toEqual([second.sourceId, third.sourceId].sort());
  await world.do(office, second.id, 'split');
  expect(await Promise.all([first, second, third].map(({ id }) => lettersBehind(id)))).toEqual(all.map((one) => [one]));
});

it('shares one fate from the digest on, and cannot be taken apart then', async () => {
  const { office } = world;
  const [root, under] = [await withLetter(), await withLetter()];
  await world.do(office, under.id, 'merge', { intoId: root.id });
  const ref = { kind: 'opinion', id: root.id } as const;
  await world.submissions.move(ref, 'list', by);
  expect((await world.show(office, under.id)).body).toMatchObject({ state: 'merged', allowedActions: ['recognise'] });
  expect((await world.act(office, under.id, 'split')).status).toBe(409);
  await world.submissions.move(ref, 'unlist', by);
  expect((await world.show(office, under.id)).body.allowedActions).toContain('split');
  await world.submissions.move(ref, 'list', by);
  await world.submissions.move(ref, 'decide', by);
  await world.submissions.move(ref, 'feed_back', by);
  for (const { id } of [root, under]) expect((await world.row(id)).state).toBe('fed_back');
  await world.submissions.move({ kind: 'opinion', id: under.id }, 'relay', by);
  expect([(await world.row(root.id)).state, (await world.row(under.id)).state]).toEqual(['fed_back', 'relayed']);
  await world.submissions.move(ref, 'relay', by);
  await world.submissions.move(ref, 'relay', by);
  expect((await world.row(root.id)).state).toBe('relayed');
  await world.submissions.move(ref, 'feed_back', by);
  for (const { id } of [root, under]) expect((await world.row(id)).state).toBe('fed_back');
  const types = (await world.show(world.author, under.id)).body.journey.map(({ type }) => type);
  expect(types.filter((type) => type === 'opinion_fed_back')).toHaveLength(2);
});

it('is of accepted opinions that the desk has, under one that stands by itself', async () => {
  const { office, staff } = world;
  const { id } = await world.accepted();
  const waiting = await world.submitted();
  const elsewhere = await world.submitted({ desk: 'special_committee', deskUnitId: world.committeeId });
  await world.do(staff, elsewhere.id, 'accept');
  const [top, under] = [await world.accepted(), await world.accepted()];
  await world.do(office, under.id, 'merge', { intoId: top.id });
  for (const intoId of [id, waiting.id, elsewhere.id, under.id, world.letters.sectorId]) {
    const { status, body } = await world.act(office, id, 'merge', { intoId });
    expect([status, body.errors?.[0]]).toMatchObject([422, { field: 'intoId', code: 'not_mergeable' }]);
  }
  expect((await world.act(staff, elsewhere.id, 'merge', { intoId: top.id })).status).toBe(422);
  expect((await world.act(staff, id, 'merge', { intoId: elsewhere.id })).status).toBe(404);
});

it('goes to another desk together with what is under it', async () => {
  const { office, staff } = world;
  const [top, under] = [await withLetter(), await withLetter()];
  await world.do(office, under.id, 'merge', { intoId: top.id });
  const desk = { desk: 'special_committee', deskUnitId: world.committeeId };
  await world.do(office, top.id, 'pass-on', { ...desk, reason: '属于教育领域。' });
  expect((await world.show(staff, under.id)).body).toMatchObject({ ...desk, viewers: ['receiver'] });
  await world.do(staff, under.id, 'split');
  expect((await world.show(staff, under.id)).body.state).toBe('accepted');
});

it('moves a whole digest or nothing of it', async () => {
  const [one, other] = [await world.accepted(), await world.submitted()];
  const moves = [one, other].map(({ id }) => ({ ref: { kind: 'opinion' as const, id } }));
  await expect(world.submissions.moveAll(moves, 'list', by)).rejects.toMatchObject({
    status: 409,
    extensions: { refs: [{ kind: 'opinion', id: other.id }] },
  });
  expect((await world.row(one.id)).state).toBe('accepted');
});
