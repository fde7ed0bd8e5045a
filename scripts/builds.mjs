import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pnpm, ROOT, runOrFail } from './processes.mjs';

/** Lies in node_modules, so that it goes when they go. */
const INSTALLED = join(ROOT, 'node_modules', '.lianxin-installed');
const NOT_SOURCE = new Set(['node_modules', 'dist', 'coverage', '.cache', '.swc', '.data']);

const SHARED = ['packages/shared', 'tsconfig.base.json', 'pnpm-lock.yaml'];

/**
 * What is built, in order. `inputs` are files and folders whose content decides whether the build is stale; `output` is a file
 * that proves the build is there.
 */
export const BUILDS = {
  shared: {
    label: 'the shared words',
    inputs: SHARED,
    output: 'packages/shared/dist/index.js',
    command: pnpm('--filter', '@lianxin/shared', 'build'),
  },
  api: {
    label: 'the API',
    inputs: [
      ...SHARED,
      'apps/api/src',
      'apps/api/stand-in',
      'apps/api/package.json',
      'apps/api/tsconfig.json',
      'apps/api/tsconfig.build.json',
    ],
    output: 'apps/api/dist/src/main.js',
    command: pnpm('--filter', '@lianxin/api', 'build'),
  },
  h5: {
    label: 'the screens for the browser (about half a minute)',
    inputs: [...SHARED, 'apps/miniprogram'],
    output: 'apps/miniprogram/dist/h5/index.html',
    command: pnpm('--filter', '@lianxin/miniprogram', 'build:h5'),
  },
  weapp: {
    label: 'the mini-program for WeChat',
    inputs: [...SHARED, 'apps/miniprogram'],
    output: 'apps/miniprogram/dist/weapp/app.json',
    command: pnpm('--filter', '@lianxin/miniprogram', 'build:weapp'),
  },
};

function* filesUnder(path) {
  if (!existsSync(path)) return;
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const full = join(path, entry.name);
    if (entry.isDirectory()) {
      if (!NOT_SOURCE.has(entry.name)) yield* filesUnder(full);
    } else if (!/\.spec\.tsx?$|\.tsbuildinfo$/.test(entry.name)) {
      yield full;
    }
  }
}

/** One hash over names and contents of files and folders, tests left out. */
function hashOf(inputs) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const full = join(ROOT, input);
    const files = /\.\w+$/.test(input) && existsSync(full) ? [full] : filesUnder(full);
    for (const file of files) hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function sameAs(file, hash) {
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
}

function keep(file, hash) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, hash);
}

/** Installs the dependencies when the lockfile or a package.json is not the one installed last. */
export async function installWhenStale(say) {
  const hash = hashOf([
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    ...['apps', 'packages'].flatMap((folder) =>
      readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}/package.json`),
    ),
    'bench/package.json',
    'e2e/package.json',
  ]);
  if (sameAs(INSTALLED, hash)) return;
  say('Installing dependencies …');
  await runOrFail('Installing dependencies', pnpm('install', '--frozen-lockfile'));
  keep(INSTALLED, hash);
}

/**
 * Builds the named parts whose sources are not those of their last finished build; a build that was interrupted is done anew.
 * @param names keys of {@link BUILDS}, in order.
 */
export async function buildWhenStale(names, say) {
  for (const name of names) {
    const { label, inputs, output, command } = BUILDS[name];
    const mark = join(ROOT, '.cache', 'builds', name);
    const hash = hashOf(inputs);
    if (existsSync(join(ROOT, output)) && sameAs(mark, hash)) continue;
    say(`Building ${label} …`);
    rmSync(mark, { force: true });
    await runOrFail(`Building ${label}`, command);
    keep(mark, hash);
  }
}
