import { PinoLogger } from 'nestjs-pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

test('a request leaves one line with its id, and nothing of what was asked or answered', async () => {
  const info = vi.spyOn(PinoLogger.prototype, 'info');
  const headers = { 'x-request-id': 'from-the-proxy-1' };
  await app.request('GET', '/members?query=张建国的电话', { headers });
  await app.request('GET', '/health/live');
  const lines = info.mock.calls.filter(([, message]) => message === 'request').map(([line]) => line);
  expect(lines).toEqual([
    { requestId: 'from-the-proxy-1', method: 'GET', path: '/api/v1/members', status: 200, time: expect.any(Number) },
  ]);
});
