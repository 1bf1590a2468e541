/** The thread that makes the files: it is blocked while pages are made, so that the process around it is not. */
import { parentPort } from 'node:worker_threads';
import type { Actes } from '#core/actes/actes.ts';
import type { PictureFiles } from '../seminars/actes-export.port.ts';
import type { ExportAnswer, ExportJob } from './export-messages.ts';
import { openTypesetter } from './pdf/typesetter.ts';

const typesetter = openTypesetter();

async function made(job: ExportJob): Promise<Uint8Array | readonly string[]> {
  const actes = JSON.parse(job.actes) as Actes;
  const files: PictureFiles = new Map(job.pictures.map(({ name, bytes }) => [name, bytes]));
  switch (job.product) {
    case 'pdf':
      return typesetter.toPdf(actes, files, job);
    case 'pages':
      return typesetter.toPages(actes, files, job);
    case 'docx':
      return (await import('./docx/docx.ts')).toDocx(actes, files);
    case 'odt':
      return (await import('./odt/odt.ts')).toOdt(actes, files);
    case 'html':
      return (await import('./html/html.ts')).toHtml(actes, files, job.published);
  }
}

parentPort?.on('message', (job: ExportJob) => {
  const answer = (said: ExportAnswer): void => parentPort?.postMessage(said);
  made(job).then(
    (result) => answer({ type: 'done', id: job.id, made: result }),
    (error: unknown) =>
      answer({ type: 'refused', id: job.id, reason: error instanceof Error ? error.message : String(error) }),
  );
});
