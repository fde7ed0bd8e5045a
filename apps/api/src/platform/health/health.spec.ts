import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { createPerson } from '../../../test/people.js';
import { Database } from '../database/database.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

test('live and ready while the database answers', async () => {
  expect((await app.request('GET', '/health/live')).body).toEqual({ status: 'ok' });
  expect((await app.request('GET', '/health/ready')).body).toEqual({ status: 'ok' });
});

test('not ready, but live, when the database does not answer', async () => {
  const database = app.app.get(Database);
  Object.defineProperty(database, 'read', {
    configurable: true,
    get: () => ({ query: () => Promise.reject(new Error('gone')) }),
  });
  try {
    const reply = await app.request('GET', '/health/ready');
    expect([reply.status, reply.body.code]).toEqual([503, 'database_unavailable']);
    expect((await app.request('GET', '/health/live')).status).toBe(200);
  } finally {
    Reflect.deleteProperty(database, 'read');
  }
});

test('a stop finishes what it has accepted', async () => {
  const stopping = await startTestApp();
  const office = await createPerson(stopping, { roles: ['office'] });
  const address = await stopping.app.getUrl();
  const body = JSON.stringify({ name: '停机前', contact: '电话 1', scope: '试用' });
  const accepted = Array.from({ length: 10 }, (_, n) =>
    fetch(`${address}/api/v1/channels`, {
      method: 'POST',
      body,
      headers: {
        authorization: `Bearer ${office.token}`,
        'content-type': 'application/json',
        'idempotency-key': `before-the-stop-${n}`,
      },
    }),
  );
  await new Promise((resolve) => setImmediate(resolve));
  await accepted[0];
  const stopped = stopping.stop();
  const statuses = await Promise.allSettled(accepted.map(async (request) => (await request).status));
  await stopped;
  const answered = statuses.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  expect(answered).toContain(201);
  expect(answered.filter((status) => ![201, 503].includes(status))).toEqual([]);
});
