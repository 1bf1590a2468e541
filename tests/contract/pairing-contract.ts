/** What every keeper of pairings must do. */
import { describe, expect, it } from 'vitest';
import { instant } from '#core/time/instant.ts';
import type { Pairing } from '../../server/seminars/pairing.port.ts';
import type { Storage } from '../../server/seminars/storage.port.ts';
import { codeOf } from './code-of.ts';

export const pairing = (id: string, sessionId: string, more: Partial<Pairing> = {}): Pairing => ({
  id,
  sessionId,
  seminarId: 'm1',
  sittingId: 's1',
  shows: 'screen',
  personId: 'p1',
  at: instant(1_000),
  endsAt: instant(9_000),
  withdrawnAt: null,
  ...more,
});

export function describePairings(storageOf: () => Promise<Storage>): void {
  describe('pairings', () => {
    const withSessions = async (): Promise<Storage> => {
      const storage = await storageOf();
      for (const id of ['d1', 'd2']) {
        await storage.access.openSession({ id, createdAt: instant(500) }, `hash-${id}`);
      }
      return storage;
    };

    it('are open until they end, in the order they were made', async () => {
      const { pairings } = await withSessions();
      const unnamed = pairing('k2', 'd1', { endsAt: instant(5_000), personId: null });
      await pairings.save(unnamed);
      await pairings.save(pairing('k1', 'd2'));
      expect(await pairings.open(instant(4_999))).toEqual([unnamed, pairing('k1', 'd2')]);
      expect(await pairings.open(instant(5_000))).toEqual([pairing('k1', 'd2')]);
      expect(await pairings.open(instant(9_000))).toEqual([]);
    });

    it('show something else, or are withdrawn, by saving them again', async () => {
      const { pairings } = await withSessions();
      await pairings.save(pairing('k1', 'd1'));
      await pairings.save(pairing('k2', 'd2'));
      const told = pairing('k1', 'd1', { shows: 'console', sittingId: 's2' });
      await pairings.save(told);
      expect(await pairings.open(instant(0))).toEqual([told, pairing('k2', 'd2')]);
      await pairings.save({ ...told, withdrawnAt: instant(2_000) });
      expect(await pairings.open(instant(0))).toEqual([pairing('k2', 'd2')]);
    });

    it('belong to a session that was opened', async () => {
      const { pairings } = await storageOf();
      expect(await codeOf(pairings.save(pairing('k1', 'nowhere')))).toBe('storage/constraint');
    });
  });
}
