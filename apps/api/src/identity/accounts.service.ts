import type { RoleName } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DirectoryUnitsService } from '../directory/directory-units.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, isUniqueViolation } from '../platform/database/database.js';
import { fieldInvalid, notFound, versionConflict } from '../platform/problems/problem.js';
import { Account } from './account.entity.js';
import { AccountRole } from './account-role.entity.js';
import type { AccountView, ChangeAccount, ChangePassword, DemonstrationAccount, RoleView } from './identity.dto.js';
import { hashPassword, passwordMatches } from './passwords.js';
import { SessionsService } from './sessions.service.js';

/** A role to grant. `scopeId` is the sector of a convener or the committee of committee staff. */
export interface RoleGrant {
  readonly name: RoleName;
  readonly scopeId?: string | null;
}

/** What a new account may have. Staff have a username and a password; people from WeChat an openid. */
export interface NewAccount {
  readonly name?: string | null;
  readonly openid?: string | null;
  readonly username?: string | null;
  readonly password?: string | null;
  readonly memberId?: string | null;
  readonly townshipId?: string | null;
  readonly sectorId?: string | null;
  readonly demonstration?: string | null;
  readonly roles?: readonly RoleGrant[];
}

/** People who sign in: made, seen, changed. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly units: DirectoryUnitsService,
    private readonly sessions: SessionsService,
  ) {}

  /** Makes an account and grants its roles. @throws {Problem} 422 when the username is taken. */
  async create(input: NewAccount): Promise<string> {
    const passwordHash = input.password ? await hashPassword(input.password) : null;
    const now = this.clock.now();
    const id = uuidv7();
    try {
      await this.database.write(async (manager) => {
        await manager.insert(Account, {
          id,
          name: input.name ?? null,
          openid: input.openid ?? null,
          username: input.username?.toLowerCase() ?? null,
          passwordHash,
          memberId: input.memberId ?? null,
          memberLinkedAt: input.memberId ? now : null,
          townshipId: input.townshipId ?? null,
          sectorId: input.sectorId ?? null,
          demonstration: input.demonstration ?? null,
          createdAt: now,
        });
        for (const role of input.roles ?? []) await this.grant(id, role);
      });
    } catch (error) {
      if (input.username && isUniqueViolation(error)) {
        throw fieldInvalid('username', 'username_taken', '这个用户名已经有人使用，请换一个。');
      }
      throw error;
    }
    return id;
  }

  /** Grants a role, once. */
  async grant(accountId: string, { name, scopeId }: RoleGrant): Promise<void> {
    await this.database.write(async (manager) => {
      const key = { accountId, name, scopeId: scopeId ?? '' };
      if (await manager.existsBy(AccountRole, key)) return;
      await manager.insert(AccountRole, { ...key, grantedAt: this.clock.now() });
      await this.audit.append({
        accountId: null,
        action: 'role_granted',
        subjectKind: 'account',
        subjectId: accountId,
        facts: { role: name },
      });
    });
  }

  /** The account of a WeChat user, made at the first sign-in; two first ones at the same moment make one. */
  async ofWechatUser(openid: string): Promise<string> {
    const known = await this.database.read.findOneBy(Account, { openid });
    if (known) return known.id;
    try {
      return await this.create({ openid });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return (await this.database.read.findOneByOrFail(Account, { openid })).id;
    }
  }

  /** The account with a username, in any letter case, and its password hash. */
  staffAccount(username: string): Promise<Account | null> {
    return this.database.read.findOneBy(Account, { username: username.toLowerCase() });
  }

  /** The own account as its owner sees it. */
  async view(accountId: string): Promise<AccountView> {
    const account = await this.database.read.findOneBy(Account, { id: accountId });
    if (!account) throw notFound('这个账号');
    return {
      id: account.id,
      name: account.name,
      townshipId: account.townshipId,
      sectorId: account.sectorId,
      roles: await this.rolesOf(accountId),
      memberId: account.memberId,
      hasPassword: account.passwordHash !== null,
      hasWechat: account.openid !== null,
      version: account.version,
    };
  }

  /** Changes name, township or sector. @throws {Problem} 409 for a stale version, 422 for a unit that does not exist. */
  async change(actor: Actor, { version, ...changes }: ChangeAccount): Promise<AccountView> {
    if (changes.townshipId) await this.units.requireChoosable('township', changes.townshipId, 'townshipId');
    if (changes.sectorId) await this.units.requireChoosable('sector', changes.sectorId, 'sectorId');
    await this.database.write(async (manager) => {
      const { affected } = await manager.update(Account, { id: actor.accountId, version }, { ...changes });
      if (affected === 0) throw versionConflict({ ...(await this.view(actor.accountId)) });
    });
    return this.view(actor.accountId);
  }

  /** Keeps the name a person gave while writing, unless there is one already. */
  async keepFirstName(accountId: string, name: string): Promise<void> {
    await this.database.write((manager) => manager.update(Account, { id: accountId, name: IsNull() }, { name }));
  }

  /** Changes the own password and ends all other sessions. @throws {Problem} 422 when the present one is wrong. */
  async changePassword(actor: Actor, input: ChangePassword): Promise<void> {
    const account = await this.database.read.findOneByOrFail(Account, { id: actor.accountId });
    if (!(await passwordMatches(input.currentPassword, account.passwordHash))) {
      throw fieldInvalid('currentPassword', 'password_wrong', '现在的密码不对，请重新输入。');
    }
    const passwordHash = await hashPassword(input.newPassword);
    await this.database.write(async (manager) => {
      await manager.update(Account, { id: actor.accountId }, { passwordHash });
      await this.sessions.revokeAll(actor.accountId, actor.sessionId);
      await this.audit.append({
        accountId: actor.accountId,
        action: 'password_changed',
        subjectKind: 'account',
        subjectId: actor.accountId,
      });
    });
  }

  /** The accounts that a demonstration offers to sign in with. */
  async demonstrationAccounts(): Promise<DemonstrationAccount[]> {
    const accounts = await this.database.read.find(Account, {
      where: { demonstration: Not(IsNull()) },
      order: { id: 'ASC' },
    });
    return Promise.all(
      accounts.map(async (account) => ({
        id: account.id,
        name: account.name ?? '',
        roles: await this.rolesOf(account.id),
        description: account.demonstration ?? '',
      })),
    );
  }

  /** WeChat's id of a person, or null for those who never signed in with WeChat. */
  async openidOf(accountId: string): Promise<string | null> {
    return (await this.database.read.findOneBy(Account, { id: accountId }))?.openid ?? null;
  }

  /**
   * The name of a person, or null. The account is held until the transaction under way ends, so that what one person does at the same
   * moment on two devices is done one after the other.
   */
  async holdName(accountId: string): Promise<string | null> {
    return this.database.write(async (manager) => {
      const [account] = await manager.query<Pick<Account, 'name'>[]>(
        `SELECT name FROM accounts WHERE id = ?${this.database.isSqlite ? '' : ' FOR UPDATE'}`,
        [accountId],
      );
      return account?.name ?? null;
    });
  }

  /** The name a person gave, or null. */
  async nameOf(accountId: string): Promise<string | null> {
    return (await this.database.read.findOneBy(Account, { id: accountId }))?.name ?? null;
  }

  /** The account linked to a member of the directory, or null. */
  async accountOfMember(memberId: string): Promise<string | null> {
    return (await this.database.read.findOneBy(Account, { memberId }))?.id ?? null;
  }

  /** The names of accounts by id; those who gave none are left out. */
  async namesOf(accountIds: readonly string[]): Promise<Map<string, string>> {
    if (accountIds.length === 0) return new Map();
    const rows = await this.database.read.query<{ id: string; name: string | null }[]>(
      `SELECT id, name FROM accounts WHERE id IN (${accountIds.map(() => '?').join(', ')})`,
      [...accountIds],
    );
    return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])));
  }

  /** All accounts that hold a role, for notices to a desk; `scopeId` asks for the convener of a sector or the staff of a committee. */
  async accountsWith(role: RoleName, scopeId?: string | null): Promise<string[]> {
    const rows = await this.database.read.find(AccountRole, { where: { name: role, ...(scopeId && { scopeId }) } });
    return [...new Set(rows.map((row) => row.accountId))];
  }

  private async rolesOf(accountId: string): Promise<RoleView[]> {
    const stored = await this.database.read.find(AccountRole, { where: { accountId }, order: { grantedAt: 'ASC' } });
    const names = await this.units.namesOf(stored.flatMap(({ scopeId }) => (scopeId ? [scopeId] : [])));
    const roles = stored.map(({ name, scopeId }) => ({
      name,
      scopeId: scopeId || null,
      scopeName: names.get(scopeId) ?? null,
    }));
    return [{ name: 'constituent', scopeId: null, scopeName: null }, ...roles];
  }
}
