import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { type RunningApi, startApi } from './wechat/api';
import { Screen } from './wechat/screen';
import { Wechat } from './wechat/wechat';

/** Needs the builds: `pnpm --filter @lianxin/api build` and `pnpm --filter @lianxin/miniprogram build:weapp`; `npm test` makes both. */
const BUILD = fileURLToPath(new URL('../dist/weapp', import.meta.url));

vi.setConfig({ testTimeout: 40_000 });

let api: RunningApi;

beforeAll(async () => {
  api = await startApi();
}, 300_000);

afterAll(async () => {
  await api?.stop();
});

let errors: MockInstance<typeof console.error>;

beforeEach(() => {
  errors = vi.spyOn(console, 'error');
});

/** React and Taro report there what went wrong inside a page. */
afterEach(() => {
  expect(errors).not.toHaveBeenCalled();
});

/** Waits for what the screens do after an answer. */
const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 8_000, interval: 20 });

/** Waits until a page shows these words. */
async function shows(wechat: Wechat, route: string, words: string): Promise<Screen> {
  await until(() => {
    expect(wechat.screen.route).toBe(route);
    expect(wechat.screen.text).toContain(words);
  });
  return wechat.screen;
}

/** Types, and waits until the field shows it, as a person does. */
async function fill(screen: Screen, field: string, value: string): Promise<void> {
  screen.type(field, value);
  await until(() => expect(screen.field(field).attribute('value')).toBe(value));
}

/** Signs in and answers the questions about a letter up to the last look. */
async function write(wechat: Wechat, title: string): Promise<Screen> {
  wechat.launch('pages/home/index');
  (await shows(wechat, 'pages/home/index', '写信给委员')).tap('写信给委员');
  (await shows(wechat, 'pages/write/index', '登录')).tap('登录');
  (await shows(wechat, 'pages/sign-in/index', '用微信登录')).tap('用微信登录');
  const screen = await shows(wechat, 'pages/write/index', '这是一件什么样的事？');
  screen.tap('诉求');
  await until(() => expect(screen.control('诉求').attribute('aria-checked')).toBe('true'));
  screen.tap('下一步');
  await shows(wechat, 'pages/write/index', '请把事情写下来');
  await fill(screen, '标题', title);
  await fill(screen, '内容', '村口的路灯坏了一个月，晚上看不清路，老人孩子都不敢出门，请帮忙反映修好。');
  screen.tap('下一步');
  await shows(wechat, 'pages/write/index', '专业领域');
  const suggested = screen.controls().find((control) => Screen.nameOf(control).includes('选这位'));
  screen.tap(suggested ? Screen.nameOf(suggested) : '选这位');
  await shows(wechat, 'pages/write/index', '给委员看的姓名');
  await fill(screen, '您的姓名', '测试群众');
  screen.tap('下一步');
  return shows(wechat, 'pages/write/index', '看一看，没问题就寄出');
}

