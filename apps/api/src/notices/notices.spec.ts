import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demonstrationOpenid } from '../../stand-in/people.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { createPerson, type Person } from '../../test/people.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { NOTICE_SUBSCRIBE } from './notice-delivery.js';
import { NOTICE_DELIVER, NoticesService, type NoticeToSend } from './notices.service.js';

const LETTER_ID = '01900000-0000-7000-8000-000000000001';

let test: TestApp;
let person: Person;
let openid: string;
let people = 0;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());
beforeEach(async () => {
  people += 1;
  openid = demonstrationOpenid(`reader${people}`);
  person = await createPerson(test, { openid });
  test.wechat.sent.length = 0;
});
afterEach(() => {
  test.wechat.trouble = 'none';
});

async function notify(change: Partial<NoticeToSend> = {}): Promise<void> {
  await test.app.get(Database).write(() =>
    test.app.get(NoticesService).notify({
      accountId: person.accountId,
      kind: 'letter_answered',
      title: '您的来信有了回复',
      text: '委员回复了您的来信《路灯坏了》。',
      letterId: LETTER_ID,
      as: 'writer',
      dedupeKey: uuidv7(),
      template: 'letter_answered',
      fields: { reference: '来信 2026-000123', subject: '村口的路灯坏了三天，晚上走路很不方便，希望修理' },
      ...change,
    }),
  );
}

function list(query = '', reader = person) {
  return test.request('GET', `/notices${query}`, { token: reader.token });
}

async function unread(reader = person): Promise<number> {
  return (await test.request('GET', '/notices/counts', { token: reader.token })).body.unread;
}

async function consent(...templates: string[]) {
  const answers = templates.map((template) => ({ template, accepted: true }));
  return test.request('POST', '/notice-consents', { token: person.token, body: { answers } });
}

async function remaining(template = 'letter_answered'): Promise<number> {
  const { body } = await test.request('GET', '/notice-consents', { token: person.token });
  return body.items.find((item: { template: string }) => item.template === template).remaining;
}

async function waitingOn(topic: string): Promise<OutboxMessage[]> {
  return test.app.get(Database).read.findBy(OutboxMessage, { topic, status: 'waiting' });
}

/** Runs a handler without settling the message: what a dispatcher does that is killed right after. */
async function handleAndDie(topic: string): Promise<void> {
  const handle = test.app.get(Outbox).handlerOf(topic);
  for (const message of await waitingOn(topic)) await handle(message.payload as never, message);
}

function secondsLater(seconds: number): void {
  test.clock.set(new Date(test.clock.now().getTime() + seconds * 1000));
}

