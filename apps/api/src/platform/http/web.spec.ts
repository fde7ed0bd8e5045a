import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.js';

const root = mkdtempSync(join(tmpdir(), 'lianxin-web-'));
let app: TestApp;
const get = (url: string, headers: Record<string, string> = {}) =>
  app.app.getHttpAdapter().getInstance().inject({ method: 'GET', url, headers });

beforeAll(async () => {
  mkdirSync(join(root, 'js'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>连心桥</title>');
  writeFileSync(join(root, 'js', 'app.0123abcd.js'), `/* ${'x'.repeat(4000)} */`);
  app = await startTestApp({ WEB_ROOT: root });
});
afterAll(async () => {
  await app.stop();
  rmSync(root, { recursive: true, force: true });
});

describe('the browser build', () => {
  test.each(['/', '/pages/letter/index?id=1', '/office/desk/index'])(
    '%s is a page and gets index.html, never kept',
    async (path) => {
      const reply = await get(path);
      expect(reply.statusCode).toBe(200);
      expect(reply.payload).toContain('连心桥');
      expect(reply.headers['cache-control']).toBe('no-cache');
      expect(reply.headers['content-security-policy']).toContain("script-src 'self'");
    },
  );

  test('a file whose name changes with its content is kept for a year, and is compressed', async () => {
    const reply = await get('/js/app.0123abcd.js', { 'accept-encoding': 'gzip' });
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['cache-control']).toContain('immutable');
    expect(reply.headers['content-encoding']).toBe('gzip');
  });

  test.each(['/js/missing.js', '/api/v1/nothing', '/%2e%2e/secret.key'])('%s is not a page: 404', async (path) => {
    expect((await get(path)).statusCode).toBe(404);
  });
});
