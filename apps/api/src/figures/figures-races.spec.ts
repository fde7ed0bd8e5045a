import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FiguresReader, trueCounts, trueLetters } from '../../test/figures.js';
import { DECLINED, OutcomeWorld, REFERRED } from '../../test/outcomes.js';
import { Database } from '../platform/database/database.js';

let world: OutcomeWorld;
let figures: FiguresReader;

beforeAll(async () => {
  world = await OutcomeWorld.start();
  figures = new FiguresReader(world.test, world.letters.memberAffairs);
}, 120_000);
afterAll(() => world.test.stop());

/** In one statement, so of one moment: how far folded and unfolded figures together are from the letters counted. */
const DIFFERENCE = `SELECT
  (SELECT COALESCE(SUM(letters), 0) FROM loop_figures WHERE dimension = 'all' AND step = 'lifted')
  + (SELECT COALESCE(SUM(letters), 0) FROM loop_changes WHERE step = 'lifted')
  - (SELECT COUNT(*) FROM letter_progress WHERE liftedAt IS NOT NULL) AS lifted,
  (SELECT COALESCE(SUM(letters), 0) FROM loop_figures WHERE dimension = 'sector' AND step = 'delivered')
  + (SELECT COALESCE(SUM(letters), 0) FROM loop_changes WHERE step = 'delivered')
  - (SELECT COUNT(*) FROM letter_progress) AS delivered`;

it('figures are right at every moment while letters move, opinions merge and changes are folded side by side', async () => {
  const { letters, author, second, office, digests } = world;
  const { read } = world.test.app.get(Database);
  const ids: string[] = [];
  for (let count = 0; count < 8; count += 1)
    ids.push(await letters.delivered({ memberId: count % 2 ? second.memberId : author.memberId }));
  const opinions = await Promise.all(
    ids.map((id, place) => digests.voices.handedIn(place % 2 ? second : author, { desk: 'office', letterIds: [id] })),
  );
  let moving = true;
  const watched: { lifted: number; delivered: number }[] = [];
  const watch = async () => {
    while (moving) {
      const [row] = await read.query<Record<'lifted' | 'delivered', number | string>[]>(DIFFERENCE);
      watched.push({ lifted: Number(row?.lifted), delivered: Number(row?.delivered) });
      await setTimeout(2);
    }
  };
  const fold = async () => {
    while (moving) {
      await figures.fold();
      await setTimeout(1);
    }
  };
  const move = async (place: number) => {
    const [id = '', opinion = ''] = [ids[place], opinions[place]];
    const by = place % 2 ? second : author;
    const target = place % 2 ? author : second;
    if (place % 4 === 0) await letters.act(by, id, 'transfer', { toMemberId: target.memberId });
    if (place % 3 === 0) await digests.voices.opinion(by, opinion, 'withdraw');
    else await digests.voices.opinion(office, opinion, 'accept');
  };
  const work = Promise.all([...ids.keys()].map(move)).finally(() => {
    moving = false;
  });
  await Promise.all([work, watch(), fold(), fold()]);
  await letters.decideAll('pass');
  expect(watched.length).toBeGreaterThan(0);
  expect(watched.filter(({ lifted, delivered }) => lifted !== 0 || delivered !== 0)).toEqual([]);
  expect(await figures.counts()).toEqual(trueCounts(await trueLetters(world.test)));
}, 120_000);

it('two opinions of one letter, decided and corrected at the same moment, count the letter once and rightly', async () => {
  const { letters, author, digests } = world;
  const id = await letters.delivered();
  const refs = [await world.opinion(author, [id]), await world.opinion(author, [id])];
  const sheets: Awaited<ReturnType<OutcomeWorld['decided']>>[] = [];
  for (const ref of refs) sheets.push(await world.decided([{ ref, decision: REFERRED }]));
  const before = await figures.counts();
  expect(before).toEqual(trueCounts(await trueLetters(world.test)));
  for (const { id: digestId, items } of sheets) await digests.correct(digestId, items[0]?.id ?? '', DECLINED);
  await Promise.all(sheets.map(({ id: digestId, items }) => digests.signOff(digestId, items[0]?.id ?? '')));
  const after = await figures.counts();
  expect(after).toEqual(trueCounts(await trueLetters(world.test)));
  expect(after).toEqual({ ...before, adopted: before.adopted - 1 });
}, 120_000);