describe('the mini-program as WeChat runs it', () => {
  it('opens the home page, named and with controls that a screen reader can name', async () => {
    const wechat = new Wechat(BUILD, api.url, 'home');
    const screen = wechat.launch('pages/home/index');
    await shows(wechat, 'pages/home/index', '演示环境');
    expect(wechat.title).toBe('连心桥');
    await until(() => expect(screen.controls().length).toBeGreaterThan(7));
    for (const control of screen.controls()) {
      expect(Screen.nameOf(control).trim()).not.toBe('');
      expect(control.events.has('tap')).toBe(true);
    }
    expect(screen.control('写信给委员').attribute('aria-role')).toBeDefined();
    const types = wechat.requests.map(({ headers }) => headers.Accept);
    expect(new Set(types)).toEqual(new Set(['application/json']));
  });

  it('opens every page of the main package without an error', async () => {
    for (const page of ['find', 'letters', 'notices', 'me', 'sign-in', 'settings', 'about', 'write']) {
      const wechat = new Wechat(BUILD, api.url, 'pages');
      const screen = wechat.launch(`pages/${page}/index`);
      await until(() => expect(screen.text.length).toBeGreaterThan(20));
      expect(wechat.title).not.toBe('');
    }
  });

  it('signs in with WeChat, writes a letter and sends it', async () => {
    const wechat = new Wechat(BUILD, api.url, 'writer');
    const screen = await write(wechat, '村口的路灯坏了一个月');
    screen.tap('寄出');
    const receipt = await shows(wechat, 'pages/sent/index', '来信 20');
    expect(receipt.text).toContain('信已寄出');
    const sent = wechat.requests.filter(({ method, path }) => method === 'POST' && path === '/api/v1/letters');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.headers['Idempotency-Key']).toMatch(/^[\w-]{8,64}$/);
    expect(sent[0]?.headers.Authorization).toMatch(/^Bearer /);
    receipt.tap('看看这封信');
    const letter = await shows(wechat, 'pages/letter/index', '村口的路灯坏了一个月');
    expect(letter.text).toContain('老人孩子都不敢出门');
  });

  it('keeps a letter while there is no network, and sends it once when the network is back', async () => {
    const wechat = new Wechat(BUILD, api.url, 'offline');
    const screen = await write(wechat, '下雨天桥头积水');
    wechat.setOnline(false);
    screen.tap('寄出');
    await until(() => expect([...wechat.storage.values()].join()).toContain('idempotencyKey'));
    expect(wechat.screen.route).toBe('pages/write/index');
    wechat.setOnline(true);
    await shows(wechat, 'pages/sent/index', '来信 20');
    const keys = wechat.requests
      .filter(({ method, path }) => method === 'POST' && path === '/api/v1/letters')
      .map(({ headers }) => headers['Idempotency-Key']);
    expect(new Set(keys).size).toBe(1);
    const token = wechat.requests.at(-1)?.headers.Authorization ?? '';
    const own = await fetch(`${api.url}/api/v1/letters`, { headers: { authorization: token } });
    expect(((await own.json()) as { items: unknown[] }).items).toHaveLength(1);
  });

  it('gives a draft back after WeChat has closed the mini-program', async () => {
    const before = new Wechat(BUILD, api.url, 'draft');
    await write(before, '写到一半的信');
    const after = new Wechat(BUILD, api.url, 'draft');
    for (const [key, value] of before.storage) after.storage.set(key, value);
    after.launch('pages/write/index');
    const screen = await shows(after, 'pages/write/index', '写到一半的信');
    expect(screen.text).toContain('上次没写完的信还在');
  });
});

/** A device on which one of the demonstration's people is signed in already. */
async function deviceOf(name: string, device: string): Promise<Wechat> {
  const accounts = await fetch(`${api.url}/api/v1/demonstration/accounts`);
  const { items } = (await accounts.json()) as { items: { id: string; name: string }[] };
  const answer = await fetch(`${api.url}/api/v1/sessions/demonstration`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ accountId: items.find((one) => one.name.startsWith(name))?.id }),
  });
  const wechat = new Wechat(BUILD, api.url, device);
  wechat.storage.set('lianxin.session', JSON.stringify({ state: { session: await answer.json() }, version: 1 }));
  return wechat;
}

describe('the mini-program in a member’s hands', () => {
  it.each([
    ['workbench', /向上反映/],
    ['opinions', /没有更多了|加载更多|还没有意见建议/],
    ['voices', /没有更多了|加载更多|还没有界别集体声音/],
    ['feedbacks', /没有更多了|加载更多|还没有反馈/],
    ['relays', /没有更多了|加载更多|没有要转告的/],
  ])('opens %s and shows what there is', async (page, words) => {
    const wechat = await deviceOf('林示范', `member-${page}`);
    wechat.launch(`member/${page}/index`);
    await until(() => expect(wechat.screen.text).toMatch(words));
  });

  it('begins an opinion, saves it while it is written, and says what is missing', async () => {
    const wechat = await deviceOf('林示范', 'member-opinion');
    const begin = wechat.launch('member/opinion-begin/index');
    await shows(wechat, 'member/opinion-begin/index', '写成哪一种？');
    begin.tap('提案');
    await until(() => expect(begin.control('提案').attribute('aria-checked')).toBe('true'));
    begin.tap('开始写');
    const editor = await shows(wechat, 'member/opinion-edit/index', '案由');
    await fill(editor, '标题', '关于修好村口路灯的提案');
    const saves = () => wechat.requests.filter(({ method }) => method === 'PATCH');
    await until(() => expect(saves()).toHaveLength(1));
    editor.tap('检查提交');
    expect((await shows(wechat, 'member/opinion-edit/index', '补好就能提交')).text).toContain('请写“理由”');
  });
});
