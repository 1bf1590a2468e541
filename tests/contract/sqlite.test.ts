import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StorageFailure } from '../../server/seminars/storage-error.ts';
import type { SqliteStorage } from '../../server/storage/sqlite/sqlite-storage.ts';
import { openSqliteStorage, storageOver } from '../../server/storage/sqlite/sqlite-storage.ts';
import { startWriterThread } from '../../server/storage/sqlite/writer-thread.ts';
import { codeOf } from './code-of.ts';
import { made, supported } from './events.ts';
import type { SqliteFolder } from './sqlite-folder.ts';
import { keepingLogger, newSqliteFolder } from './sqlite-folder.ts';

let home: SqliteFolder;
let storages: SqliteStorage[];
const logger = keepingLogger();

beforeEach(async () => {
  home = await newSqliteFolder();
  storages = [];
});
afterEach(async () => {
  for (const storage of storages) await storage.close();
  await home.remove();
});

async function open(busyTimeoutMs = 5_000): Promise<SqliteStorage> {
  const storage = await openSqliteStorage({ file: home.file, logger, busyTimeoutMs });
  storages.push(storage);
  return storage;
}

/** Does something to the database beside the storage. */
function beside<T>(work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(home.file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const append = (storage: SqliteStorage, index: number) =>
  storage.events.append(
    [{ stream: `sitting:s${index}`, expectedSeq: 0, events: [supported(`e${index}`)] }],
    [],
  );

const commit = (storage: SqliteStorage, index: number) =>
  storage.documents.commit({
    document: `notes:s${index}`,
    epoch: 1,
    update: new Uint8Array([index]),
    clients: [],
  });

describe('the common commit', () => {
  it('writes what arrived during a commit with the next one: 200 operations, two commits', async () => {
    const storage = await open();
    const before = storage.commits();
    const blocker = new DatabaseSync(home.file);
    blocker.exec('BEGIN IMMEDIATE');
    const answers = Array.from({ length: 200 }, (_, index) =>
      index % 2 === 0 ? append(storage, index) : commit(storage, index),
    );
    blocker.exec('ROLLBACK');
    blocker.close();
    await Promise.all(answers);
    expect(storage.commits() - before).toBeLessThanOrEqual(2);
    for (const index of [0, 198]) expect(await storage.events.read(`sitting:s${index}`, 0)).toHaveLength(1);
    for (const index of [1, 199])
      expect(await storage.documents.load(`notes:s${index}`, 1)).toHaveProperty('updates.length', 1);
  });

  it('makes far fewer commits than there are operations at once', async () => {
    const storage = await open();
    const before = storage.commits();
    await Promise.all(Array.from({ length: 200 }, (_, index) => append(storage, index)));
    expect(storage.commits() - before).toBeLessThan(100);
  });

  it('reads cost no commit', async () => {
    const storage = await open();
    const before = storage.commits();
    await Promise.all(Array.from({ length: 50 }, () => storage.events.read('sitting:s1', 0)));
    expect(storage.commits()).toBe(before);
  });
});

describe('a commit that fails', () => {
  it('rejects all it held, is said by writable, and heals by itself', async () => {
    const storage = await open(10);
    await append(storage, 1);
    const blocker = new DatabaseSync(home.file);
    blocker.exec('BEGIN IMMEDIATE');
    const failed = await Promise.allSettled([append(storage, 2), commit(storage, 3)]);
    for (const answer of failed) {
      expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'storage/not-committed' } });
      expect(answer.status === 'rejected' && answer.reason).toBeInstanceOf(StorageFailure);
    }
    expect(storage.writable()).toBe(false);
    expect(logger.kept.at(-1)).toEqual({
      level: 'error',
      event: 'storage.not-writable',
      fields: { sqlite: 5 },
    });
    expect(await storage.events.read('sitting:s1', 0)).toHaveLength(1);
    expect(await storage.events.read('sitting:s2', 0)).toEqual([]);
    blocker.exec('ROLLBACK');
    blocker.close();
    await vi.waitUntil(() => storage.writable(), { timeout: 20_000 });
    expect(logger.kept.at(-1)?.event).toBe('storage.writable-again');
    expect((await append(storage, 2)).ok).toBe(true);
    expect(await commit(storage, 3)).toBe(1);
  });

  it('is writable again with the next commit that succeeds', async () => {
    const storage = await open(10);
    const blocker = new DatabaseSync(home.file);
    blocker.exec('BEGIN IMMEDIATE');
    expect(await codeOf(append(storage, 1))).toBe('storage/not-committed');
    blocker.close();
    await append(storage, 1);
    expect(storage.writable()).toBe(true);
  });
});