describe('notices in the app', () => {
  it('tell what happened and lead to the letter', async () => {
    await notify();
    await test.settle();
    expect((await list()).body).toEqual({
      items: [
        {
          id: expect.any(String),
          kind: 'letter_answered',
          title: '您的来信有了回复',
          text: '委员回复了您的来信《路灯坏了》。',
          letterId: LETTER_ID,
          aboutKind: null,
          aboutId: null,
          as: 'writer',
          at: expect.stringMatching(/\+08:00$/),
          readAt: null,
        },
      ],
      nextCursor: null,
    });
    expect(await unread()).toBe(1);
  });

  it('lead to other things than letters', async () => {
    const about = { kind: 'opinion', id: LETTER_ID } as const;
    await notify({ letterId: null, about, as: 'author', template: undefined, dedupeKey: 'opinion:1' });
    await test.settle();
    expect((await list()).body.items[0]).toMatchObject({
      letterId: null,
      aboutKind: 'opinion',
      aboutId: LETTER_ID,
      as: 'author',
    });
  });

  it('carry the time of the event, not of the delivery', async () => {
    const before = test.clock.now().getTime();
    await notify();
    secondsLater(3600);
    await test.settle();
    const [{ at }] = (await list()).body.items;
    expect(Math.abs(new Date(at).getTime() - before)).toBeLessThan(5000);
  });

  it('come with the change that they tell of, or not at all', async () => {
    const failing = test.app.get(Database).write(async () => {
      await notify();
      throw new Error('the answer could not be stored');
    });
    await expect(failing).rejects.toThrow();
    await test.settle();
    expect(await unread()).toBe(0);
  });

  it('come once for an event, however often it is told', async () => {
    await notify({ dedupeKey: 'answered:1' });
    await notify({ dedupeKey: 'answered:1' });
    await notify({ dedupeKey: 'answered:2' });
    await test.settle();
    expect(await unread()).toBe(2);
  });

  it('with the same key reach two people', async () => {
    const other = await createPerson(test);
    await notify({ dedupeKey: 'answered:3' });
    await notify({ dedupeKey: 'answered:3', accountId: other.accountId });
    await test.settle();
    expect([await unread(), await unread(other)]).toEqual([1, 1]);
  });

  it('are newest first, page by page', async () => {
    for (let n = 1; n <= 5; n++) {
      await notify({ title: `第 ${n} 条` });
      secondsLater(1);
    }
    await test.settle();
    const titlesOf = (body: { items: { title: string }[] }) => body.items.map(({ title }) => title);
    const first = await list('?limit=3');
    const second = await list(`?limit=3&cursor=${first.body.nextCursor}`);
    expect(titlesOf(first.body)).toEqual(['第 5 条', '第 4 条', '第 3 条']);
    expect(titlesOf(second.body)).toEqual(['第 2 条', '第 1 条']);
    expect(second.body.nextCursor).toBeNull();
  });

  it('at the same moment are paged without loss', async () => {
    const at = test.clock.now().toISOString();
    for (let n = 0; n < 5; n++) {
      const notice = { accountId: person.accountId, kind: 'k', title: `${n}`, text: 't', dedupeKey: `${n}`, at };
      await test.app.get(Outbox).emit(NOTICE_DELIVER, notice);
    }
    await test.settle();
    const seen = new Set<string>();
    let cursor = '';
    do {
      const { body } = await list(`?limit=2${cursor && `&cursor=${cursor}`}`);
      for (const { id } of body.items) seen.add(id);
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen.size).toBe(5);
  });

  it('are marked as read, one and all', async () => {
    for (let n = 0; n < 3; n++) await notify();
    await test.settle();
    const [{ id }] = (await list()).body.items;
    const read = await test.request('POST', `/notices/${id}/read`, { token: person.token });
    expect(read.status).toBe(200);
    expect(read.body.readAt).not.toBeNull();
    secondsLater(60);
    const again = await test.request('POST', `/notices/${id}/read`, { token: person.token });
    expect(again.body.readAt).toBe(read.body.readAt);
    expect((await list('?unread=true')).body.items).toHaveLength(2);
    expect((await list('?unread=false')).body.items).toMatchObject([{ id }]);
    const all = await test.request('POST', '/notices/read-all', { token: person.token });
    expect(all.body).toEqual({ unread: 0 });
    expect((await list()).body.items).toHaveLength(3);
    expect((await list('?unread=true')).body.items).toEqual([]);
  });

  it("are one's own", async () => {
    const other = await createPerson(test);
    await notify();
    await test.settle();
    const [{ id }] = (await list()).body.items;
    expect((await test.request('POST', `/notices/${id}/read`, { token: other.token })).status).toBe(404);
    await test.request('POST', '/notices/read-all', { token: other.token });
    expect((await list('', other)).body.items).toEqual([]);
    expect(await unread()).toBe(1);
    for (const path of ['/notices', '/notices/counts', '/notice-consents']) {
      expect((await test.request('GET', path)).status).toBe(401);
    }
  });

  it.each(['?unread=yes', '?limit=101', '?cursor=!', '?page=2'])('refuses %s', async (query) => {
    expect((await list(query)).status).toBe(422);
  });
});

