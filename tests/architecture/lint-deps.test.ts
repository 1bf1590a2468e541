import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'pleniere-lint-'));
  for (const part of ['package.json', 'svelte.config.js', 'vite.config.ts', 'src', 'server', 'tests']) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
});

afterEach(() => rmSync(copy, { recursive: true, force: true }));

const lint = (): { code: number | null; said: string } => {
  const run = spawnSync('npm', ['run', '--silent', 'lint:deps'], { cwd: copy, encoding: 'utf8' });
  return { code: run.status, said: run.stdout + run.stderr };
};

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
};

const component = (script: string): string => `<script lang="ts">\n${script}\n</script>\n{probe}\n`;

/** Wrong imports: the files that make one, and what the linter says of it. */
const wrong: readonly { what: string; files: Readonly<Record<string, string>>; said: string | RegExp }[] = [
  {
    what: 'core → node:fs',
    files: { 'src/lib/core/probe-fs.ts': "export { existsSync } from 'node:fs';\n" },
    said: 'core-itself-only: src/lib/core/probe-fs.ts → fs',
  },
  {
    what: 'ui → client, in a component',
    files: {
      'src/lib/client/probe.ts': 'export const probe = 1;\n',
      'src/lib/ui/Probe.svelte': component("  import { probe } from '#lib/client/probe.ts';"),
    },
    said: 'ui-presentational: src/lib/ui/Probe.svelte → src/lib/client/probe.ts',
  },
  {
    what: 'ui → yjs, by type alone',
    files: { 'src/lib/ui/probe.ts': "import type { Doc } from 'yjs';\nexport type Probe = Doc;\n" },
    said: /ui-presentational: src\/lib\/ui\/probe\.ts → .*yjs/,
  },
  {
    what: 'routes → server',
    files: { 'src/routes/probe/+page.ts': "export { readConfig } from '../../../server/config.ts';\n" },
    said: 'src-never-server: src/routes/probe/+page.ts → server/config.ts',
  },
  {
    what: 'seminars → storage',
    files: { 'server/seminars/probe.ts': "export { openDataFolder } from '../storage/data-folder.ts';\n" },
    said: 'use-cases-core-only: server/seminars/probe.ts → server/storage/data-folder.ts',
  },
  {
    what: 'http → storage',
    files: { 'server/http/probe.ts': "export { openDataFolder } from '../storage/data-folder.ts';\n" },
    said: 'adapters-apart: server/http/probe.ts → server/storage/data-folder.ts',
  },
  {
    what: 'a second door to SQLite',
    files: { 'server/storage/probe.ts': "export { DatabaseSync } from 'node:sqlite';\n" },
    said: 'sqlite-one-door: server/storage/probe.ts → node:sqlite',
  },
  {
    what: 'a circle',
    files: {
      'src/lib/core/probe-a.ts': "import { b } from './probe-b.ts';\nexport const a = (): number => b();\n",
      'src/lib/core/probe-b.ts': "import { a } from './probe-a.ts';\nexport const b = (): number => a();\n",
    },
    said: 'no-circles: src/lib/core/probe-a.ts',
  },
  {
    what: 'a module that nobody uses',
    files: { 'src/lib/core/probe-alone.ts': 'export const alone = 1;\n' },
    said: 'no-orphans: src/lib/core/probe-alone.ts',
  },
];

describe('lint:deps', { timeout: 120_000 }, () => {
  test('refuses every wrong import, and nothing that is in the tree', () => {
    for (const [path, text] of wrong.flatMap(({ files }) => Object.entries(files))) write(path, text);
    const { code, said } = lint();
    for (const { what, said: expected } of wrong) {
      if (typeof expected === 'string') expect(said, what).toContain(expected);
      else expect(said, what).toMatch(expected);
    }
    const found = said.split('\n').filter((line) => /^\s*(error|warn|info) /.test(line));
    expect(found.length).toBeGreaterThanOrEqual(wrong.length);
    expect(found.filter((line) => !/probe/i.test(line))).toEqual([]);
    expect(code).not.toBe(0);
  });
});
