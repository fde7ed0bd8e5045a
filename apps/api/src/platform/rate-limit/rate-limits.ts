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
    const { name, expiresAt } = this.counterOf(rule, subject);
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
    if (count > rule.limit) throw tooManyRequests(detail, this.secondsUntil(expiresAt));
  }

  /**
   * Refuses when the tries counted so far are spent, without counting one: for tries of which only failures count.
   * @throws {Problem} 429 with `retryAfterSeconds`.
   */
  async refuseIfSpent(rule: RateRule, subject: string, detail: string): Promise<void> {
    const { name, expiresAt } = this.counterOf(rule, subject);
    const counter = await this.database.read.findOneBy(RateCounter, { name });
    if ((counter?.count ?? 0) >= rule.limit) throw tooManyRequests(detail, this.secondsUntil(expiresAt));
  }

  /** Starts counting anew, after a success. */
  async forget(rule: RateRule, subject: string): Promise<void> {
    await this.database.write((manager) => manager.delete(RateCounter, { name: this.counterOf(rule, subject).name }));
  }

  /** Deletes the counters of windows that have passed. */
  async purge(): Promise<void> {
    await this.database.write((manager) => manager.delete(RateCounter, { expiresAt: LessThan(this.clock.now()) }));
  }

  private counterOf(rule: RateRule, subject: string): { name: string; expiresAt: Date } {
    const window = Math.floor(this.clock.now().getTime() / (rule.windowSeconds * 1000));
    const hashed = createHmac('sha256', this.settings.SECRET_KEY).update(subject).digest('base64url').slice(0, 22);
    return {
      name: `${rule.name}:${hashed}:${window}`,
      expiresAt: new Date((window + 1) * rule.windowSeconds * 1000),
    };
  }

  private secondsUntil(instant: Date): number {
    return Math.max(1, Math.ceil((instant.getTime() - this.clock.now().getTime()) / 1000));
  }
}
