import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { flag, id, instant, longText, text, whole } from './columns.js';

/** Sectors, committees, townships, members, and the rosters they come from. */
export class Directory1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'directory_units',
        columns: [
          id('id', { isPrimary: true }),
          text('kind', 12),
          text('name', 60),
          whole('position'),
          flag('active'),
          whole('version'),
        ],
        indices: [new TableIndex({ name: 'ux_units_name', columnNames: ['kind', 'name'], isUnique: true })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'members',
        columns: [
          id('id', { isPrimary: true }),
          text('number', 20),
          text('name', 20),
          text('pinyin', 160),
          text('nameKeys', 400),
          text('searchText', 300),
          text('workUnit', 80),
          text('post', 60),
          text('field', 80),
          id('sectorId'),
          id('committeeId', { isNullable: true }),
          id('townshipId', { isNullable: true }),
          text('term', 20),
          longText('bio', { isNullable: true }),
          id('portraitPhotoId', { isNullable: true }),
          flag('active'),
          whole('letters'),
          whole('answered'),
          whole('usualAnswerHours', { isNullable: true }),
          whole('version'),
        ],
        indices: [
          new TableIndex({ name: 'ux_members_number', columnNames: ['number'], isUnique: true }),
          new TableIndex({ name: 'ix_members_pinyin', columnNames: ['active', 'pinyin', 'id'] }),
          ...['sector', 'committee', 'township'].map(
            (kind) =>
              new TableIndex({ name: `ix_members_${kind}`, columnNames: ['active', `${kind}Id`, 'pinyin', 'id'] }),
          ),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'rosters',
        columns: [
          id('id', { isPrimary: true }),
          text('fileName', 100),
          text('state', 12),
          id('uploadedBy'),
          instant('uploadedAt'),
          instant('importedAt', { isNullable: true }),
          whole('toCreate'),
          whole('toUpdate'),
          whole('unchanged'),
        ],
        indices: [new TableIndex({ name: 'ix_rosters_uploaded', columnNames: ['uploadedAt'] })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'roster_rows',
        columns: [
          id('rosterId', { isPrimary: true }),
          whole('line', { isPrimary: true }),
          longText('cells'),
          longText('misread'),
          longText('problems'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['roster_rows', 'rosters', 'members', 'directory_units']) await runner.dropTable(table);
  }
}
