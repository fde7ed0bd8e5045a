import { defineConfig } from 'vitest/config';

/** Browser tests. One product is started for all of them (see `src/product.ts`); each file uses people of its own. */
export default defineConfig({
  test: {
    include: ['src/**/*.spec.ts'],
    globalSetup: ['./src/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
