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
  #asked = $state(true);
  #again = false;
  #making: Promise<boolean> | null = null;

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
  /** What is read, or was last, was asked for by whoever looks at it. */
  get asked(): boolean {
    return this.#asked;
  }
  get error(): ErrorCode | 'network' | null {
    return this.#error;
  }

  /** Of the picture of a page, counted from 1. */
  address(page: number): string {
    return pageAddress(this.#seminarId, this.#set?.hash ?? '', page);
  }

  /**
   * Reads them once more; asked for while it reads, it reads again after. True when they are the last ones. A failure of
   * what nobody asked for is not told.
   */
  read(asked = true): Promise<boolean> {
    this.#again = true;
    this.#asked = asked || (this.#reading && this.#asked);
    this.#making ??= this.#readAll();
    return this.#making;
  }

  async #readAll(): Promise<boolean> {
    this.#reading = true;
    let isRead = false;
    while (this.#again) {
      this.#again = false;
      const answer = await readPages(this.#seminarId, this.#versionId);
      isRead = answer.ok;
      if (!answer.ok) {
        if (this.#asked) this.#error = answer.error.code;
        continue;
      }
      if (this.#set?.hash !== answer.value.hash) this.#set = answer.value;
      this.#error = null;
    }
    this.#reading = false;
    this.#making = null;
    return isRead;
  }
}
