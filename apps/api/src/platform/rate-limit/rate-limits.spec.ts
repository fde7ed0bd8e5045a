import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { Database } from '../database/database.js';
import { Problem } from '../problems/problem.js';
import { RateCounter } from './rate-counter.entity.js';
import { RateLimits, type RateRule } from './rate-limits.js';

let app: TestApp;
let limits: RateLimits;
beforeAll(async () => {
  app = await startTestApp();
  limits = app.app.get(RateLimits);
});
afterAll(() => app.stop());

const seconds = (count: number) => app.clock.advanceDays(count / 86_400);

/** The number of the try, or after how many seconds to come back. */
async function consume(rule: RateRule, subject: string): Promise<number | { retryAfter: number }> {
  try {
    return await limits.consume(rule, subject);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.status).toBe(429);
    return { retryAfter: Number(error.extensions.retryAfterSeconds) };
  }
}

describe('a rate limit', () => {
  const rule: RateRule = { name: 'spec', limit: 3, windowSeconds: 100 };

  test('counts from the first try for a whole window and says when the next may come', async () => {
    for (const expected of [1, 2, 3]) {
      expect(await consume(rule, 'a')).toBe(expected);
      seconds(20);
    }
    const refused = await consume(rule, 'a');
    expect(refused).toMatchObject({ retryAfter: expect.any(Number) });
    expect(Math.abs((refused as { retryAfter: number }).retryAfter - 40)).toBeLessThanOrEqual(1);
    seconds(41);
    expect(await consume(rule, 'a')).toBe(1);
  });

  test('counts each subject and each rule by itself', async () => {
    for (let tries = 0; tries < 4; tries++) await consume(rule, 'b');
    expect(await consume(rule, 'c')).toBe(1);
    expect(await consume({ ...rule, name: 'other' }, 'b')).toBe(1);
  });

  test('lets exactly as many through as it may when many come at the same moment', async () => {
    const results = await Promise.all(Array.from({ length: 8 }, () => consume(rule, 'd')));
    expect(results.filter((result) => typeof result === 'number').sort()).toEqual([1, 2, 3]);
  });

  test('that locks refuses for a whole window from the try that reached the limit', async () => {
    const locking: RateRule = { ...rule, name: 'locking', locks: true };
    await consume(locking, 'e');
    await consume(locking, 'e');
    seconds(90);
    expect(await consume(locking, 'e')).toBe(3);
    seconds(90);
    expect(await consume(locking, 'e')).toMatchObject({ retryAfter: expect.any(Number) });
    seconds(11);
    expect(await consume(locking, 'e')).toBe(1);
  });

  test('starts anew after a success', async () => {
    await consume(rule, 'f');
    await limits.forget(rule, 'f');
    expect(await consume(rule, 'f')).toBe(1);
  });

  test('keeps no subject in readable form, and no counter for longer than its window', async () => {
    await consume(rule, '203.0.113.7');
    const names = async () => (await app.app.get(Database).read.find(RateCounter)).map(({ name }) => name);
    expect((await names()).join()).not.toContain('203.0.113.7');
    expect(await names()).not.toEqual([]);
    seconds(200);
    await limits.purge();
    expect(await names()).toEqual([]);
  });
});
