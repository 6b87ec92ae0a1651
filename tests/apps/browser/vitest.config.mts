import { defineConfig } from 'vitest/config';

/** Apart from the other tests: it needs a browser, which npm does not bring. */
export default defineConfig({
  test: {
    name: 'browser',
    root: import.meta.dirname,
    include: ['*.test.ts'],
    globalSetup: ['../harness/install.ts'],
    testTimeout: 180_000,
  },
});
