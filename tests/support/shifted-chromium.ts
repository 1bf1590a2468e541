/** A real browser whose clock is wrong by hours: Chromium under libfaketime, its monotonic clock left alone. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { chromium } from '@playwright/test';
import { chromiumArguments, findChromium } from './chromium.ts';

const find = (): string | undefined =>
  globSync(['/usr/lib/*/faketime/libfaketime.so.1', '/usr/lib/faketime/libfaketime.so.1']).find((file) =>
    existsSync(file),
  );

/** The library that shifts the clock; got from the system's packages as root when it is missing. */
function libfaketime(): string {
  const found = find();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0)
    spawnSync('apt-get', ['install', '--yes', '--no-install-recommends', 'faketime'], { stdio: 'ignore' });
  const installed = find();
  if (installed === undefined) throw new Error('the wrong-clock test needs the package faketime');
  return installed;
}

/** Chromium with its time of day shifted by whole hours, negative for a clock that is slow. */
export const shiftedChromium = (hours: number): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium() ?? '',
    args: [...chromiumArguments],
    env: {
      ...process.env,
      LD_PRELOAD: libfaketime(),
      FAKETIME: `${hours < 0 ? '-' : '+'}${Math.abs(hours)}h`,
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      DONT_FAKE_MONOTONIC: '1',
      // Its mending of waits on the monotonic clock makes every wait of Chromium end at once.
      FAKETIME_FORCE_MONOTONIC_FIX: '0',
    },
  });
