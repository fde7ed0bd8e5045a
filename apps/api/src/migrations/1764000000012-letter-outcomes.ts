import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns added in place, because SQLite copies the whole table when TypeORM adds one. */
const ADDED: readonly [table: string, column: string, type: string][] = [
  ['letters', 'consentName', 'boolean NOT NULL DEFAULT 0'],
  ['notices', 'aboutKind', 'varchar(20) NULL'],
  ['notices', 'aboutId', 'varchar(36) NULL'],
];

/** What letters and notices need for opinions and for what comes back from them. */
export class LetterOutcomes1764000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column, type] of ADDED) await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, column] of ADDED) await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column}`);
  }
}
