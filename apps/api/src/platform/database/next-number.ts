import type { Database } from './database.js';

/**
 * Raises the last number given in a table of sequences and returns it; its row is held until the transaction under way ends. One
 * statement takes the row for writing at once: first sharing it and then raising it lets two who wait stop each other.
 * @param table has a column `last` beside its key.
 * @param key columns of the table's primary key with their values.
 */
export function nextNumber(
  database: Database,
  table: string,
  key: Readonly<Record<string, string | number>>,
): Promise<number> {
  const columns = Object.keys(key);
  const values = Object.values(key);
  const orRaise = database.isSqlite ? `ON CONFLICT (${columns.join(', ')}) DO UPDATE SET` : 'ON DUPLICATE KEY UPDATE';
  return database.write(async (manager) => {
    await manager.query(
      `INSERT INTO ${table} (${columns.join(', ')}, last) VALUES (${columns.map(() => '?').join(', ')}, 1)
       ${orRaise} last = last + 1`,
      values,
    );
    const [row] = await manager.query<{ last: number }[]>(
      `SELECT last FROM ${table} WHERE ${columns.map((column) => `${column} = ?`).join(' AND ')}`,
      values,
    );
    if (!row) throw new Error(`${table} has no row for ${values.join(', ')}`);
    return row.last;
  });
}
