import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StreamId } from '#core/events/envelope.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/sqlite-storage.ts';
import type { SqliteFolder } from './sqlite-folder.ts';
import { keepingLogger, newSqliteFolder } from './sqlite-folder.ts';

const APPEND_UNTIL_KILLED = fileURLToPath(new URL('./append-until-killed.ts', import.meta.url));
const WRITE_UNTIL_FULL = fileURLToPath(new URL('./write-until-full.ts', import.meta.url));

let home: SqliteFolder;
beforeEach(async () => {
  home = await newSqliteFolder();
});
afterEach(() => home.remove());

type Acknowledged = { kind: string; name: string; seq: number; content: string };

/** Lets a process write, kills it after so many acknowledgements, and answers everything it had said. */
async function writeUntilKilled(round: number, acknowledgements: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [APPEND_UNTIL_KILLED, home.file, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: Acknowledged[] = [];
  const exited = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const [kind = '', name = '', seq = '', content = ''] = line.split(' ');
    said.push({ kind, name, seq: Number(seq), content });
    if (said.length === acknowledgements) child.kill('SIGKILL');
  }
  expect(await exited).toEqual([null, 'SIGKILL']);
  return said;
}

describe('a server killed while it writes', () => {
  it('has kept everything it acknowledged, without a gap, time after time', { timeout: 60_000 }, async () => {
    const acknowledged: Acknowledged[] = [];
    for (const [round, count] of [1, 40, 300].entries()) {
      acknowledged.push(...(await writeUntilKilled(round, count)));
      const storage = await openSqliteStorage({ file: home.file, logger: keepingLogger() });
      const streams = new Set(acknowledged.filter(({ kind }) => kind === 'event').map(({ name }) => name));
      for (const stream of streams) {
        const log = await storage.events.read(stream as StreamId, 0);
        expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
        for (const { seq, content } of acknowledged.filter(({ name }) => name === stream)) {
          expect(log[seq - 1]?.id).toBe(content);
          expect(await storage.events.receipt(`command-${content}`)).toBe(content);
        }
      }
      const { updates, corrupt } = await storage.documents.load('notes:s1', 1);
      expect(corrupt).toEqual([]);
      expect(updates.map(({ seq }) => seq)).toEqual(updates.map((_, index) => index + 1));
      for (const { seq, content } of acknowledged.filter(({ kind }) => kind === 'update')) {
        expect(Buffer.from(updates[seq - 1]?.update ?? []).toString('base64')).toBe(content);
      }
      await storage.close();
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(341);
  });
});

describe('a disk that takes no more', () => {
  it('refuses what it cannot keep, keeps what it acknowledged, and still reads', async () => {
    // The process may write no file larger than 256 KiB, which the write-ahead log soon is.
    const child = spawn(
      'sh',
      ['-c', 'ulimit -f 512 && exec "$@"', 'sh', process.execPath, WRITE_UNTIL_FULL, home.file],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    expect(await once(child, 'close')).toEqual([0, null]);
    const report = JSON.parse(output) as { acknowledged: number };
    expect(report).toEqual({
      acknowledged: expect.any(Number) as number,
      failure: 'storage/not-committed',
      writable: false,
      stillRead: report.acknowledged,
      logged: ['storage.not-writable'],
    });
    expect(report.acknowledged).toBeGreaterThan(0);

    const storage = await openSqliteStorage({ file: home.file, logger: keepingLogger() });
    expect(await storage.events.read('sitting:s1', 0)).toHaveLength(report.acknowledged);
    await storage.close();
  });
});
