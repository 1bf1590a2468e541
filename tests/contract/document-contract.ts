/** What every keeper of shared documents must do. */
import { describe, expect, it } from 'vitest';
import type { Storage } from '../../server/seminars/storage.port.ts';
import { codeOf } from './code-of.ts';

const bytes = (...values: number[]) => new Uint8Array(values);

export function describeDocuments(storageOf: () => Promise<Storage>): void {
  describe('documents', () => {
    const commit = (update: Uint8Array, clients: { clientId: number; owner: string }[] = []) => ({
      document: 'notes:s1',
      epoch: 1,
      update,
      clients,
    });

    it('were never written: epoch 1, nothing in it', async () => {
      const { documents } = await storageOf();
      expect(await documents.epoch('notes:s1')).toBe(1);
      expect(await documents.load('notes:s1', 1)).toEqual({
        snapshot: null,
        snapshotSeq: 0,
        updates: [],
        corrupt: [],
      });
      expect(await documents.clientOwners('notes:s1', 1)).toEqual(new Map());
    });

    it('keep their updates in order, and leave the bytes to whoever gave them', async () => {
      const { documents } = await storageOf();
      const pool = new Uint8Array(4_096).fill(7);
      const slice = Buffer.from(pool.buffer, 10, 3);
      expect(
        await Promise.all([documents.commit(commit(bytes(1, 2))), documents.commit(commit(slice))]),
      ).toEqual([1, 2]);
      expect(pool).toHaveLength(4_096);
      pool.fill(0);
      const { updates } = await documents.load('notes:s1', 1);
      expect(updates).toEqual([
        { seq: 1, update: bytes(1, 2) },
        { seq: 2, update: bytes(7, 7, 7) },
      ]);
      expect((await documents.load('notes:s2', 1)).updates).toEqual([]);
    });

    it('are read as they were before and after what is written meanwhile', async () => {
      const { documents } = await storageOf();
      await documents.commit(commit(bytes(1)));
      const [, after] = await Promise.all([
        documents.commit(commit(bytes(2))),
        documents.load('notes:s1', 1),
      ]);
      expect(after.updates.map(({ seq }) => seq)).toEqual([1, 2]);
    });

    it('hold an empty update and every byte', async () => {
      const { documents } = await storageOf();
      const all = Uint8Array.from({ length: 256 }, (_, index) => index);
      await documents.commit(commit(bytes()));
      await documents.commit(commit(all));
      const { updates, corrupt } = await documents.load('notes:s1', 1);
      expect(updates.map(({ update }) => update)).toEqual([bytes(), all]);
      expect(corrupt).toEqual([]);
    });

    it('are compacted: a snapshot stands for the updates it holds', async () => {
      const { documents } = await storageOf();
      for (const value of [1, 2, 3]) await documents.commit(commit(bytes(value)));
      await documents.compact('notes:s1', 1, 2, bytes(12));
      expect(await documents.load('notes:s1', 1)).toEqual({
        snapshot: bytes(12),
        snapshotSeq: 2,
        updates: [{ seq: 3, update: bytes(3) }],
        corrupt: [],
      });
      await documents.compact('notes:s1', 1, 3, bytes(123));
      expect(await documents.commit(commit(bytes(4)))).toBe(4);
      const { snapshotSeq, updates } = await documents.load('notes:s1', 1);
      expect([snapshotSeq, updates.map(({ seq }) => seq)]).toEqual([3, [4]]);
    });

    it('refuse a compaction beyond their log, or behind their snapshot', async () => {
      const { documents } = await storageOf();
      expect(await codeOf(documents.compact('notes:s1', 1, 0, bytes(0)))).toBe(
        'documents/compaction-out-of-range',
      );
      for (const value of [1, 2, 3]) await documents.commit(commit(bytes(value)));
      await documents.compact('notes:s1', 1, 2, bytes(12));
      for (const throughSeq of [1, 4]) {
        expect(await codeOf(documents.compact('notes:s1', 1, throughSeq, bytes(0)))).toBe(
          'documents/compaction-out-of-range',
        );
      }
      expect((await documents.load('notes:s1', 1)).snapshot).toEqual(bytes(12));
    });

    it('keep the first owner of a client id', async () => {
      const { documents } = await storageOf();
      const largest = 2 ** 32 - 1;
      await documents.commit(commit(bytes(1), [{ clientId: largest, owner: 'd1' }]));
      await documents.commit(
        commit(bytes(2), [
          { clientId: largest, owner: 'd2' },
          { clientId: 8, owner: 'd2' },
        ]),
      );
      expect(await documents.clientOwners('notes:s1', 1)).toEqual(
        new Map([
          [largest, 'd1'],
          [8, 'd2'],
        ]),
      );
    });

    it('begin a new epoch with a first state, and nothing of the old one stays', async () => {
      const { documents } = await storageOf();
      await documents.commit(commit(bytes(1), [{ clientId: 7, owner: 'd1' }]));
      await documents.compact('notes:s1', 1, 1, bytes(11));
      expect(await documents.renew('notes:s1', 1, bytes(42))).toBe(2);
      expect(await documents.epoch('notes:s1')).toBe(2);
      expect(await documents.load('notes:s1', 2)).toEqual({
        snapshot: bytes(42),
        snapshotSeq: 0,
        updates: [],
        corrupt: [],
      });
      expect(await documents.clientOwners('notes:s1', 2)).toEqual(new Map());
      expect(await documents.commit({ ...commit(bytes(2)), epoch: 2 })).toBe(1);
      expect(await documents.renew('synthesis:a1', 1, bytes(1))).toBe(2);
    });

    it('refuse whoever still names a closed epoch, or one that is not open yet', async () => {
      const { documents } = await storageOf();
      await documents.commit(commit(bytes(1)));
      await documents.renew('notes:s1', 1, bytes(42));
      for (const epoch of [1, 3]) {
        expect(await codeOf(documents.commit({ ...commit(bytes(2)), epoch }))).toBe('documents/epoch-closed');
        expect(await codeOf(documents.load('notes:s1', epoch))).toBe('documents/epoch-closed');
        expect(await codeOf(documents.clientOwners('notes:s1', epoch))).toBe('documents/epoch-closed');
        expect(await codeOf(documents.compact('notes:s1', epoch, 1, bytes(0)))).toBe(
          'documents/epoch-closed',
        );
        expect(await codeOf(documents.renew('notes:s1', epoch, bytes(0)))).toBe('documents/epoch-closed');
      }
      expect((await documents.load('notes:s1', 2)).snapshot).toEqual(bytes(42));
    });

    it('let one of two renewals through', async () => {
      const { documents } = await storageOf();
      const renewals = await Promise.allSettled([
        documents.renew('notes:s1', 1, bytes(1)),
        documents.renew('notes:s1', 1, bytes(2)),
      ]);
      expect(renewals.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      expect((await documents.load('notes:s1', 2)).snapshot).toEqual(bytes(1));
    });
  });
}
