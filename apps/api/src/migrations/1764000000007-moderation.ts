import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { flag, id, instant, longText, text, whole } from './columns.js';

const maybe = { isNullable: true } as const;

/** Messages under check, the check of each part, and the office's queue. */
export class Moderation1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'checked_contents',
        columns: [
          id('messageId', { isPrimary: true }),
          id('letterId'),
          text('reference', 30),
          text('author', 10),
          id('accountId'),
          text('title', 50, maybe),
          longText('text'),
          longText('photoIds'),
          text('state', 10),
          instant('requestedAt'),
        ],
        indices: [new TableIndex({ name: 'ix_checked_contents_ended', columnNames: ['state', 'requestedAt'] })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'content_checks',
        columns: [
          id('messageId', { isPrimary: true }),
          id('part', { isPrimary: true }),
          text('state', 10),
          whole('label', maybe),
          text('traceId', 128, maybe),
          instant('askedAt', maybe),
        ],
        indices: [new TableIndex({ name: 'ix_content_checks_trace', columnNames: ['traceId'] })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'moderation_items',
        columns: [
          id('id', { isPrimary: true }),
          id('letterId'),
          text('reference', 30),
          id('messageId'),
          id('openMessageId', maybe),
          text('kind', 10),
          text('author', 10),
          longText('text'),
          longText('photoIds'),
          text('ruleCode', 30, maybe),
          text('words', 500, maybe),
          instant('raisedAt'),
          text('state', 10),
          flag('decided'),
          instant('decidedAt', maybe),
          id('decidedBy', maybe),
          text('decisionReason', 500, maybe),
          whole('version'),
        ],
        indices: [
          new TableIndex({ name: 'ux_moderation_open_message', columnNames: ['openMessageId'], isUnique: true }),
          new TableIndex({ name: 'ix_moderation_open', columnNames: ['decided', 'raisedAt', 'id'] }),
          new TableIndex({ name: 'ix_moderation_decided', columnNames: ['decided', 'decidedAt', 'id'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['moderation_items', 'content_checks', 'checked_contents']) await runner.dropTable(table);
  }
}