describe('subscribe messages', () => {
  async function agree(count = 1): Promise<void> {
    for (let n = 0; n < count; n++) await consent('letter_answered');
    test.wechat.people.consent(openid, 'letter-answered', count);
  }

  it('go out within the limits of WeChat, one for each consent', async () => {
    await agree();
    await notify();
    await notify();
    await test.settle();
    expect(test.wechat.sent).toEqual([
      {
        openid,
        templateId: 'letter-answered',
        page: `pages/letter/index?id=${LETTER_ID}`,
        data: {
          character_string1: '2026-000123',
          thing2: '村口的路灯坏了三天，晚上走路很不方便，…',
          time3: expect.stringMatching(/^\d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}$/),
          thing4: '您的来信有了回复',
        },
      },
    ]);
    expect(await remaining()).toBe(0);
    expect(await unread()).toBe(2);
  });

  it('are not tried without the own count, nor for who has no WeChat', async () => {
    test.wechat.people.consent(openid, 'letter-answered');
    await notify();
    const stranger = await createPerson(test);
    await test.request('POST', '/notice-consents', {
      token: stranger.token,
      body: { answers: [{ template: 'letter_answered', accepted: true }] },
    });
    await notify({ accountId: stranger.accountId });
    await test.settle();
    expect(test.wechat.sent).toEqual([]);
    expect([await unread(), await unread(stranger)]).toEqual([1, 1]);
  });

  it('bring the count to nothing when WeChat knows of no consent', async () => {
    for (let n = 0; n < 3; n++) await consent('letter_answered');
    await notify();
    await test.settle();
    expect(await remaining()).toBe(0);
    expect(await waitingOn(NOTICE_SUBSCRIBE)).toEqual([]);
  });

  it.each(['busy', 'unreachable'] as const)('wait while WeChat is %s', async (trouble) => {
    await agree();
    await notify();
    test.wechat.trouble = trouble;
    for (let tries = 0; tries < 15; tries++) {
      await test.settle();
      secondsLater(3700);
    }
    expect(await unread()).toBe(1);
    expect(test.wechat.sent).toEqual([]);
    test.wechat.trouble = 'none';
    await test.settle();
    expect(test.wechat.sent).toHaveLength(1);
    expect(await remaining()).toBe(0);
  });

  it('never cut a character in two and take titles of line breaks', async () => {
    await agree();
    await notify({ fields: { reference: '来信 2026-000124', subject: `${'字'.repeat(18)}𠮷𠮷\n尾` } });
    await test.settle();
    expect(test.wechat.sent[0]?.data.thing2).toBe(`${'字'.repeat(18)}…`);
  });
});

describe('a dispatcher killed', () => {
  it('after the notice was written and before that is noted doubles and loses nothing', async () => {
    await consent('letter_answered');
    test.wechat.people.consent(openid, 'letter-answered');
    await notify();
    await handleAndDie(NOTICE_DELIVER);
    await handleAndDie(NOTICE_DELIVER);
    await test.settle();
    expect(await unread()).toBe(1);
    expect(test.wechat.sent).toHaveLength(1);
  });

  it('between two handlers at the same moment', async () => {
    await notify();
    await Promise.all([handleAndDie(NOTICE_DELIVER), handleAndDie(NOTICE_DELIVER)]);
    await test.settle();
    expect(await unread()).toBe(1);
  });

  it('after the message was sent and noted does not send it again', async () => {
    for (let n = 0; n < 2; n++) await consent('letter_answered');
    test.wechat.people.consent(openid, 'letter-answered', 2);
    await notify();
    await handleAndDie(NOTICE_DELIVER);
    await handleAndDie(NOTICE_SUBSCRIBE);
    await test.settle();
    expect(test.wechat.sent).toHaveLength(1);
    expect(await remaining()).toBe(1);
  });

  it('before it has handled anything loses nothing: the lease ends and another takes over', async () => {
    await notify();
    const [message] = await waitingOn(NOTICE_DELIVER);
    const leaseUntil = new Date(test.clock.now().getTime() + 60_000);
    await test.app
      .get(Database)
      .write((manager) =>
        manager.update(OutboxMessage, { id: message?.id }, { leaseToken: uuidv7(), availableAt: leaseUntil }),
      );
    await test.settle();
    expect(await unread()).toBe(0);
    secondsLater(61);
    await test.settle();
    expect(await unread()).toBe(1);
  });
});
