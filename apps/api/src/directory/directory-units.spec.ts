import { NATIONAL_SECTORS } from '@lianxin/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUnit, importMembers, rosterRow } from '../../test/directory.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { createPerson, type Person } from '../../test/people.js';
import type { DirectoryUnit } from './directory-units.dto.js';
import { DirectoryUnitsService } from './directory-units.service.js';

let test: TestApp;
let office: Person;
let constituent: Person;

beforeAll(async () => {
  test = await startTestApp();
  office = await createPerson(test, { roles: ['office'] });
  constituent = await createPerson(test);
});
afterAll(() => test.stop());

const list = async (query = '', token?: string) =>
  (await test.request<{ items: DirectoryUnit[] }>('GET', `/directory-units${query}`, { token })).body.items;
const find = async (id: string) => (await list('?includeInactive=true', office.token)).find((unit) => unit.id === id);

describe('the sectors of a new installation', () => {
  it("are the national committee's 34, in its order, for anybody to see", async () => {
    const sectors = await list('?kind=sector');
    expect(sectors.map(({ name }) => name)).toEqual(NATIONAL_SECTORS);
    expect(new Set(NATIONAL_SECTORS).size).toBe(34);
    expect(sectors[0]).toMatchObject({ kind: 'sector', position: 1, active: true, memberCount: 0, version: 1 });
  });

  it('are not filled in twice, nor again once changed', async () => {
    const units = test.app.get(DirectoryUnitsService);
    await Promise.all([units.ensureSectors(), units.ensureSectors()]);
    expect(await list('?kind=sector')).toHaveLength(34);
  });
});

describe('keeping units', () => {
  it('adds, renames, moves and retires', async () => {
    const id = await createUnit(test, office, 'township', '清溪镇');
    const change = (body: object) => test.request('PATCH', `/directory-units/${id}`, { token: office.token, body });
    expect((await change({ name: '清溪新镇', version: 1 })).body).toMatchObject({ name: '清溪新镇', version: 2 });
    expect((await change({ position: 7, version: 2 })).body).toMatchObject({ position: 7, version: 3 });
    expect((await change({ active: false, version: 3 })).body).toMatchObject({ active: false, version: 4 });
    expect((await list()).some((unit) => unit.id === id)).toBe(false);
    expect(await find(id)).toMatchObject({ name: '清溪新镇', active: false });
  });

  it('tells the second of two who change at once', async () => {
    const id = await createUnit(test, office, 'committee', '提案委员会');
    const change = (name: string) =>
      test.request('PATCH', `/directory-units/${id}`, { token: office.token, body: { name, version: 1 } });
    const replies = await Promise.all([change('提案一委'), change('提案二委')]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = replies.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'version_conflict', current: { id, version: 2 } });
  });

  it('refuses a name that is taken, in any order of asking', async () => {
    await createUnit(test, office, 'township', '同心镇');
    const again = { token: office.token, body: { kind: 'township', name: ' 同心镇 ' } };
    expect(await test.request('POST', '/directory-units', again)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'name', code: 'name_taken' }] },
    });
    const other = await createUnit(test, office, 'township', '桥头镇');
    const rename = { token: office.token, body: { name: '同心镇', version: 1 } };
    expect((await test.request('PATCH', `/directory-units/${other}`, rename)).status).toBe(422);
    const twins = { token: office.token, body: { kind: 'township', name: '双生镇' } };
    const replies = await Promise.all([1, 2].map(() => test.request('POST', '/directory-units', twins)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('creates once for a retried request', async () => {
    const key = 'one-and-the-same-key';
    const create = () =>
      test.request('POST', '/directory-units', {
        token: office.token,
        key,
        body: { kind: 'township', name: '只建一次镇' },
      });
    const [first, second] = [await create(), await create()];
    expect(second.body).toEqual(first.body);
    expect((await list('?kind=township')).filter(({ name }) => name === '只建一次镇')).toHaveLength(1);
  });

  it('counts the active members of each kind of unit', async () => {
    const township = await createUnit(test, office, 'township', '计数镇');
    await importMembers(test, office, [
      rosterRow({ sector: '体育界', township: '计数镇' }),
      rosterRow({ sector: '体育界' }),
    ]);
    const units = await list();
    expect(units.find(({ id }) => id === township)?.memberCount).toBe(1);
    expect(units.find(({ name }) => name === '体育界')?.memberCount).toBe(2);
  });

  it('is for the office', async () => {
    const body = { kind: 'sector', name: '新界别' };
    expect((await test.request('POST', '/directory-units', { body })).status).toBe(401);
    expect((await test.request('POST', '/directory-units', { token: constituent.token, body })).status).toBe(403);
    expect((await test.request('GET', '/directory-units?includeInactive=true')).status).toBe(401);
    expect(
      (await test.request('GET', '/directory-units?includeInactive=true', { token: constituent.token })).status,
    ).toBe(403);
  });

  it.each([
    [{ kind: 'village', name: '某村' }, 'kind'],
    [{ kind: 'sector', name: '' }, 'name'],
    [{ kind: 'sector', name: '\u200b' }, 'name'],
    [{ kind: 'sector', name: '界'.repeat(61) }, 'name'],
    [{ kind: 'sector', name: '<b>界</b>' }, 'name'],
    [{ kind: 'sector', name: '界', memberCount: 3 }, 'memberCount'],
  ])('refuses %j', async (body, field) => {
    const reply = await test.request('POST', '/directory-units', { token: office.token, body });
    expect(reply).toMatchObject({ status: 422, body: { errors: [{ field }] } });
  });
});
