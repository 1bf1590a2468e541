/** The actes put together in a thread of their own: one after the other, with caps on time and memory. */
import { Worker } from 'node:worker_threads';
import type { Actes } from '#core/actes/actes.ts';
import type { Composition } from '#core/actes/composition.ts';
import type { Piecewise } from '#core/actes/piecewise.ts';
import type {
  ActesAssembly,
  ArchiveEntry,
  Gathered,
  GatheredMaterial,
  Made,
} from '../../seminars/actes-assembly.port.ts';
import type { ActesExportFailure } from '../../seminars/actes-export.port.ts';
import { ActesExportError } from '../../seminars/actes-export.port.ts';
import { inTurns } from '../../seminars/in-turns.ts';
import type { Logger } from '../../seminars/surroundings.port.ts';
import type { AssembledText, FromAssembly, ToAssembly } from './assembly-messages.ts';
import { tellingPieces } from './material-pieces.ts';

export type ActesAssemblyLimits = {
  /** From the start of a job to its end. */
  readonly timeMs: number;
  /** Of the thread's heap. */
  readonly memoryMiB: number;
  /** Jobs that wait for their turn. */
  readonly waiting: number;
  /** How long the thread stays after its last job. */
  readonly idleMs: number;
};

const LIMITS: ActesAssemblyLimits = { timeMs: 30_000, memoryMiB: 512, waiting: 50, idleMs: 600_000 };
/** The collector's own threads have the server's priority: with a smaller nursery they work more often. */
const YOUNG_MIB = 32;

type Job =
  | { readonly type: 'assemble'; readonly composition: Composition }
  | { readonly type: 'archive'; readonly entries: readonly ArchiveEntry[] };
type Answer = AssembledText | Uint8Array;
type Outcome = { readonly made: Answer } | { readonly refused: ActesExportFailure; readonly detail: string };

/** Opens the assembly; its thread starts with the first job. */
export const openActesAssembly = (
  logger: Logger,
  changed: Partial<ActesAssemblyLimits> = {},
): ActesAssembly => new ThreadAssembly(logger, { ...LIMITS, ...changed });

class ThreadAssembly implements ActesAssembly {
  readonly #logger: Logger;
  readonly #limits: ActesAssemblyLimits;
  #thread: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();
  /** What waits for its turn to be gathered, by séminaire. */
  readonly #next = new Map<string, Promise<unknown>>();
  #jobs = 0;
  #waiting = 0;
  #idle: NodeJS.Timeout | undefined;
  /** Ends the job at work. */
  #interrupt: (why: ActesExportFailure) => void = () => undefined;
  #closed = false;

  constructor(logger: Logger, limits: ActesAssemblyLimits) {
    this.#logger = logger;
    this.#limits = limits;
  }

  assemble<G extends Gathered>(seminarId: string, gather: () => Promise<G | null>): Promise<Made<G> | null> {
    const next = this.#next.get(seminarId) as Promise<Made<G> | null> | undefined;
    if (next) return next;
    const made = this.#inTurn(async () => {
      this.#next.delete(seminarId);
      const from = await gather();
      if (from === null) return null;
      const { material, composition } = from;
      const text = (await this.#made(material, { type: 'assemble', composition })) as AssembledText;
      return { assembled: { ...text, actes: JSON.parse(text.actes) as Actes }, from };
    });
    this.#next.set(seminarId, made);
    // Refused before its turn came.
    made.catch(() => {
      if (this.#next.get(seminarId) === made) this.#next.delete(seminarId);
    });
    return made;
  }

