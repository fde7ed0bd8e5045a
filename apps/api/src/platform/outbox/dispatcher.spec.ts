import { PinoLogger } from 'nestjs-pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { Database } from '../database/database.js';
import { Settings } from '../settings/settings.js';
import { Dispatcher } from './dispatcher.js';
import { Outbox, type OutboxHandler, TryAgainLater } from './outbox.js';
import { OutboxMessage } from './outbox-message.entity.js';

let app: TestApp;
let outbox: Outbox;
let database: Database;
let dispatcher: Dispatcher;
const handler = vi.fn<OutboxHandler<{ what: string }>>();

beforeAll(async () => {
  app = await startTestApp();
  outbox = app.app.get(Outbox);
  database = app.app.get(Database);
  dispatcher = app.app.get(Dispatcher);
  outbox.register('spec.topic', handler);
});
afterAll(() => app.stop());
beforeEach(async () => {
  handler.mockReset().mockResolvedValue(undefined);
  await database.write((manager) => manager.clear(OutboxMessage));
});

const seconds = (count: number) => app.clock.advanceDays(count / 86_400);
const emit = (what = 'x', availableAt?: Date) => outbox.emit('spec.topic', { what }, availableAt);
const message = () => database.read.findOneOrFail(OutboxMessage, { where: { topic: 'spec.topic' } });
const handled = () => handler.mock.calls.map(([{ what }]) => what);

/** A dispatcher in another process over the same database. */
async function anotherDispatcher(): Promise<Dispatcher> {
  const logger = await app.app.resolve(PinoLogger);
  return new Dispatcher(database, outbox, app.clock, app.app.get(Settings), logger);
}

/** A promise to be fulfilled or broken by hand. */
function deferred(): { promise: Promise<void>; resolve: () => void; reject: (error: Error) => void } {
  let resolve: () => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<void>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}

describe('a message', () => {
  test('is handled once, in the order of writing, and then done', async () => {
    for (const what of ['first', 'second', 'third']) {
      await emit(what);
      seconds(1);
    }
    expect(await dispatcher.drain()).toBe(3);
    expect(handled()).toEqual(['first', 'second', 'third']);
    expect(await dispatcher.drain()).toBe(0);
    expect((await message()).status).toBe('done');
  });

  test('of a use case that failed never existed', async () => {
    const failed = database.write(async () => {
      await emit();
      throw new Error('the use case failed');
    });
    await expect(failed).rejects.toThrow();
    expect(await dispatcher.drain()).toBe(0);
  });

  test('planned for later waits until then', async () => {
    await emit('planned', new Date(app.clock.now().getTime() + 3_600_000));
    expect(await dispatcher.drain()).toBe(0);
    seconds(3601);
    expect(await dispatcher.drain()).toBe(1);
  });

  test('that fails is tried again after 2, 4, 8 … seconds, at most an hour, and given up after twelve failures', async () => {
    handler.mockRejectedValue(Object.assign(new Error('王小明的来信'), { code: 'ECONNREFUSED' }));
    await emit();
    const delays: number[] = [];
    for (let tries = 1; tries <= 12; tries++) {
      expect(await dispatcher.drain()).toBe(1);
      const { availableAt } = await message();
      const delay = (availableAt.getTime() - app.clock.now().getTime()) / 1000;
      delays.push(Math.round(delay));
      expect(await dispatcher.drain()).toBe(0);
      seconds(delay + 1);
    }
    expect(delays).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3600]);
    const { status, attempts, lastError } = await message();
    expect({ status, attempts, lastError }).toEqual({
      status: 'given_up',
      attempts: 12,
      lastError: 'Error ECONNREFUSED',
    });
    seconds(7200);
    expect(await dispatcher.drain()).toBe(0);
  });

  test('that is put off is never given up, and waits as long as it has waited so far', async () => {
    handler.mockRejectedValue(new TryAgainLater('WeChat 45009'));
    await emit();
    for (let tries = 1; tries <= 20; tries++) {
      expect(await dispatcher.drain()).toBe(1);
      const { availableAt } = await message();
      seconds((availableAt.getTime() - app.clock.now().getTime()) / 1000 + 1);
    }
    const waited = app.clock.now().getTime() - (await message()).createdAt.getTime();
    expect(waited).toBeGreaterThan(8 * 3_600_000);
    expect(await message()).toMatchObject({ status: 'waiting', attempts: 0, lastError: 'WeChat 45009' });
    handler.mockRejectedValueOnce(new Error('a real failure'));
    await dispatcher.drain();
    expect(await message()).toMatchObject({ status: 'waiting', attempts: 1 });
  });

  test('that fails keeps no other from its handler', async () => {
    await emit('bad');
    await emit('good');
    handler.mockImplementation(async ({ what }) => {
      if (what === 'bad') throw new Error('bad');
    });
    await dispatcher.drain();
    expect(handled().sort()).toEqual(['bad', 'good']);
  });

  test('that was done is deleted after a week, and what waits or was given up stays', async () => {
    await emit();
    await dispatcher.drain();
    app.clock.advanceDays(7.1);
    await emit('waiting');
    await dispatcher.purge();
    const kept = await database.read.find(OutboxMessage);
    expect(kept.map(({ payload }) => payload)).toEqual([{ what: 'waiting' }]);
  });
});

