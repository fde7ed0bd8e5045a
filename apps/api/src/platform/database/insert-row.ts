import type { EntityManager, ObjectLiteral } from 'typeorm';

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
  const { driver } = manager.connection;
  const { columns, tablePath } = manager.connection.getMetadata(entity);
  const given = columns.filter(({ propertyName, isVersion }) => isVersion || row[propertyName] !== undefined);
  const names = given.map(({ databaseName }) => driver.escape(databaseName)).join(', ');
  const values = given.map((column) =>
    driver.preparePersistentValue(row[column.propertyName] ?? (column.isVersion ? 1 : null), column),
  );
  const places = given.map(() => '?').join(', ');
  await manager.query(`INSERT INTO ${driver.escape(tablePath)} (${names}) VALUES (${places})`, values);
}
