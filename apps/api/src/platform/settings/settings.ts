import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';

const flag = z.enum(['true', 'false'], { error: 'true or false' }).transform((value) => value === 'true');

const wholeNumber = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d+$/, { error: `a whole number from ${minimum} to ${maximum}` })
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum, {
      error: `a whole number from ${minimum} to ${maximum}`,
    });

const url = z.string().regex(/^https?:\/\/[^\s/]+/, { error: 'an address that starts with http:// or https://' });

/** Keys of a subscribe message template's fields on WeChat's platform: letter number, title, time, hint. */
const templateFields = z
  .string()
  .regex(/^character_string\d{1,2},thing\d{1,2},time\d{1,2},thing\d{1,2}$/, {
    error: 'the keys for number, title, time and hint, such as character_string1,thing2,time3,thing4',
  })
  .default('character_string1,thing2,time3,thing4');

/** Every setting, its form and its default. `.env.example` lists them with their meaning. */
const schema = z.object({
  DEMONSTRATION: flag.default(false),
  HOST: z.string().min(1, { error: 'an address to listen on, such as 0.0.0.0' }).default('127.0.0.1'),
  PORT: wholeNumber(0, 65535).default(3000),
  PUBLIC_URL: url.optional(),
  TRUST_PROXY: flag.default(false),
  WEB_ROOT: z.string().optional(),
  DATA_DIR: z.string().min(1, { error: 'a folder' }).default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|mysql:\/\/.+)$/, {
      error: 'sqlite:<file> or mysql://<user>:<password>@<host>:<port>/<database>',
    })
    .optional(),
  DATABASE_POOL: wholeNumber(1, 500).default(20),
  DATABASE_MIGRATE: flag.default(true),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], { error: 'silent, error, warn, info or debug' })
    .default('info'),
  SECRET_KEY: z.string().min(32, { error: 'at least 32 characters' }).optional(),
  DISPATCHER: flag.default(true),
  SESSION_DAYS: wholeNumber(1, 365).default(30),
  STAFF_SESSION_HOURS: wholeNumber(1, 720).default(12),
  LINK_CODE_HOURS: wholeNumber(1, 720).default(72),
  FIRST_ANSWER_WORKING_DAYS: wholeNumber(1, 60).default(5),
  CLOSING_WORKING_DAYS: wholeNumber(1, 120).default(15),
  REOPEN_DAYS: wholeNumber(1, 365).default(30),
  DUE_SOON_WORKING_DAYS: wholeNumber(0, 30).default(1),
  INTAKE_WORKING_DAYS: wholeNumber(1, 60).default(5),
  VOICE_OBJECTION_WORKING_DAYS: wholeNumber(1, 30).default(3),
  FEEDBACK_WORKING_DAYS: wholeNumber(1, 60).default(10),
  RELAY_WORKING_DAYS: wholeNumber(1, 60).default(5),
  LETTERS_PER_DAY: wholeNumber(1, 1000).default(5),
  LETTERS_PER_30_DAYS: wholeNumber(1, 10000).default(20),
  PHOTO_STORE: z.enum(['disk', 's3'], { error: 'disk or s3' }).default('disk'),
  S3_ENDPOINT: url.or(z.literal('')).default(''),
  S3_BUCKET: z.string().default(''),
  S3_REGION: z.string().default(''),
  S3_ACCESS_KEY_ID: z.string().default(''),
  S3_SECRET_ACCESS_KEY: z.string().default(''),
  WECHAT_API_BASE: url.default('https://api.weixin.qq.com'),
  WECHAT_APP_ID: z.string().min(1, { error: "the mini-program's AppID" }).default('wx-not-configured'),
  WECHAT_APP_SECRET: z.string().min(1, { error: "the mini-program's AppSecret" }).default('not-configured'),
  WECHAT_CALLBACK_TOKEN: z.string().min(3, { error: '3 to 32 letters and digits' }).default('not-configured'),
  WECHAT_ENCODING_AES_KEY: z
    .string()
    .regex(/^[A-Za-z0-9]{43}$/, { error: '43 letters and digits' })
    .optional(),
  WECHAT_TEMPLATE_LETTER_RECEIVED: z.string().default('letter-received'),
  WECHAT_TEMPLATE_LETTER_ANSWERED: z.string().default('letter-answered'),
  WECHAT_TEMPLATE_LETTER_DUE: z.string().default('letter-due'),
  WECHAT_TEMPLATE_LETTER_STATUS: z.string().default('letter-status'),
  WECHAT_FIELDS_LETTER_RECEIVED: templateFields,
  WECHAT_FIELDS_LETTER_ANSWERED: templateFields,
  WECHAT_FIELDS_LETTER_DUE: templateFields,
  WECHAT_FIELDS_LETTER_STATUS: templateFields,
});

/** The settings in force, typed and complete. */
export type SettingsValues = Omit<z.output<typeof schema>, 'DATABASE_URL' | 'SECRET_KEY'> & {
  DATABASE_URL: string;
  SECRET_KEY: string;
};

/** Injection token and type of the settings: a class, because Nest needs a value, with the members of {@link SettingsValues}. */
export abstract class Settings extends (Object as unknown as new () => SettingsValues) {}

/** Names of all settings, for the test that compares them with `.env.example`. */
export const SETTING_NAMES = Object.keys(schema.shape);

/** A setting has a value that is not accepted; the message names each with what was given and what is accepted. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** What an S3-compatible store needs, all of it. */
const S3_NAMES = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

const SECRET_NAMES = /SECRET|KEY|TOKEN|DATABASE_URL/;

/**
 * Reads the settings from an environment.
 * @throws {SettingsError} naming every wrong setting; secrets are never repeated in the message.
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(SETTING_NAMES.map((name) => [name, environment[name] || undefined]));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const shown = SECRET_NAMES.test(name) ? '(not shown)' : JSON.stringify(given[name] ?? '');
      return `  ${name}: given ${shown}, accepted: ${issue.message}`;
    });
    throw new SettingsError(`These settings are not right:\n${lines.join('\n')}`);
  }
  const values = parsed.data;
  const isWechatItself = new URL(values.WECHAT_API_BASE).hostname === 'api.weixin.qq.com';
  if (!values.DEMONSTRATION && !isWechatItself) {
    throw new SettingsError(
      `These settings are not right:\n  WECHAT_API_BASE: given ${JSON.stringify(values.WECHAT_API_BASE)}, accepted: https://api.weixin.qq.com (a stand-in only with DEMONSTRATION=true)`,
    );
  }
  const s3Missing = S3_NAMES.filter((name) => !values[name]);
  if (values.PHOTO_STORE === 's3' && s3Missing.length > 0) {
    const lines = s3Missing.map((name) => `  ${name}: given nothing, needed with PHOTO_STORE=s3`);
    throw new SettingsError(`These settings are not right:\n${lines.join('\n')}`);
  }
  return {
    ...values,
    DATABASE_URL: values.DATABASE_URL ?? `sqlite:${join(values.DATA_DIR, 'lianxin.sqlite')}`,
    SECRET_KEY: values.SECRET_KEY ?? demonstrationSecret(values.DEMONSTRATION, values.DATA_DIR),
  };
}

/** A demonstration makes its own secret once and keeps it beside its data; production must be given one. */
function demonstrationSecret(demonstration: boolean, dataDirectory: string): string {
  if (!demonstration) {
    throw new SettingsError(
      'These settings are not right:\n  SECRET_KEY: given nothing, accepted: at least 32 characters (for example from: openssl rand -hex 32)',
    );
  }
  const file = resolve(dataDirectory, 'secret.key');
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}
