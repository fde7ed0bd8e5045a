import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { id, instant, longText, text, whole } from './columns.js';

/** Outbox, journey, audit log, idempotency keys and rate counters. */
export class Platform1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'outbox_messages',
        columns: [
          id('id', { isPrimary: true }),
          text('topic', 60),
          longText('payload'),
          text('status', 12),
          whole('attempts'),
          instant('createdAt'),
          instant('availableAt'),
          id('leaseToken', { isNullable: true }),
          text('lastError', 200, { isNullable: true }),
        ],
        indices: [new TableIndex({ name: 'ix_outbox_due', columnNames: ['status', 'availableAt'] })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'journey_events',
        columns: [
          id('id', { isPrimary: true }),
          text('subjectKind', 20),
          id('subjectId'),
          text('type', 40),
          instant('at'),
          text('party', 20),
          id('accountId', { isNullable: true }),
          longText('facts'),
        ],
        indices: [new TableIndex({ name: 'ix_journey_subject', columnNames: ['subjectId', 'id'] })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'audit_entries',
        columns: [
          whole('sequence', { isPrimary: true }),
          instant('at'),
          id('accountId', { isNullable: true }),
          text('action', 60),
          text('subjectKind', 20),
          id('subjectId'),
          longText('facts'),
          text('previousHash', 64),
          text('hash', 64),
        ],
        indices: [new TableIndex({ name: 'ix_audit_subject', columnNames: ['subjectId'] })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'idempotency_records',
        columns: [
          id('accountId', { isPrimary: true }),
          text('idempotencyKey', 64, { isPrimary: true }),
          text('requestHash', 64),
          longText('response'),
          instant('createdAt'),
        ],
        indices: [new TableIndex({ name: 'ix_idempotency_created', columnNames: ['createdAt'] })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'rate_counters',
        columns: [text('name', 120, { isPrimary: true }), whole('count'), instant('expiresAt')],
        indices: [new TableIndex({ name: 'ix_rate_expiry', columnNames: ['expiresAt'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'rate_counters',
      'idempotency_records',
      'audit_entries',
      'journey_events',
      'outbox_messages',
    ]) {
      await runner.dropTable(table);
    }
  }
}
