import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, OnApplicationShutdown } from '@nestjs/common';
import { DataSource, EntityManager, QueryFailedError } from 'typeorm';

interface Transaction {
  readonly manager: EntityManager;
  readonly afterCommit: Array<() => void>;
}

/** Errors after which the database asks for the whole transaction again: deadlock, lock wait, Galera certification, SQLite busy. */
const RETRYABLE = new Set([
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
]);
const ATTEMPTS = 4;

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const driverError: { code?: string } = error.driverError;
  return driverError.code;
}

/** True when an insert or update failed because a unique key already holds that value. */
export function isUniqueViolation(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ER_DUP_ENTRY' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/**
 * The database as use cases see it: `read` and `write`. SQLite has one connection for each, because TypeORM gives all its
 * users the same SQLite connection, and a read beside an open transaction would see what is not yet committed.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly ambient = new AsyncLocalStorage<Transaction>();
  private writersQueue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly reader: DataSource,
    private readonly writer: DataSource,
  ) {}

  /** True on SQLite, where locking clauses and some SQL functions do not exist. */
  get isSqlite(): boolean {
    return this.writer.options.type === 'better-sqlite3';
  }

  /** The manager to read with: that of the transaction under way, so that it sees its own writes, or a plain one. */
  get read(): EntityManager {
    return this.ambient.getStore()?.manager ?? this.reader.manager;
  }

  /**
   * Runs `work` in one transaction; inside another `write` it joins that one. After a deadlock the whole of `work` runs again,
   * so it must do nothing but database work (use {@link afterCommit} for the rest).
   */
  async write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const outer = this.ambient.getStore();
    if (outer) return work(outer.manager);
    for (let attempt = 1; ; attempt++) {
      try {
        return await (this.isSqlite ? this.inTurn(() => this.transaction(work)) : this.transaction(work));
      } catch (error) {
        if (attempt >= ATTEMPTS || !RETRYABLE.has(codeOf(error) ?? '')) throw error;
      }
    }
  }

  /** Runs `work` outside any transaction under way, in one of its own (counters that must hold even if the caller fails). */
  writeApart<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (this.isSqlite && this.ambient.getStore()) {
      throw new Error('SQLite has one writer: writeApart cannot run inside write');
    }
    return this.ambient.exit(() => this.write(work));
  }

  /** Calls `action` once the transaction under way is committed; at once when there is none. */
  afterCommit(action: () => void): void {
    const transaction = this.ambient.getStore();
    if (transaction) transaction.afterCommit.push(action);
    else action();
  }

  private async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const afterCommit: Array<() => void> = [];
    const result = await this.writer.transaction((manager) =>
      this.ambient.run({ manager, afterCommit }, () => work(manager)),
    );
    for (const action of afterCommit) action();
    return result;
  }

  /** One transaction at a time on SQLite's single write connection. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.writersQueue.then(work, work);
    this.writersQueue = turn.catch(() => undefined);
    return turn;
  }

  /** Closes the connections when the application has stopped. */
  async onApplicationShutdown(): Promise<void> {
    await this.writersQueue;
    await this.reader.destroy();
    if (this.writer !== this.reader) await this.writer.destroy();
  }
}
