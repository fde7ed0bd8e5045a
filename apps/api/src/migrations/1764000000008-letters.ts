import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { flag, id, instant, longText, text, whole } from './columns.js';

const maybe = { isNullable: true } as const;

/** Letters, their messages, members' notes and the numbers that letters carry. */
export class Letters1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'letters',
        columns: [
          id('id', { isPrimary: true }),
          text('reference', 30),
          id('writerId'),
          text('shownName', 20),
          text('nameDisplay', 10),
          id('memberId'),
          id('sectorId'),
          text('category', 12),
          text('title', 50),
          text('excerpt', 80),
          whole('photoCount'),
          id('townshipId', maybe),
          longText('place', maybe),
          flag('consentOpinion'),
          text('state', 12),
          text('textHash', 32),
          instant('sentAt'),
          instant('lastActivityAt'),
          instant('deliveredAt', maybe),
          instant('firstAnsweredAt', maybe),
          instant('due', maybe),
          instant('closingDue', maybe),
          instant('closedAt', maybe),
          instant('snoozedUntil', maybe),
          instant('remindedAt', maybe),
          instant('escalatedAt', maybe),
          flag('reopened'),
          whole('rating', maybe),
          text('ratingWords', 200, maybe),
          longText('referral', maybe),
          text('returnReason', 500, maybe),
          flag('writerUnread'),
          flag('memberUnread'),
          whole('version'),
        ],
        indices: [
          new TableIndex({ name: 'ux_letters_reference', columnNames: ['reference'], isUnique: true }),
          new TableIndex({ name: 'ix_letters_writer', columnNames: ['writerId', 'lastActivityAt', 'id'] }),
          new TableIndex({ name: 'ix_letters_member', columnNames: ['memberId', 'lastActivityAt', 'id'] }),
          new TableIndex({
            name: 'ix_letters_member_state',
            columnNames: ['memberId', 'state', 'lastActivityAt', 'id'],
          }),
          new TableIndex({ name: 'ix_letters_member_due', columnNames: ['memberId', 'state', 'due', 'snoozedUntil'] }),
          new TableIndex({ name: 'ix_letters_due', columnNames: ['state', 'due', 'id'] }),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'letter_messages',
        columns: [
          id('id', { isPrimary: true }),
          id('letterId'),
          text('author', 10),
          text('purpose', 10),
          longText('facts'),
          id('accountId'),
          text('authorName', 20),
          longText('text'),
          longText('photoIds'),
          instant('at'),
          text('checkState', 10),
          text('ruleCode', 30, maybe),
          text('appeal', 10),
        ],
        indices: [new TableIndex({ name: 'ix_letter_messages_letter', columnNames: ['letterId', 'id'] })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'letter_notes',
        columns: [id('id', { isPrimary: true }), id('letterId'), id('memberId'), longText('text'), instant('at')],
        indices: [new TableIndex({ name: 'ix_letter_notes_letter', columnNames: ['letterId'] })],
      }),
    );
    await runner.createTable(
      new Table({ name: 'letter_sequences', columns: [whole('year', { isPrimary: true }), whole('last')] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['letter_sequences', 'letter_notes', 'letter_messages', 'letters'])
      await runner.dropTable(table);
  }
}
