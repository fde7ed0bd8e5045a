import { LOOP_STEPS } from '@lianxin/shared';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FiguresReader, type TrueLetter, trueCounts, trueLetters } from '../../test/figures.js';
import { DECLINED, OutcomeWorld, REFERRED } from '../../test/outcomes.js';
import type { Person } from '../../test/people.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { LetterProgress } from './letter-progress.entity.js';

let world: OutcomeWorld;
let figures: FiguresReader;

beforeAll(async () => {
  world = await OutcomeWorld.start();
  figures = new FiguresReader(world.test, world.letters.memberAffairs);
});
afterAll(() => world.test.stop());

/** The letters as they truly stand, by part. */
async function groupedBy(key: 'sectorId' | 'townshipId' | 'category'): Promise<Map<string, TrueLetter[]>> {
  const groups = new Map<string, TrueLetter[]>();
  for (const letter of await trueLetters(world.test)) {
    const part = letter[key] ?? '';
    groups.set(part, [...(groups.get(part) ?? []), letter]);
  }
  return groups;
}

/** Every figure that a page shows equals what the features' own rows say, before folding and after it, and so do the lists. */
async function reconcile(): Promise<void> {
  await reconcileSums();
  await figures.fold();
  await reconcileSums();
  const letters = await trueLetters(world.test);
  for (const step of LOOP_STEPS) {
    const behind = letters.filter(({ steps }) => steps.has(step)).map(({ id }) => id);
    expect((await figures.letters(step)).map(({ letterId }) => letterId).sort()).toEqual(behind.sort());
  }
}

async function reconcileSums(): Promise<void> {
  expect(await figures.counts()).toEqual(trueCounts(await trueLetters(world.test)));
  for (const [by, key] of [
    ['sector', 'sectorId'],
    ['township', 'townshipId'],
    ['category', 'category'],
  ] as const) {
    const parts = await figures.parts(by);
    const truth = await groupedBy(key);
    expect(new Map(parts.map((part) => [part.key, part.counts]))).toEqual(
      new Map([...truth].map(([part, of]) => [part, trueCounts(of)])),
    );
  }
}

