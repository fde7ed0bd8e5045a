import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions, TableIndex } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { flag, id, instant, longText, text, whole } from './columns.js';

const maybe = { isNullable: true } as const;
const key = { isPrimary: true } as const;

const small = (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({
  name,
  type: 'tinyint',
  ...more,
});
const large = (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({
  name,
  type: 'bigint',
  ...more,
});

/** Each of these takes the letters that were there before, batch by batch, after the upgrade. */
const CATCHING_UP = ['search.letters', 'figures.letters'];

/** What texts are found by, and how far each letter has come and how many have. */
export class SearchAndFigures1764000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'text_documents',
        columns: [
          large('document', key),
          small('kind'),
          id('id'),
          text('title', 200),
          longText('text'),
          longText('scopes'),
          instant('at'),
        ],
        indices: [new TableIndex({ name: 'ux_text_documents', columnNames: ['kind', 'id'], isUnique: true })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'text_grams',
        columns: [small('kind', key), whole('gram', key), large('document', key)],
        withoutRowid: true,
      }),
    );
    await runner.createTable(
      new Table({
        name: 'text_scopes',
        columns: [small('kind', key), text('scope', 80, key), large('document', key)],
        withoutRowid: true,
      }),
    );
    await runner.createTable(
      new Table({
        name: 'letter_progress',
        columns: [
          id('letterId', key),
          text('month', 7),
          id('sectorId'),
          id('townshipId', maybe),
          text('category', 12),
          instant('deliveredAt'),
          instant('answeredAt', maybe),
          flag('inTime'),
          instant('liftedAt', maybe),
          instant('acceptedAt', maybe),
          instant('decidedAt', maybe),
          instant('adoptedAt', maybe),
          instant('fedBackAt', maybe),
          instant('relayedAt', maybe),
          instant('heardAt', maybe),
          whole('stars', maybe),
        ],
        indices: [
          new TableIndex({ name: 'ix_letter_progress_month', columnNames: ['month', 'letterId'] }),
          new TableIndex({ name: 'ix_letter_progress_sector', columnNames: ['sectorId', 'month', 'letterId'] }),
          new TableIndex({ name: 'ix_letter_progress_township', columnNames: ['townshipId', 'month', 'letterId'] }),
          new TableIndex({ name: 'ix_letter_progress_category', columnNames: ['category', 'month', 'letterId'] }),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'loop_changes',
        columns: [
          id('id', key),
          text('month', 7),
          id('sectorId'),
          id('townshipId'),
          text('category', 12),
          text('step', 20),
          whole('days'),
          whole('letters'),
          whole('stars'),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'loop_figures',
        columns: [
          text('dimension', 10, key),
          text('part', 36, key),
          text('month', 7, key),
          text('step', 20, key),
          whole('days', key),
          whole('letters'),
          whole('stars'),
        ],
        withoutRowid: true,
      }),
    );
    const [{ letters }] = (await runner.query('SELECT COUNT(*) AS letters FROM letters')) as [
      { letters: number | string },
    ];
    if (Number(letters) === 0) return;
    for (const topic of CATCHING_UP) await this.emit(runner, topic);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['loop_figures', 'loop_changes', 'letter_progress', 'text_scopes', 'text_grams', 'text_documents'];
    for (const table of tables) await runner.dropTable(table);
  }

  private async emit(runner: QueryRunner, topic: string): Promise<void> {
    const now = new Date();
    const at = runner.connection.options.type === 'mysql' ? now : now.toISOString().slice(0, 23).replace('T', ' ');
    await runner.query(
      `INSERT INTO outbox_messages (id, topic, payload, status, attempts, createdAt, availableAt)
       VALUES (?, ?, '{"after":""}', 'waiting', 0, ?, ?)`,
      [uuidv7(), topic, at, at],
    );
  }
}
