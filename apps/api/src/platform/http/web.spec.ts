import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { createApp } from '../../create-app.js';
import { readSettings } from '../settings/settings.js';

const INDEX = '<!doctype html><title>连心桥</title><div id="app"></div>';
const SCRIPT = `console.log(${JSON.stringify('连心桥'.repeat(1000))});`;

let folder: string;
let test: TestApp;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lianxin-web-'));
  mkdirSync(join(folder, 'js'));
  writeFileSync(join(folder, 'index.html'), INDEX);
  writeFileSync(join(folder, 'js', 'app.0a1b2c3d.js'), SCRIPT);
  writeFileSync(join(folder, 'robots.txt'), 'User-agent: *\n');
  test = await startTestApp({ WEB_ROOT: folder });
});

afterAll(async () => {
  await test.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks as a browser does; the harness would put /api/v1 before the path. */
async function get(path: string, headers: Record<string, string> = {}) {
  const reply = await test.app.getHttpAdapter().getInstance().inject({ method: 'GET', url: path, headers });
  return { status: reply.statusCode, headers: reply.headers, bytes: reply.rawPayload };
}

describe('the browser build', () => {
  it.each(['/', '/pages/home/index', '/pages/letter/index?id=1', '/member/inbox/index', '/no/such/page'])(
    'answers %s with the page that draws all pages, never kept',
    async (path) => {
      const { status, headers, bytes } = await get(path);
      expect({ status, type: headers['content-type'], kept: headers['cache-control'], body: bytes.toString() }).toEqual(
        {
          status: 200,
          type: 'text/html; charset=utf-8',
          kept: 'no-cache',
          body: INDEX,
        },
      );
    },
  );

  it('lets files whose names change with their content be kept for a year, others be asked for each time', async () => {
    const script = await get('/js/app.0a1b2c3d.js');
    expect(script.status).toBe(200);
    expect(script.bytes.toString()).toBe(SCRIPT);
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await get('/robots.txt')).headers['cache-control']).toBe('no-cache');
  });

  it('sends a file again only when it has changed', async () => {
    const { headers } = await get('/robots.txt');
    expect((await get('/robots.txt', { 'if-none-match': String(headers.etag) })).status).toBe(304);
  });

  it('compresses with what the browser understands, and plain for those that understand nothing', async () => {
    const brotli = await get('/js/app.0a1b2c3d.js', { 'accept-encoding': 'gzip, deflate, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.bytes).toString()).toBe(SCRIPT);
    const gzip = await get('/js/app.0a1b2c3d.js', { 'accept-encoding': 'gzip' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.bytes).toString()).toBe(SCRIPT);
    expect((await get('/js/app.0a1b2c3d.js')).headers['content-encoding']).toBeUndefined();
  });

  it.each(['/js/missing.0a1b2c3d.js', '/favicon.ico', '/../settings.ts', '/%2e%2e/%2e%2e/etc/passwd.txt'])(
    'has no file %s and does not pretend to',
    async (path) => {
      const { status, bytes } = await get(path);
      expect(status).toBe(404);
      expect(bytes.toString()).not.toContain('<!doctype html>');
    },
  );

  it('leaves the API alone', async () => {
    const unknown = await get('/api/v1/no-such-thing');
    expect(unknown.status).toBe(404);
    expect(unknown.headers['content-type']).toContain('application/problem+json');
    expect((await get('/health/live')).bytes.toString()).toBe('{"status":"ok"}');
    const post = await test.app.getHttpAdapter().getInstance().inject({ method: 'POST', url: '/pages/home/index' });
    expect(post.statusCode).toBe(404);
  });

  it.each(['/', '/js/app.0a1b2c3d.js', '/api/v1/config'])('sends security headers with %s', async (path) => {
    const { headers } = await get(path);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('must be there when it is named', async () => {
    const settings = readSettings({
      DEMONSTRATION: 'true',
      DATA_DIR: join(folder, 'data'),
      WEB_ROOT: join(folder, 'js'),
      LOG_LEVEL: 'silent',
      DISPATCHER: 'false',
    });
    await expect(createApp(settings)).rejects.toThrow('WEB_ROOT has no index.html');
  });
});

describe('without a browser build', () => {
  it('only the API answers', async () => {
    const apiOnly = await startTestApp();
    const reply = await apiOnly.app.getHttpAdapter().getInstance().inject({ method: 'GET', url: '/pages/home/index' });
    await apiOnly.stop();
    expect(reply.statusCode).toBe(404);
  });
});