  async archive(material: GatheredMaterial, entries: readonly ArchiveEntry[]): Promise<Uint8Array> {
    return (await this.#inTurn(() => this.#made(material, { type: 'archive', entries }))) as Uint8Array;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#interrupt('export/closed');
    await this.#last;
    await this.#ended();
  }

  /** One job at a time: their memory is needed once. */
  async #inTurn<T>(job: () => Promise<T>): Promise<T> {
    if (this.#waiting > this.#limits.waiting) throw new ActesExportError('export/busy');
    this.#waiting += 1;
    const turn = this.#last.then(async () => {
      if (this.#closed) throw new ActesExportError('export/closed');
      return job();
    });
    const over = turn.finally(() => (this.#waiting -= 1));
    this.#last = over.catch(() => undefined);
    return over;
  }

  async #made(material: GatheredMaterial, job: Job): Promise<Answer> {
    clearTimeout(this.#idle);
    const outcome = await this.#attempted((this.#thread ??= this.#start()), material, job);
    // Whatever it is at, nobody waits for it any more.
    if ('refused' in outcome && outcome.refused !== 'export/refused') await this.#ended();
    this.#idle = setTimeout(() => void this.#ended(), this.#limits.idleMs).unref();
    if ('refused' in outcome) throw new ActesExportError(outcome.refused, outcome.detail);
    return outcome.made;
  }

  async #attempted(thread: Worker, material: GatheredMaterial, job: Job): Promise<Outcome> {
    const id = (this.#jobs += 1);
    // It may be refused while its material is still on the way: nobody listens to a rejection then.
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    let isSettled = false;
    const settle = (outcome: Outcome): void => {
      isSettled = true;
      resolve(outcome);
    };
    const refuse = (refused: ActesExportFailure, detail = ''): void => settle({ refused, detail });
    this.#interrupt = refuse;
    const cap = setTimeout(() => refuse('export/too-slow'), this.#limits.timeMs);
    const heard = (said: FromAssembly): void => {
      if (said.id !== id) return;
      if (said.type === 'done') settle({ made: said.made });
      else if (said.type === 'too-large') refuse('export/too-large');
      else refuse('export/refused', said.reason);
    };
    thread.on('message', heard);
    try {
      await inTurns(this.#telling(thread, id, material, job, () => isSettled));
    } catch (error) {
      // What cannot be copied to another thread: the job ends, and with it what the thread knows of it.
      this.#logger.error('assembly/not-sent', { reason: error instanceof Error ? error.name : 'unknown' });
      refuse('export/crashed');
    }
    const outcome = await promise;
    clearTimeout(cap);
    this.#interrupt = () => undefined;
    thread.off('message', heard);
    return outcome;
  }

  /** All that the thread needs, then the job; nothing more once nobody waits for it. */
  *#telling(
    thread: Worker,
    id: number,
    material: GatheredMaterial,
    job: Job,
    isOver: () => boolean,
  ): Piecewise<void> {
    const tell = (message: ToAssembly): void => {
      if (!isOver()) thread.postMessage(message);
    };
    yield* tellingPieces(material, (piece) => tell({ type: 'piece', id, piece }));
    if (job.type === 'assemble') return tell({ ...job, id });
    for (const entry of job.entries) {
      tell({ type: 'entry', id, entry });
      yield;
    }
    tell({ type: 'archive', id });
  }

  #start(): Worker {
    const thread = new Worker(new URL('./assembly-thread.ts', import.meta.url), {
      name: 'actes-assembly',
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.memoryMiB, maxYoungGenerationSizeMb: YOUNG_MIB },
    });
    const gone = (why: ActesExportFailure): void => {
      if (this.#thread !== thread) return;
      this.#thread = null;
      this.#interrupt(why);
    };
    thread.on('error', (error: NodeJS.ErrnoException) => {
      // Its message may hold words of the séminaire.
      this.#logger.error('assembly/thread-ended', { reason: error.code ?? error.name });
      gone(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'export/too-large' : 'export/crashed');
    });
    thread.on('exit', () => gone('export/crashed'));
    // A server that ends waits for no thread.
    thread.unref();
    return thread;
  }

  async #ended(): Promise<void> {
    clearTimeout(this.#idle);
    const thread = this.#thread;
    this.#thread = null;
    await thread?.terminate();
  }
}
