/** What the demo's séminaire holds at the end of the sample, as its actes are made from it. */
import { instant } from '#core/time/instant.ts';
import { storedUpdates } from '../../server/collab/stored-text.ts';
import { seedDemo } from '../../server/demo/seed-demo.ts';
import { systemIds } from '../../server/ids.ts';
import type { GatherParts } from '../../server/seminars/actes.ts';
import type { Attachments } from '../../server/seminars/attachments.port.ts';
import { createPeopleDirectory } from '../../server/seminars/people-directory.ts';
import type { Storage } from '../../server/seminars/storage.port.ts';
import { createStreams } from '../../server/seminars/streams.ts';
import { openMemoryAttachments } from '../../server/storage/attachments/memory-attachments.ts';
import { openMemoryStorage } from '../../server/storage/memory/memory-storage.ts';
import { SECRET_KEY } from './app-here.ts';

const END = instant(Date.UTC(2026, 10, 26, 9, 32));

export type DemoHere = {
  readonly seminarId: string;
  readonly storage: Storage;
  readonly attachments: Attachments;
  readonly gathering: GatherParts;
};

/** In memory; whoever takes it closes the storage. */
export async function demoHere(): Promise<DemoHere> {
  const storage = openMemoryStorage();
  const attachments = openMemoryAttachments();
  const { seminarId } = await seedDemo(
    { storage, attachments, secretKey: SECRET_KEY },
    { now: () => END },
    systemIds,
  );
  const gathering: GatherParts = {
    streams: createStreams(storage.events),
    people: createPeopleDirectory(storage.people),
    texts: { stored: (of) => storedUpdates(storage.documents, of) },
    assembleBalance: () => Promise.resolve(null),
  };
  return { seminarId, storage, attachments, gathering };
}
