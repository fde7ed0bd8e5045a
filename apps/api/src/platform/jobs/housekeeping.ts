import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { IdempotencyRecord } from '../idempotency/idempotency-record.entity.js';
import { Dispatcher } from '../outbox/dispatcher.js';
import { RateLimits } from '../rate-limit/rate-limits.js';
import { Jobs } from './jobs.js';

const HOUR_SECONDS = 3600;
/** A client that has not retried within a week will not. */
const KEEP_RESULTS_DAYS = 7;

/** The foundation's own hourly jobs: what has served its time is deleted. */
@Injectable()
export class Housekeeping implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly dispatcher: Dispatcher,
    private readonly limits: RateLimits,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register('platform.outbox', HOUR_SECONDS, () => this.dispatcher.purge());
    this.jobs.register('platform.rate-limits', HOUR_SECONDS, () => this.limits.purge());
    this.jobs.register('platform.idempotency', HOUR_SECONDS, () => this.purgeResults());
  }

  /** Forgets first results older than a week. */
  async purgeResults(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEEP_RESULTS_DAYS * 86_400_000);
    await this.database.write((manager) => manager.delete(IdempotencyRecord, { createdAt: LessThan(before) }));
  }
}
