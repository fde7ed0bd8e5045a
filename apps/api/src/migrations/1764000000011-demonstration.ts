import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { instant, whole } from './columns.js';

/** Whether demonstration data was made, wholly or in part. Stays empty outside demonstrations. */
export class Demonstration1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'demonstration_runs',
        columns: [whole('id', { isPrimary: true }), instant('startedAt'), instant('finishedAt', { isNullable: true })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('demonstration_runs');
  }
}
