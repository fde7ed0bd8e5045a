import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createConnection } from 'mysql2/promise';
import { v7 as uuidv7 } from 'uuid';
import { createApp } from '../src/create-app.js';
import { Clock } from '../src/platform/clock/clock.js';
import { Dispatcher } from '../src/platform/outbox/dispatcher.js';
import { readSettings, type SettingsValues } from '../src/platform/settings/settings.js';
import { type StandIn, startStandIn } from '../stand-in/stand-in.js';

/** True while the tests run on MariaDB or MySQL. */
export const onMysql = process.env.TEST_DB === 'mysql';

/** A clock that tests move. It starts at the real present. */
export class TestClock extends Clock {
  private offset = 0;

  override now(): Date {
    return new Date(Date.now() + this.offset);
  }

  /** Moves the present to an instant; it goes on from there. */
  set(instant: string | Date): void {
    this.offset = new Date(instant).getTime() - Date.now();
  }

  /** Lets days pass. */
  advanceDays(days: number): void {
    this.offset += days * 86_400_000;
  }
}

/** An answer of the API. `body` is the parsed JSON. */
export interface Reply<Body = Record<string, unknown>> {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  body: Body;
}

/** What a request may carry. A creating request gets a new idempotency key unless one is given. */
export interface RequestOptions {
  token?: string;
  body?: unknown;
  key?: string;
  headers?: Record<string, string>;
}

/** A whole application over a fresh database, spoken to over HTTP. */
export interface TestApp {
  app: NestFastifyApplication;
  clock: TestClock;
  settings: SettingsValues;
  /** WeChat, as the application under test sees it. Its accounts and errors are described in stand-in/README.md. */
  wechat: StandIn;
  /** Sends a request to `/api/v1…` (or to any other address that starts with `/api` or `/health`). */
  // biome-ignore lint/suspicious/noExplicitAny: a test states what it expects of a body by asserting it
  request<Body = any>(method: string, path: string, options?: RequestOptions): Promise<Reply<Body>>;
  /** Sends a file as multipart form data. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  upload<Body = any>(
    method: string,
    path: string,
    file: { name: string; type: string; bytes: Buffer },
    options?: RequestOptions,
  ): Promise<Reply<Body>>;
  /** Runs the dispatcher until nothing is due and WeChat has pushed what it owes. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** A fresh, empty database on the server of the run, or a fresh SQLite file. */
export async function freshDatabase(folder: string): Promise<{ url: string; drop: () => Promise<void> }> {
  if (!onMysql) return { url: `sqlite:${join(folder, 'test.sqlite')}`, drop: async () => undefined };
  const server = process.env.TEST_MYSQL_URL;
  if (!server) throw new Error('TEST_DB=mysql needs TEST_MYSQL_URL');
  const name = `lianxin_${uuidv7().replaceAll('-', '')}`;
  const connection = await createConnection(server);
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await connection.query(`DROP DATABASE ${name}`);
      await connection.end();
    },
  };
}

/** Starts the application with test settings; `environment` overrides some. The dispatcher runs only when `settle` is called. */
export async function startTestApp(environment: Record<string, string> = {}): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-test-'));
  const database = await freshDatabase(folder);
  const clock = new TestClock();
  const credentials = {
    WECHAT_APP_ID: 'wx0123456789abcdef',
    WECHAT_APP_SECRET: 'a-secret-for-tests-only',
    WECHAT_CALLBACK_TOKEN: 'callbackTokenForTests',
    ...environment,
  };
  let publicUrl = environment.PUBLIC_URL ?? '';
  const wechat = await startStandIn({
    appId: credentials.WECHAT_APP_ID,
    secret: credentials.WECHAT_APP_SECRET,
    callbackToken: credentials.WECHAT_CALLBACK_TOKEN,
    encodingAesKey: environment.WECHAT_ENCODING_AES_KEY,
    templateIds: ['letter-received', 'letter-answered', 'letter-due', 'letter-status'],
    callbackUrl: () => `${publicUrl}/api/v1/wechat/callback`,
    now: () => clock.now().getTime(),
  });
  const settings = readSettings({
    DEMONSTRATION: 'true',
    DATA_DIR: folder,
    DATABASE_URL: database.url,
    DATABASE_POOL: '8',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'error',
    DISPATCHER: 'false',
    SECRET_KEY: 'a-key-for-tests-only-0123456789-abcdef',
    PORT: '0',
    WECHAT_API_BASE: wechat.url,
    ...credentials,
  });
  const app = await createApp(settings, { clock });
  // Requests of tests are injected; the port is for WeChat, which fetches photos and pushes results.
  await app.listen(0, '127.0.0.1');
  publicUrl ||= await app.getUrl();
  settings.PUBLIC_URL = publicUrl;
  const server = app.getHttpAdapter().getInstance();

  async function send<Body>(
    method: string,
    path: string,
    payload: Buffer | string | undefined,
    headers: Record<string, string>,
  ): Promise<Reply<Body>> {
    const url = /^\/(api|health)\b/.test(path) ? path : `/api/v1${path}`;
    const reply = await server.inject({
      method: method as 'GET',
      url,
      headers,
      ...(payload !== undefined && { payload }),
    });
    const isJson = String(reply.headers['content-type'] ?? '').includes('json');
    return {
      status: reply.statusCode,
      headers: reply.headers,
      body: (isJson ? reply.json() : reply.rawPayload) as Body,
    };
  }

  function headersOf(method: string, options: RequestOptions): Record<string, string> {
    return {
      ...(options.token && { authorization: `Bearer ${options.token}` }),
      ...(method === 'POST' && { 'idempotency-key': options.key ?? uuidv7() }),
      ...options.headers,
    };
  }

  return {
    app,
    clock,
    settings,
    wechat,
    request: (method, path, options = {}) => {
      const hasBody = options.body !== undefined;
      const payload =
        typeof options.body === 'string' ? options.body : hasBody ? JSON.stringify(options.body) : undefined;
      return send(method, path, payload, {
        ...(hasBody && { 'content-type': 'application/json' }),
        ...headersOf(method, options),
      });
    },
    upload: (method, path, file, options = {}) => {
      const boundary = `----${uuidv7()}`;
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: ${file.type}\r\n\r\n`;
      const payload = Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
      return send(method, path, payload, {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        ...headersOf(method, options),
      });
    },
    settle: async () => {
      do await app.get(Dispatcher).drain();
      while (await wechat.pictures.idle());
    },
    stop: async () => {
      await wechat.stop();
      await app.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
