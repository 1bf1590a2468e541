/** Reads the actes again when what they are made from became another, by whomever: at once, then once in a while. */
import { retryDelay } from './backoff.ts';
import type { Connection } from './connection.svelte.ts';
import { isPassing } from './connection.svelte.ts';
import { Timers } from './timers.ts';

/** While rooms are live something becomes another at any moment. */
const REST_MS = 10_000;
const LONGEST_REST_MS = 60_000;
/** By then the news of one's own change have come. */
const OWN_REST_MS = 2_000;

type FollowedActesParts = {
  readonly connection: Pick<Connection, 'on' | 'onLive' | 'subscribe'>;
  /** `asked`: by whoever looks at the page. True when all was read. */
  readonly read: (asked: boolean) => Promise<boolean>;
  readonly random: () => number;
};

export class FollowedActes {
  readonly #seminarId: string;
  readonly #parts: FollowedActesParts;
  readonly #timers = new Timers();
  /** Something became another since it was read. */
  #isNews = false;
  /** The rest that is being taken; null outside. */
  #rest: symbol | null = null;
  /** In a row. */
  #failures = 0;
  /** The asking that counts: each connection makes a new one. */
  #asking: symbol | null = null;
  #closed = false;

  constructor(seminarId: string, parts: FollowedActesParts) {
    this.#seminarId = seminarId;
    this.#parts = parts;
    parts.connection.on('actes', (of) => {
      if (of.seminarId === seminarId) this.#heard();
    });
    parts.connection.onLive(() => void this.#follow(1));
    document.addEventListener('visibilitychange', this.#cameBack);
  }

  /** Reads at once, as whoever looks at the page asked. */
  readNow(): Promise<void> {
    return this.#read(true);
  }

  /** Reads at once what was just changed here; the news of it, which may be others' too, waits for a rest. */
  async readOwnChange(): Promise<void> {
    if (this.#closed) return;
    this.#restFor(OWN_REST_MS);
    await this.#read(true);
  }

  close(): void {
    this.#closed = true;
    document.removeEventListener('visibilitychange', this.#cameBack);
    this.#timers.close();
  }

  async #follow(attempt: number): Promise<void> {
    const asking = Symbol('asking');
    this.#asking = asking;
    const answer = await this.#parts.connection.subscribe({ channel: 'actes', seminarId: this.#seminarId });
    if (this.#closed || asking !== this.#asking) return;
    // Until now nothing was heard, and the page was read before.
    if (answer.ok) this.#heard();
    else if (isPassing(answer.error.code)) {
      const again = (): void => {
        if (asking === this.#asking) void this.#follow(attempt + 1);
      };
      this.#timers.later(again, retryDelay(attempt, this.#parts.random()));
    }
  }

  #heard(): void {
    this.#isNews = true;
    this.#tell();
  }

  readonly #cameBack = (): void => {
    // A page that was asleep may have heard nothing.
    if (document.visibilityState !== 'hidden') this.#heard();
  };

  #tell(): void {
    if (!this.#isNews || this.#rest !== null || document.visibilityState === 'hidden') return;
    this.#restFor(REST_MS);
    void this.#read(false);
  }

  async #read(asked: boolean): Promise<void> {
    if (this.#closed) return;
    this.#isNews = false;
    const read = await this.#parts.read(asked);
    if (this.#closed) return;
    this.#failures = read ? 0 : this.#failures + 1;
    if (read) return;
    this.#isNews = true;
    this.#restFor(Math.min(LONGEST_REST_MS, REST_MS * 2 ** (this.#failures - 1)));
  }

  #restFor(milliseconds: number): void {
    const rest = Symbol('rest');
    this.#rest = rest;
    this.#timers.later(() => {
      if (rest !== this.#rest) return;
      this.#rest = null;
      this.#tell();
    }, milliseconds);
  }
}
