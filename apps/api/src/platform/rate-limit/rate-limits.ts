import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { tooManyRequests } from '../problems/problem.js';
import { Settings } from '../settings/settings.js';
import { RateCounter } from './rate-counter.entity.js';

/** At most `limit` tries in each window of `windowSeconds`. */
export interface RateRule {
  readonly name: string;
  readonly limit: number;
  readonly windowSeconds: number;
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
   * @throws {Problem} 429 with `retryAfterSeconds`.
   */
  async consume(rule: RateRule, subject: string, detail = '操作太频繁了，请稍后再试。'): Promise<void> {
    const now = this.clock.now().getTime();
    const window = Math.floor(now / (rule.windowSeconds * 1000));
    const expiresAt = new Date((window + 1) * rule.windowSeconds * 1000);
    const hashed = createHmac('sha256', this.settings.SECRET_KEY).update(subject).digest('base64url').slice(0, 22);
    const name = `${rule.name}:${hashed}:${window}`;
    const count = await this.database.writeApart(async (manager) => {
      const { affected } = await manager.increment(RateCounter, { name }, 'count', 1);
      if (affected === 0) {
        await manager
          .createQueryBuilder()
          .insert()
          .into(RateCounter)
          .values({ name, count: 0, expiresAt })
          .orIgnore()
          .execute();
        await manager.increment(RateCounter, { name }, 'count', 1);
      }
      return (await manager.findOneByOrFail(RateCounter, { name })).count;
    });
    if (count > rule.limit) throw tooManyRequests(detail, Math.max(1, Math.ceil((expiresAt.getTime() - now) / 1000)));
  }

  /** Deletes the counters of windows that have passed. */
  async purge(): Promise<void> {
    await this.database.write((manager) => manager.delete(RateCounter, { expiresAt: LessThan(this.clock.now()) }));
  }
}
