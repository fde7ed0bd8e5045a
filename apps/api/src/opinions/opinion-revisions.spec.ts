import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OpinionWorld } from '../../test/opinions.js';
import { differencesOf } from './opinion-revisions.service.js';

let world: OpinionWorld;

beforeAll(async () => {
  world = await OpinionWorld.start();
});
afterAll(() => world.stop());

async function titles(id: string): Promise<string[]> {
  const { body } = await world.request('GET', `/opinions/${id}/revisions`, world.author);
  return body.items.map(({ title }: { title: string }) => title);
}

const MINUTE = 1 / (24 * 60);

it('are begun anew after ten minutes, and never written over once handed in', async () => {
  const { id } = await world.begin('speech');
  const write = (title: string) => world.save(id, { title });
  await write('一');
  await write('二');
  expect(await titles(id)).toEqual(['二']);
  world.letters.test.clock.advanceDays(9 * MINUTE);
  await write('三');
  expect(await titles(id)).toEqual(['三']);
  world.letters.test.clock.advanceDays(2 * MINUTE);
  await write('四');
  expect(await titles(id)).toEqual(['四', '三']);
  await world.save(id, { theme: 'culture' });
  expect(await titles(id)).toEqual(['四', '三']);
  await world.write(id, { title: '五' });
  await world.do(world.author, id, 'submit');
  await world.do(world.office, id, 'return', { reason: '请补充。' });
  await write('六');
  expect(await titles(id)).toEqual(['六', '五', '三']);
});

it('that are not there cannot be compared', async () => {
  const { id } = await world.begin('speech');
  await world.save(id, { title: '一' });
  const compare = (query: string) => world.request('GET', `/opinions/${id}/revisions/compare?${query}`, world.author);
  expect((await compare('from=1&to=2')).status).toBe(404);
  expect((await compare('from=0&to=1')).status).toBe(422);
  expect((await compare('from=1&to=1')).body.parts.every(({ changed }: { changed: boolean }) => !changed)).toBe(true);
});

describe('the difference', () => {
  it.each([
    ['', ''],
    ['', '新写的一段。'],
    ['路灯坏了三盏，请尽快修复。', '人民路路灯坏了五盏，请在一周内修复。'],
    ['𠮷祥路\n第一行', '𠮷祥路\n\n第二行 '],
  ])('of %j and %j makes both texts again', (earlier, later) => {
    const differences = differencesOf(earlier, later);
    const without = (kind: string) =>
      differences
        .filter((difference) => difference.kind !== kind)
        .map(({ text }) => text)
        .join('');
    expect(without('added')).toBe(earlier);
    expect(without('removed')).toBe(later);
  });
});
