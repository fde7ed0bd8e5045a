import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhenStale, installWhenStale } from './builds.mjs';
import { anyFreePort, main, portIsFree, ROOT, ScriptError, stopChild } from './processes.mjs';

const API = join(ROOT, 'apps', 'api', 'dist');
const FIRST_PORT = 3000;
const PORTS_TO_TRY = 20;
const READY_WITHIN_SECONDS = 60;

const say = (words) => process.stdout.write(`${words}\n`);
const children = [];
let stopping = false;

/** Starts one program of the product; `onEnd` hears of an end that nobody asked for. */
function start(file, env, onEnd) {
  const child = spawn(process.execPath, [join(API, file)], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  child.once('exit', (code) => {
    if (!stopping) onEnd(code ?? 1);
  });
  children.push(child);
  return child;
}

/** The API first, which finishes what it accepted; then what it needs. */
async function stopAll() {
  stopping = true;
  for (const child of children.reverse()) await stopChild(child);
}

/** The port asked for, or the first free one from 3000. @throws {ScriptError} when the one asked for is taken. */
async function choosePort(host) {
  const asked = process.env.PORT;
  if (asked) {
    if (await portIsFree(Number(asked), host)) return Number(asked);
    throw new ScriptError(
      `Port ${asked} is taken. Stop the program that listens there, or choose another: PORT=3001 npm start`,
    );
  }
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TO_TRY; port++) {
    if (!(await portIsFree(port, host))) continue;
    if (port !== FIRST_PORT) say(`Port ${FIRST_PORT} is taken; using ${port}.`);
    return port;
  }
  throw new ScriptError(
    `Ports ${FIRST_PORT} to ${FIRST_PORT + PORTS_TO_TRY - 1} are all taken. Choose one: PORT=8080 npm start`,
  );
}

/** Fills an empty database with demonstration data, in one transaction: an interrupted run leaves nothing behind. */
function seed(env) {
  return new Promise((done, fail) => {
    const child = start('src/demonstration/main.js', env, (code) => {
      children.splice(children.indexOf(child), 1);
      if (code === 0) done();
      else fail(new ScriptError('The demonstration data could not be made; the reason is above.'));
    });
  });
}

async function waitUntilReady(address, ended) {
  for (let tries = 0; tries < READY_WITHIN_SECONDS * 10; tries++) {
    if (ended()) throw new ScriptError('The API stopped while starting; the reason is above.');
    try {
      if ((await fetch(`${address}/health/ready`)).ok) return;
    } catch {
      // it does not listen yet
    }
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new ScriptError(`The API was not ready within ${READY_WITHIN_SECONDS} seconds.`);
}

/** Constituents first, then members, then staff. */
function rank({ roles }) {
  if (roles.some(({ name }) => name === 'member')) return 1;
  return roles.length > 1 ? 2 : 0;
}

async function printWelcome(address, where) {
  const { items } = await (await fetch(`${address}/api/v1/demonstration/accounts`)).json();
  const { STAFF } = await import(pathToFileURL(join(API, 'src', 'demonstration', 'staff.js')).href);
  const passwords = new Map(STAFF.map((person) => [person.name, `${person.username} / ${person.password}`]));
  say('');
  say(`Lianxin is ready:  ${address}`);
  say('');
  say('Demonstration accounts (choose one on the sign-in page; staff also sign in with username / password):');
  for (const { name, description } of items.sort((a, b) => rank(a) - rank(b))) {
    const password = passwords.get(name);
    say(`  ${name}  ${description}${password ? `  [${password}]` : ''}`);
  }
  say('');
  say(`Data:  ${where}`);
  say('WeChat is a stand-in on this machine. Stop with Ctrl-C.');
}

await main(async () => {
  const finished = new Promise((end) => {
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.on(signal, () => {
        if (stopping) return;
        say('\nStopping …');
        void stopAll().then(() => end(0));
      });
    }
  });
  const started = (async () => {
    const host = process.env.HOST || '127.0.0.1';
    await installWhenStale(say);
    await buildWhenStale(['shared', 'api', 'h5'], say);
    const port = await choosePort(host);
    const data = resolve(ROOT, process.env.DATA_DIR || '.data');
    mkdirSync(data, { recursive: true });
    const standInPort = await anyFreePort();
    const address = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
    const env = {
      NODE_ENV: 'production',
      DEMONSTRATION: 'true',
      HOST: host,
      PORT: String(port),
      PUBLIC_URL: process.env.PUBLIC_URL || address,
      DATA_DIR: data,
      WEB_ROOT: join(ROOT, 'apps', 'miniprogram', 'dist', 'h5'),
      WECHAT_API_BASE: `http://127.0.0.1:${standInPort}`,
      LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
    };
    const ended = { code: undefined };
    const unlessAsked = (what) => (code) => {
      ended.code = code;
      process.stderr.write(`${what} stopped by itself (exit code ${code}).\n`);
      void stopAll().then(() => process.exit(1));
    };
    await seed(env);
    start('stand-in/main.js', env, unlessAsked('The stand-in of WeChat'));
    start('src/main.js', env, unlessAsked('The API'));
    await waitUntilReady(address, () => ended.code !== undefined);
    await printWelcome(
      address,
      process.env.DATABASE_URL ? `${new URL(process.env.DATABASE_URL).host || data} and ${data}` : data,
    );
    return finished;
  })();
  try {
    return await Promise.race([finished, started]);
  } catch (error) {
    await stopAll();
    throw error;
  }
});
