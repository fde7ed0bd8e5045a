import { INTAKE_BOXES } from '@lianxin/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPerson, type Person } from '../../test/people.js';
import { VoiceWorld } from '../../test/voices.js';
import type { Page } from '../platform/database/keyset.js';
import type { IntakeItem } from './intake.dto.js';

let world: VoiceWorld;
let colleague: Person;
/** What lies where, by a name of the test's own. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  world = await VoiceWorld.start();
  await goTo('2026-06-01T10:00:00+08:00');
  colleague = await createPerson(world.test, { name: '办公室同事', roles: ['office'] });
  const office = { desk: 'office' } as const;
  ids.old = await world.handedIn(world.author, { ...office, title: '老旧小区加装电梯', theme: 'construction' });
  await goTo('2026-06-08T15:00:00+08:00');
  ids.fresh = await world.handedIn(world.second, { ...office, title: '增加早班公交', theme: 'transport' });
  ids.taken = await world.accepted(world.author, { ...office, title: '增设儿科夜间门诊', theme: 'health' });
  ids.group = await world.handedIn(world.author, { title: '交给界别的意见' });
  ids.otherGroup = await world.handedIn(world.otherConvener, { title: '另一界别的意见' });
  const committee = { desk: 'special_committee', deskUnitId: world.committeeId } as const;
  ids.committee = await world.handedIn(world.author, { ...committee, title: '交给专委会的意见' });
  ids.voice = await world.voiceIn('submitted');
  ids.draftVoice = await world.voiceIn('circulating');
}, 180_000);
afterAll(() => world.test.stop());

async function goTo(instant: string): Promise<void> {
  world.test.clock.set(instant);
  const { author, second, convener, otherConvener, committeeStaff, office, leader, stranger } = world;
  const people = [
    author,
    second,
    convener,
    otherConvener,
    committeeStaff,
    office,
    leader,
    stranger,
    world.letters.writer,
  ];
  for (const person of colleague ? [...people, colleague] : people) await world.letters.signInAgain(person);
}

const page = async (by: Person, query: string): Promise<Page<IntakeItem>> =>
  (await world.test.request('GET', `/desk/intake?${encodeURI(query)}`, { token: by.token })).body;
const list = async (by: Person, query = 'box=open') => (await page(by, query)).items;
/** The names of what is listed; what the names of this test do not cover is left out. */
const named = async (by: Person, query?: string) => {
  const byId = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  return (await list(by, query)).flatMap(({ id }) => byId.get(id) ?? []);
};
const counts = async (by: Person) => (await world.test.request('GET', '/desk/intake/counts', { token: by.token })).body;
const assign = (by: Person, item: Pick<IntakeItem, 'kind' | 'id'>, accountId: string | null, version: number) =>
  world.test.request('PUT', `/desk/submissions/${item.kind}/${item.id}/assignee`, {
    token: by.token,
    body: { accountId, version },
  });

describe('the intake queue', () => {
  test.each([
    ['the office', () => world.office, ['old', 'fresh', 'voice']],
    ['a special committee', () => world.committeeStaff, ['committee']],
    ["a sector's group", () => world.convener, ['group']],
    ["another sector's group", () => world.otherConvener, ['otherGroup']],
  ])('shows %s its own, the longest waiting first', async (_, person, expected) => {
    expect(await named(person())).toEqual(expected);
    expect((await named(person(), 'box=all')).sort()).toEqual(
      [...expected, ...(person() === world.office ? ['taken'] : [])].sort(),
    );
  });

  test('says of each what a desk needs to know', async () => {
    const items = await list(world.office);
    expect(items[0]).toMatchObject({
      kind: 'opinion',
      opinionKind: 'information',
      title: '老旧小区加装电梯',
      theme: 'construction',
      authorNames: ['李文远'],
      sectorName: '测试界别',
      desk: 'office',
      deskUnitName: null,
      state: 'submitted',
      stateLabel: '已提交',
      assignee: null,
      presentNames: [],
    });
    expect(items[0]?.due?.slice(0, 10)).toBe('2026-06-08');
    expect(items.map(({ deadline }) => deadline)).toEqual(['due_soon', 'on_time', 'on_time']);
    expect(items[2]).toMatchObject({ kind: 'sector_voice', opinionKind: null, mergedCount: 2 });
    expect([...(items[2]?.authorNames ?? [])].sort()).toEqual(['李文远', '王晓梅']);
    const [atCommittee] = await list(world.committeeStaff);
    expect(atCommittee?.deskUnitName).toBe('测试专委会');
  });

  test('sorts into boxes, and counts them', async () => {
    const boxes: Record<string, string[]> = {};
    for (const box of INTAKE_BOXES) boxes[box] = await named(world.office, `box=${box}`);
    expect(boxes).toEqual({
      mine: [],
      unassigned: ['old', 'fresh', 'voice'],
      open: ['old', 'fresh', 'voice'],
      overdue: [],
      accepted: ['taken'],
      waiting_longest: ['old', 'fresh', 'taken', 'voice'],
      all: ['voice', 'taken', 'fresh', 'old'],
    });
    expect(await counts(world.office)).toEqual({ mine: 0, unassigned: 3, open: 3, overdue: 0, accepted: 1 });
    expect(await counts(world.committeeStaff)).toMatchObject({ open: 1, accepted: 0 });
  });

  test.each([
    ['kind=sector_voice', ['voice']],
    ['kind=information', ['old', 'fresh']],
    ['kind=proposal', []],
    ['theme=transport', ['fresh', 'voice']],
    ['query=电梯', ['old']],
    ['query=%25', []],
    ['desk=sector_group', []],
  ])('is filtered by %s', async (query, expected) => {
    expect(await named(world.office, `box=open&${query}`)).toEqual(expected);
  });

  test('is filtered by sector', async () => {
    expect(await named(world.office, `box=open&sectorId=${world.otherSectorId}`)).toEqual([]);
    expect(await named(world.office, `box=open&sectorId=${world.letters.sectorId}`)).toHaveLength(3);
  });

  test.each(INTAKE_BOXES)('gives the box %s in pages that neither repeat nor skip one', async (box) => {
    const whole = (await list(world.office, `box=${box}&limit=100`)).map(({ id }) => id);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { items, nextCursor } = await page(world.office, `box=${box}&limit=1${cursor && `&cursor=${cursor}`}`);
      paged.push(...items.map(({ id }) => id));
      cursor = nextCursor;
    }
    expect(paged).toEqual(whole);
  });

  test('lists what is late, once it is', async () => {
    await goTo('2026-06-09T09:00:00+08:00');
    expect(await named(world.office, 'box=overdue')).toEqual(['old']);
    expect((await list(world.office))[0]?.deadline).toBe('overdue');
    expect((await counts(world.office)).overdue).toBe(1);
  });

  test.each([
    ['a visitor', () => undefined, 401],
    ['a constituent', () => world.letters.writer.token, 403],
    ['a member', () => world.author.token, 403],
    ['a leader', () => world.leader.token, 403],
  ])('is not for %s', async (_, token, status) => {
    for (const path of ['/desk/intake', '/desk/intake/counts', '/desk/intake/export', '/desk/colleagues']) {
      expect((await world.test.request('GET', path, { token: token() })).status).toBe(status);
    }
  });
});

