import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Outbox } from '../platform/outbox/outbox.js';
import { readSettings, SettingsError } from '../platform/settings/settings.js';
import { WechatHttp } from '../wechat/wechat-http.js';
import { Demonstration } from './demonstration.js';
import { DemonstrationModule } from './demonstration.module.js';
import { DemonstrationClock } from './demonstration-clock.js';
import { isEmptyForDemonstration } from './emptiness.js';
import { answerInProcess } from './wechat-in-process.js';

/** A little over twelve months: the oldest letter is a year old. */
const BACK_MILLISECONDS = 366 * 86_400_000;

/** Fills the database of the settings with demonstration data when it has none. Usage: DEMONSTRATION=true node dist/src/demonstration/main.js */
async function seed(): Promise<void> {
  const settings = readSettings({ ...process.env, DISPATCHER: 'false' });
  if (!settings.DEMONSTRATION) {
    throw new SettingsError(
      'Demonstration data is made only with DEMONSTRATION=true, so that it never mixes with real letters.',
    );
  }
  if (!(await isEmptyForDemonstration(settings))) return;
  const now = new Date();
  const clock = new DemonstrationClock(new Date(now.getTime() - BACK_MILLISECONDS));
  const app = await NestFactory.createApplicationContext(DemonstrationModule.with(settings, clock), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    const demonstration = app.get(Demonstration);
    answerInProcess(app.get(WechatHttp, { strict: false }), app.get(Outbox, { strict: false }));
    await demonstration.make(clock, now, (words) => process.stdout.write(`${words}\n`));
  } finally {
    await app.close();
  }
}

try {
  await seed();
} catch (error) {
  const known = error instanceof SettingsError;
  process.stderr.write(known ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
