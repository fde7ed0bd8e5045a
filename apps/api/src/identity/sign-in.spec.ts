import { createHash, randomUUID } from 'node:crypto';
import { Like } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { createPerson } from '../../test/people.js';
import { AuditEntry } from '../platform/audit/audit-entry.entity.js';
import { Database } from '../platform/database/database.js';
import { Settings } from '../platform/settings/settings.js';
import { AccountsService } from './accounts.service.js';
import { deviceName } from './device-name.js';
import { Session } from './session.entity.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const PASSWORD = 'correct horse battery';
let staffNumber = 0;

async function staff(): Promise<{ username: string; id: string }> {
  staffNumber += 1;
  const username = `Clerk${staffNumber}`;
  const id = await app.app
    .get(AccountsService)
    .create({ username, name: '办公室演示', password: PASSWORD, roles: [{ name: 'office' }] });
  return { username, id };
}

const signIn = (username: string, password: string) =>
  app.request('POST', '/sessions/staff', { body: { username, password } });
const wechatCode = (person: string) => `demo-${person}-${randomUUID().replaceAll('-', '').slice(0, 16)}`;
const me = (token: string) => app.request('GET', '/me', { token });

describe('with WeChat', () => {
  test('the first time makes a constituent, the next time finds the same person', async () => {
    const first = await app.request('POST', '/sessions/wechat', { body: { code: wechatCode('li') } });
    expect(first.status).toBe(201);
    expect(first.body.account.roles).toEqual([{ name: 'constituent', scopeId: null, scopeName: null }]);
    const again = await app.request('POST', '/sessions/wechat', { body: { code: wechatCode('li') } });
    expect(again.body.account.id).toBe(first.body.account.id);
    expect(again.body.token).not.toBe(first.body.token);
  });

  test('two first times at the same moment make one account', async () => {
    const codes = [wechatCode('twice'), wechatCode('twice')];
    const replies = await Promise.all(codes.map((code) => app.request('POST', '/sessions/wechat', { body: { code } })));
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(replies.map(({ body }) => body.account.id)).size).toBe(1);
  });

  test('a code works once, and an unknown one never', async () => {
    const code = wechatCode('once');
    expect((await app.request('POST', '/sessions/wechat', { body: { code } })).status).toBe(201);
    const used = await app.request('POST', '/sessions/wechat', { body: { code } });
    expect([used.status, used.body.code]).toEqual([422, 'wechat_code_invalid']);
    expect((await app.request('POST', '/sessions/wechat', { body: { code: 'nonsense' } })).status).toBe(422);
  });
});

