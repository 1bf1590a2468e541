/** The actes as a PDF by Typst, in a process of its own: one document at a time, with caps on time and memory. */
import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Actes, ActesLabels } from '#core/actes/gathered-actes.ts';
import type { ActesRepair } from '#core/actes/actes-repair.ts';
import type { Normalised } from '#core/actes/gathered-normalise.ts';
import { normaliseActes } from '#core/actes/gathered-normalise.ts';
import { printTree } from '#core/actes/print-tree.ts';
import type { PdfExport, PdfExportFailure, PictureFiles } from '../seminars/pdf-export.port.ts';
import { PdfExportError } from '../seminars/pdf-export.port.ts';
import { coverageOf } from './font-coverage.ts';
import { fontFamilies } from './fonts.ts';
import { printDataOf } from './print-data.ts';
import type { TypstAnswer, TypstJob } from './typst-messages.ts';

export type PdfExportLimits = {
  /** From the start of a document to its bytes. */
  readonly timeMs: number;
  readonly memoryMiB: number;
  /** Documents that wait for their turn. */
  readonly waiting: number;
  /** How long the process stays after its last document. */
  readonly idleMs: number;
};

const LIMITS: PdfExportLimits = { timeMs: 30_000, memoryMiB: 768, waiting: 20, idleMs: 60_000 };
/** JavaScript itself needs little in that process: the pages are made outside its heap. */
const HEAP_MIB = 256;
const ATTEMPTS = 2;

type Outcome =
  | { readonly ok: true; readonly pdf: Uint8Array }
  | { readonly ok: false; readonly code: PdfExportFailure; readonly detail: string };

const failed = (code: PdfExportFailure, detail = ''): Outcome => ({ ok: false, code, detail });

/** Opens the export; its process starts with the first document. */
export const openPdfExport = (changed: Partial<PdfExportLimits> = {}): TypstExport =>
  new TypstExport({ ...LIMITS, ...changed });

class TypstExport implements PdfExport {
  readonly #limits: PdfExportLimits;
  readonly #covers = coverageOf(fontFamilies());
  #child: ChildProcess | null = null;
  #idle: NodeJS.Timeout | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #jobs = 0;
  #closed = false;

  constructor(limits: PdfExportLimits) {
    this.#limits = limits;
  }

  async toPdf(actes: Actes, labels: ActesLabels, files: PictureFiles = new Map()): Promise<Uint8Array> {
    if (this.#closed) throw new PdfExportError('export/closed');
    if (this.#waiting > this.#limits.waiting) throw new PdfExportError('export/busy');
    const tree = printTree(this.#normalised(actes, labels).actes, labels);
    const jobWith = (pictures: PictureFiles): TypstJob => ({
      id: (this.#jobs += 1),
      data: JSON.stringify(printDataOf(tree, pictures)),
      creationTimestamp: tree.day === '' ? 0 : Date.parse(`${tree.day}T00:00:00Z`) / 1000,
      pictures: [...pictures].map(([name, bytes]) => ({ name, bytes })),
    });
    this.#waiting += 1;
    const make = async (): Promise<Outcome> => {
      const outcome = await this.#make(jobWith(files));
      // A picture that the typesetter cannot read keeps nobody from their actes: its description stands there.
      const again = !outcome.ok && outcome.code === 'export/refused' && files.size > 0;
      return again ? this.#make(jobWith(new Map())) : outcome;
    };
    const made = this.#turn.then(make).finally(() => (this.#waiting -= 1));
    this.#turn = made;
    const outcome = await made;
    if (!outcome.ok) throw new PdfExportError(outcome.code, outcome.detail);
    return outcome.pdf;
  }

  /** The process that makes the pages; null while there is none. */
  get processId(): number | null {
    return this.#child?.pid ?? null;
  }

  repairsOf(actes: Actes, labels: ActesLabels): readonly ActesRepair[] {
    return this.#normalised(actes, labels).report;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idle);
    const child = this.#child;
    if (child !== null) await ended(child);
    await this.#turn;
  }

  #normalised(actes: Actes, labels: ActesLabels): Normalised {
    return normaliseActes(actes, { covers: this.#covers, labels });
  }

  /** Makes the document; when the process ends on its own, once more in a fresh one. */
  async #make(job: TypstJob): Promise<Outcome> {
    clearTimeout(this.#idle);
    for (let attempt = 1; ; attempt += 1) {
      if (this.#closed) return failed('export/closed');
      const outcome = await this.#attempt(job, (this.#child ??= this.#start()));
      const again = !outcome.ok && outcome.code === 'export/crashed' && attempt < ATTEMPTS;
      if (again) continue;
      this.#idle = setTimeout(() => this.#child?.kill('SIGKILL'), this.#limits.idleMs).unref();
      return !outcome.ok && this.#closed ? failed('export/closed') : outcome;
    }
  }

  #start(): ChildProcess {
    const { SystemRoot } = process.env;
    const child = fork(
      fileURLToPath(new URL('./typst-process.ts', import.meta.url)),
      [String(this.#limits.memoryMiB)],
      {
        serialization: 'advanced',
        execArgv: [`--max-old-space-size=${HEAP_MIB}`],
        env: SystemRoot === undefined ? {} : { SystemRoot },
        // A crash may print words of the document: they belong in no log.
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      },
    );
    const gone = () => {
      if (this.#child === child) this.#child = null;
    };
    child.once('exit', gone);
    child.on('error', gone);
    return child;
  }

  async #attempt(job: TypstJob, child: ChildProcess): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const answered = (answer: TypstAnswer) => {
      if (answer.type === 'too-large') resolve(failed('export/too-large'));
      else if (answer.id !== job.id) return;
      else if (answer.type === 'done') resolve({ ok: true, pdf: answer.pdf });
      else resolve(failed('export/refused', answer.reasons.join('; ')));
    };
    const crashed = () => resolve(failed('export/crashed'));
    child.on('message', answered);
    child.once('exit', crashed);
    child.once('error', crashed);
    const cap = setTimeout(() => resolve(failed('export/too-slow')), this.#limits.timeMs);
    child.send(job, (error) => {
      if (error !== null) crashed();
    });
    const outcome = await promise;
    clearTimeout(cap);
    child.off('message', answered).off('exit', crashed).off('error', crashed);
    if (!outcome.ok && outcome.code !== 'export/refused') await ended(child);
    return outcome;
  }
}

/** Resolves once the process is gone. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  child.once('exit', () => resolve());
  child.kill('SIGKILL');
  await promise;
}
