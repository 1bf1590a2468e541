/** What this device knows of the shared texts that it keeps, without opening them: a page reads it before any editor. */
import * as v from 'valibot';
import type { DeviceDatabase } from './device-database.ts';

const keptSchema = v.object({
  /** Of its database on this device. */
  name: v.string(),
  wireName: v.string(),
  seminarId: v.string(),
  /** Who wrote here last. */
  by: v.nullable(v.string()),
  /** As the server said last. */
  writable: v.boolean(),
  /** Something in it is on no server's disk. */
  unsent: v.boolean(),
  /** The lines that are nowhere else. */
  words: v.string(),
});

/** What is known of a kept copy without opening it. */
export type KeptRecord = v.InferOutput<typeof keptSchema>;

/** For whom a text is kept, and how long: where a device is shared, only what no server has yet. */
export type Keeping = {
  readonly seminarId: string;
  readonly by: string | null;
  readonly until: 'purged' | 'sent';
};

export const keptDocuments = (device: DeviceDatabase): readonly KeptRecord[] =>
  device.all('documents').flatMap(([, kept]) => {
    const parsed = v.safeParse(keptSchema, kept);
    return parsed.success ? [parsed.output] : [];
  });

/** Lets go of a copy; one that another tab has open is let go of there too. */
export async function dropKeptDocument(device: DeviceDatabase, name: string): Promise<void> {
  await device.drop('documents', name);
  await new Promise<void>((resolve) => {
    const dropping = indexedDB.deleteDatabase(name);
    dropping.onsuccess = () => resolve();
    dropping.onerror = () => resolve();
    dropping.onblocked = () => resolve();
  });
}
