import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LetterWorld, type MemberPerson } from '../../test/letters.js';
import { createPerson, type Person } from '../../test/people.js';
import { MembersService } from '../directory/members.service.js';
import { AuditEntry } from '../platform/audit/audit-entry.entity.js';
import { Database } from '../platform/database/database.js';
import { AccountsService } from './accounts.service.js';

let world: LetterWorld;
beforeAll(async () => {
  world = await LetterWorld.start();
});
afterAll(() => world.test.stop());

/** A member of the directory to whom nobody is linked. */
async function unlinkedMember(name: string): Promise<MemberPerson> {
  const person = await world.memberPerson(name);
  const reply = await world.test.request('DELETE', `/members/${person.memberId}/link`, { token: world.office.token });
  expect(reply.status).toBe(204);
  return person;
}

const issue = (memberId: string, by: Person = world.office) =>
  world.test.request('POST', `/members/${memberId}/link-codes`, { token: by.token });
const redeem = (person: Person, code: string) =>
  world.test.request('POST', '/me/member-link', { token: person.token, body: { code } });

describe('a link code', () => {
  test('makes a constituent a member, once, in any letter case and with dashes', async () => {
    const { memberId } = await unlinkedMember('赵示范');
    const { body } = await issue(memberId);
    expect(body.code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    const person = await createPerson(world.test);
    const linked = await redeem(person, `${body.code.slice(0, 4)}-${body.code.slice(4)}`.toLowerCase());
    expect(linked.status).toBe(200);
    expect(linked.body).toMatchObject({ memberId, roles: [{ name: 'constituent' }, { name: 'member' }] });
    const second = await redeem(await createPerson(world.test), body.code);
    expect([second.status, second.body.errors[0].code]).toEqual([422, 'link_code_invalid']);
    expect((await issue(memberId)).status).toBe(409);
  });

  test('works for one of two at the same moment', async () => {
    const { memberId } = await unlinkedMember('钱示范');
    const { code } = (await issue(memberId)).body;
    const people = [await createPerson(world.test), await createPerson(world.test)];
    const replies = await Promise.all(people.map((person) => redeem(person, code)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  test('ends when it expires, is withdrawn, or a newer one is issued', async () => {
    const { memberId } = await unlinkedMember('孙示范');
    const person = await createPerson(world.test);
    const older = (await issue(memberId)).body;
    const newer = (await issue(memberId)).body;
    expect((await redeem(person, older.code)).status).toBe(422);
    await world.test.request('DELETE', `/link-codes/${newer.id}`, { token: world.office.token });
    expect((await redeem(person, newer.code)).status).toBe(422);
    const last = (await issue(memberId)).body;
    world.test.clock.advanceDays(3.1);
    const late = await createPerson(world.test);
    expect((await redeem(late, last.code)).status).toBe(422);
    world.test.clock.advanceDays(-3.1);
  });

  test('cannot be tried through', async () => {
    const person = await createPerson(world.test);
    const replies = [];
    for (let tries = 0; tries < 11; tries++) replies.push((await redeem(person, 'AAAABBBB')).status);
    expect(replies).toEqual([...Array(10).fill(422), 429]);
  });

  test('gives nobody a second member, and no member a second person', async () => {
    const { memberId } = await unlinkedMember('郑示范');
    const { code } = (await issue(memberId)).body;
    const linkedAlready = await redeem(world.member, code);
    expect([linkedAlready.status, linkedAlready.body.code]).toEqual([409, 'action_not_allowed']);
    // The refusal has not used the code up.
    const person = await createPerson(world.test);
    expect((await redeem(person, code)).status).toBe(200);
    expect((await issue(memberId)).status).toBe(409);
  });

  test('refuses a member who has been linked to another account since', async () => {
    const { memberId } = await unlinkedMember('冯示范');
    const { code } = (await issue(memberId)).body;
    await world.test.app.get(AccountsService).create({ name: '冯示范', memberId });
    const reply = await redeem(await createPerson(world.test), code);
    expect(reply.status).toBe(409);
    expect(reply.body.detail).toContain('已经绑定了另一个微信账号');
  });

  test('leaves every step on record', async () => {
    const { memberId } = await unlinkedMember('褚示范');
    const { id } = (await issue(memberId)).body;
    await world.test.request('DELETE', `/link-codes/${id}`, { token: world.office.token });
    await redeem(await createPerson(world.test), (await issue(memberId)).body.code);
    await world.test.request('DELETE', `/members/${memberId}/link`, { token: world.office.token });
    const record = await world.test.app
      .get(Database)
      .read.find(AuditEntry, { where: { subjectId: memberId }, order: { sequence: 'ASC' } });
    expect(record.map(({ action }) => action)).toEqual([
      'member_unlinked',
      'link_code_issued',
      'link_code_withdrawn',
      'link_code_issued',
      'member_linked',
      'member_unlinked',
    ]);
  });

  test('is the office to issue, not a member nor member affairs', async () => {
    for (const person of [world.writer, world.member, world.memberAffairs]) {
      expect((await issue(world.colleague.memberId, person)).status).toBe(403);
    }
  });
});

describe('the list of links', () => {
  test('tells who is linked and who has a code, without the code itself', async () => {
    const { memberId } = await unlinkedMember('李示范绑');
    const { body: issued } = await issue(memberId);
    const list = await world.test.request('GET', '/member-links?limit=100&linked=false', { token: world.office.token });
    expect(list.body.items).toContainEqual(expect.objectContaining({ memberId, linkedAt: null, codeId: issued.id }));
    expect(JSON.stringify(list.body)).not.toContain(issued.code);
    const linked = await world.test.request('GET', '/member-links?limit=100&linked=true', {
      token: world.office.token,
    });
    expect(linked.body.items.map((item: { memberId: string }) => item.memberId)).toContain(world.member.memberId);
    expect(linked.body.items.map((item: { memberId: string }) => item.memberId)).not.toContain(memberId);
  });

  test('unlinking ends the sessions and takes the role', async () => {
    const person = await unlinkedMember('吴示范');
    expect((await world.test.request('GET', '/me', { token: person.token })).status).toBe(401);
    expect((await world.test.app.get(MembersService).find(person.memberId))?.active).toBe(true);
  });
});
