import { ROLE_NAMES, type RoleName } from '@lianxin/shared';
import sharp from 'sharp';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { createPerson, type Person } from '../../test/people.js';
import { PhotosService } from '../photos/photos.service.js';
import { Audit } from '../platform/audit/audit.js';
import { AuditEntry } from '../platform/audit/audit-entry.entity.js';
import { Database } from '../platform/database/database.js';
import { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { CONTENT_CHECKED, type ContentChecked } from './content-checked.js';
import { ContentChecks } from './content-checks.js';
import { mayModerate } from './moderation.policy.js';
import type { ContentSnapshot } from './moderation-items.js';
import { StoredModerationItem } from './stored-moderation-item.entity.js';

let test: TestApp;
let clerk: Person;
let otherClerk: Person;

beforeAll(async () => {
  test = await startTestApp();
  clerk = await createPerson(test, { name: '李文员', roles: ['office'] });
  otherClerk = await createPerson(test, { name: '王文员', roles: ['office'] });
});
afterAll(() => test.stop());
beforeEach(async () => {
  await test.app.get(Database).write((manager) => manager.clear(StoredModerationItem));
});

function snapshot(change: Partial<ContentSnapshot> = {}): ContentSnapshot {
  return {
    letterId: uuidv7(),
    reference: '来信 2026-000001',
    messageId: uuidv7(),
    author: 'writer',
    text: '村口的路灯坏了三天。',
    photoIds: [],
    ...change,
  };
}

async function appeal(content = snapshot(), words = '我说的都是事实。'): Promise<ContentSnapshot> {
  await test.app
    .get(Database)
    .write(() => test.app.get(ContentChecks).appeal({ ...content, words, ruleCode: 'abuse' }));
  return content;
}

async function report(content = snapshot()): Promise<ContentSnapshot> {
  await test.app.get(Database).write(() => test.app.get(ContentChecks).report({ ...content, words: '信里有辱骂。' }));
  return content;
}

function list(query = '', person = clerk) {
  return test.request('GET', `/moderation-items${query}`, { token: person.token });
}

function decide(id: string, body: object, person = clerk) {
  return test.request('POST', `/moderation-items/${id}/decide`, { token: person.token, body });
}

async function verdictsOn(messageId: string): Promise<ContentChecked[]> {
  const messages = await test.app.get(Database).read.findBy(OutboxMessage, { topic: CONTENT_CHECKED });
  return messages.map(({ payload }) => payload as ContentChecked).filter((verdict) => verdict.messageId === messageId);
}

function auditOf(action: string): Promise<AuditEntry[]> {
  return test.app.get(Database).read.find(AuditEntry, { where: { action }, order: { sequence: 'ASC' } });
}

describe('who may moderate', () => {
  const actor = (name: RoleName) => ({
    accountId: 'a',
    sessionId: 's',
    memberId: null,
    roles: [{ name, scopeId: null }],
  });

  it.each(ROLE_NAMES.map((name) => [name, name === 'office'] as const))('%s: %s', (name, allowed) => {
    expect(mayModerate(actor(name))).toBe(allowed);
  });

  it('no visitor, and the routes say so', async () => {
    expect(mayModerate(null)).toBe(false);
    const administrator = await createPerson(test, { roles: ['administrator'] });
    const id = uuidv7();
    for (const [method, path] of [
      ['GET', '/moderation-items'],
      ['GET', '/moderation-items/counts'],
      ['POST', `/moderation-items/${id}/decide`],
    ] as const) {
      expect((await test.request(method, path)).status).toBe(401);
      expect((await test.request(method, path, { token: administrator.token })).status).toBe(403);
    }
  });
});

describe('the queue', () => {
  it('shows what is judged, as it was when raised', async () => {
    const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#0a4' } })
      .png()
      .toBuffer();
    const photo = await test.app.get(PhotosService).upload(clerk, bytes);
    const content = await appeal(snapshot({ photoIds: [photo.id], author: 'member' }));
    const { status, body } = await list();
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        {
          id: expect.any(String),
          letterId: content.letterId,
          reference: content.reference,
          messageId: content.messageId,
          kind: 'appeal',
          author: 'member',
          text: content.text,
          photos: [{ ...photo, url: expect.any(String), thumbnailUrl: expect.any(String) }],
          ruleCode: 'abuse',
          rule: '含有辱骂攻击内容',
          words: '我说的都是事实。',
          raisedAt: expect.stringMatching(/\+08:00$/),
          state: 'open',
          decidedAt: null,
          decidedBy: null,
          decisionReason: null,
          version: 1,
        },
      ],
      nextCursor: null,
    });
  });

  it('takes one open item for each message, and another after a decision', async () => {
    const content = await appeal();
    await expect(appeal(content)).rejects.toMatchObject({ status: 409 });
    await expect(report(content)).rejects.toMatchObject({ status: 409 });
    const [{ id, version }] = (await list()).body.items;
    await decide(id, { decision: 'pass', version });
    await report(content);
    expect((await test.request('GET', '/moderation-items/counts', { token: clerk.token })).body).toEqual({ open: 1 });
  });

  it('is oldest first, page by page, and by kind; what is decided comes latest first', async () => {
    const raised: string[] = [];
    for (let n = 0; n < 5; n++) {
      const { messageId } = n % 2 ? await report() : await appeal();
      raised.push(messageId);
      test.clock.set(new Date(test.clock.now().getTime() + 1000));
    }
    const messagesOf = (body: { items: { messageId: string }[] }) => body.items.map(({ messageId }) => messageId);
    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.body.nextCursor}`);
    const third = await list(`?limit=2&cursor=${second.body.nextCursor}`);
    expect([first, second, third].flatMap(({ body }) => messagesOf(body))).toEqual(raised);
    expect(third.body.nextCursor).toBeNull();
    expect(messagesOf((await list('?kind=report')).body)).toEqual([raised[1], raised[3]]);

    for (const { id } of (await list()).body.items) {
      await decide(id, { decision: 'pass', version: 1 });
      test.clock.set(new Date(test.clock.now().getTime() + 1000));
    }
    const newest = await list('?state=decided&limit=3');
    const rest = await list(`?state=decided&limit=3&cursor=${newest.body.nextCursor}`);
    expect([newest, rest].flatMap(({ body }) => messagesOf(body))).toEqual(raised.toReversed());
    expect((await list()).body.items).toEqual([]);
  });

  it.each(['?state=all', '?kind=other', '?cursor=abc', '?limit=0', '?other=1'])('refuses %s', async (query) => {
    expect((await list(query)).status).toBe(422);
  });

  it('refuses a cursor whose time is none', async () => {
    const cursor = Buffer.from(JSON.stringify(['yesterday', 'x'])).toString('base64url');
    expect((await list(`?cursor=${cursor}`)).body.code).toBe('cursor_invalid');
  });

  it('records each page of texts looked at, and nothing for an empty one', async () => {
    await list();
    const before = (await auditOf('moderation_texts_seen')).length;
    const content = await appeal();
    await list();
    const entries = await auditOf('moderation_texts_seen');
    expect(entries).toHaveLength(before + 1);
    expect(entries.at(-1)).toMatchObject({ accountId: clerk.accountId });
    expect(entries.at(-1)?.facts).toContain(content.letterId);
    expect(entries.at(-1)?.facts).not.toContain(content.text);
    expect(await test.app.get(Audit).verify()).toBeNull();
  });
});

describe('a decision', () => {
  it('to pass gives the verdict of the office, on record', async () => {
    const { messageId, letterId } = await appeal();
    const [{ id, version }] = (await list()).body.items;
    const { status, body } = await decide(id, { decision: 'pass', version });
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'passed', decidedBy: '李文员', ruleCode: null, rule: null, version: 2 });
    expect(await verdictsOn(messageId)).toEqual([
      { letterId, messageId, verdict: 'pass', ruleCode: null, by: 'office', kind: 'appeal', reason: null },
    ]);
    const entry = (await auditOf('moderation_decided')).at(-1);
    expect(entry).toMatchObject({ accountId: clerk.accountId, subjectKind: 'letter', subjectId: letterId });
  });

  it('to withhold names the rule and tells the reason', async () => {
    const { messageId } = await report();
    const [{ id, version }] = (await list()).body.items;
    const reason = '信中第二段辱骂他人。';
    const { body } = await decide(id, { decision: 'withhold', ruleCode: 'abuse', reason, version });
    expect(body).toMatchObject({ state: 'withheld', ruleCode: 'abuse', decisionReason: reason });
    expect(await verdictsOn(messageId)).toMatchObject([
      { verdict: 'withhold', ruleCode: 'abuse', by: 'office', kind: 'report', reason },
    ]);
  });

  it('to withhold keeps the rule that was applied before, unless another is named', async () => {
    const { messageId } = await appeal();
    const [{ id, version }] = (await list()).body.items;
    await decide(id, { decision: 'withhold', reason: '维持原判断。', version });
    expect(await verdictsOn(messageId)).toMatchObject([{ ruleCode: 'abuse' }]);
  });

  it.each([
    ['no reason', { decision: 'withhold', ruleCode: 'abuse' }, 'reason'],
    ['an empty reason', { decision: 'withhold', ruleCode: 'abuse', reason: ' ' }, 'reason'],
    ['no rule', { decision: 'withhold', reason: '不妥。' }, 'ruleCode'],
    ['an unknown rule', { decision: 'withhold', reason: '不妥。', ruleCode: 'bad' }, 'ruleCode'],
    ['an unknown decision', { decision: 'delete' }, 'decision'],
    ['too long a reason', { decision: 'pass', reason: '字'.repeat(501) }, 'reason'],
  ])('with %s is refused and changes nothing', async (_, input, field) => {
    const { messageId } = await report();
    const [{ id, version }] = (await list()).body.items;
    const { status, body } = await decide(id, { ...input, version });
    expect(status).toBe(422);
    expect(body.errors[0].field).toBe(field);
    expect((await list()).body.items).toMatchObject([{ id, state: 'open', version }]);
    expect(await verdictsOn(messageId)).toEqual([]);
  });

  it('on nothing, or on the basis of another version, is refused', async () => {
    await appeal();
    const [{ id }] = (await list()).body.items;
    expect((await decide(uuidv7(), { decision: 'pass', version: 1 })).status).toBe(404);
    expect((await decide(id, { decision: 'pass', version: 7 })).status).toBe(409);
    expect((await decide(id, { decision: 'pass' })).status).toBe(422);
  });

  it('of two clerks at the same moment counts once; the second is told what the first decided', async () => {
    for (let round = 0; round < 5; round++) {
      const { messageId } = await appeal();
      const [{ id, version }] = (await list()).body.items;
      const replies = await Promise.all([
        decide(id, { decision: 'pass', version }),
        decide(id, { decision: 'withhold', reason: '不妥。', version }, otherClerk),
      ]);
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
      const winner = replies.find(({ status }) => status === 200);
      const loser = replies.find(({ status }) => status === 409);
      expect(loser?.body).toMatchObject({
        code: 'version_conflict',
        current: { state: winner?.body.state, decidedBy: winner?.body.decidedBy },
      });
      expect(await verdictsOn(messageId)).toHaveLength(1);
    }
  });
});
