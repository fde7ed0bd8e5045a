import { afterAll, beforeAll, expect, it } from 'vitest';
import { OpinionWorld } from '../../test/opinions.js';
import { createPerson, type Person } from '../../test/people.js';

let world: OpinionWorld;
let colleague: Person;

beforeAll(async () => {
  world = await OpinionWorld.start();
  colleague = await createPerson(world.letters.test, { name: '办公室二', roles: ['office'] });
});
afterAll(() => world.stop());

/** Sends requests at the same moment. @returns their statuses, in order of size. */
async function atOnce(...requests: (() => Promise<{ status: number }>)[]): Promise<number[]> {
  const replies = await Promise.all(requests.map((send) => send()));
  return replies.map(({ status }) => status).sort();
}

function post(by: Person, id: string, action: string, version: number, over: object = {}) {
  return world.request('POST', `/opinions/${id}/${action}`, by, { version, ...over });
}

it('is accepted by one of two who press at the same moment, under one number', async () => {
  const { id, version } = await world.submitted();
  const statuses = await atOnce(
    () => post(world.office, id, 'accept', version),
    () => post(colleague, id, 'accept', version),
  );
  expect(statuses).toEqual([200, 409]);
  const { journey } = (await world.show(world.office, id)).body;
  expect(journey.filter(({ type }) => type === 'opinion_accepted')).toHaveLength(1);
});

it('is taken back or accepted, not both, and tells who came second what happened', async () => {
  const { id, version } = await world.submitted();
  const replies = await Promise.all([
    post(world.author, id, 'withdraw', version),
    post(world.office, id, 'accept', version),
  ]);
  const lost = replies.find(({ status }) => status >= 400);
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  const { state } = await world.row(id);
  if (state === 'withdrawn') expect(lost?.status).toBe(404);
  else expect(lost?.body).toMatchObject({ code: 'version_conflict', current: { state } });
});

it('gets numbers without gaps or doubles when many are accepted at once', async () => {
  const opinions = [];
  for (let n = 0; n < 6; n += 1) opinions.push(await world.submitted({}, undefined, 'work_advice'));
  await Promise.all(opinions.map(({ id, version }) => post(world.office, id, 'accept', version)));
  const rows = await Promise.all(opinions.map(({ id }) => world.row(id)));
  const numbers = rows.map(({ reference }) => Number(reference?.slice(-4))).sort();
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6]);
});

it('goes under one of two that are merged into each other at the same moment', async () => {
  const [one, other] = [await world.accepted(), await world.accepted()];
  const statuses = await atOnce(
    () => post(world.office, one.id, 'merge', one.version, { intoId: other.id }),
    () => post(colleague, other.id, 'merge', other.version, { intoId: one.id }),
  );
  expect(statuses[0]).toBe(200);
  expect(statuses[1]).toBeGreaterThanOrEqual(409);
  const states = [(await world.row(one.id)).state, (await world.row(other.id)).state].sort();
  expect(states).toEqual(['accepted', 'merged']);
});

it('keeps what was written on one of two devices, and says so to the other', async () => {
  const { id } = await world.begin('information');
  const { version } = await world.write(id);
  const statuses = await atOnce(
    ...['一', '二'].map(
      (title) => () => world.request('PATCH', `/opinions/${id}`, world.author, { version, title: `标题${title}` }),
    ),
  );
  expect(statuses).toEqual([200, 409]);
});

it('is taken out, or goes on a digest with what it is under', async () => {
  const [root, under] = [await world.accepted(), await world.accepted()];
  await world.do(world.office, under.id, 'merge', { intoId: root.id });
  const { version } = await world.row(under.id);
  const by = { at: new Date(), accountId: null };
  await Promise.allSettled([
    post(world.office, under.id, 'split', version),
    world.submissions.move({ kind: 'opinion', id: root.id }, 'list', by),
  ]);
  expect((await world.row(root.id)).state).toBe('listed');
  const { state, mergedIntoId } = await world.row(under.id);
  expect([state, mergedIntoId]).toEqual(state === 'merged' ? ['merged', root.id] : ['accepted', null]);
  const { opinions } = await world.submissions.behind({ kind: 'opinion', id: root.id });
  expect(opinions.map(({ id }) => id)).toEqual(state === 'merged' ? [root.id, under.id] : [root.id]);
});
