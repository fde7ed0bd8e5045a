import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LetterWorld, type MemberPerson } from '../../test/letters.js';
import { createPerson, type Person } from '../../test/people.js';
import { Audit } from '../platform/audit/audit.js';
import { AuditEntry } from '../platform/audit/audit-entry.entity.js';
import { Database } from '../platform/database/database.js';

let world: LetterWorld;
let first: MemberPerson;
let second: MemberPerson;
let elsewhere: MemberPerson;
beforeAll(async () => {
  world = await LetterWorld.start();
  [first, second] = [world.member, world.colleague];
  elsewhere = await world.memberPerson('赵外界', [], await world.unit('sector', '另一界别'));
});
afterAll(() => world.test.stop());

const path = () => `/sectors/${world.sectorId}/convener`;
const show = () => world.test.request('GET', path(), { token: world.office.token });
const appoint = (memberId: string | null, by: Person = world.office) =>
  world.test.request('PUT', path(), { token: by.token, body: { memberId } });
const rolesOf = async (person: Person) => {
  const { body } = await world.test.request('GET', '/me', { token: person.token });
  return body.roles.filter(({ name }: { name: string }) => name === 'convener');
};

describe('the convener of a sector', () => {
  test('is nobody at first, and may be any linked member of the sector', async () => {
    const { status, body } = await show();
    expect([status, body.convener, body.since, body.sectorName]).toEqual([200, null, null, '测试界别']);
    const names = body.candidates.map(({ name }: { name: string }) => name);
    expect(names.sort()).toEqual(['李文远', '王晓梅']);
  });

  test('gets the role for this sector, and loses it to the next one', async () => {
    const { body } = await appoint(first.memberId);
    expect(body.convener).toMatchObject({ memberId: first.memberId, name: '李文远' });
    expect(body.since).not.toBeNull();
    expect(await rolesOf(first)).toEqual([{ name: 'convener', scopeId: world.sectorId, scopeName: '测试界别' }]);
    await appoint(second.memberId);
    expect(await rolesOf(first)).toEqual([]);
    expect(await rolesOf(second)).toHaveLength(1);
  });

  test('keeps the role when appointed again', async () => {
    const before = (await show()).body.since;
    expect((await appoint(second.memberId)).body.since).toBe(before);
    expect(await rolesOf(second)).toHaveLength(1);
  });

  test('is one, also when two are appointed at the same moment', async () => {
    await Promise.all([appoint(first.memberId), appoint(second.memberId)]);
    expect([...(await rolesOf(first)), ...(await rolesOf(second))]).toHaveLength(1);
  });

  test('is nobody again', async () => {
    expect((await appoint(null)).body.convener).toBeNull();
    expect([...(await rolesOf(first)), ...(await rolesOf(second))]).toEqual([]);
  });

  test('is on record', async () => {
    const database = world.test.app.get(Database);
    const entries = await database.read.find(AuditEntry, {
      where: { subjectId: world.sectorId },
      order: { sequence: 'ASC' },
    });
    expect(entries.at(0)).toMatchObject({ action: 'convener_appointed', accountId: world.office.accountId });
    expect(entries.at(-1)).toMatchObject({ action: 'convener_dismissed' });
    expect(await world.test.app.get(Audit).verify()).toBeNull();
  });

  test('is never a member of another sector or one without an account', async () => {
    const { body } = await appoint(elsewhere.memberId);
    expect(body.errors).toMatchObject([{ field: 'memberId', code: 'not_of_this_sector' }]);
    const unlink = await world.test.request('DELETE', `/members/${first.memberId}/link`, { token: world.office.token });
    expect(unlink.status).toBe(204);
    expect((await appoint(first.memberId)).body.errors).toMatchObject([{ field: 'memberId', code: 'not_linked' }]);
    expect((await show()).body.candidates.map(({ name }: { name: string }) => name)).toEqual(['王晓梅']);
  });

  test('of a sector that does not exist is not found', async () => {
    const path = `/sectors/${world.townshipId}/convener`;
    expect((await world.test.request('GET', path, { token: world.office.token })).status).toBe(404);
  });

  test.each([
    ['a member', () => second],
    ['member affairs', () => world.memberAffairs],
    ['a leader', async () => createPerson(world.test, { roles: ['leader'] })],
    ['an administrator', async () => createPerson(world.test, { roles: ['administrator'] })],
  ])('is not for %s to appoint', async (_, person) => {
    const by = await person();
    expect((await appoint(second.memberId, by)).status).toBe(403);
    expect((await world.test.request('GET', path(), { token: by.token })).status).toBe(403);
  });
});
