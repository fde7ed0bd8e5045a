import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePush, type Push } from '../../stand-in/pushes.js';
import { type Reply, startTestApp, type TestApp } from '../../test/harness.js';
import { Database } from '../platform/database/database.js';
import { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { MEDIA_CHECKED } from './media-checked.js';

const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const OTHER_AES_KEY = 'zyxwvutsrqponmlkjihgfedcba0123456789ABCDEFG';

function event(test: TestApp, change: object = {}): object {
  return {
    ToUserName: 'gh_test',
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: test.settings.WECHAT_APP_ID,
    trace_id: 'trace-1',
    version: 2,
    errcode: 0,
    result: { suggest: 'pass', label: 100 },
    ...change,
  };
}

function keysOf(test: TestApp) {
  return {
    appId: test.settings.WECHAT_APP_ID,
    callbackToken: test.settings.WECHAT_CALLBACK_TOKEN,
    encodingAesKey: test.settings.WECHAT_ENCODING_AES_KEY,
  };
}

function post(test: TestApp, { query, body }: Push): Promise<Reply<Buffer>> {
  return test.request('POST', `/wechat/callback?${new URLSearchParams(query)}`, { body });
}

/** Results taken in and not yet looked at. */
async function taken(test: TestApp): Promise<unknown[]> {
  const database = test.app.get(Database);
  const messages = await database.read.findBy(OutboxMessage, { topic: MEDIA_CHECKED });
  await database.write((manager) => manager.delete(OutboxMessage, { topic: MEDIA_CHECKED }));
  return messages.map(({ payload }) => payload);
}

describe('the callback in plain mode', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());

  it('answers the question whether the address is ours', async () => {
    const { query } = makePush({}, keysOf(test), Date.now());
    const reply = await test.request('GET', `/wechat/callback?${new URLSearchParams({ ...query, echostr: '12345' })}`);
    expect(reply.status).toBe(200);
    expect(reply.headers['content-type']).toMatch(/^text\/plain/);
    expect(reply.body.toString()).toBe('12345');
  });

  it('refuses that question with a forged signature', async () => {
    const { query } = makePush({}, { ...keysOf(test), callbackToken: 'guessed' }, Date.now());
    const reply = await test.request('GET', `/wechat/callback?${new URLSearchParams({ ...query, echostr: '12345' })}`);
    expect(reply.status).toBe(403);
    expect(reply.body.code).toBe('signature_invalid');
    expect((await test.request('GET', '/wechat/callback')).status).toBe(403);
  });

  it('takes the result of a picture and says success', async () => {
    const reply = await post(test, makePush(event(test), keysOf(test), Date.now()));
    expect(reply.status).toBe(200);
    expect(reply.body.toString()).toBe('success');
    expect(await taken(test)).toEqual([{ traceId: 'trace-1', result: { suggest: 'pass', label: 100 } }]);
  });

  it('takes a failed check as one without a result', async () => {
    await post(test, makePush(event(test, { errcode: -1008, result: undefined }), keysOf(test), Date.now()));
    expect(await taken(test)).toEqual([{ traceId: 'trace-1', result: null }]);
  });

  it.each([
    ['a forged signature', (push: Push) => ({ ...push, query: { ...push.query, signature: '0'.repeat(40) } })],
    ['another nonce', (push: Push) => ({ ...push, query: { ...push.query, nonce: 'another' } })],
    [
      'no signature',
      ({ body, query: { timestamp = '', nonce = '' } }: Push) => ({ body, query: { timestamp, nonce } }),
    ],
    ['no query', ({ body }: Push) => ({ body, query: {} })],
  ])('refuses %s and takes nothing in', async (_, forge) => {
    const reply = await post(test, forge(makePush(event(test), keysOf(test), Date.now())));
    expect(reply.status).toBe(403);
    expect(await taken(test)).toEqual([]);
  });

  it.each([
    ['another event', { Event: 'subscribe_msg_popup_event' }],
    ['another mini-program', { appid: 'wx-other' }],
    ['no trace id', { trace_id: undefined }],
    ['an unknown judgement', { result: { suggest: 'perhaps', label: 1 } }],
  ])('acknowledges %s and takes nothing in', async (_, change) => {
    const reply = await post(test, makePush(event(test, change), keysOf(test), Date.now()));
    expect(reply.body.toString()).toBe('success');
    expect(await taken(test)).toEqual([]);
  });
});

describe('the callback in safe mode', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ WECHAT_ENCODING_AES_KEY: AES_KEY });
  });
  afterAll(() => test.stop());

  it('opens what is encrypted, whatever its length', async () => {
    for (let length = 0; length < 34; length++) {
      const push = makePush(event(test, { extra: 'x'.repeat(length) }), keysOf(test), Date.now());
      expect(JSON.stringify(push.body)).not.toContain('trace-1');
      expect((await post(test, push)).status).toBe(200);
    }
    expect(await taken(test)).toHaveLength(34);
  });

  it('refuses a plain push with a right signature: it proves nothing of the content', async () => {
    const plain = makePush(event(test), { ...keysOf(test), encodingAesKey: undefined }, Date.now());
    expect((await post(test, plain)).status).toBe(403);
  });

  it('refuses content of another key, of another mini-program, and a changed one', async () => {
    const otherKey = makePush(event(test), { ...keysOf(test), encodingAesKey: OTHER_AES_KEY }, Date.now());
    const otherApp = makePush(event(test), { ...keysOf(test), appId: 'wx-other' }, Date.now());
    const right = makePush(event(test), keysOf(test), Date.now());
    const changed = { ...right, body: { Encrypt: Buffer.from('0'.repeat(64)).toString('base64') } };
    for (const push of [otherKey, otherApp, changed]) expect((await post(test, push)).status).toBe(403);
    expect(await taken(test)).toEqual([]);
  });

  it('refuses rubbish that is rightly signed', async () => {
    const { timestamp, nonce, Encrypt } = { timestamp: '1', nonce: '2', Encrypt: 'AAAA' };
    const parts = [test.settings.WECHAT_CALLBACK_TOKEN, timestamp, nonce, Encrypt].toSorted().join('');
    const msg_signature = createHash('sha1').update(parts).digest('hex');
    const reply = await post(test, { query: { timestamp, nonce, msg_signature }, body: { Encrypt } });
    expect(reply.status).toBe(403);
  });
});
