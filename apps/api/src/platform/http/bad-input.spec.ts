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

const post = (body: unknown, headers: Record<string, string> = {}) =>
  app.request('POST', '/channels', { token: office.token, body, headers });
const whole = { name: '县自来水公司', contact: '电话 87654321', scope: '停水、水质、水费' };

describe('what is wrong is told as problem details in Chinese', () => {
  test('JSON that cannot be read', async () => {
    const reply = await post('{"name": ', { 'content-type': 'application/json' });
    expect([reply.status, reply.body.code]).toEqual([400, 'json_invalid']);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.body.requestId).toBeTruthy();
  });

  test('all wrong fields at once, each with its sentence', async () => {
    const reply = await post({ name: '水'.repeat(41), contact: 5, scope: '<script>alert(1)</script>', extra: 1 });
    expect([reply.status, reply.body.code]).toEqual([422, 'validation_failed']);
    const errors = new Map(reply.body.errors.map((e: { field: string; code: string }) => [e.field, e.code]));
    expect(errors).toEqual(
      new Map([
        ['extra', 'unknown_field'],
        ['name', 'maxLength'],
        ['contact', 'isString'],
        ['scope', 'markup'],
      ]),
    );
  });

  test.each([
    ['zero-width characters alone', { ...whole, name: '\u200b\u200d\ufeff' }],
    ['a control character', { ...whole, name: '水\u0007' }],
    ['half a character', { ...whole, name: '\ud83d' }],
    ['an array instead of an object', [whole]],
    ['null', null],
  ])('%s: 4xx', async (_, body) => {
    const { status } = await post(body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  test('emoji and rare characters count once and are kept', async () => {
    const name = `𠮷😀${'水'.repeat(38)}`;
    const reply = await post({ ...whole, name });
    expect(reply.body.name).toBe(name);
    const list = await app.request('GET', '/channels', { token: office.token });
    expect(list.body.items.map((item: { name: string }) => item.name)).toContain(name);
  });

  test.each([
    ['GET', '/nothing-here', 404, 'not_found'],
    ['GET', '/members/not-an-id', 400, 'bad_request'],
    ['GET', '/members?limit=0', 422, 'validation_failed'],
    ['GET', '/members?limit=1000', 422, 'validation_failed'],
    ['GET', '/members?cursor=bm9uc2Vuc2U', 422, 'cursor_invalid'],
    ['GET', '/members?unknown=1', 422, 'validation_failed'],
  ])('%s %s: %i %s', async (method, path, status, code) => {
    const reply = await app.request(method, path);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  test('a body that is too large, and one of another type', async () => {
    expect((await post({ ...whole, scope: 'x'.repeat(300_000) })).status).toBe(413);
    expect((await post('name=1', { 'content-type': 'text/plain' })).status).toBe(415);
  });

  test('a token that is not one', async () => {
    const forged = await app.request('GET', '/me', { token: `${office.token.slice(0, -1)}x` });
    expect([forged.status, forged.body.code]).toEqual([401, 'sign_in_required']);
  });
});
