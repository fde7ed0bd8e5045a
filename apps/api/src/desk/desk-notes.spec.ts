import type { SubmissionKind } from '@lianxin/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPerson, type Person } from '../../test/people.js';
import { VoiceWorld } from '../../test/voices.js';
import { Database } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { DeskPresence } from './desk-presence.entity.js';

let world: VoiceWorld;
let colleague: Person;
let opinionId: string;
beforeAll(async () => {
  world = await VoiceWorld.start();
  colleague = await createPerson(world.test, { name: '办公室同事', roles: ['office'] });
  opinionId = await world.handedIn(world.author, { desk: 'office' });
}, 120_000);
afterAll(() => world.test.stop());

const path = (id: string, what: string, kind: SubmissionKind = 'opinion') => `/desk/submissions/${kind}/${id}/${what}`;
const write = (by: Person, text: string, id = opinionId, kind?: SubmissionKind) =>
  world.test.request('POST', path(id, 'notes', kind), { token: by.token, body: { text } });
const read = (by: Person, id = opinionId, kind?: SubmissionKind) =>
  world.test.request('GET', path(id, 'notes', kind), { token: by.token });
const say = (by: Person, id = opinionId) => world.test.request('PUT', path(id, 'presence'), { token: by.token });

/** Everybody who does not sit at the office's desk. */
const outsiders = () =>
  [
    ['a constituent', world.letters.writer, 403],
    ['its author', world.author, 403],
    ['another member', world.stranger, 403],
    ['a leader', world.leader, 403],
    ['member affairs', world.letters.memberAffairs, 403],
    ['a convener', world.convener, 404],
    ['committee staff', world.committeeStaff, 404],
  ] as const;

describe('notes of a desk', () => {
  test('are read by the colleagues, oldest first, with who wrote them', async () => {
    expect((await write(world.office, '先问一下住建局。')).status).toBe(201);
    await write(colleague, '已问，下周答复。');
    const { body } = await read(colleague);
    expect(body.items.map(({ authorName, self, text }: Record<string, unknown>) => [authorName, self, text])).toEqual([
      ['办公室', false, '先问一下住建局。'],
      ['办公室同事', true, '已问，下周答复。'],
    ]);
  });

  test('are for nobody else, and stand in nothing that others read', async () => {
    for (const [who, person, status] of outsiders()) {
      expect([who, (await read(person)).status, (await write(person, '旁人')).status]).toEqual([who, status, status]);
    }
    const { body } = await world.test.request('GET', `/opinions/${opinionId}`, { token: world.author.token });
    expect(JSON.stringify(body)).not.toContain('住建局');
    const { body: asOffice } = await world.test.request('GET', `/opinions/${opinionId}`, { token: world.office.token });
    expect(JSON.stringify(asOffice)).not.toContain('住建局');
  });

  test('stay with the desk that wrote them when the opinion is passed on to a member or back', async () => {
    const id = await world.handedIn(world.author, { desk: 'office' });
    await write(world.office, '办公室内部的话。', id);
    await world.opinion(world.office, id, 'pass-on', { desk: 'sector_group', reason: '请界别先研究。' });
    expect((await read(world.office, id)).status).toBe(404);
    expect((await read(world.convener, id)).body.items).toEqual([]);
    await write(world.convener, '召集人的话。', id);
    await world.opinion(world.convener, id, 'pass-on', { desk: 'office', reason: '涉及多个部门。' });
    const { body } = await read(world.office, id);
    expect(body.items.map(({ text }: { text: string }) => text)).toEqual(['办公室内部的话。']);
  });

  test('on a sector voice are the office’s, not its convener’s', async () => {
    const id = await world.voiceIn('submitted');
    expect((await write(world.office, '文字再核一遍。', id, 'sector_voice')).status).toBe(201);
    expect((await read(world.office, id, 'sector_voice')).body.items).toHaveLength(1);
    expect((await read(world.convener, id, 'sector_voice')).status).toBe(404);
    const view = (await world.show(world.convener, id)).body;
    expect(JSON.stringify(view)).not.toContain('再核一遍');
  });

  test('need words, not too many', async () => {
    expect((await write(world.office, '   ')).status).toBe(422);
    expect((await write(world.office, '长'.repeat(501))).status).toBe(422);
  });

  test('cannot be written about a draft', async () => {
    const { body } = await world.test.request('POST', '/opinions', {
      token: world.author.token,
      body: { kind: 'information' },
    });
    expect((await write(world.office, '看不到的草稿', body.id)).status).toBe(404);
  });
});

describe('who is on a submission now', () => {
  const present = async (by: Person) => {
    const { body } = await world.test.request('GET', '/desk/intake?box=open', { token: by.token });
    return body.items.find(({ id }: { id: string }) => id === opinionId).presentNames;
  };

  test('is seen by colleagues, not by oneself', async () => {
    expect((await say(world.office)).body).toEqual({ others: [] });
    expect((await say(colleague)).body).toEqual({ others: ['办公室'] });
    expect((await say(world.office)).body).toEqual({ others: ['办公室同事'] });
    expect(await present(world.office)).toEqual(['办公室同事']);
    expect(await present(colleague)).toEqual(['办公室']);
  });

  test('is gone 90 seconds after the last word', async () => {
    world.test.clock.advanceDays(85 / 86_400);
    expect(await present(world.office)).toEqual(['办公室同事']);
    await say(world.office);
    world.test.clock.advanceDays(10 / 86_400);
    expect(await present(world.office)).toEqual([]);
    expect(await present(colleague)).toEqual(['办公室']);
  });

  test('may be said from two windows at the same moment', async () => {
    const id = await world.handedIn(world.author, { desk: 'office' });
    const replies = await Promise.all([1, 2, 3].map(() => say(world.office, id)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await say(colleague, id)).body).toEqual({ others: ['办公室'] });
  });

  test('is for nobody else to say', async () => {
    for (const [who, person, status] of outsiders()) expect([who, (await say(person)).status]).toEqual([who, status]);
  });

  test('is forgotten after a while', async () => {
    const count = () => world.test.app.get(Database).read.count(DeskPresence);
    expect(await count()).toBeGreaterThan(0);
    world.test.clock.advanceDays(1);
    await world.test.app.get(Jobs).runDue();
    expect(await count()).toBe(0);
  });
});
