import type { RoleName } from '@lianxin/shared';
import { AccountsService } from '../src/identity/accounts.service.js';
import { SessionsService } from '../src/identity/sessions.service.js';
import type { TestApp } from './harness.js';

/** A signed-in person. */
export interface Person {
  accountId: string;
  token: string;
}

/** What a person is, apart from a constituent. */
export interface PersonOptions {
  roles?: RoleName[];
  name?: string;
  /** The directory entry that the account is linked to. */
  memberId?: string;
  /** WeChat's id of the person; `demonstrationOpenid` makes one that the stand-in always knows. */
  openid?: string;
}

/** Makes an account, fictional and without password, and signs it in. */
export async function createPerson(test: TestApp, options: PersonOptions = {}): Promise<Person> {
  const { roles = [], ...rest } = options;
  const accountId = await test.app.get(AccountsService).create({ ...rest, roles: roles.map((name) => ({ name })) });
  const { token } = await test.app.get(SessionsService).open(accountId, '测试', 86_400);
  return { accountId, token };
}