describe('a writer thread that ends', () => {
  it('rejects what was pending and what is asked after', async () => {
    const writer = await startWriterThread({ file: home.file, busyTimeoutMs: 60_000 }, logger);
    const storage = storageOver(writer, logger);
    storages.push(storage);
    await append(storage, 1);
    const blocker = new DatabaseSync(home.file);
    blocker.exec('BEGIN IMMEDIATE');
    const pending = [codeOf(append(storage, 2)), codeOf(storage.events.read('sitting:s1', 0))];
    const ended = writer.terminate();
    // SQLite's wait for the lock is not interrupted by the end of its thread.
    blocker.close();
    await ended;
    const codes = await Promise.all(pending);
    expect(codes).toEqual(['storage/writer-lost', 'storage/writer-lost']);
    expect(storage.writable()).toBe(false);
    expect(await codeOf(append(storage, 3))).toBe('storage/writer-lost');
    expect(logger.kept.at(-1)?.event).toBe('storage.writer-lost');
    const again = await open();
    expect(await again.events.read('sitting:s1', 0)).toHaveLength(1);
  });
});

describe('a damaged row', () => {
  it('of a document is left out and reported, and the rest opens', async () => {
    const storage = await open();
    for (const index of [1, 1, 1]) await commit(storage, index);
    for (const index of [2, 2]) await commit(storage, index);
    await storage.documents.compact('notes:s2', 1, 1, new Uint8Array([21]));
    beside((database) => {
      database.exec("UPDATE document_updates SET body = x'ff' WHERE document = 'notes:s1' AND seq = 2");
      database.exec("UPDATE document_snapshots SET body = x'ff' WHERE document = 'notes:s2'");
    });
    const notes = await storage.documents.load('notes:s1', 1);
    expect([notes.updates.map(({ seq }) => seq), notes.corrupt]).toEqual([[1, 3], [2]]);
    expect(logger.kept.at(-1)).toEqual({
      level: 'error',
      event: 'storage.corrupt-updates',
      fields: { document: 'notes:s1', epoch: 1, count: 1 },
    });
    const { snapshot, updates, corrupt } = await storage.documents.load('notes:s2', 1);
    expect([snapshot, updates.map(({ seq }) => seq), corrupt]).toEqual([null, [2], [1]]);
    expect(await commit(storage, 1)).toBe(4);
  });

  it('of the log is refused without quoting it', async () => {
    const storage = await open();
    await append(storage, 1);
    beside((database) => database.exec("UPDATE events SET payload = 'Mots de quelqu’un'"));
    const refusal = storage.events.read('sitting:s1', 0);
    expect(await codeOf(refusal)).toBe('storage/unreadable-event');
    await expect(refusal).rejects.toThrow(/^The payload of event 1 of sitting:s1 is not JSON\.$/);
  });
});

