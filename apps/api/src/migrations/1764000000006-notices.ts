import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { flag, id, instant, text, whole } from './columns.js';

const maybe = { isNullable: true } as const;

/** Notices in the app and the count of consents to subscribe messages. */
export class Notices1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'notices',
        columns: [
          id('id', { isPrimary: true }),
          id('accountId'),
          text('dedupeKey', 120),
          text('kind', 40),
          text('title', 100),
          text('text', 500),
          id('letterId', maybe),
          text('as', 10, maybe),
          instant('at'),
          flag('unread'),
          instant('readAt', maybe),
          text('template', 20, maybe),
          instant('sentAt', maybe),
        ],
        indices: [
          new TableIndex({
            name: 'ux_notices_dedupe',
            columnNames: ['accountId', 'dedupeKey'],
            isUnique: true,
          }),
          new TableIndex({ name: 'ix_notices_account', columnNames: ['accountId', 'at', 'id'] }),
          new TableIndex({ name: 'ix_notices_unread', columnNames: ['accountId', 'unread', 'at', 'id'] }),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'notice_consents',
        columns: [id('accountId', { isPrimary: true }), text('template', 20, { isPrimary: true }), whole('remaining')],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['notice_consents', 'notices']) await runner.dropTable(table);
  }
}
