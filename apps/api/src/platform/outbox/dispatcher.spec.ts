import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { Database } from '../database/database.js';
import { Dispatcher } from './dispatcher.js';
import { Outbox, TryAgainLater } from './outbox.js';
import { OutboxMessage } from './outbox-message.entity.js';

let app: TestApp;
let outbox: Outbox;
beforeAll(async () => {
  app = await startTestApp();
  outbox = app.app.get(Outbox);
});
afterAll(() => app.stop());

const drain = () => app.app.get(Dispatcher).drain();
const later = (seconds: number) => app.clock.set(new Date(app.clock.now().getTime() + seconds * 1000));
const stored = (topic: string) => app.app.get(Database).read.findOneByOrFail(OutboxMessage, { topic });

/** Registers a topic whose handler does what `answers` say, one after another, and then succeeds. */
function topic(name: string, ...answers: (() => Promise<void>)[]): unknown[] {
  const seen: unknown[] = [];
  outbox.register(name, async (payload: unknown) => {
    seen.push(payload);
    await answers.shift()?.();
  });
  return seen;
}

const fails = (error: Error) => () => Promise.reject(error);

describe('the dispatcher', () => {
  test('hands a message over once, and not before it is due', async () => {
    const seen = topic('test.planned');
    await outbox.emit('test.planned', { n: 1 }, new Date(app.clock.now().getTime() + 60_000));
    await drain();
    expect(seen).toEqual([]);
    later(61);
    await drain();
    await drain();
    expect(seen).toEqual([{ n: 1 }]);
    expect((await stored('test.planned')).status).toBe('done');
  });

  test('leaves nothing when the transaction around it fails', async () => {
    const seen = topic('test.undone');
    const work = app.app.get(Database).write(async () => {
      await outbox.emit('test.undone', {});
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    await drain();
    expect(seen).toEqual([]);
  });

  test('tries again after 2, 4, 8 … seconds, and gives up after twelve failures', async () => {
    const seen = topic(
      'test.broken',
      ...Array.from({ length: 20 }, () => fails(new TypeError('secret words of a person'))),
    );
    await outbox.emit('test.broken', {});
    await drain();
    later(1);
    await drain();
    expect(seen).toHaveLength(1);
    later(1.1);
    await drain();
    expect(seen).toHaveLength(2);
    for (let tries = 0; tries < 20; tries++) {
      later(3601);
      await drain();
    }
    expect(seen).toHaveLength(12);
    const { status, attempts, lastError } = await stored('test.broken');
    expect({ status, attempts, lastError }).toEqual({ status: 'given_up', attempts: 12, lastError: 'TypeError' });
  });

  test('a service that is down delays and is never given up', async () => {
    const down = Array.from({ length: 30 }, () => fails(new TryAgainLater('down', 10)));
    const seen = topic('test.down', ...down);
    await outbox.emit('test.down', {});
    for (let tries = 0; tries < 31; tries++) {
      await drain();
      later(11);
    }
    expect(seen).toHaveLength(31);
    expect((await stored('test.down')).status).toBe('done');
  });

  test('of two dispatchers only one gets a message, and one that dies is followed by the other', async () => {
    const seen = topic('test.shared', () => new Promise(() => undefined));
    await outbox.emit('test.shared', {});
    void drain();
    await expect.poll(() => seen.length).toBe(1);
    await drain();
    expect(seen).toHaveLength(1);
    later(61);
    await drain();
    expect(seen).toHaveLength(2);
    expect((await stored('test.shared')).status).toBe('done');
  });
});
