/** The actes as files, made in a process of its own: one at a time, with caps on time and memory. */
import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Actes } from '#core/actes/actes.ts';
import type { Piecewise } from '#core/actes/piecewise.ts';
import type {
  ActesExport,
  ActesExportFailure,
  ActesPages,
  ExportWishes,
  PictureSources,
} from '../seminars/actes-export.port.ts';
import { ActesExportError } from '../seminars/actes-export.port.ts';
import { inTurns } from '../seminars/in-turns.ts';
import type { DocumentJob, ExportAnswer, ExportJob, Made, PictureJob, SetPages } from './export-messages.ts';

export type ActesExportLimits = {
  /** From the start of a document to its bytes. */
  readonly timeMs: number;
  /** Past this a process that takes only what others leave has found too little: others are busy, not the rooms. */
  readonly besideMs: number;
  readonly memoryMiB: number;
  /** Documents that wait for their turn. */
  readonly waiting: number;
  /** How long the process stays after its last document. */
  readonly idleMs: number;
};

const LIMITS: ActesExportLimits = {
  timeMs: 30_000,
  besideMs: 5_000,
  memoryMiB: 768,
  waiting: 20,
  idleMs: 60_000,
};
/** JavaScript itself needs little in that process: the pages are made outside its heap, which only `gc` knows to empty. */
const NODE_OPTIONS = ['--max-old-space-size=256', '--max-semi-space-size=2', '--expose-gc'];
/** For glibc: what a page took goes back to the system, instead of being kept for a thread that has ended. */
const ALLOCATOR = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
};
const ATTEMPTS = 2;
/** `beside`: while rooms are live, with a processor less and only when nobody else wants one. `hurried`: that was too little. */
type Pace = 'full' | 'beside' | 'hurried';

type Asked = Omit<DocumentJob, 'id'> | Omit<PictureJob, 'id'>;
type Outcome =
  | { readonly ok: true; readonly made: Made }
  | { readonly ok: false; readonly code: ActesExportFailure; readonly detail: string };

type Waiting = {
  readonly job: ExportJob;
  readonly signal: AbortSignal | undefined;
  readonly settle: (outcome: Outcome) => void;
};

const failed = (code: ActesExportFailure, detail = ''): Outcome => ({ ok: false, code, detail });

/** Opens the export; its process starts with the first document. */
export const openActesExport = (changed: Partial<ActesExportLimits> = {}): ProcessExport =>
  new ProcessExport({ ...LIMITS, ...changed });

class ProcessExport implements ActesExport {
  readonly #limits: ActesExportLimits;
  readonly #queue: Waiting[] = [];
  #child: ChildProcess | null = null;
  /** Of the process that is there. */
  #pace: Pace = 'full';
  #roomsAreLive: () => boolean = () => false;
  #idle: NodeJS.Timeout | undefined;
  #work: Promise<void> | null = null;
  #isFull = false;
  #jobs = 0;
  #closed = false;

  constructor(limits: ActesExportLimits) {
    this.#limits = limits;
  }

  /** The process that makes the files; null while there is none. */
  get processId(): number | null {
    return this.#child?.pid ?? null;
  }

