import { readFileSync } from 'node:fs';
import { withFreshIds } from './captured.mjs';

/** Begins statements that put things back as they were; their time is not counted. */
export const PUTTING_BACK = '/* putting back */ ';

/**
 * Answers requests by the statements that the API was seen to send for such a request (`captured.mjs`), with the rows as JSON. For pages
 * whose statements depend on what the data are: a copy by hand would soon be another program.
 */
export function replayer(pool, file) {
  const captured = file ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return async (request) => {
    const [name, sample] = request.headers['x-replay'].split(':');
    const { since, samples } = captured[name];
    const statements = withFreshIds(samples[Number(sample) % samples.length], since);
    const connection = await pool.getConnection();
    const started = performance.now();
    let milliseconds = 0;
    try {
      const answers = [];
      for (const statement of statements) {
        const [rows] = await connection.query(statement);
        if (Array.isArray(rows)) answers.push(rows);
        if (!statement.startsWith(PUTTING_BACK)) milliseconds = performance.now() - started;
      }
      return { answers, milliseconds };
    } catch (error) {
      await connection.query('ROLLBACK');
      throw error;
    } finally {
      connection.release();
    }
  };
}
