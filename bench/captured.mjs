import mysql from 'mysql2/promise';

const UUID = /\b0[0-9a-f]{7}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;

/** A UUIDv7 of this moment, as the product makes them. */
export function freshId() {
  const time = Date.now().toString(16).padStart(12, '0');
  const random = () =>
    Math.floor(Math.random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  const rest = `${random()}${random()}${random()}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-a${rest.slice(3, 6)}-${rest.slice(6, 18)}`;
}

/** The same statements with new ids in place of those that were made since `since`, so that they can be sent again. */
export function withFreshIds(statements, since) {
  const ids = new Map();
  const madeAt = (id) => Number.parseInt(`${id.slice(0, 8)}${id.slice(9, 13)}`, 16);
  return statements.map((statement) =>
    statement.replaceAll(UUID, (id) => {
      if (madeAt(id) < since) return id;
      if (!ids.has(id)) ids.set(id, freshId());
      return ids.get(id);
    }),
  );
}

/** Listens to what a program sends to the server while nothing else does: the statements with their values, in order. */
export async function startCapture(url) {
  const connection = await mysql.createConnection({ uri: url, charset: 'utf8mb4_general_ci' });
  await connection.query("SET GLOBAL log_output = 'TABLE'");
  return {
    /** What is sent while `work` runs. */
    async during(work) {
      await connection.query('TRUNCATE mysql.general_log');
      await connection.query('SET GLOBAL general_log = 1');
      try {
        await work();
      } finally {
        await connection.query('SET GLOBAL general_log = 0');
      }
      const [rows] = await connection.query(
        `SELECT CONVERT(argument USING utf8mb4) AS statement FROM mysql.general_log
         WHERE command_type = 'Query' AND thread_id <> CONNECTION_ID()`,
      );
      return rows.map(({ statement }) => statement).filter((statement) => !statement.startsWith('SET GLOBAL'));
    },
    async stop() {
      await connection.query('TRUNCATE mysql.general_log');
      await connection.end();
    },
  };
}
