import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { flag, id, instant, longText, text, whole } from './columns.js';

/** What helps with answering: templates, channels, published answers. */
export class MailboxDesk1764000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'answer_templates',
        columns: [id('id', { isPrimary: true }), id('ownerId'), text('title', 30), longText('text'), whole('version')],
        indices: [new TableIndex({ name: 'ix_answer_templates_owner', columnNames: ['ownerId'] })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'channels',
        columns: [
          id('id', { isPrimary: true }),
          text('name', 40),
          text('contact', 100),
          text('scope', 200),
          flag('active'),
          whole('version'),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'published_answers',
        columns: [
          id('id', { isPrimary: true }),
          text('category', 12),
          text('question', 100),
          longText('answer'),
          flag('active'),
          instant('publishedAt'),
          whole('version'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['published_answers', 'channels', 'answer_templates']) await runner.dropTable(table);
  }
}
