import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DECISION_OUTCOMES, LETTER_STATES, OPINION_STATES } from '@lianxin/shared';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/harness.js';
import { DirectoryUnitsService } from '../directory/directory-units.service.js';
import { AccountsService } from '../identity/accounts.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { readSettings, type Settings } from '../platform/settings/settings.js';
import { WechatHttp } from '../wechat/wechat-http.js';
import { Demonstration } from './demonstration.js';
import { DemonstrationModule } from './demonstration.module.js';
import { DemonstrationClock } from './demonstration-clock.js';
import { Dice } from './dice.js';
import { isEmptyForDemonstration } from './emptiness.js';
import { LETTERS, planLetters } from './letter-plans.js';
import { OPINIONS } from './opinion-plans.js';
import { answerInProcess } from './wechat-in-process.js';

const NOW = new Date('2026-11-25T12:00:00+08:00');
const YEAR_AGO = new Date('2025-11-24T12:00:00+08:00');
const cast = {
  writers: 48,
  featured: 3,
  members: [
    { sector: '教育界', demonstration: true },
    { sector: '农业界', demonstration: false },
  ],
  townships: ['清溪镇', '云岭镇'],
  now: NOW,
};

describe('the plans', () => {
  it('are the same at every run, and others for other dice', () => {
    const plans = planLetters(new Dice(7), cast);
    expect(plans).toHaveLength(LETTERS);
    expect(planLetters(new Dice(7), cast)).toEqual(plans);
    expect(planLetters(new Dice(8), cast)).not.toEqual(plans);
  });

  it('keep to the limits of a letter and leave no placeholder', () => {
    for (const { title, text, steps } of planLetters(new Dice(7), cast)) {
      expect([...title].length).toBeLessThanOrEqual(50);
      expect(JSON.stringify([title, text, steps])).not.toMatch(/[{][地久][}]/);
    }
  });
});

describe('the demonstration data', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-demonstration-'));
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let app: INestApplicationContext;
  let settings: Settings;

  beforeAll(async () => {
    database = await freshDatabase(folder);
    settings = readSettings({
      DEMONSTRATION: 'true',
      DATA_DIR: folder,
      DATABASE_URL: database.url,
      DISPATCHER: 'false',
      LOG_LEVEL: 'error',
      WECHAT_API_BASE: 'http://127.0.0.1:9',
    });
    expect(await isEmptyForDemonstration(settings)).toBe(true);
    const clock = new DemonstrationClock(YEAR_AGO);
    app = await NestFactory.createApplicationContext(DemonstrationModule.with(settings, clock), { logger: false });
    answerInProcess(app.get(WechatHttp, { strict: false }), app.get(Outbox, { strict: false }));
    await app.get(Demonstration).make(clock, NOW, () => undefined);
  }, 600_000);

  afterAll(async () => {
    await app.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  function count(from: string): Promise<number> {
    return app
      .get(Database, { strict: false })
      .read.query<{ count: number | string }[]>(`SELECT COUNT(*) AS count FROM ${from}`)
      .then(([row]) => Number(row?.count));
  }

  it('is known to be there, so that it is made once', async () => {
    expect(await isEmptyForDemonstration(settings)).toBe(false);
  });

  it('has the county as the provisions know it', async () => {
    const units = await app.get(DirectoryUnitsService, { strict: false }).list({});
    const ofKind = (kind: string) => units.filter((unit) => unit.kind === kind).length;
    expect([ofKind('sector'), ofKind('township'), ofKind('committee')]).toEqual([20, 10, 8]);
    expect(await count('members')).toBe(60);
  });

  it.each(LETTER_STATES)('has letters that are %s', async (state) => {
    expect(await count(`letters WHERE state = '${state}'`)).toBeGreaterThan(0);
  });

  it('has overdue and snoozed letters, open questions for the office, and nothing left undone', async () => {
    expect(await count('letters')).toBe(LETTERS);
    expect(await count("letters WHERE escalatedAt IS NOT NULL AND state IN ('delivered', 'opened')")).toBeGreaterThan(
      3,
    );
    expect(await count('letters WHERE snoozedUntil IS NOT NULL')).toBeGreaterThan(0);
    expect(await count('moderation_items WHERE decided = 0')).toBeGreaterThan(0);
    expect(await count("outbox_messages WHERE status = 'given_up'")).toBe(0);
    expect(await count('outbox_messages WHERE attempts > 0')).toBe(0);
    expect(app.get(Clock, { strict: false }).now()).toEqual(NOW);
  });

  it.each(OPINION_STATES)('has opinions that are %s', async (state) => {
    expect(await count(`opinions WHERE state = '${state}'`)).toBeGreaterThan(0);
  });

  it('has 120 opinions, drawn from letters as far as there were any, and six digests of a year', async () => {
    expect(await count('opinions')).toBe(OPINIONS);
    expect(await count('(SELECT DISTINCT sourceId FROM opinion_sources) sources')).toBeGreaterThan(60);
    expect(await count('digests')).toBe(6);
    for (const state of ['submitted', 'decided', 'fed_back']) {
      expect(await count(`digests WHERE state = '${state}'`)).toBeGreaterThan(0);
    }
    expect(await count("sector_voices WHERE state = 'circulating'")).toBeGreaterThan(0);
    expect(await count("sector_voices WHERE state = 'relayed'")).toBeGreaterThan(0);
  });

  it('has decisions of every outcome, relays sent and left unsent, follow-ups to their end, and people who say they were heard', async () => {
    for (const outcome of DECISION_OUTCOMES) {
      expect(await count(`decisions WHERE outcome = '${outcome}'`)).toBeGreaterThan(0);
    }
    expect(await count('decisions WHERE correctionReason IS NOT NULL')).toBe(1);
    expect(await count("relays WHERE state = 'sent'")).toBeGreaterThan(20);
    expect(await count("relays WHERE state = 'ready'")).toBeGreaterThan(0);
    for (const status of ['in_hand', 'done', 'cannot_be_done']) {
      expect(await count(`follow_ups WHERE status = '${status}'`)).toBeGreaterThan(0);
    }
    expect(await count('heard_answers')).toBeGreaterThan(10);
  });

  it('is removed and made anew when its making was interrupted', async () => {
    const { read } = app.get(Database, { strict: false });
    await read.query('UPDATE demonstration_runs SET finishedAt = NULL');
    expect(await isEmptyForDemonstration(settings)).toBe(true);
    expect(await count('letters')).toBe(0);
    expect(await count('opinions')).toBe(0);
    expect(await count('demonstration_runs')).toBe(0);
  });

  it('is not made where people have accounts already', async () => {
    await app.get(AccountsService, { strict: false }).create({ name: '真用户' });
    expect(await isEmptyForDemonstration(settings)).toBe(false);
  });
});
