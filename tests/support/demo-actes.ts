/** The actes of the demo's séminaire, made by the server's own use cases, with the pictures that they show. */
import type { Actes } from '#core/actes/actes.ts';
import { instant } from '#core/time/instant.ts';
import { storedUpdates } from '../../server/collab/stored-text.ts';
import { seedDemo } from '../../server/demo/seed-demo.ts';
import { openActesAssembly } from '../../server/export/assembly/actes-assembly.ts';
import { systemIds } from '../../server/ids.ts';
import type { PictureFiles } from '../../server/seminars/actes-export.port.ts';
import { createAssembleActes } from '../../server/seminars/actes.ts';
import { createPeopleDirectory } from '../../server/seminars/people-directory.ts';
import { createStreams } from '../../server/seminars/streams.ts';
import { openMemoryAttachments } from '../../server/storage/attachments/memory-attachments.ts';
import { openMemoryStorage } from '../../server/storage/memory/memory-storage.ts';

const END = instant(Date.UTC(2026, 10, 26, 9, 32));

/** As they stand at the end of the sample, with what no page can carry taken out. */
export async function demoActes(): Promise<{ readonly actes: Actes; readonly pictures: PictureFiles }> {
  const storage = openMemoryStorage();
  const assembly = openActesAssembly();
  const attachments = openMemoryAttachments();
  try {
    const parts = { storage, attachments, secretKey: new Uint8Array(32).fill(7) };
    const { seminarId } = await seedDemo(parts, { now: () => END }, systemIds);
    const assemble = createAssembleActes({
      streams: createStreams(storage.events),
      people: createPeopleDirectory(storage.people),
      texts: { stored: (of) => storedUpdates(storage.documents, of) },
      assembleBalance: () => Promise.resolve(null),
      assembly,
    });
    const made = await assemble(seminarId);
    if (!made) throw new Error('there are no actes');
    const pictures = new Map<string, Uint8Array>();
    for (const hash of made.citedFiles) {
      const bytes = await attachments.open(seminarId, hash);
      if (bytes) pictures.set(hash, bytes);
    }
    return { actes: made.actes, pictures };
  } finally {
    await Promise.all([storage.close(), assembly.close()]);
  }
}
