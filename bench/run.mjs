import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import autocannon from 'autocannon';
import mysql from 'mysql2/promise';
import { startMariadb } from '../scripts/mariadb.mjs';
import { anyFreePort, main, ROOT, runOrFail, ScriptError, stopChild } from '../scripts/processes.mjs';
import { loadStatements, SIZES } from './data.mjs';
import { loopStatements } from './loop-data.mjs';
import { asReplay, captureAll, compareBuilds } from './loop-runs.mjs';
import { DIGEST, LOOP_SCENARIOS, SAMPLES } from './loop-scenarios.mjs';
import { writeReport } from './report.mjs';
import { next, SCENARIOS } from './scenarios.mjs';

const CONNECTIONS = 32;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 6);
const SERVER_OPTIONS = ['--innodb-buffer-pool-size=4G', '--innodb-log-file-size=1G', '--character-set-server=utf8mb4'];
/** The last requests of a run are cut off by the client; the programs finish them in this time. */
const SETTLE_MILLISECONDS = 2000;
const API = join(ROOT, 'apps', 'api', 'dist', 'src');

const say = (words) => process.stdout.write(`${words}\n`);

function environment(url) {
  return {
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    DISPATCHER: 'false',
    DATABASE_URL: url,
    DATABASE_POOL: '20',
    DATA_DIR: mkdtempSync(join(tmpdir(), 'lianxin-bench-')),
    SECRET_KEY: 'a-key-for-measuring-only-0123456789-abcdef',
    LETTERS_PER_DAY: '1000',
    LETTERS_PER_30_DAYS: '10000',
  };
}

/** Migrates an empty database with the product's own migrations and fills it. */
async function load(server, name, size) {
  const started = Date.now();
  const connection = await mysql.createConnection(server);
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  const url = `${server}/${name}`;
  await runOrFail('Migrating', [process.execPath, [join(API, 'cli', 'migrate.js')]], { env: environment(url) });
  await connection.query(`USE ${name}`);
  for (const statement of [...loadStatements(size), ...loopStatements(size)]) await connection.query(statement);
  await connection.end();
  say(`${size.letters.toLocaleString('en')} letters loaded in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  return url;
}

async function startProgram(file, url, more = {}) {
  const port = await anyFreePort();
  const env = { ...environment(url), ...more };
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 1200 && child.exitCode === null; tries++) {
    const answers = await fetch(`${address}/api/v1/members`).then(
      (reply) => reply.ok,
      () => false,
    );
    if (answers) {
      const stop = () => stopChild(child).then(() => rmSync(env.DATA_DIR, { recursive: true, force: true }));
      return { address, stop };
    }
    await setTimeout(100);
  }
  throw new ScriptError(`${file} did not start`);
}

/** A number whose accounts were not captured: the bare program counts those towards their limits of searches with each replay. */
function notCaptured({ officers, mailboxes }) {
  for (;;) {
    const number = next(1_000_000);
    if (number % officers >= SAMPLES && number % mailboxes >= SAMPLES) return number;
  }
}

/** One run of a scenario against one program. @throws {ScriptError} when any answer is not the expected one. */
async function measure({ address, replays }, { name, request, replay }, size, seconds) {
  const result = await autocannon({
    url: address,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [
      {
        setupRequest: (base) => ({
          ...base,
          ...(replays && replay ? replay : request)(size, replay ? notCaptured(size) : next(1_000_000)),
        }),
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0) {
    const statuses = JSON.stringify(result.statusCodeStats);
    throw new ScriptError(`${name}: ${statuses}, ${result.errors} errors (${replays ? 'bare' : 'API'} at ${address})`);
  }
  return { perSecond: result.requests.total / result.duration, mean: result.latency.mean, p99: result.latency.p99 };
}

/** Measures two programs in turns, so that both meet the same machine; the first of each pair changes with the round. */
async function compare(scenario, [first, second]) {
  const rounds = [];
  for (const { program, size } of [first, second]) await measure(program, scenario, size, 2);
  for (let round = 0; round < ROUNDS; round++) {
    const order = round % 2 === 0 ? [first, second] : [second, first];
    const results = new Map();
    for (const side of order) results.set(side, await measure(side.program, scenario, side.size, SECONDS));
    rounds.push([results.get(first), results.get(second)]);
  }
  return rounds;
}

await main(async () => {
  const server = await startMariadb(SERVER_OPTIONS);
  const running = [server];
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-captured-'));
  try {
    const small = await load(server.url, 'small', SIZES.small);
    const large = await load(server.url, 'large', SIZES.large);
    const start = async (file, url, more) => {
      const program = await startProgram(file, url, more);
      running.unshift(program);
      return program;
    };
    const apiFile = join(API, 'main.js');
    const api = { program: await start(apiFile, large), size: SIZES.large };
    say('capturing what the API sends …');
    const captured = await captureAll(server.url, api.program.address, SIZES.large, folder);
    const bareProgram = await start(join(ROOT, 'bench', 'bare.mjs'), large, { CAPTURED: captured });
    const bare = { program: { ...bareProgram, replays: true }, size: SIZES.large };
    const few = { program: await start(apiFile, small), size: SIZES.small };
    const [inbox] = SCENARIOS;
    const growth = await compare(inbox, [api, few]);
    const pages = [];
    const failures = [];
    for (const scenario of [...SCENARIOS, ...LOOP_SCENARIOS.map((one) => ({ ...one, replay: asReplay(one) }))]) {
      say(`measuring ${scenario.name} …`);
      try {
        pages.push({ ...scenario, rounds: await compare(scenario, [api, bare]) });
      } catch (error) {
        // What was measured of the others, after minutes of loading, is not thrown away for one page.
        if (!(error instanceof ScriptError)) throw error;
        failures.push(error);
        say(error.message);
      }
    }
    say(`measuring ${DIGEST.name} …`);
    const builds = await compareBuilds(api.program, bare.program, SIZES.large, ROUNDS);
    const code = writeReport(
      { pages, builds: { ...DIGEST, rounds: builds }, growth, connections: CONNECTIONS, seconds: SECONDS },
      say,
    );
    return failures.length > 0 ? 1 : code;
  } finally {
    await setTimeout(SETTLE_MILLISECONDS);
    for (const program of running) await program.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
