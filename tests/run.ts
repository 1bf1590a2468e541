/** `npm test`: every test there is, in one count. The last line is `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../server/build.ts';
import { findChromium, getChromium } from './support/chromium.ts';

type Count = { passed: number; failed: number; skipped: number };

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'pleniere-tests-'));
/** Hundreds of servers and writer threads are started: half of what each costs is compiling the same files. */
const compiled = join(reports, 'compiled');

/** Runs a test runner's program on this Node and counts what its report says. */
const run = (program: string, args: string[], environment: NodeJS.ProcessEnv, count: () => Count): Count => {
  const { status } = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled, ...environment },
  });
  let counted: Count;
  try {
    counted = count();
  } catch {
    process.stderr.write('The test runner left no report.\n');
    return { passed: 0, failed: 1, skipped: 0 };
  }
  // A file that does not load, or an error between tests, fails the run without failing a test.
  return status !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
};

const programOf = (name: string, file: string): string =>
  join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), file);

const runVitest = (): Count => {
  const report = join(reports, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return run(programOf('vitest', 'vitest.mjs'), args, {}, () => {
    const read = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
      numTodoTests: number;
    };
    return {
      passed: read.numPassedTests,
      failed: read.numFailedTests,
      skipped: read.numPendingTests + read.numTodoTests,
    };
  });
};

const runPlaywright = (chromium: string): Count => {
  const report = join(reports, 'playwright.json');
  const args = [
    'test',
    '--config',
    'tests/e2e/playwright.config.ts',
    '--pass-with-no-tests',
    '--reporter=list,json',
  ];
  const environment = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  return run(programOf('@playwright/test', 'cli.js'), args, environment, () => {
    const { stats } = JSON.parse(readFileSync(report, 'utf8')) as {
      stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    };
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  });
};

const total: Count = { passed: 0, failed: 0, skipped: 0 };
const add = (count: Count): void => {
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
};
const fail = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
  add({ passed: 0, failed: 1, skipped: 0 });
};

try {
  const chromium = findChromium() ?? getChromium();
  if (!ensureBuilt()) fail('The pages do not build.');
  add(runVitest());
  if (chromium === null)
    fail('The browser tests need a Chromium: install one, or name it with CHROMIUM_PATH.');
  else add(runPlaywright(chromium));
} finally {
  rmSync(reports, { recursive: true, force: true });
}

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
