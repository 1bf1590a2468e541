/** The thread that puts actes together: it reads their texts, and is busy while the server answers the rooms. */
import { getPriority, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { archiveTexts } from '#core/actes/archive/archive-texts.ts';
import { assembleActes } from '#core/actes/assemble-actes.ts';
import { archiveOf } from '../archive.ts';
import { coverageOf } from '../pdf/font-coverage.ts';
import { fontFamilies } from '../pdf/fonts.ts';
import type { ArchiveEntry } from '../../seminars/actes-assembly.port.ts';
import type { AssembledText, FromAssembly, ToAssembly } from './assembly-messages.ts';
import { MOST_TREE_SIGNS } from './assembly-messages.ts';
import { ACTES_LABELS, ARCHIVE_LABELS } from './assembly-words.ts';
import type { MaterialPiece } from './material-pieces.ts';
import { materialOf } from './material-pieces.ts';
import { readMaterial } from './read-material.ts';

const NICE = 10;
// There it is this thread's alone, elsewhere the whole server's. The rooms come first.
if (process.platform === 'linux' && getPriority() < NICE) setPriority(NICE);

const covers = coverageOf(fontFamilies());
type Job = Extract<ToAssembly, { type: 'assemble' | 'archive' }>;
type Told = { readonly pieces: MaterialPiece[]; readonly entries: ArchiveEntry[] };
/** By the job that it is told for. */
const told = new Map<number, Told>();

function toldFor(id: number): Told {
  const known = told.get(id) ?? { pieces: [], entries: [] };
  told.set(id, known);
  return known;
}

function made(job: Job): AssembledText | Uint8Array {
  const { pieces, entries } = toldFor(job.id);
  const material = readMaterial(materialOf(pieces));
  const { language } = material.seminar.description;
  if (job.type === 'archive') {
    const texts = archiveTexts(material, ARCHIVE_LABELS[language]).map(({ path, text }) => ({
      path,
      bytes: Buffer.from(text),
    }));
    return archiveOf([...entries, ...texts]);
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

const isTooLarge = (it: AssembledText | Uint8Array): boolean =>
  !(it instanceof Uint8Array) && it.actes.length > MOST_TREE_SIGNS;

function work(job: Job): FromAssembly {
  const { id } = job;
  try {
    const it = made(job);
    return isTooLarge(it) ? { type: 'too-large', id } : { type: 'done', id, made: it };
  } catch (error) {
    return { type: 'failed', id, reason: error instanceof Error ? error.message : String(error) };
  } finally {
    told.delete(id);
  }
}

parentPort?.on('message', (asked: ToAssembly) => {
  if (asked.type === 'piece') toldFor(asked.id).pieces.push(asked.piece);
  else if (asked.type === 'entry') toldFor(asked.id).entries.push(asked.entry);
  else answer(work(asked));
});
