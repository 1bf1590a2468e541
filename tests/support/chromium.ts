/** Finding a Chromium for the browser tests. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const WHOLE = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** The one without windows first: it needs two thirds of the work for the same pages. */
const ANY = ['chromium-headless-shell', ...WHOLE];

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The path of a Chromium: CHROMIUM_PATH, the system's, else Playwright's own; null when there is none. */
export const findChromium = (): string | null => found(ANY);

/** The same, but for the one without windows, which cannot be told that an address over plain http is secure. */
export const findWholeChromium = (): string | null => found(WHOLE);

function found(names: readonly string[]): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  const candidates = [
    process.env['CHROMIUM_PATH'] ?? '',
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    chromium.executablePath(),
  ];
  return candidates.find((file) => file !== '' && isExecutable(file)) ?? null;
}

/** Gets a Chromium, saying so: Playwright's, else the system's package as root. Answers its path, or null. */
export const getChromium = (): string | null => {
  const say = (sentence: string) => process.stderr.write(`${sentence}\n`);
  const run = (command: string, ...args: string[]) =>
    spawnSync(command, args, { stdio: ['ignore', process.stderr, process.stderr] }).status === 0;
  say('No Chromium found: getting one with "npx playwright install --with-deps chromium".');
  run('npx', 'playwright', 'install', '--with-deps', 'chromium');
  if (findChromium() === null && process.getuid?.() === 0) {
    say('That did not work: getting the system’s with "apt-get install chromium".');
    run('apt-get', 'update');
    run('apt-get', 'install', '--yes', '--no-install-recommends', 'chromium');
  }
  return findChromium();
};

/** How the browser tests start it. */
export const chromiumArguments: readonly string[] = [
  '--disable-background-networking',
  // Root has no user namespace to build a sandbox from.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
