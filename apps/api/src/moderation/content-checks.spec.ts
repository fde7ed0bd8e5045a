import sharp from 'sharp';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MARKED_WORDS } from '../../stand-in/judgement.js';
import { demonstrationOpenid } from '../../stand-in/people.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { createPerson, type Person } from '../../test/people.js';
import { PhotosService } from '../photos/photos.service.js';
import { Database } from '../platform/database/database.js';
import { Dispatcher } from '../platform/outbox/dispatcher.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { MEDIA_CHECKED } from '../wechat/media-checked.js';
import { CheckedContent } from './checked-content.entity.js';
import { CheckedContentsPurge } from './checked-contents-purge.js';
import { ContentCheck } from './content-check.entity.js';
import { CONTENT_CHECKED, type ContentChecked } from './content-checked.js';
import { CONTENT_CHECK, ContentChecks, type ContentToCheck } from './content-checks.js';
import { StoredModerationItem } from './stored-moderation-item.entity.js';

let test: TestApp;
let writer: Person;
let photographed = 0;

beforeAll(async () => {
  test = await startTestApp();
  writer = await createPerson(test, { name: '张建国', openid: demonstrationOpenid('zhang') });
});
afterAll(() => test.stop());
afterEach(async () => {
  test.wechat.trouble = 'none';
  test.wechat.pictures.timing = 'later';
  await test.settle();
});

async function photo(colour: string): Promise<string> {
  photographed += 1;
  const bytes = await sharp({ create: { width: 40 + photographed, height: 30, channels: 3, background: colour } })
    .png()
    .toBuffer();
  return (await test.app.get(PhotosService).upload(writer, bytes)).id;
}

/** Asks for a message to be checked, as the mailbox does. */
async function request(change: Partial<ContentToCheck> = {}): Promise<ContentToCheck> {
  const content: ContentToCheck = {
    letterId: uuidv7(),
    reference: '来信 2026-000001',
    messageId: uuidv7(),
    author: 'writer',
    accountId: writer.accountId,
    title: '路灯坏了',
    text: '村口的路灯坏了三天。',
    photoIds: [],
    ...change,
  };
  await test.app.get(Database).write(() => test.app.get(ContentChecks).request(content));
  return content;
}

async function outboxOf(topic: string): Promise<OutboxMessage[]> {
  return test.app.get(Database).read.find(OutboxMessage, { where: { topic }, order: { id: 'ASC' } });
}

async function verdictsOn(messageId: string): Promise<ContentChecked[]> {
  const messages = await outboxOf(CONTENT_CHECKED);
  return messages.map(({ payload }) => payload as ContentChecked).filter((verdict) => verdict.messageId === messageId);
}

function itemsOn(messageId: string): Promise<StoredModerationItem[]> {
  return test.app.get(Database).read.findBy(StoredModerationItem, { messageId });
}

function minutesLater(minutes: number): void {
  test.clock.set(new Date(test.clock.now().getTime() + minutes * 60_000));
}

