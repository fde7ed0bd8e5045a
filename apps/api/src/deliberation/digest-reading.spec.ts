import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DECLINED, DigestWorld } from '../../test/digests.js';
import type { Person } from '../../test/people.js';
import type { DigestSummary, DigestView, RemarkView } from './digests.views.js';

let world: DigestWorld;
/** One digest with an opinion from each kind of desk and a sector's voice. */
let mixed: DigestView;
let draft: DigestView;

beforeAll(async () => {
  world = await DigestWorld.start();
  const { voices } = world;
  const committee = { desk: 'special_committee', deskUnitId: voices.committeeId } as const;
  const refs = [
    ...(await world.accepted(1, { title: '直接交给办公室的意见' })),
    ...(await world.accepted(1, { title: '交给专委会的意见', ...committee })),
    ...(await world.accepted(1, { title: '交给界别的意见', desk: 'sector_group' })),
    { kind: 'sector_voice' as const, id: await voices.voiceIn('accepted') },
  ];
  mixed = await world.submitted(refs);
  draft = await world.digest(await world.accepted(1));
});

afterAll(() => world.test.stop());

const statusOf = async (by: Person, digest: Pick<DigestView, 'id'>, path = '') =>
  (await world.ask(by, 'GET', `/digests/${digest.id}${path}`)).status;
const listOf = async (by: Person, query = ''): Promise<string[]> => {
  const reply = await world.ask<{ items: DigestSummary[] }>(by, 'GET', `/digests${query}`);
  expect(reply.status).toBe(200);
  return reply.body.items.map(({ id }) => id);
};

describe('who sees a digest', () => {
  it('the office sees every one, leaders only what is submitted', async () => {
    expect(await listOf(world.office)).toEqual([draft.id, mixed.id]);
    expect(await listOf(world.leader)).toEqual([mixed.id]);
    expect(await listOf(world.office, '?state=draft')).toEqual([draft.id]);
    expect(await listOf(world.office, `?query=${encodeURIComponent(mixed.reference)}`)).toEqual([mixed.id]);
    for (const path of ['', '/document', '/spreadsheet', '/remarks']) {
      expect([path, await statusOf(world.leader, draft, path)]).toEqual([path, 404]);
      expect([path, await statusOf(world.leader, mixed, path)]).toEqual([path, 200]);
    }
  });

  it('a leader reads the whole of it: text, credits and what is behind each item', async () => {
    const seen = await world.show(mixed.id, world.leader);
    expect(seen).toMatchObject({ viewer: 'leader', itemCount: 4, createdByName: '办公室' });
    expect(seen.items[0]).toMatchObject({
      submission: { title: '直接交给办公室的意见', kindLabel: '社情民意信息', themeLabel: '交通出行' },
      credits: [{ name: '李文远', sectorName: '测试界别', role: 'author' }],
    });
    expect(seen.items[0]?.text.map(({ label }) => label)).toEqual(['情况', '分析', '建议']);
    const voice = seen.items[3];
    expect(voice?.submission.kindLabel).toBe('界别集体声音');
    expect(voice?.credits.map(({ name }) => name).sort()).toEqual(['李文远', '王晓梅']);
  });

  it('a convener and committee staff see their own items, and nothing that is not signed and complete', async () => {
    const { convener, committeeStaff, otherConvener } = world.voices;
    const titles = async (by: Person) =>
      (await world.show(mixed.id, by)).items.map(({ submission }) => submission.title);
    expect(await titles(committeeStaff)).toEqual(['交给专委会的意见']);
    expect(await titles(convener)).toEqual(['交给界别的意见', '关于停车难的界别声音']);
    expect([await listOf(committeeStaff), await listOf(otherConvener)]).toEqual([[mixed.id], []]);
    expect(await statusOf(otherConvener, mixed)).toBe(404);
    const [, committeeItem] = mixed.items;
    await world.decide(mixed.id, committeeItem?.id ?? '', DECLINED);
    expect((await world.show(mixed.id, committeeStaff)).items[0]).toMatchObject({ decision: null, pending: null });
    await world.signOff(mixed.id, committeeItem?.id ?? '');
    const before = await world.show(mixed.id, committeeStaff);
    expect([before.items[0]?.decision, before.decidedCount, before.allowedActions]).toEqual([null, 0, []]);
    for (const item of mixed.items.filter(({ id }) => id !== committeeItem?.id)) {
      await world.decide(mixed.id, item.id, DECLINED);
      await world.signOff(mixed.id, item.id);
    }
    const after = await world.show(mixed.id, committeeStaff);
    expect(after).toMatchObject({ viewer: 'desk', state: 'decided', itemCount: 1, decidedCount: 1 });
    expect(after.items[0]?.decision).toMatchObject({ outcome: 'declined' });
    for (const path of ['/document', '/spreadsheet', '/remarks']) {
      expect([path, await statusOf(committeeStaff, mixed, path)]).toEqual([path, 403]);
    }
  });

  it('nobody else', async () => {
    const { stranger, letters } = world.voices;
    for (const person of [stranger, world.voices.author, letters.writer, letters.memberAffairs]) {
      for (const path of ['', '/document', '/spreadsheet', '/remarks']) {
        expect(await statusOf(person, mixed, path)).toBe(403);
      }
    }
    expect((await world.test.request('GET', `/digests/${mixed.id}`)).status).toBe(401);
  });
});

