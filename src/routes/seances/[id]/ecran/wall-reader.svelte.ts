/** Turns the pages of the wall, each when it has been read. */
import { Timers } from '#lib/client/timers.ts';
import type { ContributionView } from '#protocol/views.ts';
import { NO_PAGE, nextPage, pageNumber, readingTime, standing } from './wall-pages.ts';

export class WallReader {
  readonly #texts: () => readonly ContributionView[];
  readonly #timers = new Timers();
  #page = $state.raw(NO_PAGE);
  readonly #standing = $derived.by(() => standing(this.#texts(), this.#page));

  readonly number = $derived.by(() => pageNumber(this.#texts(), this.#page));

  constructor(texts: () => readonly ContributionView[]) {
    this.#texts = texts;
    this.#page = nextPage(texts(), NO_PAGE);
    this.#later();
  }

  get texts(): readonly ContributionView[] {
    return this.#standing;
  }

  /** Nothing of the page is left: the next one need not wait. */
  turn(): void {
    this.#timers.close();
    this.#page = nextPage(this.#texts(), this.#page);
    this.#later();
  }

  close(): void {
    this.#timers.close();
  }

  #later(): void {
    this.#timers.later(() => this.turn(), readingTime(this.#standing));
  }
}
