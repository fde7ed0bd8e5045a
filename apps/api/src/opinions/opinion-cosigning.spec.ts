import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { MemberPerson } from '../../test/letters.js';
import { OpinionWorld } from '../../test/opinions.js';
import type { Person } from '../../test/people.js';

let world: OpinionWorld;
let second: MemberPerson;
let id: string;

beforeAll(async () => {
  world = await OpinionWorld.start();
  second = await world.letters.memberPerson('孙联名');
});
afterAll(() => world.stop());
beforeEach(async () => {
  ({ id } = await world.begin('proposal'));
  await world.write(id);
});

async function choose(memberIds: string[], by: Person = world.author) {
  const { version } = await world.row(id);
  return world.request('PUT', `/opinions/${id}/cosigners`, by, { version, memberIds });
}

async function statesSeen(by: Person = world.author) {
  const { body } = await world.show(by, id);
  return Object.fromEntries(body.cosigners.map(({ memberId, state }) => [memberId, state]));
}

it('is asked for, told, and needed before the proposal is handed in', async () => {
  const { author, colleague } = world;
  expect((await choose([colleague.memberId, second.memberId])).body.cosigners).toMatchObject([
    { name: '王晓梅', state: 'invited', self: false },
    { name: '孙联名', state: 'invited' },
  ]);
  expect(await world.noticesOf(colleague)).toContain('opinion_cosign_invited');
  const invited = await world.request('GET', '/opinions?role=cosigner', colleague);
  expect(invited.body.items).toMatchObject([{ id, role: 'cosigner', cosignState: 'invited' }]);
  expect((await world.request('GET', '/opinions/counts', colleague)).body.cosignInvited).toBe(1);
  const early = await world.act(author, id, 'submit');
  expect([early.status, early.body.code]).toEqual([409, 'action_not_allowed']);
  expect(early.body.detail).toContain('联名');

  await world.do(colleague, id, 'cosign', { decision: 'confirmed' });
  expect((await world.show(author, id)).body.allowedActions).not.toContain('submit');
  await world.do(second, id, 'cosign', { decision: 'declined' });
  expect(await statesSeen()).toEqual({ [colleague.memberId]: 'confirmed', [second.memberId]: 'declined' });
  expect(await world.noticesOf(author)).toEqual(
    expect.arrayContaining(['opinion_cosigned', 'opinion_cosign_declined']),
  );
  await world.do(author, id, 'submit');
  await world.do(world.office, id, 'accept');
  expect(await world.noticesOf(colleague)).toContain('opinion_accepted');
  expect(await world.noticesOf(second)).not.toContain('opinion_accepted');
});

it('that was not given is between that member and the author, and shows that member no more', async () => {
  const { colleague, office, author } = world;
  await choose([colleague.memberId, second.memberId]);
  await world.do(colleague, id, 'cosign', { decision: 'confirmed' });
  await world.do(second, id, 'cosign', { decision: 'declined' });
  expect((await world.show(second, id)).status).toBe(404);
  expect(await statesSeen(colleague)).toEqual({ [colleague.memberId]: 'confirmed' });
  await world.do(author, id, 'submit');
  const seen = (await world.show(office, id)).body;
  expect(seen.cosigners).toHaveLength(1);
  expect(seen.journey.map(({ type }) => type)).not.toContain('opinion_cosign_declined');
  const list = await world.request('GET', '/opinions?role=cosigner', second);
  expect(list.body.items.map((item: { id: string }) => item.id)).not.toContain(id);
});

it('holds for the text that was seen: a changed text asks again', async () => {
  const { author, colleague } = world;
  await choose([colleague.memberId, second.memberId]);
  const { version } = await world.row(id);
  await world.do(second, id, 'cosign', { decision: 'declined' });
  await world.save(id, { title: '换了一个标题' });
  const stale = { version, decision: 'confirmed' };
  expect((await world.request('POST', `/opinions/${id}/cosign`, colleague, stale)).status).toBe(409);
  await world.do(colleague, id, 'cosign', { decision: 'confirmed' });
  await world.save(id, { theme: 'safety' });
  expect(await statesSeen()).toMatchObject({ [colleague.memberId]: 'confirmed' });
  await world.save(id, { sections: [{ key: 'measures', text: '改为每月检查一次路灯。' }] });
  expect(await statesSeen()).toEqual({ [colleague.memberId]: 'invited', [second.memberId]: 'declined' });
  expect(await world.noticesOf(colleague)).toContain('opinion_cosign_again');
  expect((await world.act(author, id, 'submit')).status).toBe(409);
});

it('can be asked back before an answer, not after', async () => {
  const { colleague } = world;
  await choose([colleague.memberId, second.memberId]);
  expect(Object.keys(await statesSeen())).toHaveLength(2);
  await choose([second.memberId]);
  expect((await world.show(colleague, id)).status).toBe(404);
  await world.do(second, id, 'cosign', { decision: 'confirmed' });
  const { status, body } = await choose([]);
  expect([status, body.errors[0].code]).toEqual([422, 'cosigner_confirmed']);
});

it('is of members who can answer, for proposals only', async () => {
  const unlinked = await world.letters.memberPerson('未登录');
  await world.unlink(unlinked);
  for (const [memberId, code] of [
    [world.author.memberId, 'author'],
    [world.letters.sectorId, 'member_unknown'],
    [unlinked.memberId, 'member_without_account'],
  ] as const) {
    const { status, body } = await choose([memberId]);
    expect([status, body.errors[0].code]).toEqual([422, code]);
  }
  const information = await world.begin('information');
  const body = { version: information.version, memberIds: [second.memberId] };
  const refused = await world.request('PUT', `/opinions/${information.id}/cosigners`, world.author, body);
  expect(refused.body.errors[0].code).toBe('not_a_proposal');
});

it('is not for those who were not asked', async () => {
  await choose([second.memberId]);
  expect((await world.act(world.colleague, id, 'cosign', { decision: 'confirmed' })).status).toBe(404);
  expect((await choose([], second)).status).toBe(409);
});
