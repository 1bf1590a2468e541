import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DomainEvent } from '#core/events/event-types.ts';
import type { SqliteFolder } from '../../tests/contract/sqlite-folder.ts';
import { keepingLogger, newSqliteFolder } from '../../tests/contract/sqlite-folder.ts';
import { seminarDesk } from '../../tests/support/seminar-desk.ts';
import { openMemoryStorage } from '../storage/memory/memory-storage.ts';
import { openSqliteStorage } from '../storage/sqlite/sqlite-storage.ts';
import type { SeminarCommand } from './commands.ts';
import type { Storage } from './storage.port.ts';

const here = { sittingId: 'sitting-1' } as const;
const words = { itemId: null, questionId: null, kind: null } as const;
const make = (contributionId: string, text: string): SeminarCommand => ({
  type: 'contribution/make',
  ...{ ...here, ...words, contributionId, text, unnamed: false },
});
const change = (contributionId: string, text: string): SeminarCommand => ({
  type: 'contribution/change',
  ...{ ...here, ...words, contributionId, text, key: null },
});
const withdraw = (contributionId: string): SeminarCommand => ({
  type: 'contribution/withdraw',
  ...{ ...here, contributionId, key: null },
});
const CLOSE = { type: 'sitting/close', ...here } as const;

let sent = 0;
/** A séminaire in which someone changed their words and took others back, seen as by its organiser. */
async function spoken(storage: Storage) {
  const desk = seminarDesk(storage);
  const { actor } = await desk.seminar();
  const send = async (...commands: SeminarCommand[]) => {
    for (const command of commands) {
      const id = `command-${String((sent += 1)).padStart(12, '0')}`;
      expect(await desk.commands.execute({ actor, as: 'organiser' }, id, command)).toMatchObject({
        ok: true,
      });
    }
  };
  await send(
    make('changed-1', 'Premiers mots'),
    change('changed-1', 'Seconds mots'),
    make('withdrawn', 'Mots repris'),
    withdraw('withdrawn'),
    make('as-it-was', 'Mots gardés'),
  );
  return { desk, send };
}

const textsOf = (log: readonly DomainEvent[]) =>
  log.flatMap((event) =>
    event.type === 'contribution/made' || event.type === 'contribution/changed' ? [event.payload.text] : [],
  );
const BEFORE = ['Premiers mots', 'Seconds mots', 'Mots repris', 'Mots gardés'];
const AFTER = [null, 'Seconds mots', null, 'Mots gardés'];
/** Lets what was begun by a commit end: each use of a stream waits for its reading. */
const settled = async ({ streams }: ReturnType<typeof seminarDesk>) => {
  for (let turn = 0; turn < 3; turn += 1) await streams.sitting('sitting-1');
};

/** A storage that cannot redact while `fails()`: as if the server were killed between the commit and the redaction. */
const redactingUnless = (storage: Storage, fails: () => boolean): Storage => ({
  ...storage,
  events: {
    ...storage.events,
    redact: (...of) => (fails() ? Promise.reject(new Error('killed')) : storage.events.redact(...of)),
  },
});

describe('[CT40] closing an atelier', () => {
  test('takes earlier and withdrawn words off the disk, and out of what is kept folded', async () => {
    const { desk, send } = await spoken(openMemoryStorage());
    const read = () => desk.storage.events.read('sitting:sitting-1', 0);
    expect(textsOf(await read())).toEqual(BEFORE);
    await send(CLOSE, CLOSE);
    await settled(desk);
    expect(textsOf(await read())).toEqual(AFTER);
    const { state } = await desk.streams.sitting('sitting-1');
    expect([...(state?.contributions.byId ?? [])].map(({ text }) => text)).toEqual([
      'Seconds mots',
      null,
      'Mots gardés',
    ]);
    expect(JSON.stringify([...(state?.contributions.byId ?? [])])).not.toMatch(/Premiers|repris/);
  });

  test('does so for what is changed and withdrawn after it, and again after it was reopened', async () => {
    const { desk, send } = await spoken(openMemoryStorage());
    const read = async () => textsOf(await desk.storage.events.read('sitting:sitting-1', 0));
    await send(CLOSE, change('as-it-was', 'Mieux dits'));
    await settled(desk);
    expect(await read()).toEqual([...AFTER.slice(0, 3), null, 'Mieux dits']);
    await send({ type: 'sitting/reopen', ...here }, change('as-it-was', 'Encore'), withdraw('as-it-was'));
    await settled(desk);
    expect(await read()).toEqual([...AFTER.slice(0, 3), null, 'Mieux dits', 'Encore']);
    await send(CLOSE);
    await settled(desk);
    expect(await read()).toEqual([...AFTER.slice(0, 3), null, null, null]);
  });

  test('is what closing its séminaire does too, for good', async () => {
    const { desk, send } = await spoken(openMemoryStorage());
    const closed = async () => (await desk.streams.sitting('sitting-1')).state?.closed;
    await send({ type: 'seminar/close', seminarId: 'seminar-1' });
    await settled(desk);
    expect(textsOf(await desk.storage.events.read('sitting:sitting-1', 0))).toEqual(AFTER);
    await send({ type: 'seminar/reopen', seminarId: 'seminar-1' });
    expect(await closed()).toBe(true);
    await send({ type: 'sitting/reopen', ...here });
    expect(await closed()).toBe(false);
  });

  test('when it cannot be done, it is said, shown to nobody, and done at the next use', async () => {
    let fails = true;
    const { desk, send } = await spoken(redactingUnless(openMemoryStorage(), () => fails));
    await send(CLOSE);
    await settled(desk);
    expect(desk.notRedacted).toContain('sitting:sitting-1');
    const { state } = await desk.streams.sitting('sitting-1');
    expect(JSON.stringify([...(state?.contributions.byId ?? [])])).not.toMatch(/Premiers|repris/);
    expect(textsOf(await desk.storage.events.read('sitting:sitting-1', 0))).toEqual(BEFORE);
    fails = false;
    await desk.streams.sitting('sitting-1');
    expect(textsOf(await desk.storage.events.read('sitting:sitting-1', 0))).toEqual(AFTER);
  });
});

describe('on a disk', () => {
  let home: SqliteFolder;
  beforeEach(async () => {
    home = await newSqliteFolder();
  });
  afterEach(() => home.remove());

  const onDisk = async (): Promise<string> => {
    const names = await readdir(home.folder);
    return (await Promise.all(names.map((name) => readFile(join(home.folder, name), 'latin1')))).join('\n');
  };

  test('a server killed between the close and the redaction makes good for it at the next use', async () => {
    const killed = await openSqliteStorage({ file: home.file, logger: keepingLogger() });
    const { send } = await spoken(redactingUnless(killed, () => true));
    await send(CLOSE);
    await killed.close();
    expect(await onDisk()).toMatch(/Premiers mots/);

    const storage = await openSqliteStorage({ file: home.file, logger: keepingLogger() });
    await seminarDesk(storage).streams.sitting('sitting-1');
    const left = await onDisk();
    expect(left).not.toMatch(/Premiers mots|Mots repris/);
    expect(left).toMatch(/Seconds mots/);
    await storage.close();
    expect(await onDisk()).not.toMatch(/Premiers mots|Mots repris/);
  });
});
