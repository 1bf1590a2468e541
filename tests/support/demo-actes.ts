/** The actes of the demo's séminaire, made by the server's own use cases, with the pictures that they show. */
import type { Actes } from '#core/actes/actes.ts';
import { openActesAssembly } from '../../server/export/assembly/actes-assembly.ts';
import type { PictureFiles } from '../../server/seminars/actes-export.port.ts';
import { createAssembleActes } from '../../server/seminars/actes.ts';
import { demoHere } from './demo-material.ts';
import { recordingLogger } from './surroundings.ts';

/** As they stand at the end of the sample, with what no page can carry taken out. */
export async function demoActes(): Promise<{ readonly actes: Actes; readonly pictures: PictureFiles }> {
  const { seminarId, storage, attachments, gathering } = await demoHere();
  const assembly = openActesAssembly(recordingLogger());
  try {
    const made = await createAssembleActes({ ...gathering, assembly })(seminarId);
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
