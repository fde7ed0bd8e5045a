import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { instant, text } from './columns.js';

/** WeChat's access token, one row for the mini-program. */
export class Wechat1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'wechat_access_tokens',
        columns: [text('appId', 64, { isPrimary: true }), text('token', 1024), instant('expiresAt')],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('wechat_access_tokens');
  }
}
