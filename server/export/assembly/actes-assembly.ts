/** The actes put together in a thread of their own: one after the other, with caps on time and memory. */
import { Worker } from 'node:worker_threads';
import type { Actes } from '#core/actes/actes.ts';
import type { Assembled } from '#core/actes/assemble-actes.ts';
import type { Composition } from '#core/actes/composition.ts';
import type { ActesAssembly, ArchiveEntry, GatheredMaterial } from '../../seminars/actes-assembly.port.ts';
import type { ActesExportFailure } from '../../seminars/actes-export.port.ts';
import { ActesExportError } from '../../seminars/actes-export.port.ts';
import { inTurns } from '../../seminars/in-turns.ts';
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

const LIMITS: ActesAssemblyLimits = { timeMs: 30_000, memoryMiB: 512, waiting: 20, idleMs: 600_000 };
/** What it makes is gone soon: a small nursery keeps its memory small. */
const YOUNG_MIB = 8;

type Job =
  | { readonly type: 'assemble'; readonly composition: Composition }
  | { readonly type: 'archive'; readonly entries: readonly ArchiveEntry[] };

type Made = AssembledText | Uint8Array;
type Outcome = { readonly made: Made } | { readonly refused: ActesExportFailure; readonly detail: string };

/** Opens the assembly; its thread starts with the first job. */
export const openActesAssembly = (changed: Partial<ActesAssemblyLimits> = {}): ActesAssembly =>
  new ThreadAssembly({ ...LIMITS, ...changed });

class ThreadAssembly implements ActesAssembly {
  readonly #limits: ActesAssemblyLimits;
  #thread: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #jobs = 0;
  #waiting = 0;
  #idle: NodeJS.Timeout | undefined;
  /** Ends the job at work. */
  #interrupt: (why: ActesExportFailure) => void = () => undefined;
  #closed = false;

  constructor(limits: ActesAssemblyLimits) {
    this.#limits = limits;
  }

  async assemble(material: GatheredMaterial, composition: Composition): Promise<Assembled> {
    const made = (await this.#asked(material, { type: 'assemble', composition })) as AssembledText;
    return { ...made, actes: JSON.parse(made.actes) as Actes };
  }

  async archive(material: GatheredMaterial, entries: readonly ArchiveEntry[]): Promise<Uint8Array> {
    return (await this.#asked(material, { type: 'archive', entries })) as Uint8Array;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#interrupt('export/closed');
    await this.#last;
    await this.#ended();
  }

  /** One job at a time: what several would need at once is needed once. */
  async #asked(material: GatheredMaterial, job: Job): Promise<AssembledText | Uint8Array> {
    if (this.#waiting > this.#limits.waiting) throw new ActesExportError('export/busy');
    this.#waiting += 1;
    const made = this.#last.then(() => this.#made(material, job)).finally(() => (this.#waiting -= 1));
    this.#last = made.catch(() => undefined);
    return made;
  }

  async #made(material: GatheredMaterial, job: Job): Promise<Made> {
    if (this.#closed) throw new ActesExportError('export/closed');
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
    this.#interrupt = (refused) => resolve({ refused, detail: '' });
    const cap = setTimeout(() => this.#interrupt('export/too-slow'), this.#limits.timeMs);
    const heard = (said: FromAssembly): void => {
      if (said.id !== id) return;
      if (said.type === 'done') resolve({ made: said.made });
      else resolve({ refused: 'export/refused', detail: said.reason });
    };
    thread.on('message', heard);
    const send = (message: ToAssembly): void => thread.postMessage(message);
    await inTurns(tellingPieces(material, (piece) => send({ type: 'piece', id, piece })));
    send({ ...job, id });
    const outcome = await promise;
    clearTimeout(cap);
    this.#interrupt = () => undefined;
    thread.off('message', heard);
    return outcome;
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
    thread.on('error', (error: NodeJS.ErrnoException) =>
      gone(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'export/too-large' : 'export/crashed'),
    );
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
