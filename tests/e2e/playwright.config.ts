import { fileURLToPath } from 'node:url';
import { defineConfig, devices } from '@playwright/test';
import { chromiumArguments, findChromium } from '../support/chromium.ts';

export default defineConfig({
  testDir: '.',
  outputDir: fileURLToPath(new URL('../../test-results', import.meta.url)),
  // Each file has a server of its own.
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // A fifth of all that these tests cost. What fails is told in words; `--trace retain-on-failure` shows how it came.
    trace: 'off',
    // Where what is said without a network is tested, they are let in: elsewhere each page would fetch the whole build.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: findChromium() ?? '', // A name of this machine that is not localhost: there, plain http has none of what browsers keep for https.
      args: [...chromiumArguments, '--host-resolver-rules=MAP pleniere.test 127.0.0.1'],
    },
  },
});
