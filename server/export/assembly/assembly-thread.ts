/** The thread that puts actes together: it reads their texts, and is busy while the server answers the rooms. */
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { archiveTexts } from '#core/actes/archive/archive-texts.ts';
import { assembleActes } from '#core/actes/assemble-actes.ts';
import { archiveOf } from '../archive.ts';
import { coverageOf } from '../pdf/font-coverage.ts';
import { fontFamilies } from '../pdf/fonts.ts';
import type { AssembledText, FromAssembly, ToAssembly } from './assembly-messages.ts';
import { ACTES_LABELS, ARCHIVE_LABELS } from './assembly-words.ts';
import type { MaterialPiece } from './material-pieces.ts';
import { materialOf } from './material-pieces.ts';
import { readMaterial } from './read-material.ts';

const NICE = 10;
// There it is this thread's alone, elsewhere the whole server's. The rooms come first.
if (process.platform === 'linux') setPriority(NICE);

const covers = coverageOf(fontFamilies());
/** By the job that they are told for. */
const told = new Map<number, MaterialPiece[]>();

function made(job: Exclude<ToAssembly, { type: 'piece' }>): AssembledText | Uint8Array {
  const material = readMaterial(materialOf(told.get(job.id) ?? []));
  const { language } = material.seminar.description;
  if (job.type === 'archive') {
    const texts = archiveTexts(material, ARCHIVE_LABELS[language]).map(({ path, text }) => ({
      path,
      bytes: Buffer.from(text),
    }));
    return archiveOf([...job.entries, ...texts]);
  }
  const { actes, ...assembled } = assembleActes(material, job.composition, {
    labels: ACTES_LABELS[language],
    covers,
  });
  return { ...assembled, actes: JSON.stringify(actes) };
}

function answer(said: FromAssembly): void {
  const given = said.type === 'done' && said.made instanceof Uint8Array ? [said.made.buffer] : [];
  parentPort?.postMessage(said, given as ArrayBuffer[]);
}

parentPort?.on('message', (asked: ToAssembly) => {
  const { id } = asked;
  if (asked.type === 'piece') {
    told.set(id, [...(told.get(id) ?? []), asked.piece]);
    return;
  }
  try {
    answer({ type: 'done', id, made: made(asked) });
  } catch (error) {
    answer({ type: 'failed', id, reason: error instanceof Error ? error.message : String(error) });
  } finally {
    told.delete(id);
  }
});
