/** One document on its way to this device: said when it takes long, given up when asked. */
import { keepFile } from '#lib/client/keep-file.ts';
import type { ErrorCode } from '#protocol/errors.ts';

/** Milliseconds after which a download is a long one. */
const LONG_AFTER = 2_000;

export class Download {
  #state = $state<'idle' | 'making' | 'long' | 'made' | 'cancelled'>('idle');
  #address = $state('');
  #error = $state<ErrorCode | 'network' | null>(null);
  #giveUp: AbortController | null = null;

  get state(): 'idle' | 'making' | 'long' | 'made' | 'cancelled' {
    return this.#state;
  }
  /** Of the document that is made now, or was last. */
  get address(): string {
    return this.#address;
  }
  get error(): ErrorCode | 'network' | null {
    return this.#error;
  }
  dismiss(): void {
    this.#error = null;
  }

  /** Nothing is begun while another is being made. */
  async start(address: string): Promise<void> {
    if (this.#giveUp !== null) return;
    const giveUp = new AbortController();
    this.#giveUp = giveUp;
    this.#address = address;
    this.#state = 'making';
    this.#error = null;
    const long = setTimeout(() => (this.#state = 'long'), LONG_AFTER);
    const refusal = await keepFile(address, giveUp.signal);
    clearTimeout(long);
    this.#giveUp = null;
    if (giveUp.signal.aborted) this.#state = 'cancelled';
    else {
      this.#state = refusal === null ? 'made' : 'idle';
      this.#error = refusal;
    }
  }

  cancel(): void {
    this.#giveUp?.abort();
  }
}
