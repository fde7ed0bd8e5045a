import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUnit } from '../../../test/directory.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { createPerson } from '../../../test/people.js';
import { Database } from '../database/database.js';
import { IdempotencyRecord } from '../idempotency/idempotency-record.entity.js';
import { RateCounter } from '../rate-limit/rate-counter.entity.js';
import { RateLimits } from '../rate-limit/rate-limits.js';
import { Jobs } from './jobs.js';

let test: TestApp;
let jobs: Jobs;

beforeAll(async () => {
  test = await startTestApp({ LOG_LEVEL: 'silent' });
  jobs = test.app.get(Jobs);
});
afterAll(() => test.stop());

describe('a job', () => {
  it('runs once a period, however many look at the same moment', async () => {
    let runs = 0;
    jobs.register('test.counting', 600, async () => {
      runs += 1;
    });
    await Promise.all([jobs.runDue(), jobs.runDue(), jobs.runDue()]);
    expect(runs).toBe(1);
    test.clock.advanceDays(9 / 1440);
    await jobs.runDue();
    expect(runs).toBe(1);
    test.clock.advanceDays(2 / 1440);
    await Promise.all([jobs.runDue(), jobs.runDue()]);
    expect(runs).toBe(2);
  });

  it('that fails does not keep others from running, and comes again a period later', async () => {
    let tries = 0;
    jobs.register('test.failing', 600, async () => {
      tries += 1;
      throw new Error('as planned');
    });
    jobs.register('test.after', 600, async () => undefined);
    const ran = await jobs.runDue();
    expect(ran).toContain('test.after');
    expect(ran).not.toContain('test.failing');
    test.clock.advanceDays(11 / 1440);
    await jobs.runDue();
    expect(tries).toBe(2);
  });

  it('has a name of its own', () => {
    expect(() => jobs.register('test.after', 60, async () => undefined)).toThrow('test.after');
  });
});

it('housekeeping forgets first results after a week and rate counters when their window has passed', async () => {
  const { read } = test.app.get(Database);
  const office = await createPerson(test, { roles: ['office'] });
  await createUnit(test, office, 'township', '旧请求镇');
  await test.app.get(RateLimits).consume({ name: 'test', limit: 5, windowSeconds: 60 }, 'somebody');
  test.clock.advanceDays(6.9);
  await jobs.runDue();
  expect([await read.count(IdempotencyRecord), await read.count(RateCounter)]).toEqual([1, 0]);
  test.clock.advanceDays(0.2);
  await jobs.runDue();
  expect(await read.count(IdempotencyRecord)).toBe(0);
});
