import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { Settings } from '../settings/settings.js';
import { Outbox, TryAgainLater } from './outbox.js';
import { OutboxMessage } from './outbox-message.entity.js';

const BATCH = 20;
/** A dispatcher that dies is replaced after this long: its leased messages become available again. */
const LEASE_SECONDS = 60;
const LOOK_EVERY_MILLISECONDS = 1000;
const MOST_ATTEMPTS = 12;
const LONGEST_DELAY_SECONDS = 3600;
const KEEP_DONE_DAYS = 7;

const SHORTEST_DELAY_SECONDS = 2;

/** Seconds until the next try after a failure: 2, 4, 8 … at most an hour. */
function backoffSeconds(attempts: number): number {
  return Math.min(2 ** attempts, LONGEST_DELAY_SECONDS);
}

/** Seconds until the next try of what was put off: as long as it has waited so far, which doubles each time; at most an hour. */
function patienceSeconds(message: OutboxMessage, now: Date): number {
  const waited = Math.ceil((now.getTime() - message.createdAt.getTime()) / 1000);
  return Math.min(Math.max(waited, SHORTEST_DELAY_SECONDS), LONGEST_DELAY_SECONDS);
}

/** Takes messages from the outbox and hands each to its handler, at least once; any number of dispatchers may run. */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, OnModuleDestroy {
  private running: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private busy = false;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(Dispatcher.name);
  }

  /** Starts looking, unless `DISPATCHER=false` leaves that to other processes. */
  onApplicationBootstrap(): void {
    if (!this.settings.DISPATCHER) return;
    this.outbox.onEmit(() => this.look());
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MILLISECONDS);
    this.look();
  }

  /** Finishes the messages in hand and takes no more. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Handles everything that is due now. Returns how many messages were handled; tests and the seed call it directly. */
  async drain(): Promise<number> {
    let handled = 0;
    while (!this.stopped) {
      const batch = await this.claim();
      if (batch.length === 0) return handled;
      for (const message of batch) await this.handle(message);
      handled += batch.length;
    }
    return handled;
  }

  private look(): void {
    if (this.busy || this.stopped) return;
    this.busy = true;
    this.running = this.drain()
      .then(() => undefined)
      .catch((error: unknown) => this.logger.error({ err: error }, 'the outbox could not be read'))
      .finally(() => {
        this.busy = false;
      });
  }

  private async claim(): Promise<OutboxMessage[]> {
    const now = this.clock.now();
    const leaseToken = uuidv7();
    const leaseUntil = new Date(now.getTime() + LEASE_SECONDS * 1000);
    return this.database.write(async (manager) => {
      const query = manager
        .createQueryBuilder(OutboxMessage, 'message')
        .where('message.status = :status AND message.availableAt <= :now', { status: 'waiting', now })
        .orderBy('message.availableAt')
        .addOrderBy('message.id')
        .limit(BATCH);
      if (!this.database.isSqlite) query.setLock('pessimistic_write').setOnLocked('skip_locked');
      const batch = await query.getMany();
      if (batch.length > 0) {
        const ids = batch.map((message) => message.id);
        await manager.update(OutboxMessage, ids, { leaseToken, availableAt: leaseUntil });
      }
      return batch.map((message) => Object.assign(message, { leaseToken }));
    });
  }

  private async handle(message: OutboxMessage): Promise<void> {
    try {
      await this.outbox.handlerOf(message.topic)(message.payload as never, message);
      await this.settle(message, { status: 'done', lastError: null });
    } catch (error) {
      await this.putBack(message, error);
    }
  }

  private async putBack(message: OutboxMessage, error: unknown): Promise<void> {
    const now = this.clock.now();
    const later = error instanceof TryAgainLater;
    // Being put off is no failure: it neither counts nor shortens what a failure has left.
    const attempts = later ? message.attempts : message.attempts + 1;
    const seconds = later ? (error.afterSeconds ?? patienceSeconds(message, now)) : backoffSeconds(attempts);
    const lastError = later ? error.reason : describe(error);
    const givenUp = attempts >= MOST_ATTEMPTS;
    this.logger.warn(
      { topic: message.topic, messageId: message.id, attempts, lastError, givenUp },
      'a message was put back',
    );
    await this.settle(message, {
      status: givenUp ? 'given_up' : 'waiting',
      attempts,
      lastError: lastError.slice(0, 200),
      availableAt: new Date(now.getTime() + seconds * 1000),
    });
  }

  /** Only the holder of the lease may settle: after an expired lease another dispatcher is in charge. */
  private async settle(message: OutboxMessage, change: Partial<OutboxMessage>): Promise<void> {
    await this.database.write(async (manager) => {
      await manager.update(OutboxMessage, { id: message.id, leaseToken: message.leaseToken ?? '' }, {
        ...change,
        leaseToken: null,
      } as Partial<OutboxMessage> & { payload?: never });
    });
  }

  /** Deletes what was done more than a week ago. */
  async purge(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEEP_DONE_DAYS * 86_400_000);
    await this.database.write(async (manager) => {
      await manager
        .createQueryBuilder()
        .delete()
        .from(OutboxMessage)
        .where('status = :status AND availableAt < :before', { status: 'done', before })
        .execute();
    });
  }
}

/** Names an error without its message, which may repeat what people wrote. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' || typeof code === 'number' ? `${error.name} ${code}` : error.name;
}
