import { LIMITS } from '@lianxin/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../../test/harness.js';
import { LetterWorld } from '../../../test/letters.js';
import type { Person } from '../../../test/people.js';

let world: LetterWorld;
const polite = { title: '已转交', text: '您反映的情况我已转交有关部门，有进展马上告诉您。' };

beforeAll(async () => {
  world = await LetterWorld.start();
});

afterAll(async () => {
  await world.test.stop();
});

const create = (by: Person, body: object = polite, key?: string): Promise<Reply> =>
  world.test.request('POST', '/answer-templates', { token: by.token, body, ...(key && { key }) });
const list = async (by: Person): Promise<{ id: string; title: string; owner: string }[]> =>
  (await world.test.request('GET', '/answer-templates', { token: by.token })).body.items;

describe('answer templates', () => {
  it('of a member are seen by that member alone, those of the office by every member', async () => {
    const own = await create(world.member, { ...polite, title: '我的' });
    const offices = await create(world.office, { ...polite, title: '统一的' });
    expect(own).toMatchObject({ status: 201, body: { title: '我的', text: polite.text, owner: 'self', version: 1 } });
    expect(offices).toMatchObject({ status: 201, body: { owner: 'office' } });
    expect((await list(world.member)).map(({ title, owner }) => [title, owner])).toEqual([
      ['我的', 'self'],
      ['统一的', 'office'],
    ]);
    expect((await list(world.colleague)).map(({ title }) => title)).toEqual(['统一的']);
    expect((await list(world.office)).map(({ title }) => title)).toEqual(['统一的']);
  });

  it('of others, the office included, cannot be changed or deleted', async () => {
    const { body: own } = await create(world.member);
    const { body: offices } = await create(world.office);
    for (const [by, id] of [
      [world.colleague, own.id],
      [world.office, own.id],
      [world.member, offices.id],
    ] as [Person, string][]) {
      const path = `/answer-templates/${id}`;
      const change = { token: by.token, body: { title: '改了', version: 1 } };
      expect((await world.test.request('PATCH', path, change)).status).toBe(404);
      expect((await world.test.request('DELETE', path, { token: by.token })).status).toBe(404);
    }
    expect((await list(world.member)).find(({ id }) => id === own.id)?.title).toBe(polite.title);
    expect((await list(world.office)).find(({ id }) => id === offices.id)?.title).toBe(polite.title);
  });

  it('are changed on the version that was seen, and deleted', async () => {
    const { token } = world.member;
    const { body: template } = await create(world.member);
    const path = `/answer-templates/${template.id}`;
    const changed = await world.test.request('PATCH', path, { token, body: { text: '新的内容', version: 1 } });
    expect(changed).toMatchObject({ status: 200, body: { title: polite.title, text: '新的内容', version: 2 } });
    const stale = await world.test.request('PATCH', path, { token, body: { title: '旧的', version: 1 } });
    expect(stale).toMatchObject({ status: 409, body: { code: 'version_conflict', current: { text: '新的内容' } } });
    expect((await world.test.request('DELETE', path, { token })).status).toBe(204);
    expect((await world.test.request('DELETE', path, { token })).status).toBe(404);
    expect((await list(world.member)).map(({ id }) => id)).not.toContain(template.id);
  });

  it('are made once however often the same request comes', async () => {
    const key = 'the-same-template-again';
    const body = { ...polite, title: '只此一个' };
    const first = await create(world.colleague, body, key);
    const again = await create(world.colleague, body, key);
    expect(again.body).toEqual(first.body);
    expect((await list(world.colleague)).filter(({ title }) => title === body.title)).toHaveLength(1);
  });

  it(`number ${LIMITS.templatesPerOwner} for one owner, and one more is refused in words`, async () => {
    const busy = await world.memberPerson('陈模板');
    for (let made = 0; made < LIMITS.templatesPerOwner; made += 1) {
      expect((await create(busy)).status).toBe(201);
    }
    const refused = await create(busy);
    expect(refused).toMatchObject({ status: 409, body: { code: 'action_not_allowed' } });
    expect(refused.body.detail).toContain(String(LIMITS.templatesPerOwner));
    expect((await list(busy)).filter(({ owner }) => owner === 'self')).toHaveLength(LIMITS.templatesPerOwner);
    expect((await create(world.colleague)).status).toBe(201);
  });

  it.each([
    ['a title too long', { ...polite, title: '长'.repeat(LIMITS.templateTitle + 1) }, 'title'],
    ['a text too long', { ...polite, text: '长'.repeat(LIMITS.templateText + 1) }, 'text'],
    ['no text', { title: '空的' }, 'text'],
    ['an owner of its own choosing', { ...polite, ownerId: 'office' }, 'ownerId'],
  ])('are refused with %s', async (_, body, field) => {
    const before = await list(world.member);
    expect(await create(world.member, body)).toMatchObject({ status: 422, body: { errors: [{ field }] } });
    expect(await list(world.member)).toEqual(before);
  });

  it.each([
    ['a visitor', () => undefined, 401],
    ['a constituent', () => world.writer.token, 403],
    ['member affairs', () => world.memberAffairs.token, 403],
  ])('are not for %s', async (_, token, status) => {
    expect((await world.test.request('GET', '/answer-templates', { token: token() })).status).toBe(status);
  });
});
