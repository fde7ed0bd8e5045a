import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThan, LessThanOrEqual, MoreThan } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { tooManyRequests } from '../problems/problem.js';
import { Settings } from '../settings/settings.js';
import { RateCounter } from './rate-counter.entity.js';

/** At most `limit` tries in `windowSeconds`, counted from the first of them. */
export interface RateRule {
  readonly name: string;
  readonly limit: number;
  readonly windowSeconds: number;
  /** The try that reaches the limit starts the window anew, so that what follows is refused for a whole window. */
  readonly locks?: boolean;
}

/** Counts tries across all copies of the API. Call it before a transaction, never inside one: a refused try must still count. */
@Injectable()
export class RateLimits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /**
   * Counts one try of `subject` (an account, an address) and refuses it when there were too many. Subjects are stored as keyed hashes.
   * @returns how many tries there were, this one included.
   * @throws {Problem} 429 with `retryAfterSeconds`.
   */
  async consume(rule: RateRule, subject: string, detail = '操作太频繁了，请稍后再试。'): Promise<number> {
    const name = this.nameOf(rule, subject);
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + rule.windowSeconds * 1000);
    const counter = await this.database.writeApart(async (manager) => {
      const { affected } = await manager.increment(RateCounter, { name, expiresAt: MoreThan(now) }, 'count', 1);
      if (affected === 0) {
        await manager.delete(RateCounter, { name, expiresAt: LessThanOrEqual(now) });
        const first = { name, count: 0, expiresAt };
        await manager.createQueryBuilder().insert().into(RateCounter).values(first).orIgnore().execute();
        await manager.increment(RateCounter, { name }, 'count', 1);
      }
      if (rule.locks) await manager.update(RateCounter, { name, count: rule.limit }, { expiresAt });
      return manager.findOneByOrFail(RateCounter, { name });
    });
    if (counter.count > rule.limit) {
      throw tooManyRequests(detail, Math.max(1, Math.ceil((counter.expiresAt.getTime() - now.getTime()) / 1000)));
    }
    return counter.count;
  }

  /** Starts counting anew, after a success. */
  async forget(rule: RateRule, subject: string): Promise<void> {
    await this.database.write((manager) => manager.delete(RateCounter, { name: this.nameOf(rule, subject) }));
  }

  /** Deletes the counters of windows that have passed. */
  async purge(): Promise<void> {
    await this.database.write((manager) => manager.delete(RateCounter, { expiresAt: LessThan(this.clock.now()) }));
  }

  private nameOf(rule: RateRule, subject: string): string {
    const hashed = createHmac('sha256', this.settings.SECRET_KEY).update(subject).digest('base64url').slice(0, 22);
    return `${rule.name}:${hashed}`;
  }
}
