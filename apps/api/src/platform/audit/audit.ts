import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database, isUniqueViolation } from '../database/database.js';
import { AuditEntry } from './audit-entry.entity.js';

/** What is put on record; sequence, time and hashes are added here. */
export interface AuditFact {
  readonly accountId: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

const FIRST_HASH = '0'.repeat(64);

function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  const content = [
    entry.sequence,
    entry.at.toISOString(),
    entry.accountId,
    entry.action,
    entry.subjectKind,
    entry.subjectId,
    entry.facts,
    entry.previousHash,
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** The hash-chained audit log: whoever changes or removes an entry breaks the chain from there on. */
@Injectable()
export class Audit implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A new log begins with an entry of its own, so that there is always a first row. Several copies may begin it together: one does. */
  async onModuleInit(): Promise<void> {
    if (await this.database.read.existsBy(AuditEntry, { sequence: 1 })) return;
    try {
      await this.append({ accountId: null, action: 'log_begun', subjectKind: 'audit_log', subjectId: '' });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }

  /** Appends an entry in the transaction under way. Of two at the same moment the second waits until the first is committed. */
  async append(fact: AuditFact): Promise<void> {
    await this.database.write(async (manager) => {
      // The first row stands for the whole log: who holds it appends. A lock on the last row would not keep others from the one after it.
      if (!this.database.isSqlite) {
        await manager.findOne(AuditEntry, { where: { sequence: 1 }, lock: { mode: 'pessimistic_write' } });
      }
      const last = await manager
        .createQueryBuilder(AuditEntry, 'entry')
        .orderBy('entry.sequence', 'DESC')
        .limit(1)
        .getOne();
      const entry = {
        sequence: (last?.sequence ?? 0) + 1,
        at: this.clock.now(),
        accountId: fact.accountId,
        action: fact.action,
        subjectKind: fact.subjectKind,
        subjectId: fact.subjectId,
        facts: JSON.stringify(fact.facts ?? {}),
        previousHash: last?.hash ?? FIRST_HASH,
      };
      await manager.insert(AuditEntry, { ...entry, hash: hashOf(entry) });
    });
  }

  /** Checks the whole chain. Returns the sequence number of the first entry that does not fit, or null when all do. */
  async verify(): Promise<number | null> {
    let previousHash = FIRST_HASH;
    for (let from = 1; ; ) {
      const entries = await this.database.read
        .createQueryBuilder(AuditEntry, 'entry')
        .where('entry.sequence >= :from', { from })
        .orderBy('entry.sequence')
        .limit(1000)
        .getMany();
      for (const entry of entries) {
        if (entry.sequence !== from || entry.previousHash !== previousHash || entry.hash !== hashOf(entry)) return from;
        previousHash = entry.hash;
        from += 1;
      }
      if (entries.length < 1000) return null;
    }
  }
}
