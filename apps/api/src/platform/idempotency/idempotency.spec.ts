import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { createPerson, type Person } from '../../../test/people.js';
import { Database } from '../database/database.js';
import { Housekeeping } from '../jobs/housekeeping.js';
import { IdempotencyRecord } from './idempotency-record.entity.js';

let app: TestApp;
let office: Person;
let colleague: Person;
beforeAll(async () => {
  app = await startTestApp();
  office = await createPerson(app, { roles: ['office'] });
  colleague = await createPerson(app, { roles: ['office'] });
});
afterAll(() => app.stop());

const add = (name: string, key: string, person = office) =>
  app.request('POST', '/directory-units', { token: person.token, key, body: { kind: 'township', name } });

async function unitsNamed(name: string): Promise<number> {
  const { body } = await app.request('GET', '/directory-units?kind=township');
  return body.items.filter((unit: { name: string }) => unit.name === name).length;
}

describe('a creating request', () => {
  test('that is sent again creates nothing more and gets the first result, also when things have changed since', async () => {
    const key = randomUUID();
    const first = await add('甲示范镇', key);
    expect([first.status, first.headers['idempotency-replayed']]).toEqual([201, undefined]);
    await app.request('PATCH', `/directory-units/${first.body.id}`, {
      token: office.token,
      body: { name: '甲示范镇改', version: first.body.version },
    });
    const again = await add('甲示范镇', key);
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([201, 'true']);
    expect(again.body).toEqual(first.body);
    expect(await unitsNamed('甲示范镇')).toBe(0);
  });

  test('that is sent five times at the same moment creates one thing, and all get the first result', async () => {
    const key = randomUUID();
    const replies = await Promise.all(Array.from({ length: 5 }, () => add('乙示范镇', key)));
    expect(replies.map(({ status }) => status)).toEqual(Array(5).fill(201));
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(replies.filter(({ headers }) => headers['idempotency-replayed']).length).toBe(4);
    expect(await unitsNamed('乙示范镇')).toBe(1);
  });

  test('with a key that came with other content is refused and changes nothing', async () => {
    const key = randomUUID();
    await add('丙示范镇', key);
    const other = await add('丁示范镇', key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
    expect(await unitsNamed('丁示范镇')).toBe(0);
  });

  test('that was refused has not used its key up', async () => {
    await add('戊示范镇', randomUUID());
    const key = randomUUID();
    expect((await add('戊示范镇', key)).status).toBe(422);
    expect((await add('己示范镇', key)).status).toBe(201);
  });

  test('of several at the same moment, the first of them refused, leaves the key to the next', async () => {
    const key = randomUUID();
    const replies = await Promise.all(Array.from({ length: 4 }, () => add('戊示范镇', key)));
    expect(replies.map(({ status }) => status)).toEqual(Array(4).fill(422));
  });

  test('of another person is another request, with the same key', async () => {
    const key = randomUUID();
    const mine = await add('庚示范镇', key);
    const theirs = await add('辛示范镇', key, colleague);
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  test.each(['', 'short', 'x'.repeat(65), 'with spaces in it'])('with the key "%s" is refused', async (key) => {
    const reply = await app.request('POST', '/directory-units', {
      token: office.token,
      headers: { 'idempotency-key': key },
      body: { kind: 'township', name: '壬示范镇' },
    });
    expect([reply.status, reply.body.code]).toEqual([400, 'idempotency_key_required']);
    expect(await unitsNamed('壬示范镇')).toBe(0);
  });

  test('is remembered for a week', async () => {
    const count = () => app.app.get(Database).read.count(IdempotencyRecord);
    await add('癸示范镇', randomUUID());
    const before = await count();
    await app.app.get(Housekeeping).purgeResults();
    expect(await count()).toBe(before);
    app.clock.advanceDays(7.1);
    await app.app.get(Housekeeping).purgeResults();
    expect(await count()).toBe(0);
  });
});
