import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../test/harness.js';
import { describeApi } from './platform/http/api-docs.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

test('the checked-in description of the API is that of the code (renew it with: pnpm openapi)', () => {
  const checkedIn = readFileSync(new URL('../openapi.json', import.meta.url), 'utf8');
  expect(describeApi(app.app)).toBe(checkedIn);
});

test('the description is served, to read and as JSON', async () => {
  const document = await app.request('GET', '/api/docs/openapi.json');
  expect(document.status).toBe(200);
  expect(document.body.paths['/api/v1/letters'].post.responses['201']).toBeDefined();
  expect((await app.request('GET', '/api/docs')).status).toBe(200);
});