describe('remarks', () => {
  const remarksOf = async (by: Person, id: string) =>
    (await world.must<{ items: RemarkView[] }>(by, 'GET', `/digests/${id}/remarks`)).items;

  it('are left on the digest or on an item, and read by those who decide', async () => {
    const digest = await world.submitted(await world.accepted(2));
    const [item] = digest.items;
    const write = (by: Person, body: object) =>
      world.ask<RemarkView>(by, 'POST', `/digests/${digest.id}/remarks`, body);
    expect((await write(world.leader, { text: '总体可行。' })).status).toBe(201);
    expect((await write(world.secondLeader, { text: '请住建局会前说明。', itemId: item?.id })).status).toBe(201);
    expect(
      (await remarksOf(world.office, digest.id)).map(({ text, authorName, itemId, own }) => [
        text,
        authorName,
        itemId,
        own,
      ]),
    ).toEqual([
      ['总体可行。', '主席', null, false],
      ['请住建局会前说明。', '副主席', item?.id, false],
    ]);
    expect((await remarksOf(world.leader, digest.id)).map(({ own }) => own)).toEqual([true, false]);
    const seen = await world.show(digest.id);
    expect([seen.remarkCount, seen.items.map(({ remarkCount }) => remarkCount)]).toEqual([2, [1, 0]]);
    expect(await world.voices.notices(world.office, 'digest_remarked')).toHaveLength(2);
    expect((await write(world.leader, { text: '另一份的', itemId: draft.items[0]?.id })).status).toBe(422);
    expect((await write(world.leader, { text: ' ' })).status).toBe(422);
  });

  it('stay when the digest is recalled and an item is taken off', async () => {
    const digest = await world.submitted(await world.accepted(2));
    const [item] = digest.items;
    const path = `/digests/${digest.id}`;
    await world.must(world.leader, 'POST', `${path}/remarks`, { text: '这一条不必上会。', itemId: item?.id });
    const { version } = await world.must(world.office, 'POST', `${path}/recall`, { version: digest.version });
    await world.must(world.office, 'DELETE', `${path}/items/${item?.id}?version=${version}`);
    expect(await remarksOf(world.office, digest.id)).toMatchObject([{ text: '这一条不必上会。', itemId: null }]);
  });
});

describe('notices', () => {
  it('leaders are told of what is submitted and recalled; the office of what waits for a second signature', async () => {
    const digest = await world.submitted(await world.accepted(2));
    const about = expect.objectContaining({ aboutId: digest.id });
    expect(await world.voices.notices(world.leader, 'digest_submitted')).toContainEqual(about);
    const [first, second] = digest.items;
    await world.decide(digest.id, first?.id ?? '');
    await world.decide(digest.id, second?.id ?? '');
    const waiting = await world.voices.notices(world.signer, 'digest_to_be_signed');
    expect(waiting.filter(({ aboutId }) => aboutId === digest.id)).toHaveLength(1);
    expect(await world.voices.notices(world.office, 'digest_to_be_signed')).not.toContainEqual(about);
  });

  it('a draft is found in the search by the office, and by leaders once submitted', async () => {
    const digest = await world.digest(await world.accepted(1), { meetingName: '翡翠湖专题协商会' });
    const found = async (by: Person) => {
      const reply = await world.ask<{ items: { id: string }[] }>(
        by,
        'GET',
        `/search?query=${encodeURIComponent('翡翠湖')}`,
      );
      expect(reply.status).toBe(200);
      return reply.body.items.some(({ id }) => id === digest.id);
    };
    expect([await found(world.office), await found(world.leader)]).toEqual([true, false]);
    const submit = { version: digest.version };
    const { version } = await world.must(world.office, 'POST', `/digests/${digest.id}/submit`, submit);
    expect(await found(world.leader)).toBe(true);
    await world.must(world.office, 'POST', `/digests/${digest.id}/recall`, { version });
    expect(await found(world.leader)).toBe(false);
  });
});
