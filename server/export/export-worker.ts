/** The thread that makes the files: it is blocked while pages are made, so that the process around it is not. */
import { setImmediate } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import type { Actes } from '#core/actes/actes.ts';
import type { DocumentJob, ExportAnswer, ExportJob, Made, SetPages } from './export-messages.ts';
import type { TypesetPages } from './pdf/typesetter.ts';
import { openTypesetter } from './pdf/typesetter.ts';
import { filesOf } from './picture-sources.ts';

/** What the thread says; how full the process is, the process knows. */
export type WorkerAnswer =
  Omit<Extract<ExportAnswer, { type: 'done' }>, 'isFull'> | Extract<ExportAnswer, { type: 'refused' }>;

/** Of all documents together; the last one stays however long it is. */
const KEPT_PAGES = 240;

const typesetter = openTypesetter();
/** By the job that set them. */
const kept = new Map<number, TypesetPages>();

function keep(id: number, pages: TypesetPages): SetPages {
  let room = KEPT_PAGES - pages.count;
  for (const [other, { count }] of [...kept].reverse()) {
    room -= count;
    if (room < 0) kept.delete(other);
  }
  kept.set(id, pages);
  return { count: pages.count, blocks: pages.blocks };
}

async function documentOf(job: DocumentJob): Promise<Made> {
  const actes = JSON.parse(job.actes) as Actes;
  switch (job.product) {
    case 'pdf':
      return typesetter.toPdf(actes, job.pictures, job);
    case 'pages':
      return keep(job.id, typesetter.toPages(actes, job.pictures, job));
    case 'docx':
      return (await import('./docx/docx.ts')).toDocx(actes, filesOf(job.pictures));
    case 'odt':
      return (await import('./odt/odt.ts')).toOdt(actes, filesOf(job.pictures));
    case 'html':
      return (await import('./html/html.ts')).toHtml(actes, filesOf(job.pictures), job.published);
  }
}

const made = async (job: ExportJob): Promise<Made> =>
  job.product === 'picture' ? (kept.get(job.pagesId)?.picture(job.page) ?? null) : documentOf(job);

/**
 * The collector does not see how much the compiler's documents hold, and would leave several of them. A file that holds
 * all photos is sent once nothing else does.
 */
async function collected(): Promise<void> {
  globalThis.gc?.();
  // What they hold is given back then.
  await setImmediate();
}

parentPort?.on('message', (job: ExportJob) => {
  const answer = (said: WorkerAnswer): void => parentPort?.postMessage(said);
  made(job)
    .then(
      async (result) => {
        if (result instanceof Uint8Array) await collected();
        answer({ type: 'done', id: job.id, made: result });
      },
      (error: unknown) =>
        answer({
          type: 'refused',
          id: job.id,
          reason: error instanceof Error ? error.message : String(error),
        }),
    )
    .finally(() => job.product !== 'picture' && collected());
});
