import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Reply, type RequestOptions, startTestApp, type TestApp } from '../../../test/harness.js';
import { createPerson, type Person } from '../../../test/people.js';

let app: TestApp;
let person: Person;
let office: Person;
beforeAll(async () => {
  app = await startTestApp();
  person = await createPerson(app, { name: '林示范' });
  office = await createPerson(app, { roles: ['office'] });
});
afterAll(() => app.stop());

const send = (method: string, path: string, options: RequestOptions = {}) =>
  app.request(method, path, { token: person.token, ...options });

/** Every refusal is a problem document (RFC 9457) with a stable code, a Chinese sentence and the request's id. */
function expectProblem(reply: Reply, status: number, code: string): void {
  expect([reply.status, reply.body.code]).toEqual([status, code]);
  expect(String(reply.headers['content-type'])).toContain('application/problem+json');
  expect(reply.body).toMatchObject({ status, type: expect.stringContaining(code), title: expect.any(String) });
  expect(reply.body.detail).toMatch(/\p{Script=Han}/u);
  expect(reply.body.requestId).toMatch(/^[\w-]{8,64}$/);
  expect(JSON.stringify(reply.body)).not.toMatch(/at \w+ \(|node_modules|SELECT |INSERT /);
}

describe('what cannot be read', () => {
  test.each(['{"name": ', 'name=x', '{"name":"x"}}', '"unfinished'])('as JSON is refused: %s', async (body) => {
    expectProblem(await send('PATCH', '/me', { body }), 400, 'json_invalid');
  });

  test.each([['[]'], ['"text"'], ['7'], ['null']])('as an object is refused: %s', async (body) => {
    expectProblem(await send('PATCH', '/me', { body }), 422, 'validation_failed');
  });

  test('an empty body', async () => {
    const reply = await send('PATCH', '/me', { headers: { 'content-type': 'application/json' } });
    expectProblem(reply, 400, 'json_invalid');
  });

  test('a prototype in disguise', async () => {
    const reply = await send('PATCH', '/me', { body: '{"version":1,"__proto__":{"admin":true}}' });
    expectProblem(reply, 400, 'json_invalid');
  });

  test('too large a body', async () => {
    const body = { version: 1, name: 'x'.repeat(300_000) };
    expectProblem(await send('PATCH', '/me', { body }), 413, 'body_too_large');
  });

  test('another type than JSON', async () => {
    const reply = await send('PATCH', '/me', { body: '<me/>', headers: { 'content-type': 'application/xml' } });
    expectProblem(reply, 415, 'media_type_unsupported');
  });
});

describe('what does not fit', () => {
  test('an unknown field is named', async () => {
    const reply = await send('PATCH', '/me', { body: { version: 1, admin: true } });
    expectProblem(reply, 422, 'validation_failed');
    expect(reply.body.errors).toEqual([
      { field: 'admin', code: 'unknown_field', message: expect.stringContaining('admin') },
    ]);
  });

  test.each([
    ['a number for a text', { version: 1, name: 7 }, 'name'],
    ['a list for a text', { version: 1, name: ['x'] }, 'name'],
    ['an object for a text', { version: 1, name: { $ne: '' } }, 'name'],
    ['null for a text that may not be null', { version: 1, name: null }, 'name'],
    ['a text for a number', { version: '1' }, 'version'],
    ['a fraction for a whole number', { version: 1.5 }, 'version'],
    ['no version', {}, 'version'],
    ['only spaces', { version: 1, name: ' \u3000 ' }, 'name'],
    ['only characters that show nothing', { version: 1, name: '\u200B\u2060' }, 'name'],
    ['too long a text', { version: 1, name: '长'.repeat(21) }, 'name'],
    ['markup', { version: 1, name: '<b>x</b>' }, 'name'],
    ['a control character', { version: 1, name: 'x\u0000y' }, 'name'],
    ['a broken character', { version: 1, name: 'x\ud800' }, 'name'],
    ['no id', { version: 1, townshipId: '1 OR 1=1' }, 'townshipId'],
  ])('%s is told by field, in Chinese', async (_, body, field) => {
    const reply = await send('PATCH', '/me', { body });
    expectProblem(reply, 422, 'validation_failed');
    expect(reply.body.errors).toEqual([
      { field, code: expect.any(String), message: expect.stringMatching(/\p{Script=Han}/u) },
    ]);
  });

  test('all wrong fields are named at once', async () => {
    const reply = await send('PATCH', '/me', { body: { version: 0, name: '', townshipId: 'x' } });
    expectProblem(reply, 422, 'validation_failed');
    const errors = reply.body.errors as { field: string }[];
    expect(errors.map(({ field }) => field).sort()).toEqual(['name', 'townshipId', 'version']);
    expect(reply.body.detail).toContain('3');
  });

  test('a text with twenty characters of four bytes is not too long', async () => {
    const name = '\u{20BB7}'.repeat(20);
    const { version } = (await send('GET', '/me')).body;
    expect((await send('PATCH', '/me', { body: { version, name } })).body.name).toBe(name);
  });

  test.each([
    ['limit=0', 'validation_failed'],
    ['limit=101', 'validation_failed'],
    ['limit=ten', 'validation_failed'],
    ['limit=1e1', 'validation_failed'],
    ['limit=1&limit=2', 'validation_failed'],
    ['cursor=%00', 'validation_failed'],
    ['cursor=hello', 'cursor_invalid'],
    ['unknown=1', 'validation_failed'],
  ])('the query %s', async (query, code) => {
    expectProblem(await app.request('GET', `/members?${query}`), 422, code);
  });
});

describe('what is not there', () => {
  test.each(['/nothing', '/me/nothing', '/../../etc/passwd'])('the address %s', async (path) => {
    expectProblem(await send('GET', path), 404, 'not_found');
  });

  test('another method', async () => {
    expectProblem(await send('DELETE', '/directory-units'), 404, 'not_found');
  });

  test.each(['x', '1', 'x'.repeat(150)])('an id that is none: %s', async (id) => {
    expectProblem(await send('GET', `/members/${id}`), 400, 'bad_request');
  });
});

describe('who may not', () => {
  test.each([
    '',
    'Bearer',
    'Bearer x',
    `Bearer ${'x'.repeat(43)}`,
    `Basic ${btoa('a:b')}`,
    `Bearer ${'x'.repeat(5000)}`,
  ])('a visitor with "%s" is asked to sign in', async (authorization) => {
    const reply = await app.request('GET', '/me', { headers: { authorization } });
    expectProblem(reply, 401, 'sign_in_required');
  });

  test('somebody without the role', async () => {
    const body = { kind: 'township', name: '示范镇' };
    expectProblem(await send('POST', '/directory-units', { body }), 403, 'forbidden');
    expect((await send('POST', '/directory-units', { token: office.token, body })).status).toBe(201);
  });
});

describe('every answer', () => {
  test('takes over the request id of the proxy when it has a sane form', async () => {
    const ask = (id: string) => app.request('GET', '/nothing', { headers: { 'x-request-id': id } });
    expect((await ask('proxy-0123456789')).body.requestId).toBe('proxy-0123456789');
    expect((await ask('x y\u00e9')).body.requestId).not.toContain(' ');
  });
});
