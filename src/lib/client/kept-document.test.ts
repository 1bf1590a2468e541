import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { DeviceDatabase } from './device-database.ts';
import { dropOlderCopies, KeptDocument } from './kept-document.ts';
import { keptDocuments } from './kept-records.ts';
import { purgeDevice } from './purge-device.ts';
import { readAside } from './set-aside.ts';

const KEEPING = { seminarId: 'seminar-1', by: 'person-0001', until: 'purged' } as const;
const SAVED = { writable: true, unsent: false, words: '' };
const UNSENT = { writable: true, unsent: true, words: 'Écrit hors ligne.' };

let count = 0;
const opened: DeviceDatabase[] = [];
const newDevice = async (): Promise<DeviceDatabase> => {
  const device = await DeviceDatabase.open(`kept-${(count += 1)}`);
  opened.push(device);
  return device;
};
const wireName = (epoch = 1): string => `notes.sitting-${count}.${epoch}`;
const textOf = (doc: Y.Doc): string => doc.getText('text').toJSON();
const databases = async (): Promise<readonly string[]> =>
  (await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => name.endsWith(wireName()));

/** A page that has received the whole text, and writes these words. */
async function pageThatWrote(
  device: DeviceDatabase,
  words: string,
  record = SAVED,
  keeping: ConstructorParameters<typeof KeptDocument>[3] = KEEPING,
): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const kept = new KeptDocument(device, doc, wireName(), keeping);
  kept.note(record, false);
  doc.getText('text').insert(0, words);
  // The next page reads behind it.
  const again = new KeptDocument(device, new Y.Doc(), wireName(), keeping);
  await again.open();
  return doc;
}

afterEach(async () => {
  for (const device of opened.splice(0)) await device.close();
});

describe('a kept copy', () => {
  it('opens without the server, and merges with what it has by then', async () => {
    const device = await newDevice();
    const server = await pageThatWrote(device, 'Le budget. ');
    const doc = new Y.Doc();
    const kept = new KeptDocument(device, doc, wireName(), KEEPING);
    expect(kept.before).toMatchObject({ writable: true, unsent: false, by: 'person-0001' });
    expect(await kept.open()).toBe(true);
    expect(textOf(doc)).toBe('Le budget. ');
    expect(kept.isKept).toBe(true);
    doc.getText('text').insert(11, 'Écrit hors ligne.');
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server)));
    expect(textOf(server)).toBe('Le budget. Écrit hors ligne.');
  });

  it('is never begun before the whole text was there', async () => {
    const device = await newDevice();
    const doc = new Y.Doc();
    const kept = new KeptDocument(device, doc, wireName(), KEEPING);
    expect(await kept.open()).toBe(false);
    doc.getText('text').insert(0, 'Sur rien');
    expect(kept.isKept).toBe(false);
    expect(await databases()).toEqual([]);
  });

  it('goes when the server will not have it, and leaves the words that only it held', async () => {
    const device = await newDevice();
    await pageThatWrote(device, 'Le budget.', UNSENT);
    const kept = new KeptDocument(device, new Y.Doc(), wireName(), KEEPING);
    await kept.open();
    await kept.drop(UNSENT.words);
    expect(readAside(device, wireName(2))).toBe(UNSENT.words);
    expect(keptDocuments(device)).toEqual([]);
    expect(await databases()).toEqual([]);
    kept.note(SAVED, true);
    expect(keptDocuments(device)).toEqual([]);
  });

  it('of an earlier epoch goes, and its unsent words are set aside once', async () => {
    const device = await newDevice();
    await pageThatWrote(device, 'Le budget.', UNSENT);
    await dropOlderCopies(device, wireName(1));
    expect(keptDocuments(device)).toHaveLength(1);
    await dropOlderCopies(device, wireName(2));
    await dropOlderCopies(device, wireName(2));
    expect(keptDocuments(device)).toEqual([]);
    expect(readAside(device, wireName(2))).toBe(UNSENT.words);
  });

  it('stays on a shared device only as long as no server has it', async () => {
    const device = await newDevice();
    const keeping = { ...KEEPING, until: 'sent' } as const;
    const kept = new KeptDocument(device, new Y.Doc(), wireName(), keeping);
    kept.note(SAVED, true);
    kept.note(UNSENT, true);
    expect(keptDocuments(device)).toEqual([]);
    kept.note(UNSENT, false);
    expect(keptDocuments(device)).toHaveLength(1);
    kept.note(SAVED, true);
    kept.note(UNSENT, false);
    kept.note(SAVED, true);
    await expect.poll(() => keptDocuments(device)).toEqual([]);
    await expect.poll(databases).toEqual([]);
  });
});

describe('at the end of a séminaire', () => {
  it('the device lets go of its copies, and of nothing that was not sent', async () => {
    const device = await newDevice();
    await pageThatWrote(device, 'Le budget.');
    const sitting = { sittingId: 'sitting-1', seminarId: 'seminar-1' };
    await device.keep('states', 'participant.sitting-1', sitting);
    await device.keep('states', 'participant.sitting-2', { ...sitting, seminarId: 'seminar-2' });
    await device.keep('keys', 'contribution-a', sitting);
    await device.keep('drafts', 'contribution.sitting-1.person-0001', 'Un début');
    await device.keep('outbox', 'command-a', sitting);
    await purgeDevice(device, 'seminar-1');
    expect(device.all('states').map(([key]) => key)).toEqual(['participant.sitting-2']);
    expect(device.all('keys')).toEqual([]);
    expect(device.all('drafts')).toHaveLength(1);
    expect(device.all('outbox')).toHaveLength(1);
    expect(keptDocuments(device)).toEqual([]);
    await expect.poll(databases).toEqual([]);

    await pageThatWrote(device, 'Le budget.', UNSENT);
    await purgeDevice(device, 'seminar-1');
    expect(keptDocuments(device)).toHaveLength(1);
  });
});
