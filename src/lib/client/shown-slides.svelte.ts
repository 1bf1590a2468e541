/** The slides of a synthesis, as a page of the plenary holds them. */
import { untrack } from 'svelte';
import type { ErrorCode } from '#protocol/errors.ts';
import type { SlidesView } from '#protocol/views.ts';
import type { ApiResult } from './api.ts';
import { retryDelay } from './backoff.ts';
import { Timers } from './timers.ts';

type ShownSlidesParts = {
  readonly read: (atelierId: string) => Promise<ApiResult<SlidesView>>;
  /** Milliseconds over which the pages of a room read them again: none where one page does. */
  readonly spread: number;
  readonly random: () => number;
};

export class ShownSlides {
  readonly #parts: ShownSlidesParts;
  #timers = new Timers();
  #atelierId: string | null = null;
  #view = $state.raw<SlidesView | null>(null);
  #error = $state.raw<ErrorCode | 'network' | null>(null);
  /** Readings are counted, so that a late answer does not take the place of a newer one. */
  #asked = 0;
  #answered = 0;

  constructor(parts: ShownSlidesParts) {
    this.#parts = parts;
  }

  /** Null until they have come. */
  get view(): SlidesView | null {
    return this.#view;
  }
  /** Why they could not be read; it is tried again. */
  get error(): ErrorCode | 'network' | null {
    return this.#error;
  }

  /**
   * Holds the slides of this atelier. To be called again each time that somebody turns them: a text may change while it
   * is shown, and nothing tells of it.
   */
  follow(atelierId: string | null): void {
    this.#timers.close();
    if (atelierId !== this.#atelierId) {
      this.#atelierId = atelierId;
      this.#view = null;
      this.#error = null;
      this.#answered = this.#asked;
    }
    if (atelierId === null) return;
    const { spread, random } = this.#parts;
    // The effect that follows must not run again for what it has read: it would read without end.
    if (spread === 0 || untrack(() => this.#view) === null) void this.#read(atelierId, 1);
    else this.#timers.later(() => void this.#read(atelierId, 1), spread * random());
  }

  close(): void {
    this.#atelierId = null;
    this.#timers.close();
  }

  async #read(atelierId: string, attempt: number): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const answer = await this.#parts.read(atelierId);
    if (atelierId !== this.#atelierId || asked <= this.#answered) return;
    if (answer.ok) {
      this.#answered = asked;
      this.#view = answer.value;
      this.#error = null;
    } else if (asked === this.#asked) {
      this.#error = answer.error.code;
      const delay = retryDelay(attempt, this.#parts.random());
      this.#timers.later(() => void this.#read(atelierId, attempt + 1), delay);
    }
  }
}