describe('several dispatchers', () => {
  test('share the messages: each is handled by one', async () => {
    const expected = Array.from({ length: 60 }, (_, index) => `m${index}`);
    for (const what of expected) await emit(what);
    const others = await Promise.all([anotherDispatcher(), anotherDispatcher()]);
    const counts = await Promise.all([dispatcher, ...others].map((one) => one.drain()));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60);
    expect(handled().sort()).toEqual(expected.sort());
  });
});

describe('a dispatcher that dies', () => {
  test('between taking a message and handling it is replaced when its lease ends', async () => {
    const stuck = deferred();
    handler.mockReturnValueOnce(stuck.promise);
    await emit();
    const dead = dispatcher.drain();
    await vi.waitFor(() => expect(handler).toHaveBeenCalledTimes(1));
    const other = await anotherDispatcher();
    expect(await other.drain()).toBe(0);
    seconds(61);
    expect(await other.drain()).toBe(1);
    expect((await message()).status).toBe('done');
    // What comes of the first one after all changes nothing any more.
    stuck.reject(new Error('too late'));
    await dead;
    expect(await message()).toMatchObject({ status: 'done', attempts: 0, lastError: null });
  });

  test('does not settle what another dispatcher has in hand now', async () => {
    const [first, second] = [deferred(), deferred()];
    handler.mockReturnValueOnce(first.promise).mockReturnValueOnce(second.promise);
    await emit();
    const slow = dispatcher.drain();
    await vi.waitFor(() => expect(handler).toHaveBeenCalledTimes(1));
    seconds(61);
    const taken = (await anotherDispatcher()).drain();
    await vi.waitFor(() => expect(handler).toHaveBeenCalledTimes(2));
    first.resolve();
    await slow;
    expect((await message()).status).toBe('waiting');
    second.resolve();
    await taken;
    expect((await message()).status).toBe('done');
  });

  test('between handling a message and writing that down hands it over again: at least once, never not at all', async () => {
    await emit();
    let dying: ReturnType<typeof vi.spyOn> | undefined;
    handler.mockImplementationOnce(async () => {
      dying = vi.spyOn(database, 'write').mockRejectedValue(new Error('the process is gone'));
    });
    await expect(dispatcher.drain()).rejects.toThrow('the process is gone');
    dying?.mockRestore();
    expect(await dispatcher.drain()).toBe(0);
    seconds(61);
    expect(await dispatcher.drain()).toBe(1);
    expect(handler).toHaveBeenCalledTimes(2);
    expect((await message()).status).toBe('done');
  });
});