describe('a database that must not be used', () => {
  /** Tries to open it, and holds that neither the file nor its folder changed. */
  async function refusal(): Promise<string> {
    const before = await readFile(home.file);
    const folder = await readdir(home.folder);
    const code = await codeOf(open());
    expect((await readFile(home.file)).equals(before)).toBe(true);
    expect(await readdir(home.folder)).toEqual(folder);
    return code;
  }

  const closedDatabase = async (work: (database: DatabaseSync) => void) => {
    const storage = await open();
    await Promise.all(Array.from({ length: 300 }, (_, index) => append(storage, index)));
    await storage.close();
    beside(work);
  };

  it('is no database', async () => {
    await writeFile(home.file, 'Ordre du jour de la réunion. '.repeat(400));
    expect(await refusal()).toBe('storage/not-a-database');
    await writeFile(home.file, 'x');
    expect(await refusal()).toBe('storage/not-a-database');
  });

  it('belongs to another program', async () => {
    beside((database) => database.exec('CREATE TABLE recipes (name TEXT)'));
    expect(await refusal()).toBe('storage/not-ours');
  });

  it('has a newer schema', async () => {
    await closedDatabase((database) => database.exec('INSERT INTO schema_version VALUES (99, 0)'));
    expect(await refusal()).toBe('storage/newer-schema');
  });

  it('holds events of a later version, or of a type that is not known', async () => {
    await closedDatabase((database) => database.exec("UPDATE events SET v = 2 WHERE id = 'e150'"));
    expect(await refusal()).toBe('storage/newer-events');
    beside((database) => database.exec("UPDATE events SET v = 1, type = 'run/teleported' WHERE id = 'e150'"));
    expect(await refusal()).toBe('storage/newer-events');
    beside((database) => database.exec("UPDATE events SET v = 0, type = 'run/moved' WHERE id = 'e150'"));
    expect(await refusal()).toBe('storage/unreadable-event');
  });

  it('is damaged or cut short', async () => {
    await closedDatabase(() => undefined);
    const whole = await readFile(home.file);
    const damaged = Buffer.from(whole);
    damaged.fill(0xa5, 3 * 4_096, whole.length - 4_096);
    await writeFile(home.file, damaged);
    expect(await refusal()).toBe('storage/corrupt');
    await writeFile(home.file, whole.subarray(0, whole.length - 5_000));
    expect(await refusal()).toBe('storage/corrupt');
  });

  it('lies in a folder that does not exist', async () => {
    const file = join(home.folder, 'missing', 'pleniere.sqlite');
    expect(await codeOf(openSqliteStorage({ file, logger }))).toBe('storage/cannot-open');
    expect(await readdir(home.folder)).toEqual([]);
  });
});

describe('the file', () => {
  it('is for its owner only and survives the loss of power', async () => {
    const storage = await open();
    await append(storage, 1);
    for (const name of await readdir(home.folder)) {
      expect((await stat(join(home.folder, name))).mode & 0o077).toBe(0);
    }
    expect(beside((database) => database.prepare('PRAGMA journal_mode').get())).toEqual({
      journal_mode: 'wal',
    });
  });

  it('holds no word any more that was redacted or left behind in a closed epoch', async () => {
    const storage = await open();
    const word = (index: number) => `trapeziste-${index}`;
    const texts = Array.from({ length: 60 }, (_, index) => made(`e${index}`, word(index).repeat(40)));
    await storage.events.append([{ stream: 'sitting:s1', expectedSeq: 0, events: texts }], []);
    const update = Buffer.from(word(60).repeat(300));
    await storage.documents.commit({ document: 'notes:s1', epoch: 1, update, clients: [] });
    const found = async () => {
      const files = await readdir(home.folder);
      const contents = await Promise.all(files.map((name) => readFile(join(home.folder, name), 'latin1')));
      return contents.some((content) => content.includes('trapeziste'));
    };
    expect(await found()).toBe(true);
    await storage.events.redact(
      'sitting:s1',
      texts.map(({ id }) => id),
    );
    await storage.documents.renew('notes:s1', 1, new Uint8Array([0, 0]));
    expect(await found()).toBe(false);
  });

  it('keeps with a receipt nothing that tells who sent the command or when in the day', async () => {
    const storage = await open();
    await storage.events.append([], [{ commandId: 'k1', answer: 'yes' }]);
    const receipt = beside((database) => database.prepare('SELECT * FROM receipts').get());
    expect(Object.keys(receipt ?? {})).toEqual(['command_id', 'answer', 'day']);
    expect(Number(receipt?.['day']) % 86_400_000).toBe(0);
  });
});
