import { LIMITS, type SubmissionRef } from '@lianxin/shared';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DigestWorld } from '../../test/digests.js';
import type { Refusal } from '../../test/letters.js';
import { Opinion } from '../opinions/opinion.entity.js';
import { Database } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-row.js';
import type { DigestCandidate } from './digest-items.views.js';
import type { DigestView } from './digests.views.js';

let world: DigestWorld;

beforeAll(async () => {
  world = await DigestWorld.start();
});

afterAll(() => world.test.stop());

const add = <Body = DigestView>(
  digest: Pick<DigestView, 'id' | 'version'>,
  submissions: readonly SubmissionRef[],
  over: Record<string, unknown> = {},
) =>
  world.ask<Body>(world.office, 'POST', `/digests/${digest.id}/items`, {
    version: digest.version,
    submissions,
    ...over,
  });

const submissionsOf = (digest: DigestView) => digest.items.map(({ submission }) => submission.id);
const states = (refs: readonly SubmissionRef[]) => Promise.all(refs.map((ref) => world.stateOf(ref)));

const candidates = async (query = '') => {
  const reply = await world.ask<{ items: DigestCandidate[]; nextCursor: string | null }>(
    world.office,
    'GET',
    `/digest-candidates?limit=100${query}`,
  );
  expect(reply.status).toBe(200);
  return reply.body.items;
};

/** Accepted opinions as rows, for when it is their number that matters. */
async function many(count: number): Promise<SubmissionRef[]> {
  const [model] = await world.accepted();
  const database = world.test.app.get(Database);
  const row = await database.read.findOneByOrFail(Opinion, { id: model?.id ?? '' });
  const rows = Array.from({ length: count }, (_, index) => ({
    ...row,
    id: uuidv7(),
    reference: `社情民意 1999-${uuidv7().slice(-10)}`,
    title: `很多意见中的第 ${index} 条`,
  }));
  await database.write((manager) => insertRows(manager, Opinion, rows));
  return rows.map(({ id }) => ({ kind: 'opinion', id }));
}

describe('what can go on a digest', () => {
  it('is listed longest waiting first, with the working days that it has waited', async () => {
    world.test.clock.set('2026-06-01T10:00:00+08:00');
    await world.renew(0);
    const refs = await world.accepted(1);
    await world.renew(4);
    refs.push(...(await world.accepted(1, { title: '关于增开早班公交的意见', theme: 'education' })));
    const id = await world.voices.voiceIn('accepted');
    refs.push({ kind: 'sector_voice', id });
    await world.renew(3);
    const waiting = await candidates();
    expect(waiting.map((candidate) => candidate.id)).toEqual(refs.map((ref) => ref.id));
    expect(waiting.map(({ waitingWorkingDays }) => waitingWorkingDays)).toEqual([5, 1, 1]);
    expect(waiting[2]).toMatchObject({
      kind: 'sector_voice',
      opinionKind: null,
      kindLabel: '界别集体声音',
      mergedCount: 2,
    });
  });

  it('is found by kind, theme, sector and words', async () => {
    const all = await candidates();
    const ids = async (query: string) => (await candidates(query)).map(({ id }) => id);
    expect(await ids('&kind=sector_voice')).toEqual([all[2]?.id]);
    expect(await ids('&kind=information')).toEqual([all[0]?.id, all[1]?.id]);
    expect(await ids('&theme=education')).toEqual([all[1]?.id]);
    expect(await ids(`&query=${encodeURIComponent('早班')}`)).toEqual([all[1]?.id]);
    expect(await ids(`&sectorId=${world.voices.otherSectorId}`)).toEqual([]);
  });

  it('leaves the list when it is put on a draft, and comes back when it is taken off or the draft is discarded', async () => {
    const refs = await world.accepted(3);
    const draft = await world.digest(refs);
    const waiting = async () => (await candidates()).filter(({ id }) => refs.some((ref) => ref.id === id)).length;
    expect([await waiting(), await states(refs)]).toEqual([0, ['listed', 'listed', 'listed']]);
    const path = `/digests/${draft.id}/items/${draft.items[1]?.id}?version=${draft.version}`;
    const left = await world.must(world.office, 'DELETE', path);
    expect(left.items.map(({ position, submission }) => [position, submission.id])).toEqual([
      [1, refs[0]?.id],
      [2, refs[2]?.id],
    ]);
    expect([await waiting(), await states(refs)]).toEqual([1, ['listed', 'accepted', 'listed']]);
    await world.must(world.office, 'DELETE', `/digests/${left.id}?version=${left.version}`);
    expect([await waiting(), await states(refs)]).toEqual([3, ['accepted', 'accepted', 'accepted']]);
    expect((await world.digest(refs)).itemCount).toBe(3);
  });

  it('is free again after a recall, once taken off', async () => {
    const refs = await world.accepted(2);
    const { id, version } = await world.submitted(refs);
    const recalled = await world.must(world.office, 'POST', `/digests/${id}/recall`, { version });
    expect(recalled).toMatchObject({ state: 'draft', itemCount: 2, submittedAt: null });
    const path = `/digests/${id}/items/${recalled.items[0]?.id}?version=${recalled.version}`;
    await world.must(world.office, 'DELETE', path);
    expect(await states(refs)).toEqual(['accepted', 'listed']);
    expect(submissionsOf(await world.digest([refs[0] as SubmissionRef]))).toEqual([refs[0]?.id]);
  });
});

