import type { RoleName } from '@lianxin/shared';
import { v7 as uuidv7 } from 'uuid';
import { Account } from '../src/identity/account.entity.js';
import { AccountRole } from '../src/identity/account-role.entity.js';
import { SessionsService } from '../src/identity/sessions.service.js';
import { Database } from '../src/platform/database/database.js';
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
  const { roles = [], name = null, memberId = null, openid = null } = options;
  const accountId = uuidv7();
  const now = test.clock.now();
  await test.app.get(Database).write(async (manager) => {
    await manager.insert(Account, {
      id: accountId,
      name,
      openid,
      memberId,
      memberLinkedAt: memberId && now,
      createdAt: now,
    });
    for (const role of roles) await manager.insert(AccountRole, { accountId, name: role, scopeId: '', grantedAt: now });
  });
  const { token } = await test.app.get(SessionsService).open(accountId, '测试', 86_400);
  return { accountId, token };
}
