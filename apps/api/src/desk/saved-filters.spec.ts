import { LIMITS, type RoleName } from '@lianxin/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { createPerson, type Person } from '../../test/people.js';

let app: TestApp;
let office: Person;
let colleague: Person;
beforeAll(async () => {
  app = await startTestApp();
  office = await createPerson(app, { roles: ['office'] });
  colleague = await createPerson(app, { roles: ['office'] });
});
afterAll(() => app.stop());

const save = (name: string, filters: unknown, by = office, list = 'intake') =>
  app.request('POST', '/desk/saved-filters', { token: by.token, body: { list, name, filters } });
const named = async (by = office, list = 'intake') => {
  const { body } = await app.request('GET', `/desk/saved-filters?list=${list}`, { token: by.token });
  return body.items.map(({ name }: { name: string }) => name);
};

test('filters are kept under a name for one person and one list', async () => {
  const { status, body } = await save('我的交通类', { box: 'mine', theme: 'transport', query: '公交' });
  expect([status, body.filters]).toEqual([201, { box: 'mine', theme: 'transport', query: '公交' }]);
  await save('超期', { box: 'overdue' });
  expect(await named()).toEqual(['我的交通类', '超期']);
  expect(await named(colleague)).toEqual([]);
  expect(await named(office, 'candidates')).toEqual([]);
});

test('the same name again gets the new filters', async () => {
  const { body: before } = await save('超期', { box: 'overdue' });
  const { body } = await save('超期', { box: 'overdue', kind: 'proposal' });
  expect([body.id, body.filters]).toEqual([before.id, { box: 'overdue', kind: 'proposal' }]);
  expect(await named()).toEqual(['我的交通类', '超期']);
});

test('a filter that no list has is refused, as is a list that does not exist', async () => {
  expect((await save('奇怪', { colour: 'red' })).status).toBe(422);
  expect((await save('奇怪', { query: '长'.repeat(51) })).status).toBe(422);
  expect((await save('奇怪', {}, office, 'letters')).status).toBe(422);
  expect((await save('名'.repeat(LIMITS.filterName + 1), {})).status).toBe(422);
});

test('there are only so many', async () => {
  for (let number = 1; number <= LIMITS.savedFilters; number += 1) await save(`第 ${number} 组`, {}, colleague);
  const { status, body } = await save('再一组', {}, colleague);
  expect([status, body.code]).toEqual([409, 'action_not_allowed']);
  expect((await save('第 1 组', { box: 'mine' }, colleague)).status).toBe(201);
});

test('one forgets the own filters, not those of others', async () => {
  const { body } = await app.request('GET', '/desk/saved-filters?list=intake', { token: office.token });
  const path = `/desk/saved-filters/${body.items[0].id}`;
  expect((await app.request('DELETE', path, { token: colleague.token })).status).toBe(404);
  expect((await app.request('DELETE', path, { token: office.token })).status).toBe(204);
  expect(await named()).toEqual(['超期']);
});

test.each([
  ['committee_staff', 200],
  ['convener', 200],
  ['member_affairs', 200],
  ['leader', 200],
  ['member', 403],
  ['administrator', 403],
] satisfies [RoleName, number][])('%s: %i', async (role, status) => {
  const person = await createPerson(app, { roles: [role] });
  expect((await app.request('GET', '/desk/saved-filters?list=search', { token: person.token })).status).toBe(status);
});
