import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../../test/people.js';
import { VoiceWorld } from '../../../test/voices.js';

let world: VoiceWorld;
const ids: Record<string, string> = {};
beforeAll(async () => {
  world = await VoiceWorld.start();
  for (const state of ['draft', 'circulating', 'submitted', 'listed'] as const) ids[state] = await world.voiceIn(state);
  await world.report(ids.listed ?? '', true);
}, 120_000);
afterAll(() => world.test.stop());

async function listed(by: Person, query = ''): Promise<string[]> {
  const { body } = await world.test.request('GET', `/sector-voices${query}`, { token: by.token });
  const byId = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  return body.items.map(({ id }: { id: string }) => byId.get(id));
}

describe('the list of sector voices', () => {
  test.each([
    ['the convener sees all of the sector', () => world.convener, ['listed', 'submitted', 'circulating', 'draft']],
    ['a contributor sees what is shown or sent', () => world.author, ['listed', 'submitted', 'circulating']],
    ['the office sees what was sent to it', () => world.office, ['listed', 'submitted']],
    ['a leader sees what is on a submitted digest', () => world.leader, ['listed']],
    ['a member of the sector who is not credited sees none', () => world.stranger, []],
    ['the convener of another sector sees none', () => world.otherConvener, []],
  ])('%s', async (_, person, expected) => {
    expect(await listed(person())).toEqual(expected);
    for (const [name, id] of Object.entries(ids)) {
      expect([name, (await world.show(person(), id)).status]).toEqual([name, expected.includes(name) ? 200 : 404]);
    }
  });

  test('holds for a leader what is on a digest only while that is submitted', async () => {
    await world.report(ids.listed ?? '', false);
    expect(await listed(world.leader)).toEqual([]);
    expect((await world.show(world.leader, ids.listed ?? '')).status).toBe(404);
    await world.report(ids.listed ?? '', true);
    expect(await listed(world.leader)).toEqual(['listed']);
  });

  test('is given by state, by part and in pages', async () => {
    expect(await listed(world.convener, '?state=submitted')).toEqual(['submitted']);
    expect(await listed(world.convener, '?role=contributor')).toEqual([]);
    expect(await listed(world.author, '?role=convener')).toEqual([]);
    const first = await world.test.request('GET', '/sector-voices?limit=3', { token: world.convener.token });
    expect(first.body.items).toHaveLength(3);
    expect(await listed(world.convener, `?limit=3&cursor=${first.body.nextCursor}`)).toEqual(['draft']);
  });

  test.each([
    ['a visitor', () => undefined, 401],
    ['a constituent', () => world.letters.writer.token, 403],
    ['committee staff', () => world.committeeStaff.token, 403],
    ['member affairs', () => world.letters.memberAffairs.token, 403],
  ])('is not for %s', async (_, token, status) => {
    expect((await world.test.request('GET', '/sector-voices', { token: token() })).status).toBe(status);
    expect((await world.test.request('GET', `/sector-voices/${ids.listed}`, { token: token() })).status).toBe(status);
  });
});

describe("the sector's opinions", () => {
  const list = async (by: Person, query = '') =>
    (await world.test.request('GET', `/sector-opinions${query}`, { token: by.token })).body;

  test('are those handed in to the own group, by state and theme, with what is behind them', async () => {
    const letterId = await world.letters.delivered();
    const waiting = await world.handedIn(world.author, {
      title: '候诊时间太长',
      theme: 'health',
      letterIds: [letterId],
    });
    const taken = await world.accepted(world.second, { title: '社区门诊缺药', theme: 'health' });
    await world.handedIn(world.author, { theme: 'health', desk: 'office' });
    await world.handedIn(world.otherConvener, { theme: 'health' });
    const { items } = await list(world.convener, '?theme=health');
    expect(items.map(({ id }: { id: string }) => id)).toEqual([taken, waiting]);
    expect(items[1]).toMatchObject({
      state: 'submitted',
      authorNames: ['李文远'],
      excerpt: '菜市场周边停车难。',
      sourceCount: 1,
      mergedCount: 0,
      voiceId: null,
      deadline: 'on_time',
    });
    expect(items[0]).toMatchObject({ state: 'accepted', due: null, deadline: 'none' });
    const byState = await list(world.convener, '?theme=health&state=submitted');
    expect(byState.items.map(({ id }: { id: string }) => id)).toEqual([waiting]);
    const byWords = await list(world.convener, `?query=${encodeURIComponent('缺药')}`);
    expect(byWords.items.map(({ id }: { id: string }) => id)).toEqual([taken]);
  });

  test('say into which voice they were taken', async () => {
    const { items } = await list(world.convener, '?state=merged&limit=100');
    const voices = new Set(items.map(({ voiceId }: { voiceId: string }) => voiceId));
    expect([...voices].sort()).toEqual([ids.draft, ids.circulating, ids.submitted, ids.listed].sort());
  });

  test('come in pages that neither repeat nor skip one', async () => {
    const all = (await list(world.convener, '?limit=100')).items.map(({ id }: { id: string }) => id);
    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await list(world.convener, `?limit=1${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.items.map(({ id }: { id: string }) => id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
  });

  test('are counted by theme', async () => {
    const { body } = await world.test.request('GET', '/sector-opinions/themes', { token: world.convener.token });
    expect(body.items[0]).toEqual({ theme: 'health', label: '医疗卫生', submitted: 1, accepted: 1, merged: 0 });
    expect(body.items[1]).toMatchObject({ theme: 'transport', submitted: 0, accepted: 0, merged: 8 });
    const other = await world.test.request('GET', `/sector-opinions/themes?sectorId=${world.otherSectorId}`, {
      token: world.convener.token,
    });
    expect(other.body.items).toEqual([]);
  });

  test('are for conveners only', async () => {
    for (const person of [world.author, world.office, world.committeeStaff, world.leader]) {
      for (const path of ['/sector-opinions', '/sector-opinions/themes']) {
        expect((await world.test.request('GET', path, { token: person.token })).status).toBe(403);
      }
    }
  });
});
