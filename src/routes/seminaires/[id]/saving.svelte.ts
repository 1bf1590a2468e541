/** Where one form stands between its fields and the server's disk. */
import type { ErrorCode } from '#protocol/errors.ts';

export class Saving {
  #state = $state<'idle' | 'saving' | 'saved'>('idle');
  #error = $state<ErrorCode | 'network' | null>(null);

  get state(): 'idle' | 'saving' | 'saved' {
    return this.#state;
  }
  get error(): ErrorCode | 'network' | null {
    return this.#error;
  }

  /** Runs one saving, unless one is under way: a second tap saves nothing twice. True when it was accepted. */
  async run(save: () => Promise<ErrorCode | 'network' | null>): Promise<boolean> {
    if (this.#state === 'saving') return false;
    this.#state = 'saving';
    this.#error = null;
    this.#error = await save();
    this.#state = this.#error === null ? 'saved' : 'idle';
    return this.#error === null;
  }

  dismiss(): void {
    this.#error = null;
  }
}
