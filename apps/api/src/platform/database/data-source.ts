import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import SqliteConnection from 'libsql';
import { DataSource, type EntitySchema, type MixedList } from 'typeorm';
import type { SettingsValues } from '../settings/settings.js';

type EntityList = MixedList<string | EntitySchema | (new () => object)>;
type MigrationList = MixedList<string | (new () => object)>;

/** What {@link openDataSources} needs to know of the product: its tables and their history. */
export interface Schema {
  readonly entities: EntityList;
  readonly migrations: MigrationList;
}

/**
 * A write transaction takes the write lock at its start. SQLite's default takes it at the first write, and a transaction that
 * has read before then fails at once when another process has written in between.
 */
class ImmediateSqliteConnection extends SqliteConnection {
  constructor(...parameters: ConstructorParameters<typeof SqliteConnection>) {
    super(...parameters);
    const prepare = this.prepare.bind(this) as typeof this.prepare;
    this.prepare = ((sql: string) =>
      prepare(sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql)) as typeof this.prepare;
  }
}

interface SqlitePragmas {
  pragma(source: string): unknown;
}

function prepareSqlite(connection: SqlitePragmas): void {
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'busy_timeout = 8000', 'foreign_keys = ON']) {
    connection.pragma(pragma);
  }
}

function sqliteDataSource(file: string, schema: Schema): DataSource {
  return new DataSource({
    type: 'better-sqlite3',
    driver: ImmediateSqliteConnection,
    database: file,
    prepareDatabase: prepareSqlite,
    migrationsTransactionMode: 'each',
    ...schema,
  });
}

/**
 * Opens the database that `DATABASE_URL` names and brings its tables up to date when `DATABASE_MIGRATE` asks for it.
 * @returns one data source for reading and one for writing; with MySQL they are the same pool.
 */
export async function openDataSources(
  settings: Pick<SettingsValues, 'DATABASE_URL' | 'DATABASE_POOL' | 'DATABASE_MIGRATE'>,
  schema: Schema,
): Promise<{ reader: DataSource; writer: DataSource }> {
  if (settings.DATABASE_URL.startsWith('sqlite:')) {
    const file = resolve(settings.DATABASE_URL.slice('sqlite:'.length));
    mkdirSync(dirname(file), { recursive: true });
    const writer = await sqliteDataSource(file, schema).initialize();
    if (settings.DATABASE_MIGRATE) await writer.runMigrations();
    return { writer, reader: await sqliteDataSource(file, schema).initialize() };
  }
  const pool = await new DataSource({
    type: 'mysql',
    url: settings.DATABASE_URL,
    charset: 'utf8mb4_general_ci',
    timezone: 'Z',
    supportBigNumbers: true,
    isolationLevel: 'READ COMMITTED',
    poolSize: settings.DATABASE_POOL,
    // The driver's own stack for every statement costs as much as the statement; failures carry that of the caller anyway.
    extra: { trace: false },
    migrationsTransactionMode: 'none',
    ...schema,
  }).initialize();
  if (settings.DATABASE_MIGRATE) await migrateOneAtATime(pool);
  return { writer: pool, reader: pool };
}

/** Several copies may start together: the first migrates, the others wait for it. */
async function migrateOneAtATime(pool: DataSource): Promise<void> {
  const runner = pool.createQueryRunner();
  try {
    await runner.query("SELECT GET_LOCK('lianxin-migrations', 300)");
    await pool.runMigrations();
    await runner.query("SELECT RELEASE_LOCK('lianxin-migrations')");
  } finally {
    await runner.release();
  }
}
