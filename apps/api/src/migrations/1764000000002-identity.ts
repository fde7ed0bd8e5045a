import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { id, instant, text, whole } from './columns.js';

/** Accounts, their roles, sessions and the codes that link members. */
export class Identity1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'accounts',
        columns: [
          id('id', { isPrimary: true }),
          text('name', 20, { isNullable: true }),
          id('townshipId', { isNullable: true }),
          id('sectorId', { isNullable: true }),
          text('openid', 64, { isNullable: true }),
          text('username', 40, { isNullable: true }),
          text('passwordHash', 255, { isNullable: true }),
          id('memberId', { isNullable: true }),
          instant('memberLinkedAt', { isNullable: true }),
          text('demonstration', 100, { isNullable: true }),
          instant('createdAt'),
          whole('version'),
        ],
        indices: [
          new TableIndex({ name: 'ux_accounts_openid', columnNames: ['openid'], isUnique: true }),
          new TableIndex({ name: 'ux_accounts_username', columnNames: ['username'], isUnique: true }),
          new TableIndex({ name: 'ux_accounts_member', columnNames: ['memberId'], isUnique: true }),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'account_roles',
        columns: [
          id('accountId', { isPrimary: true }),
          text('name', 20, { isPrimary: true }),
          id('scopeId', { isPrimary: true }),
          instant('grantedAt'),
        ],
        indices: [new TableIndex({ name: 'ix_account_roles_name', columnNames: ['name'] })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'sessions',
        columns: [
          id('id', { isPrimary: true }),
          text('tokenHash', 64),
          id('accountId'),
          text('device', 40),
          whole('lifetimeSeconds'),
          instant('createdAt'),
          instant('lastSeenAt'),
          instant('expiresAt'),
        ],
        indices: [
          new TableIndex({ name: 'ux_sessions_token', columnNames: ['tokenHash'], isUnique: true }),
          new TableIndex({ name: 'ix_sessions_account', columnNames: ['accountId'] }),
          new TableIndex({ name: 'ix_sessions_expiry', columnNames: ['expiresAt'] }),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'link_codes',
        columns: [
          id('id', { isPrimary: true }),
          id('memberId'),
          text('codeHash', 64),
          id('issuedBy'),
          instant('issuedAt'),
          instant('expiresAt'),
          instant('endedAt', { isNullable: true }),
        ],
        indices: [
          new TableIndex({ name: 'ix_link_codes_member', columnNames: ['memberId'] }),
          new TableIndex({ name: 'ux_link_codes_hash', columnNames: ['codeHash'], isUnique: true }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['link_codes', 'sessions', 'account_roles', 'accounts']) await runner.dropTable(table);
  }
}
