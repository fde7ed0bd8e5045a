import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { id, instant, longText, text, whole } from './columns.js';

/** The way back: adoption feedback, relays, follow-ups, and whether people felt heard. */
export class Outcomes1764000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'adoption_feedbacks',
        columns: [
          id('id', { isPrimary: true }),
          id('digestId'),
          id('itemId'),
          id('decisionId'),
          text('subjectKind', 12),
          id('subjectId'),
          id('memberId'),
          id('accountId', { isNullable: true }),
          text('role', 12),
          longText('text'),
          instant('sentAt'),
          instant('readAt', { isNullable: true }),
        ],
        indices: [
          new TableIndex({
            name: 'ux_adoption_feedbacks_told',
            columnNames: ['decisionId', 'subjectId', 'memberId'],
            isUnique: true,
          }),
          new TableIndex({ name: 'ix_adoption_feedbacks_member', columnNames: ['memberId', 'sentAt', 'id'] }),
          new TableIndex({ name: 'ix_adoption_feedbacks_item', columnNames: ['itemId'] }),
          new TableIndex({ name: 'ix_adoption_feedbacks_digest', columnNames: ['digestId'] }),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'relays',
        columns: [
          id('id', { isPrimary: true }),
          text('purpose', 10),
          id('occasionId'),
          id('decisionId'),
          id('followUpId', { isNullable: true }),
          id('itemId'),
          id('opinionId'),
          id('sourceId'),
          text('sourceKind', 16),
          id('letterId', { isNullable: true }),
          id('memberId'),
          id('writerAccountId', { isNullable: true }),
          longText('text'),
          text('state', 12),
          instant('due'),
          id('messageId', { isNullable: true }),
          instant('remindedAt', { isNullable: true }),
          instant('sentAt', { isNullable: true }),
          instant('createdAt'),
          whole('version'),
        ],
        indices: [
          new TableIndex({ name: 'ux_relays_told', columnNames: ['occasionId', 'letterId'], isUnique: true }),
          new TableIndex({ name: 'ix_relays_member', columnNames: ['memberId', 'state', 'due', 'id'] }),
          new TableIndex({ name: 'ix_relays_due', columnNames: ['state', 'due', 'id'] }),
          new TableIndex({ name: 'ix_relays_item', columnNames: ['itemId'] }),
          new TableIndex({ name: 'ix_relays_letter', columnNames: ['letterId'] }),
          new TableIndex({ name: 'ix_relays_message', columnNames: ['messageId'] }),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'follow_ups',
        columns: [
          id('id', { isPrimary: true }),
          id('itemId'),
          id('decisionId'),
          text('status', 16),
          longText('text'),
          longText('photoIds'),
          id('recordedBy'),
          text('recorderName', 20),
          instant('at'),
        ],
        indices: [new TableIndex({ name: 'ix_follow_ups_item', columnNames: ['itemId', 'id'] })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'responsible_items',
        columns: [
          id('itemId', { isPrimary: true }),
          id('digestId'),
          id('decisionId'),
          text('submissionKind', 12),
          id('submissionId'),
          text('reference', 40),
          text('title', 60),
          text('responsibleBody', 60),
          text('dueDate', 10),
          text('status', 16),
          instant('statusAt', { isNullable: true }),
        ],
        indices: [
          new TableIndex({ name: 'ix_responsible_items_due', columnNames: ['dueDate', 'itemId'] }),
          new TableIndex({ name: 'ix_responsible_items_status', columnNames: ['status', 'dueDate', 'itemId'] }),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'heard_answers',
        columns: [
          id('letterId', { isPrimary: true }),
          id('accountId'),
          whole('stars'),
          id('messageId', { isNullable: true }),
          instant('at'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['heard_answers', 'responsible_items', 'follow_ups', 'relays', 'adoption_feedbacks'];
    for (const table of tables) await runner.dropTable(table);
  }
}
