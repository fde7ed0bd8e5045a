import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { id, instant, longText, text, whole } from './columns.js';

const index = (name: string, ...columnNames: string[]) => new TableIndex({ name, columnNames });
const unique = (name: string, ...columnNames: string[]) => new TableIndex({ name, columnNames, isUnique: true });
const maybe = { isNullable: true } as const;

/** Sector voices with who is credited in them, and what the receiving desks keep for themselves. */
export class VoicesAndDesk1764000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sector_voices',
        columns: [
          id('id', { isPrimary: true }),
          id('sectorId'),
          id('convenerAccountId'),
          id('convenerMemberId'),
          text('title', 60),
          text('theme', 20),
          longText('sections'),
          text('state', 12),
          text('reference', 30, maybe),
          ...['circulatedAt', 'objectUntil', 'submittedAt', 'acceptedAt', 'listedAt'].map((at) => instant(at, maybe)),
          ...['decidedAt', 'fedBackAt', 'relayedAt'].map((at) => instant(at, maybe)),
          text('returnReason', 500, maybe),
          instant('intakeDue', maybe),
          id('assigneeAccountId', maybe),
          instant('createdAt'),
          instant('updatedAt'),
          whole('version'),
        ],
        indices: [
          unique('ux_sector_voices_reference', 'reference'),
          index('ix_sector_voices_sector', 'sectorId', 'updatedAt', 'id'),
          index('ix_sector_voices_state', 'state', 'submittedAt', 'id'),
          index('ix_sector_voices_accepted', 'state', 'acceptedAt', 'id'),
          index('ix_sector_voices_assignee', 'assigneeAccountId', 'state', 'submittedAt', 'id'),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'voice_contributions',
        columns: [
          id('voiceId', { isPrimary: true }),
          id('memberId', { isPrimary: true }),
          id('accountId', maybe),
          text('state', 10),
          text('words', 500, maybe),
          instant('at', maybe),
        ],
        indices: [index('ix_voice_contributions_member', 'memberId', 'voiceId')],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'desk_notes',
        columns: [
          id('id', { isPrimary: true }),
          text('subjectKind', 12),
          id('subjectId'),
          text('desk', 20),
          id('deskUnitId'),
          id('accountId'),
          text('authorName', 20),
          text('text', 500),
          instant('at'),
        ],
        indices: [index('ix_desk_notes_subject', 'subjectId', 'desk', 'deskUnitId', 'id')],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'desk_presences',
        columns: [
          id('subjectId', { isPrimary: true }),
          id('accountId', { isPrimary: true }),
          text('subjectKind', 12),
          text('name', 20),
          instant('at'),
        ],
        indices: [index('ix_desk_presences_at', 'at')],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'saved_filters',
        columns: [
          id('id', { isPrimary: true }),
          id('accountId'),
          text('list', 20),
          text('name', 20),
          longText('filters'),
          instant('createdAt'),
        ],
        indices: [unique('ux_saved_filters_name', 'accountId', 'list', 'name')],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['saved_filters', 'desk_presences', 'desk_notes', 'voice_contributions', 'sector_voices'];
    for (const table of tables) await runner.dropTable(table);
  }
}