describe('a submission is on one digest only', () => {
  it('also when two of the office put it on theirs at the same moment', async () => {
    const refs = await world.accepted(4);
    const digests = [await world.digest(), await world.digest(), await world.digest()];
    const replies = await Promise.all(digests.map((digest) => add<DigestView & Refusal>(digest, refs)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const counts = await Promise.all(digests.map(async ({ id }) => (await world.show(id)).itemCount));
    expect(counts.sort()).toEqual([0, 0, 4]);
    expect(replies.filter(({ status }) => status === 409).map(({ body }) => body.detail)).toEqual([
      expect.stringMatching(/。$/),
      expect.stringMatching(/。$/),
    ]);
  });

  it('all or none: one that is taken or not accepted keeps the others off', async () => {
    const [free, taken] = await world.accepted(2);
    await world.digest([taken as SubmissionRef]);
    const handedIn = await world.voices.handedIn(world.voices.author, { desk: 'office' });
    const digest = await world.digest();
    for (const other of [taken as SubmissionRef, { kind: 'opinion', id: handedIn } as const]) {
      const reply = await add<Refusal>(digest, [free as SubmissionRef, other]);
      expect([reply.status, reply.body.code]).toEqual([409, 'action_not_allowed']);
    }
    expect([await world.stateOf(free), (await world.show(digest.id)).items]).toEqual(['accepted', []]);
  });

  it.each([
    ['doubled', (ref: SubmissionRef) => [ref, ref], 'submission_doubled'],
    ['unknown', () => [{ kind: 'opinion', id: uuidv7() }], 'submission_unknown'],
    ['of another kind', (ref: SubmissionRef) => [{ kind: 'sector_voice', id: ref.id }], 'submission_unknown'],
    ['none', () => [], 'arrayMinSize'],
  ] as const)('refuses what is %s', async (_, submissions, code) => {
    const [ref] = await world.accepted();
    const reply = await add<Refusal>(await world.digest(), submissions(ref as SubmissionRef) as SubmissionRef[]);
    expect([reply.status, reply.body.errors?.[0]?.code]).toEqual([422, code]);
    expect(await world.stateOf(ref)).toBe('accepted');
  });
});

describe('a digest of hundreds', () => {
  /** Statements that a piece of work sends to the database. */
  async function statements(work: () => Promise<unknown>): Promise<number> {
    const runner = world.test.app.get(Database).read.connection.createQueryRunner();
    const spy = vi.spyOn(Object.getPrototypeOf(runner), 'query');
    await work();
    const sent = spy.mock.calls.length;
    spy.mockRestore();
    return sent;
  }

  it('is built, arranged and shown by as many statements as one of five', async () => {
    const [few, lots] = [await many(5), await many(200)];
    const [small, large] = [await world.digest(), await world.digest()];
    const addFew = await statements(() => add(small, few));
    const addLots = await statements(() => add(large, lots));
    expect((await world.show(large.id)).itemCount).toBe(200);
    expect(addLots - addFew).toBeLessThanOrEqual(3);
    const arrange = async (id: string) => {
      const { version, items } = await world.show(id);
      const itemIds = items.map((item) => item.id).reverse();
      const body = { version, sections: [{ title: '全部', itemIds }] };
      return statements(() => world.must(world.office, 'PUT', `/digests/${id}/arrangement`, body));
    };
    expect((await arrange(large.id)) - (await arrange(small.id))).toBeLessThanOrEqual(3);
    expect(submissionsOf(await world.show(large.id))).toEqual(lots.map(({ id }) => id).reverse());
  });

  it(`takes ${LIMITS.digestItems} at most`, async () => {
    const refs = await many(LIMITS.digestItems + 1);
    const digest = await world.digest();
    const filled = await add(digest, refs.slice(0, LIMITS.digestItems));
    expect([filled.status, filled.body.itemCount]).toEqual([200, LIMITS.digestItems]);
    const reply = await add<Refusal>(filled.body, refs.slice(LIMITS.digestItems));
    expect([reply.status, reply.body.errors?.[0]?.code]).toEqual([422, 'digest_full']);
  });
});
