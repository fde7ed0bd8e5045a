import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { Database } from '../database/database.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const health = (which: string) => app.request('GET', `/health/${which}`);

test('a copy without its database is alive but not ready, and ready again when the database is back', async () => {
  expect([(await health('live')).status, (await health('ready')).status]).toEqual([200, 200]);
  const connection = app.app.get(Database).read.connection;
  await connection.destroy();
  const gone = await health('ready');
  expect([gone.status, gone.body.code]).toEqual([503, 'database_unavailable']);
  expect((await health('live')).status).toBe(200);
  await connection.initialize();
  expect((await health('ready')).body).toEqual({ status: 'ok' });
});
