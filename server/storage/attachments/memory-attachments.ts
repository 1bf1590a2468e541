/** Attachments in memory: for tests that need no disk. */
import { createHash } from 'node:crypto';
import type { Attachments } from '../../seminars/attachments.port.ts';

export function openMemoryAttachments(): Attachments {
  const kept = new Map<string, Map<string, Uint8Array>>();
  const open = async (seminarId: string, hash: string): Promise<Uint8Array | null> =>
    kept.get(seminarId)?.get(hash)?.slice() ?? null;
  return {
    async put(seminarId, bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      kept.set(seminarId, new Map(kept.get(seminarId)).set(hash, bytes.slice()));
      return hash;
    },
    open,
    source: open,
    list: async (seminarId) => [...(kept.get(seminarId)?.keys() ?? [])].toSorted(),
    async remove(seminarId, hash) {
      kept.get(seminarId)?.delete(hash);
    },
  };
}