  async make(actes: Actes, pictures: PictureSources, wishes: ExportWishes): Promise<Uint8Array> {
    const job = await documentJob(wishes.format, actes, pictures, wishes);
    return (await this.#asked(job, wishes.signal)).made as Uint8Array;
  }

  async pages(
    actes: Actes,
    pictures: PictureSources,
    wishes: Omit<ExportWishes, 'format'>,
  ): Promise<ActesPages> {
    const job = await documentJob('pages', actes, pictures, wishes);
    const first = await this.#asked(job, wishes.signal);
    let set = Promise.resolve(first);
    /** Once for all who ask; a failure is theirs only. */
    const setAgain = (): void => {
      set = this.#asked(job, undefined);
      set.catch(() => (set = Promise.resolve(first)));
    };
    const picture = async (page: number, signal?: AbortSignal): Promise<string> => {
      for (;;) {
        const asked = set;
        const { id: pagesId } = await asked;
        const { made } = await this.#asked({ product: 'picture', pagesId, page }, signal);
        if (typeof made === 'string') return made;
        // The process started afresh, or others' pages took their place.
        if (asked === set) setAgain();
      }
    };
    return { ...(first.made as SetPages), picture };
  }

  giveWayWhile(roomsAreLive: () => boolean): void {
    this.#roomsAreLive = roomsAreLive;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idle);
    for (const { settle } of this.#queue.splice(0)) settle(failed('export/closed'));
    const child = this.#child;
    if (child !== null) await ended(child);
    await this.#work;
  }

  async #asked(asked: Asked, signal: AbortSignal | undefined): Promise<{ id: number; made: Made }> {
    if (this.#closed) throw new ActesExportError('export/closed');
    if (signal?.aborted === true) throw new ActesExportError('export/cancelled');
    const isPicture = asked.product === 'picture';
    const documents = this.#queue.filter(({ job }) => job.product !== 'picture').length;
    if (!isPicture && documents >= this.#limits.waiting && this.#work !== null)
      throw new ActesExportError('export/busy');
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const job: ExportJob = { ...asked, id: (this.#jobs += 1) };
    const waiting: Waiting = { job, signal, settle: resolve };
    const leave = (): void => {
      const place = this.#queue.indexOf(waiting);
      if (place === -1) return;
      this.#queue.splice(place, 1);
      resolve(failed('export/cancelled'));
    };
    signal?.addEventListener('abort', leave);
    // A picture takes milliseconds: it waits for the document at work and for no other.
    this.#queue.splice(isPicture ? this.#queue.length - documents : this.#queue.length, 0, waiting);
    this.#work ??= this.#makeAll().finally(() => (this.#work = null));
    const outcome = await promise;
    signal?.removeEventListener('abort', leave);
    if (!outcome.ok) throw new ActesExportError(outcome.code, outcome.detail);
    return { id: job.id, made: outcome.made };
  }

  async #makeAll(): Promise<void> {
    clearTimeout(this.#idle);
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift())
      next.settle(await this.#make(next));
    this.#idle = setTimeout(() => this.#child?.kill('SIGKILL'), this.#limits.idleMs).unref();
  }

  /** Makes the document; when the process ends on its own, once more in a fresh one. */
  async #make(waiting: Waiting): Promise<Outcome> {
    const { product } = waiting.job;
    if (product !== 'picture') await this.#emptied();
    if (product === 'pdf' || product === 'pages') await this.#gaveWay();
    const outcome = await this.#attempted(waiting);
    // Pages stay to be drawn; of a file nothing is needed any more.
    if (product !== 'picture' && product !== 'pages') await this.#emptied();
    return outcome;
  }

  /** What the allocator keeps after a large document is given back by starting afresh. */
  async #emptied(): Promise<void> {
    if (this.#isFull && this.#child !== null) await ended(this.#child);
  }

  /**
   * A process keeps its pace: to give way it starts afresh. Not to be quick again: who comes and goes on a bad network
   * would cost the pages that are kept.
   */
  async #gaveWay(): Promise<void> {
    if (this.#child === null) this.#pace = 'full';
    if (!this.#roomsAreLive() || this.#pace !== 'full') return;
    if (this.#child !== null) await ended(this.#child);
    this.#pace = 'beside';
  }

  async #attempted(waiting: Waiting): Promise<Outcome> {
    for (let attempt = 1; ; attempt += 1) {
      if (this.#closed) return failed('export/closed');
      if (waiting.signal?.aborted === true) return failed('export/cancelled');
      const outcome = await this.#attempt(waiting, (this.#child ??= this.#start()));
      if (!outcome.ok && outcome.code === 'export/crashed' && attempt < ATTEMPTS) continue;
      if (!outcome.ok && outcome.code === 'export/too-slow' && this.#pace === 'beside') {
        this.#pace = 'hurried';
        continue;
      }
      return !outcome.ok && this.#closed ? failed('export/closed') : outcome;
    }
  }

  #start(): ChildProcess {
    const { SystemRoot } = process.env;
    const threads = this.#pace === 'full' ? availableParallelism() : Math.max(1, availableParallelism() - 1);
    const child = fork(
      fileURLToPath(new URL('./export-process.ts', import.meta.url)),
      [String(this.#limits.memoryMiB), this.#pace === 'beside' ? 'idle' : 'low'],
      {
        serialization: 'advanced',
        execArgv: NODE_OPTIONS,
        env: {
          ...ALLOCATOR,
          RAYON_NUM_THREADS: String(threads),
          ...(SystemRoot === undefined ? {} : { SystemRoot }),
        },
        // A crash may print words of the document: they belong in no log.
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      },
    );
    const gone = () => {
      if (this.#child !== child) return;
      this.#child = null;
      this.#isFull = false;
    };
    child.once('exit', gone);
    child.on('error', gone);
    return child;
  }

  async #attempt({ job, signal }: Waiting, child: ChildProcess): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const answered = (answer: ExportAnswer) => {
      if (answer.type === 'too-large') resolve(failed('export/too-large'));
      else if (answer.id !== job.id) return;
      else if (answer.type === 'done') {
        this.#isFull = answer.isFull;
        resolve({ ok: true, made: answer.made });
      } else resolve(failed('export/refused', answer.reason));
    };
    const crashed = () => resolve(failed('export/crashed'));
    const cancelled = () => resolve(failed('export/cancelled'));
    child.on('message', answered);
    child.once('exit', crashed);
    child.once('error', crashed);
    // A page that was scrolled by costs less than the process that keeps the others.
    if (job.product !== 'picture') signal?.addEventListener('abort', cancelled);
    const { timeMs, besideMs } = this.#limits;
    const capMs = this.#pace === 'beside' ? Math.min(besideMs, timeMs) : timeMs;
    const cap = setTimeout(() => resolve(failed('export/too-slow')), capMs);
    child.send(job, (error) => {
      if (error !== null) crashed();
    });
    const outcome = await promise;
    clearTimeout(cap);
    signal?.removeEventListener('abort', cancelled);
    child.off('message', answered).off('exit', crashed).off('error', crashed);
    if (!outcome.ok && outcome.code !== 'export/refused') await ended(child);
    return outcome;
  }
}

async function documentJob(
  product: DocumentJob['product'],
  actes: Actes,
  pictures: PictureSources,
  { standard = 'ua-1', twoSided = false, published }: Omit<ExportWishes, 'format'>,
): Promise<Omit<DocumentJob, 'id'>> {
  return {
    ...{ product, standard, twoSided, published: published ?? null },
    actes: await inTurns(writingJson(actes)),
    pictures,
  };
}

/** The tree as JSON, a part a piece. */
function* writingJson({ parts, ...rest }: Actes): Piecewise<string> {
  const written: string[] = [];
  for (const part of parts) {
    written.push(JSON.stringify(part));
    yield;
  }
  return `${JSON.stringify(rest).slice(0, -1)},"parts":[${written.join(',')}]}`;
}

/** Resolves once the process is gone. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  child.once('exit', () => resolve());
  child.kill('SIGKILL');
  await promise;
}
