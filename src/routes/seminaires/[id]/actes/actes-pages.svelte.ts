/** The real pages of the actes, as the server sets them: the old ones stand until the new ones are there. */
import { pageAddress, readPages } from '#lib/client/actes-api.ts';
import type { PagesView } from '#protocol/actes-views.ts';
import type { ErrorCode } from '#protocol/errors.ts';

export class ActesPages {
  readonly #seminarId: string;
  readonly #versionId: string | null;
  #set = $state.raw<PagesView | null>(null);
  #reading = $state(false);
  #error = $state<ErrorCode | 'network' | null>(null);
  #again = false;

  /** `versionId` null: the actes as they stand. */
  constructor(seminarId: string, versionId: string | null) {
    this.#seminarId = seminarId;
    this.#versionId = versionId;
    void this.read();
  }

  /** As the server set them last; null until it did. */
  get set(): PagesView | null {
    return this.#set;
  }
  /** Null until they were set once. */
  get count(): number | null {
    return this.#set?.pages ?? null;
  }
  get reading(): boolean {
    return this.#reading;
  }
  get error(): ErrorCode | 'network' | null {
    return this.#error;
  }

  /** Of the picture of a page, counted from 1. */
  address(page: number): string {
    return pageAddress(this.#seminarId, this.#set?.hash ?? '', page);
  }

  /** Reads them once more; asked for while it reads, it reads again after. */
  async read(): Promise<void> {
    this.#again = true;
    if (this.#reading) return;
    this.#reading = true;
    while (this.#again) {
      this.#again = false;
      const answer = await readPages(this.#seminarId, this.#versionId);
      if (answer.ok && this.#set?.hash !== answer.value.hash) this.#set = answer.value;
      this.#error = answer.ok ? null : answer.error.code;
    }
    this.#reading = false;
  }
}
