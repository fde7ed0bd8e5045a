import type { EntityManager, ObjectLiteral } from 'typeorm';

/** Rows of one statement, so that it stays below the databases' limits on parameters. */
const ROWS_A_STATEMENT = 500;

/**
 * Inserts one row by a plain statement, with the values converted as TypeORM converts them. For the rows of hot writes: building an
 * insert query costs more than the database needs to run it.
 * @param row the columns to set; those left out get the table's default. A version column starts at 1.
 */
export async function insertRow<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: new () => Row,
  row: Partial<Row>,
): Promise<void> {
  await insertRows(manager, entity, [row]);
}

/** Inserts many rows, like {@link insertRow}, by as few statements as the databases take. All rows set the columns that the first one sets. */
export async function insertRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: new () => Row,
  rows: readonly Partial<Row>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { driver } = manager.connection;
  const { columns, tablePath } = manager.connection.getMetadata(entity);
  const given = columns.filter(({ propertyName, isVersion }) => isVersion || first[propertyName] !== undefined);
  const names = given.map(({ databaseName }) => driver.escape(databaseName)).join(', ');
  const places = `(${given.map(() => '?').join(', ')})`;
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const part = rows.slice(start, start + ROWS_A_STATEMENT);
    const values = part.flatMap((row) =>
      given.map((column) =>
        driver.preparePersistentValue(row[column.propertyName] ?? (column.isVersion ? 1 : null), column),
      ),
    );
    await manager.query(
      `INSERT INTO ${driver.escape(tablePath)} (${names}) VALUES ${part.map(() => places).join(', ')}`,
      values,
    );
  }
}
