import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const BUILD = fileURLToPath(new URL('../dist/weapp', import.meta.url));
const MEBIBYTE = 1024 * 1024;
/** WeChat refuses a main package or subpackage above 2 MB; ours stays well below, so that a weak network opens it soon. */
const MAIN_MOST = MEBIBYTE;
const SUBPACKAGE_MOST = MEBIBYTE;
const TOTAL_MOST = 3 * MEBIBYTE;

const { subPackages } = JSON.parse(readFileSync(join(BUILD, 'app.json'), 'utf8')) as {
  subPackages: { root: string }[];
};
const files = readdirSync(BUILD, { recursive: true, encoding: 'utf8' }).filter((name) =>
  statSync(join(BUILD, name)).isFile(),
);

/** Bytes of all files under a folder of the build; the build's own root counts without the subpackages. */
function bytesOf(root: string): number {
  const inside = files.filter((name) => {
    const packageOf = subPackages.find((candidate) => name.startsWith(`${candidate.root}${sep}`))?.root ?? '';
    return packageOf === root;
  });
  return inside.reduce((bytes, name) => bytes + statSync(join(BUILD, relative('.', name))).size, 0);
}

describe('the size of the mini-program', () => {
  it('keeps the main package small', () => {
    expect(bytesOf('')).toBeGreaterThan(100_000);
    expect(bytesOf('')).toBeLessThan(MAIN_MOST);
  });

  it.each(subPackages)('keeps subpackage $root small', ({ root }) => {
    expect(bytesOf(root)).toBeGreaterThan(0);
    expect(bytesOf(root)).toBeLessThan(SUBPACKAGE_MOST);
  });

  it('stays small as a whole', () => {
    const total = ['', ...subPackages.map(({ root }) => root)].reduce((bytes, root) => bytes + bytesOf(root), 0);
    expect(total).toBeLessThan(TOTAL_MOST);
  });

  it('carries no source maps and no desk of the browser', () => {
    expect(files.filter((name) => name.endsWith('.map'))).toEqual([]);
    const scripts = files.filter((name) => name.endsWith('.js')).map((name) => readFileSync(join(BUILD, name), 'utf8'));
    expect(scripts.some((script) => script.includes('ant-table'))).toBe(false);
  });
});