describe('what is passed on', () => {
  test('leaves the one queue for the other, and nobody has it in hand there', async () => {
    const { version } = await world.opinionRow(ids.group ?? '');
    const group = { kind: 'opinion', id: ids.group ?? '' } as const;
    expect((await assign(world.convener, group, world.convener.accountId, version)).status).toBe(200);
    await world.opinion(world.convener, group.id, 'pass-on', { desk: 'office', reason: '涉及多个部门。' });
    expect(await named(world.convener)).toEqual([]);
    const item = (await list(world.office)).find(({ id }) => id === group.id);
    expect(item?.assignee).toBeNull();
  });
});

describe('the person who has a submission in hand', () => {
  const first = async (name: string) => {
    const item = (await list(world.office)).find(({ id }) => id === ids[name]);
    if (!item) throw new Error(`${name} is not in the queue`);
    return item;
  };

  test('is chosen among the colleagues of the desk', async () => {
    const { body } = await world.test.request('GET', '/desk/colleagues', { token: world.office.token });
    expect(body.items).toEqual([
      { accountId: world.office.accountId, name: '办公室', self: true },
      { accountId: colleague.accountId, name: '办公室同事', self: false },
    ]);
    const item = await first('old');
    for (const outsider of [world.committeeStaff, world.author, world.letters.memberAffairs]) {
      const reply = await assign(world.office, item, outsider.accountId, item.version);
      expect([reply.status, reply.body.errors[0].code]).toEqual([422, 'not_at_this_desk']);
    }
  });

  test('is told, finds it among the own, and gives it back', async () => {
    const item = await first('old');
    const { status, body } = await assign(world.office, item, colleague.accountId, item.version);
    expect([status, body.assignee, body.version]).toEqual([
      200,
      { accountId: colleague.accountId, name: '办公室同事', self: false },
      item.version + 1,
    ]);
    expect(await named(colleague, 'box=mine')).toEqual(['old']);
    expect(await named(world.office, 'box=mine')).toEqual([]);
    expect(await named(world.office, 'box=unassigned')).not.toContain('old');
    expect(await named(world.office, `box=open&assigneeId=${colleague.accountId}`)).toEqual(['old']);
    const [notice] = await world.notices(colleague, 'submission_assigned');
    expect(notice).toMatchObject({ text: '《老旧小区加装电梯》', aboutId: ids.old, as: 'desk' });
    expect((await counts(colleague)).mine).toBe(1);
    expect((await assign(colleague, item, null, body.version)).body.assignee).toBeNull();
  });

  test('is one: of two who take it at the same moment the second learns of the first', async () => {
    const item = await first('fresh');
    const replies = await Promise.all(
      [world.office, colleague].map((by) => assign(by, item, by.accountId, item.version)),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe('version_conflict');
  });

  test('is not changed from another desk, nor for what is none of an intake', async () => {
    const item = await first('old');
    expect((await assign(world.committeeStaff, item, world.committeeStaff.accountId, item.version)).status).toBe(404);
    expect((await assign(world.convener, { kind: 'sector_voice', id: ids.voice ?? '' }, null, 1)).status).toBe(404);
    expect((await assign(world.office, { kind: 'opinion', id: ids.voice ?? '' }, null, 1)).status).toBe(404);
    const path = `/desk/submissions/letter/${ids.old}/assignee`;
    const wrong = await world.test.request('PUT', path, {
      token: world.office.token,
      body: { accountId: null, version: 1 },
    });
    expect(wrong.status).toBe(422);
  });

  test('stays the same once it is on a digest', async () => {
    const id = ids.taken ?? '';
    await world.move({ kind: 'opinion', id }, 'list');
    const { version } = await world.opinionRow(id);
    const reply = await assign(world.office, { kind: 'opinion', id }, colleague.accountId, version);
    expect([reply.status, reply.body.code]).toEqual([409, 'action_not_allowed']);
    expect(await named(world.office, 'box=accepted')).toEqual([]);
  });

  test('may have a sector voice in hand', async () => {
    const item = await first('voice');
    const { body } = await assign(colleague, item, colleague.accountId, item.version);
    expect(body.assignee).toMatchObject({ self: true });
    expect(await named(colleague, 'box=mine')).toContain('voice');
  });
});
