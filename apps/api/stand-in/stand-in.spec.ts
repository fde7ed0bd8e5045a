import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { judgeText, MARKED_WORDS } from './judgement.js';
import { demonstrationOpenid } from './people.js';
import { type StandIn, startStandIn } from './stand-in.js';

const CREDENTIALS = { appid: 'wx-test', secret: 'secret-of-tests' };
const HOUR = 3_600_000;

let now = Date.now();
let standIn: StandIn;
const pushed: Array<{ url: string; body: Record<string, unknown> }> = [];
let receiver: Server;

interface Answer {
  errcode?: number;
  [field: string]: unknown;
}

async function call(path: string, body?: unknown, query: Record<string, string> = {}): Promise<Answer> {
  const url = new URL(path, standIn.url);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const response = await fetch(url, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

function signIn(code: string, change: Record<string, string> = {}): Promise<Answer> {
  return call('/sns/jscode2session', undefined, {
    ...CREDENTIALS,
    js_code: code,
    grant_type: 'authorization_code',
    ...change,
  });
}

async function token(force = false): Promise<string> {
  const answer = await call('/cgi-bin/stable_token', {
    ...CREDENTIALS,
    grant_type: 'client_credential',
    force_refresh: force,
  });
  return String(answer.access_token);
}

async function post(path: string, body: unknown): Promise<Answer> {
  return call(path, body, { access_token: await token() });
}

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    request.on('end', () => {
      pushed.push({ url: request.url ?? '', body: JSON.parse(text) as Record<string, unknown> });
      response.end('success');
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => receiver.once('listening', resolve));
});

afterAll(() => {
  receiver.close();
});

beforeEach(async () => {
  now = Date.now();
  pushed.length = 0;
  await standIn?.stop();
  standIn = await startStandIn({
    appId: CREDENTIALS.appid,
    secret: CREDENTIALS.secret,
    callbackToken: 'token',
    templateIds: ['template-1'],
    callbackUrl: () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/callback`,
    now: () => now,
  });
});

afterAll(() => standIn.stop());

describe('code2Session', () => {
  it.each([
    ['a wrong AppID', { appid: 'wx-other' }, 40013],
    ['a missing AppID', { appid: '' }, 41002],
    ['a wrong secret', { secret: 'no' }, 40125],
    ['a missing secret', { secret: '' }, 41004],
    ['another grant type', { grant_type: 'client_credential' }, 40002],
    ['no code', { js_code: '' }, 41008],
    ['an unknown code', { js_code: 'unknown' }, 40029],
    ['an unknown field', { extra: '1' }, 47001],
  ])('refuses %s', async (_, change, errcode) => {
    expect((await signIn(standIn.people.loginCode(), change)).errcode).toBe(errcode);
  });

  it('takes a code once', async () => {
    const code = standIn.people.loginCode();
    expect((await signIn(code)).openid).toMatch(/^o[\w-]{27}$/);
    expect((await signIn(code)).errcode).toBe(40163);
  });

  it('takes a code for five minutes', async () => {
    const code = standIn.people.loginCode();
    now += 5 * 60_000 + 1;
    expect((await signIn(code)).errcode).toBe(40029);
  });

  it('knows the same demonstration person by different codes, each once', async () => {
    const first = await signIn('demo-zhang-nonce001');
    const second = await signIn('demo-zhang-nonce002');
    expect(first.openid).toBe(demonstrationOpenid('zhang'));
    expect(second.openid).toBe(first.openid);
    expect((await signIn('demo-zhang-nonce001')).errcode).toBe(40163);
    expect((await signIn('demo-zhang-short')).errcode).toBe(40029);
  });

  it('is a GET', async () => {
    expect((await call('/sns/jscode2session', CREDENTIALS)).errcode).toBe(43001);
  });
});

describe('access tokens', () => {
  it('gives the same until five minutes before its end, and both work then', async () => {
    const first = await token();
    now += 2 * HOUR - 301_000;
    expect(await token()).toBe(first);
    now += 2_000;
    const second = await token();
    expect(second).not.toBe(first);
    const body = { touser: 'nobody' };
    expect((await call('/cgi-bin/message/subscribe/send', body, { access_token: first })).errcode).toBe(40003);
    now += 300_000;
    expect((await call('/cgi-bin/message/subscribe/send', body, { access_token: first })).errcode).toBe(42001);
    expect((await call('/cgi-bin/message/subscribe/send', body, { access_token: second })).errcode).toBe(40003);
  });

  it('renews by force, ending the old one, 30 s apart and 20 times a day', async () => {
    const first = await token();
    const second = await token(true);
    expect(second).not.toBe(first);
    expect((await call('/wxa/msg_sec_check', {}, { access_token: first })).errcode).toBe(40001);
    expect(await token(true)).toBe(second);
    for (let times = 2; times <= 20; times++) {
      now += 31_000;
      await token(true);
    }
    now += 31_000;
    const refused = await call('/cgi-bin/stable_token', {
      ...CREDENTIALS,
      grant_type: 'client_credential',
      force_refresh: true,
    });
    expect(refused.errcode).toBe(45009);
  });

  it.each([
    [{ ...CREDENTIALS }, 40002],
    [{ ...CREDENTIALS, secret: 'no', grant_type: 'client_credential' }, 40125],
    [{ ...CREDENTIALS, grant_type: 'client_credential', force_refresh: 'yes' }, 47001],
    ['not json', 47001],
    ['[]', 47001],
  ])('refuses %j with %i', async (body, errcode) => {
    expect((await call('/cgi-bin/stable_token', body)).errcode).toBe(errcode);
  });

  it('refuses a call without one', async () => {
    expect((await call('/wxa/msg_sec_check', {})).errcode).toBe(41001);
    expect((await call('/wxa/msg_sec_check', {}, { access_token: 'forged' })).errcode).toBe(40001);
  });
});

describe('msgSecCheck', () => {
  const text = { version: 2, scene: 4, openid: demonstrationOpenid('zhang'), content: '路灯坏了' };

  it.each([
    [{ version: 1 }, 40097],
    [{ version: undefined }, 40097],
    [{ scene: 5 }, 40129],
    [{ scene: '4' }, 40129],
    [{ content: '' }, 44002],
    [{ content: undefined }, 44002],
    [{ content: 7 }, 47001],
    [{ content: '字'.repeat(2501) }, 45002],
    [{ title: '字'.repeat(2501) }, 45002],
    [{ openid: undefined }, 40003],
    [{ openid: 'oSomebodyElse' }, 40003],
    [{ contents: '' }, 47001],
  ])('refuses %j with %i', async (change, errcode) => {
    expect((await post('/wxa/msg_sec_check', { ...text, ...change })).errcode).toBe(errcode);
  });

  it.each(Object.entries(MARKED_WORDS))('judges %s', async (word, judgement) => {
    const answer = await post('/wxa/msg_sec_check', { ...text, content: `这里有${word}。` });
    expect(answer).toMatchObject({ errcode: 0, result: judgement });
  });

  it('lets everything else pass and looks at the title too', async () => {
    expect(await post('/wxa/msg_sec_check', text)).toMatchObject({ result: { suggest: 'pass', label: 100 } });
    expect(await post('/wxa/msg_sec_check', { ...text, title: '演示违禁词' })).toMatchObject({
      result: { suggest: 'risky', label: 21000 },
    });
    expect(judgeText('').suggest).toBe('pass');
  });

  it('checks nothing of a person who has not been there for two hours', async () => {
    const { openid } = await signIn(standIn.people.loginCode());
    expect((await post('/wxa/msg_sec_check', { ...text, openid })).errcode).toBe(0);
    now += 2 * HOUR + 1;
    expect((await post('/wxa/msg_sec_check', { ...text, openid })).errcode).toBe(61010);
  });

  it('has a quota for each minute', async () => {
    standIn.perMinute.set('/wxa/msg_sec_check', 1);
    expect((await post('/wxa/msg_sec_check', text)).errcode).toBe(0);
    expect((await post('/wxa/msg_sec_check', text)).errcode).toBe(45009);
    now += 60_000;
    expect((await post('/wxa/msg_sec_check', text)).errcode).toBe(0);
  });
});

describe('mediaCheckAsync', () => {
  const picture = { version: 2, scene: 4, openid: demonstrationOpenid('zhang'), media_type: 2 };

  async function served(colour: string): Promise<{ url: string; close: () => void }> {
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: colour } })
      .jpeg()
      .toBuffer();
    const server = createServer((_, response) => response.end(bytes)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/p.jpg`, close: () => server.close() };
  }

  it.each([
    [{ media_url: 'ftp://example/p.jpg' }, 40066],
    [{ media_url: undefined }, 40066],
    [{ media_type: 3 }, 40004],
    [{ version: 1 }, 40097],
    [{ openid: 'nobody' }, 40003],
  ])('refuses %j with %i', async (change, errcode) => {
    const answer = await post('/wxa/media_check_async', { ...picture, media_url: 'http://127.0.0.1/p.jpg', ...change });
    expect(answer.errcode).toBe(errcode);
  });

  it.each([
    ['#00aa44', { suggest: 'pass', label: 100 }],
    ['#ff0000', { suggest: 'risky', label: 20002 }],
    ['#0000ff', { suggest: 'review', label: 20012 }],
  ])('fetches the picture (%s) and pushes the result', async (colour, result) => {
    const { url, close } = await served(colour);
    const answer = await post('/wxa/media_check_async', { ...picture, media_url: url });
    expect(await standIn.pictures.idle()).toBe(true);
    close();
    expect(pushed).toHaveLength(1);
    expect(pushed[0]?.body).toMatchObject({ Event: 'wxa_media_check', trace_id: answer.trace_id, errcode: 0, result });
    expect(pushed[0]?.url).toMatch(/^\/callback\?timestamp=\d+&nonce=\w+&signature=[0-9a-f]{40}$/);
  });

  it('pushes a failure for what it cannot fetch', async () => {
    const answer = await post('/wxa/media_check_async', { ...picture, media_url: 'http://127.0.0.1:9/p.jpg' });
    await standIn.pictures.idle();
    expect(pushed[0]?.body).toMatchObject({ trace_id: answer.trace_id, errcode: -1008 });
  });
});

describe('subscribe messages', () => {
  const openid = demonstrationOpenid('zhang');
  const data = {
    character_string1: { value: '2026-000123' },
    thing2: { value: '路灯坏了' },
    time3: { value: '2026年3月1日 08:00' },
    thing4: { value: '委员已回复' },
  };
  const message = { touser: openid, template_id: 'template-1', page: 'pages/letter/index?id=1', data };

  it.each([
    [{ touser: 'nobody' }, 40003],
    [{ template_id: 'other' }, 40037],
    [{ page: '/pages/letter/index' }, 41030],
    [{ page: 'pages/letter' }, 41030],
    [{ data: undefined }, 47001],
    [{ data: { ...data, thing9: { value: '一' } } }, 47003],
    [{ data: { ...data, thing2: { value: '字'.repeat(21) } } }, 47003],
    [{ data: { ...data, thing2: { value: '' } } }, 47003],
    [{ data: { ...data, thing2: undefined } }, 47003],
    [{ data: { ...data, character_string1: { value: '来信 1' } } }, 47003],
    [{ data: { ...data, time3: { value: '2026-03-01' } } }, 47003],
    [{ date: data }, 47001],
  ])('refuses %j with %i', async (change, errcode) => {
    standIn.people.consent(openid, 'template-1', 5);
    expect((await post('/cgi-bin/message/subscribe/send', { ...message, ...change })).errcode).toBe(errcode);
    expect(standIn.sent).toHaveLength(0);
  });

  it('sends one for each consent', async () => {
    expect((await post('/cgi-bin/message/subscribe/send', message)).errcode).toBe(43101);
    await call('/stand-in/consents', { openid, templateId: 'template-1' });
    expect((await post('/cgi-bin/message/subscribe/send', message)).errcode).toBe(0);
    expect((await post('/cgi-bin/message/subscribe/send', message)).errcode).toBe(43101);
    expect((await call('/stand-in/messages')).items).toMatchObject([{ openid, page: 'pages/letter/index?id=1' }]);
  });
});

describe('trouble', () => {
  it('is busy, or breaks connections, but still takes orders', async () => {
    await call('/stand-in/trouble', { trouble: 'busy' });
    expect((await signIn(standIn.people.loginCode())).errcode).toBe(-1);
    await call('/stand-in/trouble', { trouble: 'unreachable' });
    await expect(signIn(standIn.people.loginCode())).rejects.toThrow();
    await call('/stand-in/trouble', { trouble: 'none' });
    const { code } = await call('/stand-in/codes', {});
    expect((await signIn(String(code))).openid).toBeTruthy();
  });
});
