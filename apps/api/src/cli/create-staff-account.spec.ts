import 'reflect-metadata';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createUnit } from '../../test/directory.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { createPerson } from '../../test/people.js';
import { AccountsService } from '../identity/accounts.service.js';
import { createStaffAccount } from './create-staff-account.js';

let app: TestApp;
let committeeId: string;
beforeAll(async () => {
  app = await startTestApp();
  const office = await createPerson(app, { roles: ['office'] });
  committeeId = await createUnit(app, office, 'committee', '提案委员会（演示）');
});
afterAll(() => app.stop());

const PASSWORD = 'correct horse battery';

/** The command as it is run beside the product, over the same database. */
const create = (argv: string[], password = `${PASSWORD}\n`) =>
  createStaffAccount(argv, Readable.from([password]), {
    DATABASE_URL: app.settings.DATABASE_URL,
    DATABASE_MIGRATE: 'false',
    SECRET_KEY: app.settings.SECRET_KEY,
  });
const signIn = (username: string) => app.request('POST', '/sessions/staff', { body: { username, password: PASSWORD } });

describe('account:create', () => {
  test('makes an account that signs in, with all its roles', async () => {
    const id = await create(['--username', 'Li.Office', '--name', '李演示', '--role', 'office', '--role', 'leader']);
    const { status, body } = await signIn('li.office');
    expect([status, body.account.id, body.account.name]).toEqual([201, id, '李演示']);
    const roles = body.account.roles as { name: string }[];
    expect(roles.map(({ name }) => name).sort()).toEqual(['constituent', 'leader', 'office']);
  });

  test('ties committee staff to their committee', async () => {
    await create(['--username', 'staff1', '--name', '陈演示', '--role', 'committee_staff', '--scope', committeeId]);
    expect((await signIn('staff1')).body.account.roles).toContainEqual({
      name: 'committee_staff',
      scopeId: committeeId,
      scopeName: '提案委员会（演示）',
    });
  });

  const valid = ['--username', 'x1', '--name', '周演示', '--role', 'office'];
  test.each([
    ['without a role', ['--username', 'x1', '--name', '周演示'], PASSWORD, /needed/],
    ['with an unknown role', [...valid, '--role', 'king'], PASSWORD, /given "king", accepted: .*office/],
    ['with a role of people from WeChat', [...valid, '--role', 'member'], PASSWORD, /accepted/],
    ['with a strange username', ['--username', 'x 1', '--name', '周', '--role', 'office'], PASSWORD, /--username/],
    ['with too long a name', ['--username', 'x1', '--name', '周'.repeat(21), '--role', 'office'], PASSWORD, /--name/],
    ['without a committee', [...valid, '--role', 'committee_staff'], PASSWORD, /--scope/],
    ['with a short password', valid, 'short\n', /10 to 128 characters, given: 5/],
    ['with the password as an argument', [...valid, '--password', PASSWORD], PASSWORD, /password/],
  ])('%s makes none and says what is accepted', async (_, argv, password, said) => {
    await expect(create(argv, password)).rejects.toThrow(said);
    expect(await app.app.get(AccountsService).staffAccount('x1')).toBeNull();
  });

  test('refuses a username that is taken, in any letter case, and an unknown committee', async () => {
    await create(['--username', 'taken', '--name', '吴演示', '--role', 'office']);
    await expect(create(['--username', 'TAKEN', '--name', '吴演示', '--role', 'office'])).rejects.toMatchObject({
      status: 422,
      detail: '这个用户名已经有人使用，请换一个。',
    });
    const scope = ['--role', 'committee_staff', '--scope', '00000000-0000-7000-8000-000000000000'];
    await expect(create(['--username', 'x2', '--name', '吴演示', ...scope])).rejects.toMatchObject({ status: 422 });
  });
});
