/** Keeps the screen of this device on while a page is shown. */

type Sentinel = {
  readonly released: boolean;
  release(): Promise<void>;
  onrelease: ((event: Event) => unknown) | null;
};

/** What of the browser it needs; a page on plain http has no `wakeLock`. */
export type WakeLockParts = {
  readonly wakeLock: { request(type: 'screen'): Promise<Sentinel> } | undefined;
  readonly page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
};

/** Browsers keep screens on only for pages of a secure address. */
export const canKeepScreenOn = (): boolean => 'wakeLock' in navigator;

const browserParts = (): WakeLockParts => ({
  wakeLock: canKeepScreenOn() ? navigator.wakeLock : undefined,
  page: document,
});

/**
 * Holds the lock from the start until `close()`. The browser takes it away from a hidden page, and a device may when
 * its battery is low: it is asked for again when the page is seen again.
 */
export class WakeLock {
  readonly #parts: WakeLockParts;
  #sentinel: Sentinel | null = null;
  #asking = false;
  #closed = false;

  constructor(parts: WakeLockParts = browserParts()) {
    this.#parts = parts;
    if (parts.wakeLock === undefined) return;
    parts.page.addEventListener('visibilitychange', this.#ask);
    this.#ask();
  }

  /** Whether the screen is kept on at the moment. */
  get held(): boolean {
    return this.#sentinel !== null && !this.#sentinel.released;
  }

  close(): void {
    this.#closed = true;
    this.#parts.page.removeEventListener('visibilitychange', this.#ask);
    this.#letGo(this.#sentinel);
    this.#sentinel = null;
  }

  readonly #ask = (): void => {
    const { wakeLock, page } = this.#parts;
    if (this.#closed || this.#asking || this.held || page.visibilityState !== 'visible') return;
    this.#asking = true;
    wakeLock?.request('screen').then(
      (sentinel) => {
        this.#asking = false;
        if (this.#closed) this.#letGo(sentinel);
        else this.#sentinel = sentinel;
      },
      () => {
        // Refused while hidden or to save the battery: the next time the page is seen, it is asked for again.
        this.#asking = false;
      },
    );
  };

  #letGo(sentinel: Sentinel | null): void {
    // A lock that is gone already needs no release, and whether this one succeeds changes nothing.
    sentinel?.release().catch(() => undefined);
  }
}