describe('texts', () => {
  it('pass', async () => {
    const { messageId, letterId } = await request();
    await test.settle();
    expect(await verdictsOn(messageId)).toEqual([
      { letterId, messageId, verdict: 'pass', ruleCode: null, by: 'system', kind: null, reason: null },
    ]);
    expect(await itemsOn(messageId)).toEqual([]);
  });

  const risky = Object.entries(MARKED_WORDS).filter(([, { suggest }]) => suggest === 'risky');
  it.each(risky)('with %s are withheld by their rule', async (word) => {
    const { messageId } = await request({ text: `这里有${word}` });
    await test.settle();
    expect(await verdictsOn(messageId)).toMatchObject([{ verdict: 'withhold', by: 'system', reason: null }]);
  });

  it('are withheld for their title', async () => {
    const { messageId } = await request({ title: '演示辱骂词' });
    await test.settle();
    expect(await verdictsOn(messageId)).toMatchObject([{ verdict: 'withhold', ruleCode: 'abuse' }]);
  });

  it('that WeChat is not sure of go to the office, with their title', async () => {
    const { messageId, letterId } = await request({ text: '演示待审词' });
    await test.settle();
    expect(await verdictsOn(messageId)).toEqual([]);
    expect(await itemsOn(messageId)).toMatchObject([
      { kind: 'review', state: 'open', letterId, ruleCode: 'other', text: '路灯坏了\n演示待审词', author: 'writer' },
    ]);
  });

  it('of rare characters, longer than WeChat takes at once, are checked to the end', async () => {
    const { messageId } = await request({ text: `${'𠮷'.repeat(1990)}演示辱骂词` });
    const harmless = await request({ text: '𠮷'.repeat(2000) });
    await test.settle();
    expect(await verdictsOn(messageId)).toMatchObject([{ verdict: 'withhold', ruleCode: 'abuse' }]);
    expect(await verdictsOn(harmless.messageId)).toMatchObject([{ verdict: 'pass' }]);
  });

  it('are checked once, however often it is asked for', async () => {
    const content = await request();
    await request(content);
    await test.settle();
    await test.app.get(Outbox).emit(CONTENT_CHECK, { messageId: content.messageId });
    await test.settle();
    expect(await verdictsOn(content.messageId)).toHaveLength(1);
  });

  it('are not asked to be checked when the change that holds them fails', async () => {
    const messageId = uuidv7();
    const failing = test.app.get(Database).write(async () => {
      await test.app.get(ContentChecks).request({ ...(await contentOf(messageId)) });
      throw new Error('the letter could not be stored');
    });
    await expect(failing).rejects.toThrow('could not be stored');
    await test.settle();
    expect(await verdictsOn(messageId)).toEqual([]);
  });
});

async function contentOf(messageId: string): Promise<ContentToCheck> {
  return {
    letterId: uuidv7(),
    reference: '来信 2026-000002',
    messageId,
    author: 'writer',
    accountId: writer.accountId,
    text: '文字',
    photoIds: [],
  };
}

describe('who cannot be checked by machine', () => {
  it('has no WeChat account: the office decides', async () => {
    const clerk = await createPerson(test, { name: '李文员' });
    const { messageId } = await request({ accountId: clerk.accountId, author: 'member' });
    await test.settle();
    expect(await verdictsOn(messageId)).toEqual([]);
    expect(await itemsOn(messageId)).toMatchObject([{ kind: 'unchecked', author: 'member', ruleCode: null }]);
  });

  it('has not used the mini-program for two hours: the office decides', async () => {
    const { body } = await test.request('POST', '/sessions/wechat', {
      body: { code: test.wechat.people.loginCode() },
    });
    minutesLater(121);
    const { messageId } = await request({ accountId: body.account.id });
    await test.settle();
    expect(await itemsOn(messageId)).toMatchObject([{ kind: 'unchecked' }]);
  });
});

describe('WeChat being down', () => {
  it.each(['busy', 'unreachable'] as const)('(%s) delays, never drops', async (trouble) => {
    test.wechat.trouble = trouble;
    const { messageId } = await request();
    for (let tries = 0; tries < 20; tries++) {
      await test.settle();
      minutesLater(61);
    }
    expect(await verdictsOn(messageId)).toEqual([]);
    expect(await itemsOn(messageId)).toEqual([]);
    test.wechat.trouble = 'none';
    await test.settle();
    expect(await verdictsOn(messageId)).toMatchObject([{ verdict: 'pass' }]);
  });

  it('for photos leaves the text checked and goes on from there', async () => {
    const photoIds = [await photo('#00aa44')];
    test.wechat.perMinute.set('/wxa/media_check_async', 0);
    const { messageId } = await request({ photoIds });
    await test.settle();
    const texts = () => test.wechat.calls.filter((path) => path === '/wxa/msg_sec_check').length;
    const before = texts();
    test.wechat.perMinute.clear();
    minutesLater(2);
    await test.settle();
    expect(texts()).toBe(before);
    expect(await verdictsOn(messageId)).toMatchObject([{ verdict: 'pass' }]);
  });
});

