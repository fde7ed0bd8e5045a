import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { instant, text } from './columns.js';

/** When recurring jobs are due. */
export class Jobs1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({ name: 'job_runs', columns: [text('name', 60, { isPrimary: true }), instant('dueAt')] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('job_runs');
  }
}
