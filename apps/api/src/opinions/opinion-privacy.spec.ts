import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OpinionWorld } from '../../test/opinions.js';
import type { Person } from '../../test/people.js';

let world: OpinionWorld;

beforeAll(async () => {
  world = await OpinionWorld.start();
});
afterAll(() => world.stop());

type Request = [method: string, path: string, body?: unknown];

/** The answers to everything that can be asked about an opinion and, with `actions`, done to it. */
async function everythingAbout(id: string, by: Person, actions = false): Promise<number[]> {
  const { version } = await world.row(id);
  const read: Request[] = [
    ['GET', ''],
    ['GET', '/revisions'],
    ['GET', '/revisions/compare?from=1&to=1'],
  ];
  const done: Request[] = [
    ['PATCH', '', { version, title: '改' }],
    ['PUT', '/sources', { version, sources: [] }],
    ['PUT', '/cosigners', { version, memberIds: [] }],
    ['POST', '/cosign', { version, decision: 'confirmed' }],
    ['POST', '/submit', { version }],
    ['POST', '/withdraw', { version }],
    ['POST', '/accept', { version }],
    ['POST', '/return', { version, reason: '退' }],
    ['POST', '/pass-on', { version, desk: 'office', reason: '转' }],
    ['POST', '/merge', { version, intoId: id }],
    ['POST', '/split', { version }],
    ['POST', '/recognitions', { kind: 'city', body: '市政协', document: '第 1 期', date: '2025-01-01' }],
  ];
  const statuses: number[] = [];
  for (const [method, path, body] of [...read, ...(actions ? done : [])]) {
    statuses.push((await world.request(method, `/opinions/${id}${path}`, by, body)).status);
  }
  return statuses;
}

describe('an opinion', () => {
  it('is nothing to other members, constituents and other desks, at any time', async () => {
    const { author, staff, office, leader } = world;
    const { id } = await world.begin('information');
    const strangers = () => [
      world.letters.writer,
      world.letters.neighbour,
      world.colleague,
      world.convener,
      world.otherConvener,
      world.otherStaff,
      world.letters.memberAffairs,
    ];
    const nobodySees = async (others: Person[], actions = false) => {
      for (const person of others) {
        const statuses = await everythingAbout(id, person, actions);
        expect(
          statuses.every((status) => status === 403 || status === 404),
          statuses.join(' '),
        ).toBe(true);
      }
    };
    await nobodySees([...strangers(), staff, office, leader]);
    await world.write(id, { desk: 'special_committee', deskUnitId: world.committeeId });
    await world.do(author, id, 'submit');
    await nobodySees([...strangers(), office, leader], true);
    await world.do(staff, id, 'return', { reason: '请补充。' });
    await nobodySees([...strangers(), staff, office, leader]);
    await world.do(author, id, 'submit');
    await world.do(staff, id, 'accept');
    await nobodySees([...strangers(), leader]);
    const by = { at: new Date(), accountId: null };
    await world.submissions.move({ kind: 'opinion', id }, 'list', by);
    await nobodySees([...strangers(), leader]);
    await world.submissions.report([{ kind: 'opinion', id }], true, by);
    await nobodySees(strangers());
    expect((await world.show(leader, id)).body).toMatchObject({ viewers: ['leader'], allowedActions: [] });
    await world.submissions.report([{ kind: 'opinion', id }], false, by);
    expect((await world.show(leader, id)).status).toBe(404);
  });

  it('is in nobody else’s list', async () => {
    await world.submitted();
    for (const role of ['author', 'cosigner']) {
      const { body } = await world.request('GET', `/opinions?role=${role}`, world.colleague);
      expect(body.items).toEqual([]);
    }
  });

  it('that is like another tells of it by number and title, and opens it only to its desk', async () => {
    const { id } = await world.submitted();
    const { title, sections } = (await world.show(world.author, id)).body;
    const text = [title, ...sections.map((part) => part.text)].join(' ').slice(0, 400);
    const similar = async (by: Person) => {
      const { body } = await world.request('GET', `/opinions/similar?text=${text}`, by);
      return body.items.find((item: { id: string }) => item.id === id);
    };
    expect(await similar(world.colleague)).toBeUndefined();
    expect(await similar(world.office)).toMatchObject({ reference: null, openable: true, mergeable: false });
    await world.do(world.office, id, 'accept');
    const { reference } = (await world.show(world.office, id)).body;
    expect(await similar(world.colleague)).toEqual({
      kind: 'opinion',
      id,
      reference,
      title,
      theme: 'construction',
      stateLabel: '已采集',
      sectorName: '测试界别',
      likeness: 1,
      openable: false,
      mergeable: false,
    });
    expect(await similar(world.office)).toMatchObject({ openable: true, mergeable: true });
    const exceptItself = await world.request('GET', `/opinions/similar?text=${text}&exceptId=${id}`, world.office);
    expect(exceptItself.body.items.map((item: { id: string }) => item.id)).not.toContain(id);
    await world.submissions.move({ kind: 'opinion', id }, 'list', { at: new Date(), accountId: null });
    await world.submissions.move({ kind: 'opinion', id }, 'decide', { at: new Date(), accountId: null });
    await world.letters.test.settle();
    expect(await similar(world.colleague)).toBeUndefined();
  });

  it('shows a desk only texts that were handed in', async () => {
    const { id } = await world.begin('information');
    await world.write(id);
    await world.do(world.author, id, 'submit');
    await world.do(world.office, id, 'return', { reason: '请补充。' });
    world.letters.test.clock.advanceDays(0.01);
    await world.save(id, { title: '还没有想好的标题' });
    world.letters.test.clock.advanceDays(0.01);
    await world.save(id, { title: '想好的标题' });
    await world.do(world.author, id, 'submit');
    const titles = async (by: Person) =>
      (await world.request('GET', `/opinions/${id}/revisions`, by)).body.items.map(
        ({ title }: { title: string }) => title,
      );
    expect(await titles(world.author)).toContain('还没有想好的标题');
    expect(await titles(world.office)).not.toContain('还没有想好的标题');
    expect(await titles(world.office)).toHaveLength(2);
    const hidden = await world.request('GET', `/opinions/${id}/revisions/compare?from=2&to=3`, world.office);
    expect(hidden.status).toBe(404);
  });
});