describe('the figures of a whole case', () => {
  it('start from nothing', async () => {
    await reconcile();
    const { steps, months, heardAverage } = await figures.get<Record<string, unknown[]>>('');
    expect(steps).toHaveLength(LOOP_STEPS.length);
    expect(months).toHaveLength(12);
    expect(heardAverage).toBeNull();
  });

  it('follow letters and answers, in time and late, with and without a township', async () => {
    const { letters } = world;
    await letters.delivered({ townshipId: letters.townshipId, category: 'suggestion' });
    const answered = await letters.delivered();
    await letters.do(letters.member, answered, 'answer');
    await letters.send();
    await reconcile();
    expect(await figures.counts()).toMatchObject({ delivered: 2, answered_in_time: 1, lifted: 0 });
    const late = await letters.delivered();
    await world.digests.renew(14);
    await letters.do(letters.member, late, 'answer');
    await reconcile();
  });

  it('lead to the same letters page by page', async () => {
    const whole = await figures.letters('delivered');
    expect(whole.length).toBeGreaterThan(2);
    expect(await figures.letters('delivered', '', 1)).toEqual(whole);
    expect(await figures.letters('delivered', '', whole.length)).toEqual(whole);
    for (const [by, key] of [
      ['sector', 'sectorId'],
      ['township', 'townshipId'],
      ['category', 'category'],
    ]) {
      const [part] = (await figures.parts(by ?? '')).filter((one) => one.key !== '');
      expect(await figures.counts(`?${key}=${part?.key}`)).toEqual(part?.counts);
    }
    const { townshipId } = world.letters;
    const placed = [
      ...(await figures.letters('delivered', `&townshipId=${townshipId}`)),
      ...(await figures.letters('delivered', '&townshipId=none')),
    ];
    expect(placed.map(({ letterId }) => letterId).sort()).toEqual(whole.map(({ letterId }) => letterId).sort());
  });

  it('take a letter along that is handed to another sector, and keep the month and the answer in time', async () => {
    const { letters } = world;
    const id = await letters.delivered({ townshipId: letters.townshipId });
    await letters.do(letters.member, id, 'answer');
    await letters.do(letters.writer, id, 'follow_up');
    const [before] = await figures.parts('sector');
    const target = world.digests.voices.otherConvener;
    await letters.do(letters.member, id, 'transfer', { toMemberId: target.memberId });
    const parts = await figures.parts('sector');
    expect(parts.find(({ key }) => key === before?.key)?.counts.delivered).toBe((before?.counts.delivered ?? 0) - 1);
    expect(parts.find(({ key }) => key === world.digests.voices.otherSectorId)?.counts).toMatchObject({ delivered: 1 });
    await reconcile();
  });

  it('follow opinions through acceptance, return, withdrawal, merging and splitting', async () => {
    const { letters, author, second, office, digests } = world;
    const ids = [
      await letters.delivered(),
      await letters.delivered(),
      await letters.delivered({ memberId: second.memberId }),
    ];
    const [one = '', two = '', three = ''] = ids;
    const draft = await world.must(author, 'POST', '/opinions', {
      kind: 'information',
      sources: [{ sourceKind: 'letter', sourceId: one }],
    });
    await reconcile();
    expect(draft.state).toBe('draft');
    const returned = await digests.voices.handedIn(author, { desk: 'office', letterIds: [one, two] });
    await reconcile();
    await digests.voices.opinion(office, returned, 'return', { reason: '请写明地点。' });
    await reconcile();
    const sources = [{ sourceKind: 'letter', sourceId: two }];
    const { version } = await world.must(author, 'GET', `/opinions/${returned}`);
    await world.must(author, 'PUT', `/opinions/${returned}/sources`, { version, sources });
    await reconcile();
    expect((await figures.letters('lifted')).map(({ letterId }) => letterId)).toEqual([two]);
    await digests.voices.opinion(author, returned, 'submit');
    await digests.voices.opinion(office, returned, 'accept');
    const root = await world.opinion(second, [three]);
    await reconcile();
    await digests.voices.opinion(office, returned, 'merge', { intoId: root.id });
    await reconcile();
    await digests.voices.opinion(office, returned, 'split');
    await reconcile();
    const taken = await digests.voices.handedIn(author, { desk: 'office', letterIds: [one] });
    await digests.voices.opinion(author, taken, 'withdraw');
    await reconcile();
  }, 120_000);

  it('follow decisions, their correction, feedback, relays and whether people felt heard', async () => {
    const { letters, author, second, writer, neighbour, digests } = world;
    const first = await letters.delivered();
    const other = await letters.delivered({ memberId: second.memberId }, neighbour);
    const refs = [await world.opinion(author, [first]), await world.opinion(second, [other])];
    const [adopted, declined] = refs;
    if (!adopted || !declined) throw new Error('no opinions');
    const digest = await world.decided([{ ref: adopted, decision: REFERRED }, { ref: declined }]);
    await reconcile();
    expect((await figures.letters('adopted')).map(({ letterId }) => letterId)).toEqual([first]);
    await world.feedBack(digest.id);
    await reconcile();
    await world.relayAll(author);
    await reconcile();
    const itemId = digest.items[0]?.id ?? '';
    await digests.correct(digest.id, itemId, DECLINED);
    await digests.signOff(digest.id, itemId);
    await reconcile();
    expect(await figures.letters('adopted')).toEqual([]);
    await world.feedBack(digest.id);
    await world.relayAll(author);
    await world.relayAll(second);
    await reconcile();
    for (const [by, id, stars] of [
      [writer, first, 5],
      [neighbour, other, 2],
    ] as [Person, string, number][]) {
      await world.must(by, 'POST', `/letters/${id}/heard`, { stars });
    }
    await reconcile();
    const view = await figures.get<{ heardAverage: number; steps: { step: string; medianDays: number | null }[] }>('');
    expect(view.heardAverage).toBe(3.5);
    expect(view.steps.find(({ step }) => step === 'heard')?.medianDays).toBe(0);
  }, 120_000);

  it('are the same when everything is counted anew, as an upgrade does', async () => {
    const before = await figures.counts();
    await world.test.app.get(Database).write(async (manager) => {
      for (const table of ['letter_progress', 'loop_figures', 'loop_changes'])
        await manager.query(`DELETE FROM ${table}`);
    });
    expect((await figures.counts()).delivered).toBe(0);
    await world.test.app.get(Outbox).emit('figures.letters', { after: '' });
    await world.test.settle();
    expect(await figures.counts()).toEqual(before);
    await reconcile();
  });
});

