import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenStale, installWhenStale } from './builds.mjs';
import { mariadbIsInstalled, startMariadb } from './mariadb.mjs';
import { main, pnpm, ROOT, run, ScriptError, whichProgram } from './processes.mjs';
import { add, countReport, nothing } from './reports.mjs';

const REPORTS = join(ROOT, '.cache', 'test');
const strict = process.env.CI === 'true';
const say = (words) => process.stdout.write(`${words}\n`);

/** Programs that some parts need and a bare machine may lack, with the line that installs each on Debian. */
const NEEDS = {
  mysql: {
    here: () => Boolean(process.env.TEST_MYSQL_URL) || mariadbIsInstalled(),
    missing: 'no TEST_MYSQL_URL and no mariadbd',
    install: 'apt-get install -y mariadb-server',
  },
  chromium: {
    here: () => Boolean(whichProgram('chromium')),
    missing: 'no chromium',
    install: 'apt-get install -y chromium',
  },
  fonts: {
    here: hasChineseFont,
    missing: 'no Chinese font',
    install: 'apt-get install -y fonts-noto-cjk',
  },
};

function hasChineseFont() {
  try {
    return readdirSync('/usr/share/fonts', { recursive: true }).some((name) =>
      /NotoSansCJK|NotoSerifCJK|wqy|SourceHan/i.test(name),
    );
  } catch {
    return false;
  }
}

/** A part that is one check: it passes or fails as a whole. */
async function check(command, options) {
  const { code } = await run(command, options);
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** The tests of one workspace package, counted by vitest itself. */
async function vitest(folder, { env = {}, only = [], name = folder.replaceAll('/', '-') } = {}) {
  const report = join(REPORTS, `${name}.json`);
  const program = join(ROOT, folder, 'node_modules', 'vitest', 'vitest.mjs');
  const parameters = [program, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...only];
  const { code } = await run([process.execPath, parameters], { cwd: join(ROOT, folder), env });
  return countReport(report, code);
}

/** Does `work` with a MySQL-compatible server: the one given, or a private one. */
async function withMysql(work) {
  const given = process.env.TEST_MYSQL_URL;
  // Durability of the server's own disk is not what is tested, and costs an fsync a transaction.
  const server = given
    ? { url: given, stop: async () => undefined }
    : await startMariadb(['--innodb-flush-log-at-trx-commit=0']);
  try {
    return await work({ TEST_DB: 'mysql', TEST_MYSQL_URL: server.url });
  } finally {
    await server.stop();
  }
}

async function unit() {
  const total = nothing();
  add(total, await vitest('packages/shared'));
  add(total, await vitest('apps/miniprogram', { only: ['src'] }));
  return total;
}

async function build() {
  await buildWhenStale(['shared', 'api', 'h5', 'weapp'], (words) => say(words));
  return { passed: 1, failed: 0, skipped: 0 };
}

/** The client's types, made anew from the API's description, are the very file that is checked in. (The API's own tests compare the description with the code.) */
async function typedClient() {
  const file = 'apps/miniprogram/src/api/generated/schema.d.ts';
  const fresh = join(REPORTS, 'schema.d.ts');
  const { code } = await run(
    pnpm(
      ...['--filter', '@lianxin/miniprogram', 'exec', 'openapi-typescript'],
      ...['../api/openapi.json', '--output', fresh],
    ),
  );
  const current = code === 0 && readFileSync(fresh).equals(readFileSync(join(ROOT, file)));
  if (!current) say(`${file} is stale: run pnpm openapi and commit the result.`);
  return current ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

const PARTS = [
  {
    name: 'Lint',
    run: () =>
      check([
        process.execPath,
        [join(ROOT, 'node_modules/@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'],
      ]),
  },
  { name: 'Build', run: build },
  { name: 'Types', run: () => check(pnpm('-r', 'typecheck')) },
  { name: 'The typed client is current', run: typedClient },
  { name: 'Unit tests of the shared words and the screens', run: unit },
  { name: 'API over HTTP on SQLite', run: () => vitest('apps/api', { name: 'apps-api-sqlite' }) },
  {
    name: 'API over HTTP on MariaDB',
    needs: ['mysql'],
    run: () => withMysql((env) => vitest('apps/api', { env, name: 'apps-api-mysql' })),
  },
  {
    name: 'The mini-program as WeChat runs it',
    run: () => vitest('apps/miniprogram', { only: ['test'], name: 'weapp' }),
  },
  { name: 'Browser', needs: ['chromium', 'fonts'], run: () => vitest('e2e') },
  {
    name: 'A letter from phone to phone in the browser, on MariaDB',
    needs: ['chromium', 'fonts', 'mysql'],
    run: () => withMysql((env) => vitest('e2e', { env, only: ['src/journey.spec.ts'], name: 'e2e-mysql' })),
  },
];

/** Runs one part. What the machine lacks skips it, or fails it in CI. */
async function runPart({ name, needs = [], run: work }) {
  say(`\n━━━ ${name} ━━━`);
  const started = Date.now();
  const lacking = needs.map((need) => NEEDS[need]).filter(({ here }) => !here());
  let counts;
  if (lacking.length > 0) {
    for (const { missing, install } of lacking) say(`skipped: ${missing} (${install})`);
    counts = strict ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 };
  } else {
    try {
      counts = await work();
    } catch (error) {
      say(error instanceof ScriptError ? error.message : String(error?.stack ?? error));
      counts = { passed: 0, failed: 1, skipped: 0 };
    }
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  say(`━━━ ${name}: ${counts.failed > 0 ? 'FAILED' : lacking.length > 0 ? 'skipped' : 'passed'} in ${seconds} s`);
  return { name, counts, seconds, lacking };
}

await main(async () => {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  await installWhenStale(say);
  const total = nothing();
  const done = [];
  for (const part of PARTS) {
    const result = await runPart(part);
    add(total, result.counts);
    done.push(result);
  }
  say('\n━━━ Summary ━━━');
  for (const { name, counts, seconds, lacking } of done) {
    say(
      `${seconds.padStart(7)} s  ${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
    );
    for (const { missing, install } of lacking)
      say(`           ${strict ? 'failed' : 'skipped'}: ${missing}. To run it: ${install}`);
  }
  say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed > 0 ? 1 : 0;
});
