/** The server's time on this device: whatever its own clock says, and never going back. */
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import type { Audience } from '#protocol/inputs.ts';
import { ClockSync } from './clock-sync.ts';
import type { ClockPace } from './clock-sync.ts';
import type { Connection } from './connection.svelte.ts';

const PACES: Readonly<Record<Audience, ClockPace>> = {
  console: { every: 5_000, silentAfter: 10_000 },
  screen: { every: 5_000, silentAfter: 10_000 },
  participant: { every: 20_000, silentAfter: 25_000 },
};

/** Milliseconds a command of the moment may be on its way. */
const VALID_FOR = 10_000;
/** Milliseconds a probe of a silent clock is given before its connection is let go. */
const ANSWER_WITHIN = 2_000;

export class ServerClock {
  readonly #connection: Connection;
  readonly #pace: ClockPace;
  readonly #sync: ClockSync;
  #lastRenewal = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #second = $state<Instant>(instant(Date.now()));
  #silent = $state(false);

  constructor(connection: Connection, audience: Audience) {
    this.#connection = connection;
    this.#pace = PACES[audience];
    this.#sync = new ClockSync(this.#pace, {
      wall: () => Date.now(),
      monotonic: () => performance.now(),
      pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      probe: () => connection.time(),
      heardAgain: () => this.#show(),
    });
    connection.onLive(() => this.#sync.measureAnew());
    document.addEventListener('visibilitychange', this.#woke);
    this.#tick();
  }

  /** Server time, at any moment; it never goes back while the page is open, but for a correction of over half a minute. */
  now(): Instant {
    return this.#sync.now();
  }

  /**
   * Until when a command given now may still be taken, in server time; null while that is not known: a device's own
   * clock could put it in the past.
   */
  validUntil(): Instant | null {
    return this.#sync.known ? instant(this.now() + VALID_FOR) : null;
  }

  /** Server time as of the last whole second: what rendering reads. */
  get second(): Instant {
    return this.#second;
  }

  /** No answer for so long that what is shown may be old. */
  get silent(): boolean {
    return this.#silent;
  }

  close(): void {
    this.#closed = true;
    this.#sync.close();
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#woke);
  }

  readonly #tick = (): void => {
    if (this.#closed) return;
    this.#sync.beat();
    this.#show();
    if (this.#isUnanswered()) {
      this.#lastRenewal = performance.now();
      this.#connection.renew();
    }
    // A little after the second, so that a coarse timer does not wake before it and show it twice.
    this.#timer = setTimeout(this.#tick, 1_000 - (this.now() % 1_000) + 8);
  };

  #show(): void {
    this.#second = this.now();
    this.#silent = this.#sync.silent;
  }

  /**
   * Whether the connection seems to be there and is not. A hidden page's timers run once a minute: that it has not
   * probed for so long says nothing about its connection.
   */
  #isUnanswered(): boolean {
    return (
      this.#silent &&
      document.visibilityState === 'visible' &&
      this.#sync.sinceLastProbe > ANSWER_WITHIN &&
      performance.now() - this.#lastRenewal > this.#pace.silentAfter
    );
  }

  readonly #woke = (): void => {
    if (document.visibilityState !== 'visible') return;
    this.#sync.measureAnew();
    this.#sync.beat();
    this.#show();
  };
}