describe('photos', () => {
  it('pass when all do, fetched by WeChat from their signed address', async () => {
    const photoIds = [await photo('#00aa44'), await photo('#ffffff'), await photo('#222222')];
    const { messageId } = await request({ photoIds });
    await test.settle();
    expect(await verdictsOn(messageId)).toMatchObject([{ verdict: 'pass' }]);
  });

  it('are withheld when one is risky', async () => {
    const photoIds = [await photo('#00aa44'), await photo('#ff0000')];
    const { messageId } = await request({ photoIds });
    await test.settle();
    expect(await verdictsOn(messageId)).toMatchObject([{ verdict: 'withhold', ruleCode: 'pornography', by: 'system' }]);
  });

  it('go to the office when one is in doubt and none is risky', async () => {
    const photoIds = [await photo('#0000ff'), await photo('#00aa44')];
    const { messageId } = await request({ photoIds });
    await test.settle();
    expect(await verdictsOn(messageId)).toEqual([]);
    expect(await itemsOn(messageId)).toMatchObject([{ kind: 'review', ruleCode: 'vulgarity', photoIds }]);
  });

  it('are waited for: a text that passes is not enough', async () => {
    test.wechat.pictures.timing = 'held';
    const { messageId } = await request({ photoIds: [await photo('#00aa44')] });
    await test.settle();
    expect(await verdictsOn(messageId)).toEqual([]);
    await test.wechat.pictures.release();
    await test.settle();
    expect(await verdictsOn(messageId)).toMatchObject([{ verdict: 'pass' }]);
  });

  it('bear a result that comes before its trace id is known', async () => {
    test.wechat.pictures.timing = 'early';
    const { messageId } = await request({ photoIds: [await photo('#00aa44')] });
    await test.settle();
    minutesLater(1);
    await test.settle();
    expect(await verdictsOn(messageId)).toMatchObject([{ verdict: 'pass' }]);
  });

  it('bear a result for a trace id that is not known yet, at the worst moment', async () => {
    test.wechat.pictures.timing = 'never';
    const { messageId } = await request({ photoIds: [await photo('#00aa44')] });
    await test.wechat.pictures.push('trace-early', { suggest: 'risky', label: 20002 });
    await test.settle();
    const { read } = test.app.get(Database);
    expect(await read.findBy(ContentCheck, { messageId, state: 'waiting' })).toHaveLength(1);
    await test.app
      .get(Database)
      .write((manager) => manager.update(ContentCheck, { messageId, state: 'waiting' }, { traceId: 'trace-early' }));
    minutesLater(1);
    await test.settle();
    expect(await verdictsOn(messageId)).toMatchObject([{ verdict: 'withhold', ruleCode: 'pornography' }]);
  });

  it('bear a result that comes twice, and one that changes its mind: the first counts', async () => {
    test.wechat.pictures.timing = 'never';
    const { messageId } = await request({ photoIds: [await photo('#00aa44')] });
    await test.settle();
    const check = await test.app.get(Database).read.findOneByOrFail(ContentCheck, { messageId, state: 'waiting' });
    for (const label of [100, 100, 20002]) {
      await test.wechat.pictures.push(check.traceId ?? '', { suggest: label === 100 ? 'pass' : 'risky', label });
    }
    await test.settle();
    expect(await verdictsOn(messageId)).toMatchObject([{ verdict: 'pass' }]);
  });

  it('are forgotten results of nobody after a while', async () => {
    await test.wechat.pictures.push('trace-of-nobody', { suggest: 'pass', label: 100 });
    await test.settle();
    minutesLater(15);
    await test.settle();
    const waiting = (await outboxOf(MEDIA_CHECKED)).filter(({ status }) => status === 'waiting');
    expect(waiting).toEqual([]);
  });

  it('without a result for 30 minutes are asked for again', async () => {
    test.wechat.pictures.timing = 'never';
    const { messageId } = await request({ photoIds: [await photo('#00aa44')] });
    await test.settle();
    minutesLater(29);
    await test.settle();
    const asked = () => test.wechat.calls.filter((path) => path === '/wxa/media_check_async').length;
    const before = asked();
    test.wechat.pictures.timing = 'later';
    minutesLater(2);
    await test.settle();
    expect(asked()).toBe(before + 1);
    expect(await verdictsOn(messageId)).toMatchObject([{ verdict: 'pass' }]);
  });

  it('that WeChat could not fetch are asked for again', async () => {
    test.wechat.pictures.timing = 'never';
    const { messageId } = await request({ photoIds: [await photo('#00aa44')] });
    await test.settle();
    const check = await test.app.get(Database).read.findOneByOrFail(ContentCheck, { messageId, state: 'waiting' });
    await test.wechat.pictures.push(check.traceId ?? '', null);
    await test.settle();
    expect(await verdictsOn(messageId)).toEqual([]);
    test.wechat.pictures.timing = 'later';
    minutesLater(31);
    await test.settle();
    expect(await verdictsOn(messageId)).toMatchObject([{ verdict: 'pass' }]);
  });

  it('whose results come at the same moment bring one verdict', async () => {
    test.wechat.pictures.timing = 'never';
    const photoIds = await Promise.all(Array.from({ length: 4 }, () => photo('#00aa44')));
    const { messageId } = await request({ photoIds });
    await test.settle();
    const checks = await test.app.get(Database).read.findBy(ContentCheck, { messageId, state: 'waiting' });
    for (const { traceId } of checks) {
      await test.wechat.pictures.push(traceId ?? '', { suggest: 'pass', label: 100 });
    }
    const results = (await outboxOf(MEDIA_CHECKED)).filter(({ status }) => status === 'waiting');
    const handle = test.app.get(Outbox).handlerOf(MEDIA_CHECKED);
    await Promise.all(results.map((message) => handle(message.payload as never, message)));
    expect(await verdictsOn(messageId)).toMatchObject([{ verdict: 'pass' }]);
  });
});

