import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { demonstrationOpenid } from '../../stand-in/people.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { createApp } from '../create-app.js';
import type { Settings } from '../platform/settings/settings.js';
import { CHECK_SCENES, WechatClient } from './wechat-client.js';
import { WechatError } from './wechat-error.js';
import { WechatHttp } from './wechat-http.js';

const openid = demonstrationOpenid('zhang');
const text = { openid, scene: CHECK_SCENES.social, content: '路灯坏了' };
const TOKEN_PATH = '/cgi-bin/stable_token';

let test: TestApp;
let client: WechatClient;

beforeAll(async () => {
  test = await startTestApp();
  client = test.app.get(WechatClient);
});
afterAll(() => test.stop());
beforeEach(() => {
  test.wechat.calls.length = 0;
});
afterEach(() => {
  test.wechat.trouble = 'none';
  test.wechat.perMinute.clear();
});

function hoursLater(hours: number): void {
  test.clock.set(new Date(test.clock.now().getTime() + hours * 3_600_000));
}

function tokensAskedFor(): number {
  return test.wechat.calls.filter((path) => path === TOKEN_PATH).length;
}

describe('signing in', () => {
  it('gives the openid of a code, once', async () => {
    const code = test.wechat.people.loginCode(openid);
    expect(await client.code2Session(code)).toEqual({ openid });
    await expect(client.code2Session(code)).rejects.toMatchObject({ status: 422, code: 'wechat_code_invalid' });
  });

  it('says so when the code is unknown', async () => {
    await expect(client.code2Session('unknown')).rejects.toMatchObject({ status: 422, code: 'wechat_code_invalid' });
  });

  it.each(['busy', 'unreachable'] as const)('says so when WeChat is %s', async (trouble) => {
    test.wechat.trouble = trouble;
    await expect(client.code2Session('any')).rejects.toMatchObject({ status: 503, code: 'wechat_unavailable' });
  });

  it('works over HTTP and makes one account for a person', async () => {
    const first = await test.request('POST', '/sessions/wechat', { body: { code: 'demo-li-nonce001' } });
    const second = await test.request('POST', '/sessions/wechat', { body: { code: 'demo-li-nonce002' } });
    const again = await test.request('POST', '/sessions/wechat', { body: { code: 'demo-li-nonce002' } });
    expect([first.status, second.status, again.status]).toEqual([201, 201, 422]);
    expect(second.body.account.id).toBe(first.body.account.id);
  });
});

describe('the access token', () => {
  it('is asked for once and kept until shortly before its end', async () => {
    hoursLater(3);
    await client.msgSecCheck(text);
    await client.msgSecCheck(text);
    hoursLater(1.9);
    await client.msgSecCheck(text);
    expect(tokensAskedFor()).toBe(1);
    hoursLater(0.05);
    await client.msgSecCheck(text);
    expect(tokensAskedFor()).toBe(2);
  });

  it('is asked for once by many at the same moment', async () => {
    hoursLater(3);
    await Promise.all(Array.from({ length: 10 }, () => client.msgSecCheck(text)));
    expect(tokensAskedFor()).toBe(1);
  });

  it('is renewed at once when WeChat no longer takes it', async () => {
    await client.msgSecCheck(text);
    test.wechat.calls.length = 0;
    test.wechat.tokens.revokeAll();
    expect(await client.msgSecCheck(text)).toEqual({ suggest: 'pass', label: 100 });
    expect(test.wechat.calls).toEqual(['/wxa/msg_sec_check', TOKEN_PATH, '/wxa/msg_sec_check']);
  });

  it('is shared by the copies of the API, and what one renews the other uses', async () => {
    const copy = await createApp(test.settings as Settings, { clock: test.clock });
    await copy.init();
    try {
      const other = copy.get(WechatClient);
      hoursLater(3);
      await client.msgSecCheck(text);
      await other.msgSecCheck(text);
      expect(tokensAskedFor()).toBe(1);
      test.wechat.tokens.revokeAll();
      await other.msgSecCheck(text);
      await client.msgSecCheck(text);
      expect(tokensAskedFor()).toBe(2);
    } finally {
      await copy.close();
    }
  });
});

describe('errors', () => {
  it.each([
    ['a person it does not know', { openid: 'oNobody' }, 40003, 'refused'],
    ['an empty text', { content: '' }, 44002, 'refused'],
    ['too long a text', { content: '字'.repeat(2501) }, 45002, 'refused'],
  ])('names %s', async (_, change, code, remedy) => {
    const error = await client.msgSecCheck({ ...text, ...change }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WechatError);
    expect(error).toMatchObject({ code, remedy });
  });

  it('names a spent quota, which passes', async () => {
    test.wechat.perMinute.set('/wxa/msg_sec_check', 0);
    await expect(client.msgSecCheck(text)).rejects.toMatchObject({ code: 45009, remedy: 'wait' });
  });

  it.each([
    ['busy', -1],
    ['unreachable', 'network'],
  ] as const)('names WeChat being %s, which passes', async (trouble, code) => {
    test.wechat.trouble = trouble;
    await expect(client.msgSecCheck(text)).rejects.toMatchObject({ code, remedy: 'wait' });
  });

  it('takes an answer of another form for none', async () => {
    const http = test.app.get(WechatHttp);
    const send = vi.spyOn(http, 'send').mockResolvedValue({ errcode: 0, result: { suggest: 'perhaps' } });
    await expect(client.msgSecCheck(text)).rejects.toMatchObject({ code: 'network', remedy: 'wait' });
    await expect(client.code2Session('any')).rejects.toMatchObject({ code: 'wechat_unavailable' });
    send.mockRestore();
  });

  it('never repeats what people wrote', async () => {
    const error = await client.msgSecCheck({ ...text, openid: 'oNobody' }).catch((thrown: unknown) => String(thrown));
    expect(error).not.toContain('oNobody');
    expect(error).not.toContain(text.content);
  });
});

describe('checking', () => {
  it('gives the judgement of a text with its title', async () => {
    expect(await client.msgSecCheck({ ...text, title: '演示辱骂词' })).toEqual({ suggest: 'risky', label: 20003 });
    expect(await client.msgSecCheck({ ...text, content: '演示待审词' })).toEqual({ suggest: 'review', label: 21000 });
  });

  it('gives the trace id of a picture', async () => {
    test.wechat.pictures.timing = 'never';
    const url = 'http://127.0.0.1/picture.jpg';
    expect(await client.mediaCheckAsync({ openid, scene: CHECK_SCENES.social, url })).toMatch(/^[0-9a-f-]{20,}$/);
  });
});
