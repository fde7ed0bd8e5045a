import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { insertRow } from '../database/insert-row.js';
import { OutboxMessage } from './outbox-message.entity.js';

/** Handles the messages of one topic, at least once each, so it must bear a second time. */
export type OutboxHandler<Payload> = (payload: Payload, message: OutboxMessage) => Promise<void>;

/** Thrown by a handler to be called again later without counting as a failure (a service that is down delays, never drops). */
export class TryAgainLater extends Error {
  override readonly name = 'TryAgainLater';

  constructor(
    readonly reason: string,
    readonly afterSeconds?: number,
  ) {
    super(reason);
  }
}

/** Where use cases leave what must happen after them, and where features say who handles it. */
@Injectable()
export class Outbox {
  private readonly handlers = new Map<string, OutboxHandler<never>>();
  private wake: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Registers the one handler of a topic; call it when the module starts. */
  register<Payload>(topic: string, handler: OutboxHandler<Payload>): void {
    if (this.handlers.has(topic)) throw new Error(`topic ${topic} has a handler already`);
    this.handlers.set(topic, handler as OutboxHandler<never>);
  }

  /** The handler of a topic. @throws {Error} when no feature handles it. */
  handlerOf(topic: string): OutboxHandler<never> {
    const handler = this.handlers.get(topic);
    if (!handler) throw new Error(`topic ${topic} has no handler`);
    return handler;
  }

  /** Leaves a message in the transaction under way. `availableAt` plans it for later. */
  async emit(topic: string, payload: unknown, availableAt = this.clock.now()): Promise<void> {
    await this.database.write(async (manager) => {
      await insertRow(manager, OutboxMessage, {
        id: uuidv7(),
        topic,
        payload,
        status: 'waiting',
        attempts: 0,
        createdAt: this.clock.now(),
        availableAt,
        leaseToken: null,
        lastError: null,
      });
    });
    this.database.afterCommit(() => this.wake());
  }

  /** Lets the dispatcher of this process know of new messages without waiting for its next look. */
  onEmit(wake: () => void): void {
    this.wake = wake;
  }
}
