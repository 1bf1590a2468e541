import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDataFolder } from './data-folder.ts';

let path: string;
let running: ChildProcess[];

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'pleniere-data-'));
  running = [];
});

afterEach(async () => {
  for (const child of running) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await rm(path, { recursive: true, force: true });
});

const script = `
  import { openDataFolder } from ${JSON.stringify(new URL('./data-folder.ts', import.meta.url).href)};
  const opened = await openDataFolder(process.argv[1]);
  console.log(opened.ok ? 'held' : opened.cure);
  if (opened.ok) setInterval(() => {}, 1000);
`;

/** Starts a process that opens the folder and answers what it said. */
const openElsewhere = async (): Promise<{ child: ChildProcess; said: string }> => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  const [said] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, said };
};

describe('openDataFolder', () => {
  test('creates the folder, holds it until closed, and leaves no lock behind', async () => {
    const inside = join(path, 'new', 'data');
    const first = await openDataFolder(inside);
    if (!first.ok) throw new Error(first.cure);
    const second = await openDataFolder(inside);
    expect(second).toMatchObject({ ok: false, cure: expect.stringContaining('Another process') as string });
    await first.folder.close();
    expect(await readdir(join(inside, 'lock'))).toEqual([]);
    const third = await openDataFolder(inside);
    expect(third.ok).toBe(true);
    if (third.ok) await third.folder.close();
  });

  test('a second process is told so in one sentence', async () => {
    const first = await openElsewhere();
    expect(first.said).toBe('held');
    const second = await openElsewhere();
    expect(second.said).toMatch(/^Another process already works in .*DATA_DIR\.$/);
  });

  test('a killed process leaves nothing in the way', async () => {
    const first = await openElsewhere();
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    expect(await readdir(join(path, 'lock'))).toHaveLength(1);
    expect((await openElsewhere()).said).toBe('held');
    expect(await readdir(join(path, 'lock'))).toHaveLength(1);
  });

  test('a stopped process still holds the folder', async () => {
    const first = await openElsewhere();
    first.child.kill('SIGSTOP');
    expect((await openElsewhere()).said).toContain('Another process');
    first.child.kill('SIGCONT');
  });

  test('of many that start together exactly one gets it', async () => {
    const said = await Promise.all(Array.from({ length: 6 }, async () => (await openElsewhere()).said));
    expect(said.filter((word) => word === 'held')).toHaveLength(1);
  });

  test('a folder that cannot be one is refused with a cure', async () => {
    const file = join(path, 'file');
    await writeFile(file, '');
    const opened = await openDataFolder(file);
    expect(opened).toMatchObject({
      ok: false,
      cure: expect.stringMatching(/cannot hold the data \(\w+\).*DATA_DIR/) as string,
    });
  });

  test('a path too long for a socket is refused with a cure', async () => {
    const opened = await openDataFolder(join(path, 'a'.repeat(200)));
    expect(opened).toMatchObject({ ok: false, cure: expect.stringContaining('ENAMETOOLONG') as string });
  });
});
