import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { createPerson, type Person } from '../../../test/people.js';

let app: TestApp;
let office: Person;
beforeAll(async () => {
  app = await startTestApp();
  office = await createPerson(app, { roles: ['office'] });
});
afterAll(() => app.stop());

const channel = (name: string) => ({ name, contact: '电话 1', scope: '试用' });
const create = (name: string, key: string, by: Person = office) =>
  app.request('POST', '/channels', { token: by.token, key, body: channel(name) });
const named = async (name: string) => {
  const { body } = await app.request('GET', '/channels', { token: office.token });
  return body.items.filter((item: { name: string }) => item.name === name).length;
};

describe('a creating request', () => {
  test('sent again gets the first result and creates once', async () => {
    const first = await create('渠道一', 'key-one-0001');
    const again = await create('渠道一', 'key-one-0001');
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await named('渠道一')).toBe(1);
  });

  test('sent five times at the same moment creates once, and all get the same', async () => {
    const replies = await Promise.all(Array.from({ length: 5 }, () => create('渠道二', 'key-two-0001')));
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(await named('渠道二')).toBe(1);
  });

  test('with other content under the same key is refused', async () => {
    await create('渠道三', 'key-three-01');
    const other = await create('渠道四', 'key-three-01');
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
    expect(await named('渠道四')).toBe(0);
  });

  test('needs a key, and keys of two people are apart', async () => {
    const body = channel('渠道五');
    const headers = { authorization: `Bearer ${office.token}`, 'idempotency-key': '' };
    const without = await app.request('POST', '/channels', { body, headers });
    expect([without.status, without.body.code]).toEqual([400, 'idempotency_key_required']);
    const colleague = await createPerson(app, { roles: ['office'] });
    const [one, two] = [await create('渠道六', 'key-six-0001'), await create('渠道六', 'key-six-0001', colleague)];
    expect(one.body.id).not.toBe(two.body.id);
  });

  test('that was refused may be sent again under its key once it is put right', async () => {
    expect((await create('', 'key-seven-01')).status).toBe(422);
    expect((await create('渠道七', 'key-seven-01')).status).toBe(201);
  });
});
