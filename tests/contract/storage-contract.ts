/** What every storage must do, whatever it is built on. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Grant } from '#core/access/roles.ts';
import type { StreamId } from '#core/events/envelope.ts';
import { instant } from '#core/time/instant.ts';
import type { Storage } from '../../server/seminars/storage.port.ts';
import { describePeopleAndAccess } from './access-contract.ts';
import { link, person } from './access.ts';
import { codeOf } from './code-of.ts';
import { describeDocuments } from './document-contract.ts';
import { made, supported } from './events.ts';
import { describeKeptTexts, keptText } from './kept-texts-contract.ts';
import { describeLog } from './log-contract.ts';
import { describePairings, pairing } from './pairing-contract.ts';

/** A storage under test, empty at first. */
export type OpenedStorage = {
  readonly storage: Storage;
  /** Closes it and opens what it kept; a storage that keeps nothing answers itself. */
  reopen(): Promise<Storage>;
  /** Closes it for good and removes its files. */
  dispose(): Promise<void>;
};

const bytes = (...values: number[]) => new Uint8Array(values);

const SITTING: StreamId = 'sitting:s1';

export function describeStorage(name: string, open: () => Promise<OpenedStorage>): void {
  describe(name, () => {
    const opened: OpenedStorage[] = [];
    const start = async () => {
      const fresh = await open();
      opened.push(fresh);
      return fresh;
    };
    const storageOf = async () => (await start()).storage;
    afterEach(async () => {
      for (const each of opened.splice(0)) await each.dispose();
    });

    describeLog(storageOf);
    describePeopleAndAccess(storageOf);
    describePairings(storageOf);
    describeKeptTexts(storageOf);
    describeDocuments(storageOf);

    it('is writable until it is closed, and then refuses', async () => {
      const storage = await storageOf();
      expect(storage.writable()).toBe(true);
      const last = storage.people.save(person('p1', 'm1', 'Ana'));
      await storage.close();
      await storage.close();
      await last;
      expect(storage.writable()).toBe(false);
      expect(await codeOf(storage.people.find('p1'))).toBe('storage/closed');
      expect(await codeOf(storage.events.append([], []))).toBe('storage/closed');
      expect(await codeOf(storage.documents.epoch('notes:s1'))).toBe('storage/closed');
    });

    it('holds after it was opened again what it held before', async () => {
      const { storage, reopen } = await start();
      const at = instant(1_764_000_000_000);
      const grant: Grant = { role: 'animateur', scope: { seminarId: 'm1', sittingId: 's1' }, personId: 'p1' };
      await storage.events.append(
        [{ stream: SITTING, expectedSeq: 0, events: [made('e1', 'Dit une fois.')] }],
        [{ commandId: 'k1', answer: 'yes' }],
      );
      await storage.people.save(person('p1', 'm1', 'Ana'));
      await storage.access.save(link('l1', 'ABCD2345'));
      await storage.access.openSession({ id: 'd1', createdAt: at }, 'hash-1');
      await storage.access.grant('d1', grant, 'l1', at);
      await storage.pairings.save(pairing('k1', 'd1'));
      await storage.keptTexts.keep(keptText('v1'));
      await storage.actesAddresses.reserve('actes-vannes', 'm1');
      const clients = [{ clientId: 7, owner: 'd1' }];
      for (const value of [1, 2]) {
        await storage.documents.commit({ document: 'notes:s1', epoch: 1, update: bytes(value), clients });
      }
      await storage.documents.compact('notes:s1', 1, 1, bytes(11));
      await storage.documents.renew('synthesis:a1', 1, bytes(42));
      const before = await storage.events.read(SITTING, 0);

      const again = await reopen();
      expect(await again.events.read(SITTING, 0)).toEqual(before);
      expect(before).toHaveLength(1);
      expect(await again.events.receipt('k1')).toBe('yes');
      expect(await again.people.find('p1')).toEqual(person('p1', 'm1', 'Ana'));
      expect((await again.access.findByCode('ABCD2345'))?.id).toBe('l1');
      expect(await again.access.session('hash-1')).toEqual({ id: 'd1', createdAt: at });
      expect(await again.access.grantsOf('d1')).toEqual([grant]);
      expect(await again.pairings.open(instant(0))).toEqual([pairing('k1', 'd1')]);
      expect((await again.keptTexts.ofSeminar('m1')).map(({ id }) => id)).toEqual(['v1']);
      expect(await again.keptTexts.read('v1')).toEqual(keptText('v1'));
      expect(await again.actesAddresses.seminarAt('actes-vannes')).toBe('m1');
      expect(await again.documents.load('notes:s1', 1)).toEqual({
        snapshot: bytes(11),
        snapshotSeq: 1,
        updates: [{ seq: 2, update: bytes(2) }],
        corrupt: [],
      });
      expect(await again.documents.clientOwners('notes:s1', 1)).toEqual(new Map([[7, 'd1']]));
      expect(await again.documents.epoch('synthesis:a1')).toBe(2);
      const next = [{ stream: SITTING, expectedSeq: 1, events: [supported('e2')] }];
      expect((await again.events.append(next, [])).ok).toBe(true);
    });
  });
}
