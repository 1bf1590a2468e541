import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

/** Writes a module and an import of it from a module that others use, so that only the wrong import is wrong. */
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
};

describe('lint:deps', () => {
  test('passes on the tree as it is', () => {
    const { code, said } = lint();
    expect(said).toMatch(/no dependency violations found/);
    expect(code).toBe(0);
  });

  test('refuses core → node:fs', () => {
    appendFileSync(join(copy, 'src/lib/core/time/instant.ts'), "\nexport { existsSync } from 'node:fs';\n");
    const { code, said } = lint();
    expect(said).toContain('core-itself-only: src/lib/core/time/instant.ts → fs');
    expect(code).not.toBe(0);
  });

  test('refuses ui → client', () => {
    write('src/lib/client/probe.ts', 'export const probe = 1;\n');
    write(
      'src/lib/ui/Probe.svelte',
      '<script lang="ts">\n  import { probe } from \'#lib/client/probe.ts\';\n</script>\n{probe}\n',
    );
    const { code, said } = lint();
    expect(said).toContain('ui-presentational: src/lib/ui/Probe.svelte → src/lib/client/probe.ts');
    expect(code).not.toBe(0);
  });

  test('refuses ui → yjs', () => {
    write('src/lib/ui/probe.ts', "import type { Doc } from 'yjs';\nexport type Probe = Doc;\n");
    const { code, said } = lint();
    expect(said).toMatch(/ui-presentational: src\/lib\/ui\/probe\.ts → .*yjs/);
    expect(code).not.toBe(0);
  });

  test('refuses routes → server', () => {
    write('src/routes/probe/+page.ts', "export { readConfig } from '../../../server/config.ts';\n");
    const { code, said } = lint();
    expect(said).toContain('src-never-server: src/routes/probe/+page.ts → server/config.ts');
    expect(code).not.toBe(0);
  });

  test('refuses seminars → storage', () => {
    write('server/seminars/probe.ts', "export { openDataFolder } from '../storage/data-folder.ts';\n");
    const { code, said } = lint();
    expect(said).toContain('use-cases-core-only: server/seminars/probe.ts → server/storage/data-folder.ts');
    expect(code).not.toBe(0);
  });

  test('refuses a second door to SQLite, a circle and an orphan', () => {
    write('server/http/probe.ts', "export { DatabaseSync } from 'node:sqlite';\n");
    write(
      'src/lib/core/probe-a.ts',
      "import { b } from './probe-b.ts';\nexport const a = (): number => b();\n",
    );
    write(
      'src/lib/core/probe-b.ts',
      "import { a } from './probe-a.ts';\nexport const b = (): number => a();\n",
    );
    write('src/lib/core/probe-alone.ts', 'export const alone = 1;\n');
    const { code, said } = lint();
    expect(said).toContain('sqlite-one-door: server/http/probe.ts → node:sqlite');
    expect(said).toContain('no-circles: src/lib/core/probe-a.ts');
    expect(said).toContain('no-orphans: src/lib/core/probe-alone.ts');
    expect(code).not.toBe(0);
  });
});