describe('staff', () => {
  test('sign in by name and password, the name in any letter case', async () => {
    const { username, id } = await staff();
    const reply = await signIn(username.toUpperCase(), PASSWORD);
    expect(reply.status).toBe(201);
    expect(reply.body.account).toMatchObject({ id, hasPassword: true, hasWechat: false });
  });

  test('a wrong password and an unknown name are told apart by nobody', async () => {
    const { username } = await staff();
    const wrong = await signIn(username, 'not the password');
    const unknown = await signIn('nobody-here', 'not the password');
    expect(wrong.status).toBe(401);
    const { detail, code, title, status, type } = wrong.body;
    expect(unknown.body).toMatchObject({ detail, code, title, status, type });
  });

  test('after five failures even the right password is refused, until the lock ends', async () => {
    const { username, id } = await staff();
    for (let failure = 0; failure < 5; failure++) await signIn(username, 'not the password');
    const locked = await signIn(username, PASSWORD);
    expect(locked.status).toBe(429);
    expect(locked.body.retryAfterSeconds).toBeGreaterThan(14 * 60);
    expect(locked.headers['retry-after']).toBe(String(locked.body.retryAfterSeconds));
    const record = await app.app.get(Database).read.find(AuditEntry, {
      where: { subjectId: id, action: Like('sign_in_%') },
      order: { sequence: 'ASC' },
    });
    expect(record.map(({ action }) => action)).toEqual([...Array(4).fill('sign_in_failed'), 'sign_in_locked']);
    app.clock.set(new Date(app.clock.now().getTime() + 15 * 60_000 + 1000));
    expect((await signIn(username, PASSWORD)).status).toBe(201);
  });

  test('an unknown name is locked like a known one', async () => {
    const statuses = [];
    for (let failure = 0; failure < 6; failure++) statuses.push((await signIn('Nobody', 'x')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  test('many guesses at the same moment are no way around the lock', async () => {
    const { username } = await staff();
    const replies = await Promise.all(Array.from({ length: 9 }, (_, guess) => signIn(username, `guess ${guess}`)));
    expect(replies.map(({ status }) => status).sort()).toEqual([...Array(5).fill(401), ...Array(4).fill(429)]);
  });

  test('a success starts the count anew', async () => {
    const { username } = await staff();
    for (let round = 0; round < 2; round++) {
      for (let failure = 0; failure < 4; failure++) await signIn(username, 'not the password');
      expect((await signIn(username, PASSWORD)).status).toBe(201);
    }
  });

  test('changing the password ends all other sessions', async () => {
    const { username } = await staff();
    const here = (await signIn(username, PASSWORD)).body.token;
    const there = (await signIn(username, PASSWORD)).body.token;
    const change = (currentPassword: string) =>
      app.request('PUT', '/me/password', {
        token: here,
        body: { currentPassword, newPassword: 'a brand new password' },
      });
    expect((await change('wrong one here')).status).toBe(422);
    expect((await change(PASSWORD)).status).toBe(204);
    expect((await me(there)).status).toBe(401);
    expect((await me(here)).status).toBe(200);
    expect((await signIn(username, PASSWORD)).status).toBe(401);
    expect((await signIn(username, 'a brand new password')).status).toBe(201);
  });
});

describe('sessions', () => {
  test('are listed with a device name and ended there, and nobody ends those of others', async () => {
    const { username } = await staff();
    const here = (await signIn(username, PASSWORD)).body.token;
    const there = (await signIn(username, PASSWORD)).body.token;
    const list = await app.request('GET', '/me/sessions', { token: here });
    expect(list.body.items).toHaveLength(2);
    const other = list.body.items.find((session: { current: boolean }) => !session.current);
    const stranger = await createPerson(app);
    expect((await app.request('DELETE', `/me/sessions/${other.id}`, { token: stranger.token })).status).toBe(404);
    expect((await app.request('DELETE', `/me/sessions/${other.id}`, { token: here })).status).toBe(204);
    expect((await me(there)).status).toBe(401);
    expect((await app.request('DELETE', '/me/sessions/current', { token: here })).status).toBe(204);
    expect((await me(here)).status).toBe(401);
  });

  test('end when they are not used, and go on while they are', async () => {
    const { token } = await createPerson(app);
    app.clock.advanceDays(0.9);
    expect((await me(token)).status).toBe(200);
    app.clock.advanceDays(0.9);
    expect((await me(token)).status).toBe(200);
    app.clock.advanceDays(1.1);
    expect((await me(token)).status).toBe(401);
  });
});

describe('the own account', () => {
  test('keeps a name, and a stale version is told what it is now', async () => {
    const { token } = await createPerson(app);
    const { version } = (await me(token)).body;
    const changed = await app.request('PATCH', '/me', { token, body: { name: '林示范', version } });
    expect(changed.body).toMatchObject({ name: '林示范', version: version + 1 });
    const stale = await app.request('PATCH', '/me', { token, body: { name: '陈演示', version } });
    expect([stale.status, stale.body.current.name]).toEqual([409, '林示范']);
  });
});

describe('what is kept of a session', () => {
  test('is no token, but its hash', async () => {
    const { token, accountId } = await createPerson(app);
    const stored = await app.app.get(Database).read.findOneByOrFail(Session, { accountId });
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(stored.tokenHash).toBe(createHash('sha256').update(token).digest('hex'));
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  test('is written down again only now and then', async () => {
    const { token, accountId } = await createPerson(app);
    const lastSeen = async () =>
      (await app.app.get(Database).read.findOneByOrFail(Session, { accountId })).lastSeenAt.getTime();
    const opened = await lastSeen();
    app.clock.advanceDays(4 / 1440);
    await me(token);
    expect(await lastSeen()).toBe(opened);
    app.clock.advanceDays(2 / 1440);
    await me(token);
    expect(await lastSeen()).toBeGreaterThan(opened);
  });

  test.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) MicroMessenger/8.0.50 miniProgram/wx01', '微信小程序 · 苹果手机或平板'],
    ['Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.50 Chrome/120', '微信 · 安卓手机'],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/120 Safari/537.36 Edg/120', 'Edge 浏览器 · Windows 电脑'],
    ['Mozilla/5.0 (Macintosh) Version/17 Safari/605', 'Safari 浏览器 · 苹果电脑'],
    ['curl/8', '其他设备'],
    [undefined, '其他设备'],
  ])('of %s says %s', (userAgent, words) => {
    expect(deviceName(userAgent)).toBe(words);
  });
});

describe('demonstration accounts', () => {
  test('are neither offered nor let in outside a demonstration', async () => {
    const settings = app.app.get(Settings);
    const id = await app.app.get(AccountsService).create({ name: '吴演示', demonstration: '写信' });
    settings.DEMONSTRATION = false;
    const replies = [
      await app.request('GET', '/demonstration/accounts'),
      await app.request('POST', '/sessions/demonstration', { body: { accountId: id } }),
    ];
    settings.DEMONSTRATION = true;
    expect(replies.map(({ status }) => status)).toEqual([404, 404]);
  });

  test('are offered in a demonstration', async () => {
    const id = await app.app.get(AccountsService).create({ name: '周演示', demonstration: '写信、追问、评价' });
    const list = await app.request('GET', '/demonstration/accounts');
    expect(list.body.items).toContainEqual(expect.objectContaining({ id, name: '周演示' }));
    expect((await app.request('POST', '/sessions/demonstration', { body: { accountId: id } })).status).toBe(201);
    const { accountId } = await createPerson(app);
    expect((await app.request('POST', '/sessions/demonstration', { body: { accountId } })).status).toBe(404);
  });
});