describe('a dispatcher that is killed', () => {
  it('after asking WeChat and before saying so asks again, and one verdict comes', async () => {
    const { messageId } = await request({ photoIds: [await photo('#00aa44')] });
    const handle = test.app.get(Outbox).handlerOf(CONTENT_CHECK);
    const [message] = (await outboxOf(CONTENT_CHECK)).filter(
      ({ payload }) => (payload as { messageId: string }).messageId === messageId,
    );
    if (!message) throw new Error('nothing was asked for');
    await handle(message.payload as never, message);
    await test.app.get(Dispatcher).drain();
    await test.settle();
    expect(await verdictsOn(messageId)).toMatchObject([{ verdict: 'pass' }]);
  });
});

describe('copies of messages', () => {
  it('go 30 days after, once they have a verdict', async () => {
    const passed = await request();
    const open = await request({ text: '演示待审词' });
    await test.settle();
    const kept = () =>
      test.app.get(Database).read.findBy(
        CheckedContent,
        [passed, open].map(({ messageId }) => ({ messageId })),
      );
    const purge = () => test.app.get(CheckedContentsPurge).purge();
    test.clock.advanceDays(29);
    await purge();
    expect(await kept()).toHaveLength(2);
    test.clock.advanceDays(2);
    await purge();
    expect(await kept()).toMatchObject([{ messageId: open.messageId, state: 'office' }]);
    expect(await test.app.get(Database).read.findBy(ContentCheck, { messageId: passed.messageId })).toEqual([]);
  });
});
