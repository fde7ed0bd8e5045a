import { afterAll, beforeAll, expect, it } from 'vitest';
import { DigestWorld } from '../../test/digests.js';
import type { Person } from '../../test/people.js';
import type { SearchHit } from './search.dto.js';

let world: DigestWorld;

beforeAll(async () => {
  world = await DigestWorld.start();
});
afterAll(() => world.test.stop());

async function hits(by: Person, query: string): Promise<SearchHit[]> {
  const { body } = await world.test.request('GET', `/search?query=${encodeURIComponent(query)}`, { token: by.token });
  return body.items;
}
const found = async (by: Person, query: string) => (await hits(by, query)).map(({ id, as }) => `${as}:${id}`);

it('opinions are found by those who may read them, as what they are to them, and by nobody else', async () => {
  const { voices, office, leader } = world;
  const { author, second, convener, otherConvener, committeeStaff, letters } = voices;
  const title = '关于整治后山采石场的建议';
  const id = await voices.handedIn(author, { title, desk: 'sector_group' });
  expect(await found(author, '采石场')).toEqual([`author:${id}`]);
  expect(await found(convener, '采石场')).toEqual([`desk:${id}`]);
  for (const other of [second, otherConvener, committeeStaff, leader, letters.writer, office]) {
    expect(await found(other, '采石场')).toEqual([]);
  }
  await voices.opinion(convener, id, 'accept');
  expect(await found(office, '采石场 整治')).toEqual([`desk:${id}`]);
  expect(await found(leader, '采石场')).toEqual([]);
  const [hit] = await hits(author, '后山');
  expect(hit).toMatchObject({ kind: 'opinion', title, state: 'accepted', stateLabel: '已采集' });
  expect(hit?.reference).toMatch(/^社情民意 \d{4}-\d+$/);
});

it('leaders find what is on a digest once it is submitted, and the digest itself', async () => {
  const { voices, office, leader } = world;
  const title = '关于保护石拱桥的建议';
  const id = await voices.accepted(voices.author, { title, desk: 'office' });
  const draft = await world.digest([{ kind: 'opinion', id }], { meetingName: '第十三次主席会议' });
  expect(await found(leader, '石拱桥')).toEqual([]);
  await world.must(office, 'POST', `/digests/${draft.id}/submit`, { version: draft.version });
  await world.test.settle();
  const seen = await found(leader, '石拱桥');
  expect(seen).toContain(`leader:${id}`);
  expect(seen).toContain(`leader:${draft.id}`);
  expect(await found(voices.author, '石拱桥')).toEqual([`author:${id}`]);
  const recalled = await world.show(draft.id);
  await world.must(office, 'POST', `/digests/${draft.id}/recall`, { version: recalled.version });
  expect(await found(leader, '石拱桥')).toEqual([]);
});
