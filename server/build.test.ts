import { mkdtempSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isBuildStale } from './build.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pleniere-build-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, atSeconds: number): void => {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, atSeconds, atSeconds);
  for (let up = dirname(path); up !== '.'; up = dirname(up)) {
    utimesSync(join(folder, up), atSeconds, atSeconds);
  }
};

describe('isBuildStale', () => {
  test('a missing build is stale', () => {
    write('src/routes/+page.svelte', 1_000);
    expect(isBuildStale(folder)).toBe(true);
  });

  test('a build later than all its sources is not', () => {
    write('src/routes/+page.svelte', 1_000);
    write('package-lock.json', 1_500);
    write('build/handler.js', 2_000);
    expect(isBuildStale(folder)).toBe(false);
  });

  test.each([
    'src/lib/ui/Clock.svelte',
    'static/robots.txt',
    'vite.config.ts',
    'svelte.config.js',
    'package-lock.json',
  ])('a change of %s makes it stale', (source) => {
    write('build/handler.js', 2_000);
    write(source, 3_000);
    expect(isBuildStale(folder)).toBe(true);
  });
});
