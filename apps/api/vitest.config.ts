import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The tests of the API. `TEST_DB=mysql` runs those over HTTP on MariaDB or MySQL instead of SQLite. */
export default defineConfig({
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  resolve: {
    alias: { '@lianxin/shared': fileURLToPath(new URL('../../packages/shared/src/index.ts', import.meta.url)) },
  },
  test: {
    include: ['src/**/*.spec.ts', 'test/**/*.spec.ts', 'stand-in/**/*.spec.ts'],
    setupFiles: ['./test/setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Every file starts an application of its own anyway; importing the product once per worker instead of per file halves the run.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
