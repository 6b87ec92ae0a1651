import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run test:real`: the facts of src/libraries against the libraries themselves. No part of `npm test`. */
export default defineConfig({
  test: {
    name: 'real',
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['*.test.ts'],
    pool: 'forks',
    testTimeout: 120_000,
    // Some libraries throw where nobody can catch it, on values they do not take; no answer comes then, which is seen.
    dangerouslyIgnoreUnhandledErrors: true,
    // Libraries warn of their own defaults.
    silent: 'passed-only',
    // Probes and the libraries they load run as they would in a program, not through vite.
    server: { deps: { external: [/real\/(?:probes|node_modules)\//, /real\/(?:load|serve|stores)\.mjs$/] } },
  },
});
