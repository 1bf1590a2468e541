import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/** It measures time: after all others, so that nothing runs beside it. */
const ALONE = ['tests/server/same-second.test.ts'];

export default defineConfig({
  plugins: [sveltekit()],
  server: { fs: { strict: true } },
  test: {
    // One for each core: the default keeps one back, which is half of a machine with two.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // Pure: a process for each file would cost more than half of what is in it.
          isolate: false,
          unstubGlobals: true,
          include: ['src/**/*.test.ts'],
          globalSetup: ['tests/support/property-seed.ts'],
          setupFiles: ['tests/support/property-runs.ts'],
          // Ten thousand cases take a property test seconds on a busy machine.
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          environment: 'node',
          pool: 'forks',
          include: [
            'server/export/**/*.test.ts',
            'tests/{contract,server,architecture,fuzz,faults}/**/*.test.ts',
          ],
          exclude: ALONE,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'parts',
          environment: 'node',
          pool: 'forks',
          // What they open they close: loading the same modules for each file is a third of what they cost.
          isolate: false,
          include: ['server/**/*.test.ts'],
          exclude: ['server/export/**'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          environment: 'node',
          pool: 'forks',
          include: ALONE,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browsers',
          environment: 'node',
          pool: 'forks',
          include: ['tests/other-browsers/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
