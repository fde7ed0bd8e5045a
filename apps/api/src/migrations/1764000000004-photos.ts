import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { id, instant, text, whole } from './columns.js';

/** Uploaded photos; the files themselves are in the photo store. */
export class Photos1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'photos',
        columns: [
          id('id', { isPrimary: true }),
          id('ownerId'),
          text('subjectKind', 20, { isNullable: true }),
          id('subjectId', { isNullable: true }),
          whole('width'),
          whole('height'),
          instant('createdAt'),
        ],
        indices: [new TableIndex({ name: 'ix_photos_subject', columnNames: ['subjectId', 'createdAt'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('photos');
  }
}
