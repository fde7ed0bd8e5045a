import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { flag, id, instant, longText, text, whole } from './columns.js';

const nullable = { isNullable: true };

/** What is put before the chairpersons' meeting, and what it decides. */
export class Digests1764000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'digests',
        columns: [
          id('id', { isPrimary: true }),
          text('reference', 30),
          text('title', 60),
          text('meetingName', 60),
          text('meetingDate', 10),
          text('state', 10),
          flag('redHeading'),
          text('issuer', 40, nullable),
          longText('preface', nullable),
          longText('sections'),
          instant('submittedAt', nullable),
          instant('decidedAt', nullable),
          instant('fedBackAt', nullable),
          instant('feedbackDue', nullable),
          id('createdBy'),
          instant('createdAt'),
          instant('updatedAt'),
          whole('version'),
        ],
        indices: [
          new TableIndex({ name: 'ux_digests_reference', columnNames: ['reference'], isUnique: true }),
          new TableIndex({ name: 'ix_digests_created', columnNames: ['createdAt', 'id'] }),
          new TableIndex({ name: 'ix_digests_state', columnNames: ['state', 'createdAt', 'id'] }),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'digest_items',
        columns: [
          id('id', { isPrimary: true }),
          id('digestId'),
          text('submissionKind', 12),
          id('submissionId'),
          text('desk', 20),
          id('deskUnitId', nullable),
          id('sectionId', nullable),
          whole('position'),
          longText('summary', nullable),
          longText('feedbackText', nullable),
          whole('version'),
        ],
        indices: [
          new TableIndex({
            name: 'ux_digest_items_submission',
            columnNames: ['submissionKind', 'submissionId'],
            isUnique: true,
          }),
          new TableIndex({ name: 'ix_digest_items_digest', columnNames: ['digestId', 'position'] }),
          new TableIndex({ name: 'ix_digest_items_desk', columnNames: ['desk', 'deskUnitId', 'digestId'] }),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'decisions',
        columns: [
          id('id', { isPrimary: true }),
          id('itemId'),
          whole('revision'),
          text('outcome', 16),
          longText('reason'),
          text('use', 30, nullable),
          text('responsibleBody', 60, nullable),
          text('dueDate', 10, nullable),
          text('correctionReason', 500, nullable),
          id('recordedBy'),
          instant('recordedAt'),
          id('signedBy', nullable),
          instant('signedAt', nullable),
          instant('fedBackAt', nullable),
        ],
        indices: [
          new TableIndex({ name: 'ux_decisions_revision', columnNames: ['itemId', 'revision'], isUnique: true }),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'digest_remarks',
        columns: [
          id('id', { isPrimary: true }),
          id('digestId'),
          id('itemId', nullable),
          id('accountId'),
          text('authorName', 20),
          longText('text'),
          instant('at'),
        ],
        indices: [new TableIndex({ name: 'ix_digest_remarks_digest', columnNames: ['digestId', 'id'] })],
      }),
    );
    await runner.createTable(
      new Table({ name: 'digest_sequences', columns: [whole('year', { isPrimary: true }), whole('last')] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['digest_sequences', 'digest_remarks', 'decisions', 'digest_items', 'digests']) {
      await runner.dropTable(table);
    }
  }
}
