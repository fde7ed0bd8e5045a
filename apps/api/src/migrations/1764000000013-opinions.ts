import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { flag, id, instant, longText, text, whole } from './columns.js';

const maybe = { isNullable: true } as const;
const key = { isPrimary: true } as const;

/** Opinions, what they were drawn from, who signs them, their revisions, what became of them above the county, and their numbers. */
export class Opinions1764000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'opinions',
        columns: [
          id('id', key),
          text('kind', 12),
          text('title', 60),
          text('theme', 20, maybe),
          longText('sections'),
          text('state', 12),
          id('authorMemberId'),
          id('authorAccountId'),
          id('sectorId'),
          id('townshipId', maybe),
          text('desk', 20),
          id('deskUnitId', maybe),
          text('suggestedBody', 60, maybe),
          text('topicUse', 30, maybe),
          text('topicBody', 60, maybe),
          text('reference', 30, maybe),
          text('mergedIntoKind', 12, maybe),
          id('mergedIntoId', maybe),
          text('returnReason', 500, maybe),
          instant('submittedAt', maybe),
          instant('acceptedAt', maybe),
          instant('mergedAt', maybe),
          instant('listedAt', maybe),
          instant('decidedAt', maybe),
          instant('fedBackAt', maybe),
          instant('relayedAt', maybe),
          instant('intakeDue', maybe),
          id('assigneeAccountId', maybe),
          instant('createdAt'),
          instant('updatedAt'),
          whole('version'),
        ],
        indices: [
          new TableIndex({ name: 'ux_opinions_reference', columnNames: ['reference'], isUnique: true }),
          new TableIndex({ name: 'ix_opinions_author', columnNames: ['authorMemberId', 'updatedAt', 'id'] }),
          new TableIndex({
            name: 'ix_opinions_desk_state',
            columnNames: ['desk', 'deskUnitId', 'state', 'submittedAt', 'id'],
          }),
          new TableIndex({ name: 'ix_opinions_desk', columnNames: ['desk', 'deskUnitId', 'submittedAt', 'id'] }),
          new TableIndex({ name: 'ix_opinions_accepted', columnNames: ['state', 'acceptedAt', 'id'] }),
          new TableIndex({
            name: 'ix_opinions_assignee',
            columnNames: ['assigneeAccountId', 'state', 'submittedAt', 'id'],
          }),
          new TableIndex({ name: 'ix_opinions_merged_into', columnNames: ['mergedIntoId'] }),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'opinion_sources',
        columns: [
          id('id', key),
          id('opinionId'),
          text('sourceKind', 20),
          id('sourceId'),
          text('quote', 500, maybe),
          id('memberId'),
          id('writerAccountId', maybe),
          text('shownName', 20, maybe),
          text('sourceReference', 30),
          flag('quotable'),
          instant('at'),
        ],
        indices: [
          new TableIndex({
            name: 'ux_opinion_sources_source',
            columnNames: ['opinionId', 'sourceKind', 'sourceId'],
            isUnique: true,
          }),
          new TableIndex({ name: 'ix_opinion_sources_source', columnNames: ['sourceKind', 'sourceId'] }),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'opinion_cosigners',
        columns: [
          id('opinionId', key),
          id('memberId', key),
          id('accountId'),
          text('state', 10),
          instant('invitedAt'),
          instant('answeredAt', maybe),
        ],
        indices: [new TableIndex({ name: 'ix_opinion_cosigners_member', columnNames: ['memberId', 'opinionId'] })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'opinion_revisions',
        columns: [
          id('id', key),
          id('opinionId'),
          whole('number'),
          text('title', 60),
          longText('sections'),
          id('accountId'),
          instant('begunAt'),
          instant('at'),
          flag('submitted'),
        ],
        indices: [
          new TableIndex({
            name: 'ux_opinion_revisions_number',
            columnNames: ['opinionId', 'number'],
            isUnique: true,
          }),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'opinion_recognitions',
        columns: [
          id('id', key),
          text('subjectKind', 12),
          id('subjectId'),
          text('kind', 12),
          text('body', 60),
          text('document', 100),
          text('date', 10),
          text('note', 500, maybe),
          id('accountId'),
          instant('at'),
        ],
        indices: [
          new TableIndex({ name: 'ix_opinion_recognitions_subject', columnNames: ['subjectId', 'date', 'id'] }),
        ],
      }),
    );
    await runner.createTable(
      new Table({ name: 'opinion_sequences', columns: [text('kind', 12, key), whole('year', key), whole('last')] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['sequences', 'recognitions', 'revisions', 'cosigners', 'sources'])
      await runner.dropTable(`opinion_${table}`);
    await runner.dropTable('opinions');
  }
}