describe('the page', () => {
  it('counts months by delivery in China, and medians between two middles', async () => {
    const { letters } = world;
    const month = async (id: string) =>
      (await world.test.app.get(Database).read.findOneByOrFail(LetterProgress, { letterId: id })).month;
    world.test.clock.set('2031-01-31T23:30:00+08:00');
    await world.digests.renew(0);
    const january = await letters.delivered();
    world.test.clock.set('2031-02-01T00:30:00+08:00');
    await world.digests.renew(0);
    const february = await letters.delivered();
    expect([await month(january), await month(february)]).toEqual(['2031-01', '2031-02']);
    await letters.do(letters.member, january, 'answer');
    await world.digests.renew(1);
    await letters.do(letters.member, february, 'answer');
    const { steps, months } = await figures.get<{
      steps: { step: string; count: number; medianDays: number }[];
      months: { month: string; counts: { delivered: number } }[];
    }>('?from=2031-01&to=2031-02');
    expect(months.map(({ counts }) => counts.delivered)).toEqual([1, 1]);
    expect(steps[1]).toEqual({ step: 'answered_in_time', count: 2, medianDays: 1 });
    expect(await figures.letters('delivered', '&from=2031-02&to=2031-02')).toMatchObject([
      { letterId: february, month: '2031-02', days: null, furthest: 'answered_in_time', sectorName: '测试界别' },
    ]);
  });

  it('is exported with the same numbers', async () => {
    const bytes = await figures.get<Buffer>('/export?from=2031-01&to=2031-02');
    const funnel = await readSheet(bytes, '闭环漏斗');
    expect(funnel.slice(1, 4)).toEqual([
      ['环节', '来信件数', '占收到来信', '距上一环节天数（中位）'],
      ['收到来信', 2, 1, null],
      ['按期答复', 2, 1, 1],
    ]);
    expect((await readSheet(bytes, '按月份')).slice(1).map(([name, count]) => [name, count])).toEqual([
      ['2031-01', 1],
      ['2031-02', 1],
    ]);
    expect(await readSheet(bytes, '按乡镇')).toHaveLength(2);
  });

  it('says what cannot be asked', async () => {
    const status = async (path: string, by?: Person) =>
      (await world.test.request('GET', `/loop-figures${path}`, { token: by?.token })).status;
    const { memberAffairs, sectorId, writer, member } = world.letters;
    for (const path of [
      '?from=2026-03&to=2026-01',
      '?from=2000-01&to=2026-01',
      '?from=2026-13',
      `?sectorId=${sectorId}&category=appeal`,
      '/breakdown',
      `/breakdown?by=sector&category=appeal`,
      '/letters',
      '/letters?step=heard&cursor=bm90aGluZw',
    ]) {
      expect([path, await status(path, memberAffairs)]).toEqual([path, 422]);
    }
    for (const path of ['', '/breakdown?by=month', '/letters?step=heard', '/export']) {
      expect(await status(path)).toBe(401);
      expect([await status(path, writer), await status(path, member)]).toEqual([403, 403]);
      expect([await status(path, world.office), await status(path, world.leader)]).toEqual([200, 200]);
    }
  });
});
