/** The server's time on this device: whatever its own clock says, and never going back. */
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import type { Audience } from '#protocol/inputs.ts';
import type { Connection } from './connection.svelte.ts';
import { hasJumped, offsetFrom, SAMPLES_ENOUGH, shownAt, steady, steered, withSample } from './offset.ts';
import type { Sample, Steering } from './offset.ts';

/** Milliseconds between two probes, and without an answer until a clock counts as silent. */
const PACES = {
  console: { every: 5_000, silentAfter: 10_000 },
  screen: { every: 5_000, silentAfter: 10_000 },
  participant: { every: 20_000, silentAfter: 25_000 },
} as const satisfies Record<Audience, unknown>;

const BETWEEN_BURST_PROBES = 60;
/** Milliseconds a probe of a silent clock is given before its connection is let go. */
const ANSWER_WITHIN = 2_000;

const apart = (): number => Date.now() - performance.now();

export class ServerClock {
  readonly #connection: Connection;
  readonly #pace: { readonly every: number; readonly silentAfter: number };
  #samples: readonly Sample[] = [];
  /** Until the first answer, this device's own time is the best there is. */
  #steering: Steering = steady(apart(), performance.now());
  #known = false;
  #apart = apart();
  #burst = 0;
  #lastProbe = performance.now();
  #lastAnswer = performance.now();
  #lastRenewal = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #second = $state<Instant>(instant(Date.now()));
  #silent = $state(false);

  constructor(connection: Connection, audience: Audience) {
    this.#connection = connection;
    this.#pace = PACES[audience];
    connection.onLive(() => this.#sampleAnew());
    document.addEventListener('visibilitychange', this.#woke);
    this.#tick();
  }

  /** Server time, at any moment; it never goes back while the page is open, but for a correction of over half a minute. */
  now(): Instant {
    return instant(Math.round(shownAt(this.#steering, performance.now())));
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
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#woke);
  }

  readonly #tick = (): void => {
    if (this.#closed) return;
    this.#noticeJump();
    const at = performance.now();
    this.#second = this.now();
    this.#silent = at - this.#lastAnswer > this.#pace.silentAfter;
    if (this.#isUnanswered(at)) {
      this.#lastRenewal = at;
      this.#connection.renew();
    }
    if (at - this.#lastProbe >= this.#pace.every) void this.#probe();
    // A little after the second, so that a coarse timer does not wake before it and show it twice.
    this.#timer = setTimeout(this.#tick, 1_000 - (this.now() % 1_000) + 8);
  };

  /**
   * Whether the connection seems to be there and is not. A hidden page's timers run once a minute: that it has not
   * probed for so long says nothing about its connection.
   */
  #isUnanswered(at: number): boolean {
    return (
      this.#silent &&
      document.visibilityState === 'visible' &&
      at - this.#lastProbe > ANSWER_WITHIN &&
      at - this.#lastRenewal > this.#pace.silentAfter
    );
  }

  readonly #woke = (): void => {
    if (document.visibilityState !== 'visible') return;
    this.#noticeJump();
    this.#second = this.now();
    this.#sampleAnew();
  };

  #noticeJump(): void {
    const now = apart();
    if (!hasJumped(this.#apart, now)) return;
    this.#apart = now;
    // Whether it slept or somebody set its clock: nothing shown can be trusted before the next answer.
    this.#lastAnswer = Number.NEGATIVE_INFINITY;
    this.#silent = true;
    this.#samples = [];
    this.#sampleAnew();
  }

  /** A new path may be quicker or more even than the last: a burst finds out. */
  #sampleAnew(): void {
    const running = this.#burst > 0;
    this.#burst = SAMPLES_ENOUGH;
    if (!running) void this.#runBurst();
  }

  async #runBurst(): Promise<void> {
    while (this.#burst > 0 && !this.#closed) {
      if (!(await this.#probe())) {
        this.#burst = 0;
        return;
      }
      this.#burst -= 1;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_BURST_PROBES));
    }
  }

  /** Whether an answer came. */
  async #probe(): Promise<boolean> {
    const sentAt = performance.now();
    this.#lastProbe = sentAt;
    const answer = await this.#connection.time();
    const receivedAt = performance.now();
    if (answer === null || this.#closed) return false;
    this.#lastAnswer = receivedAt;
    this.#silent = false;
    this.#samples = withSample(this.#samples, { sentAt, receivedAt, serverAt: answer.at });
    const offset = offsetFrom(this.#samples);
    if (offset !== null) this.#steerTo(offset, receivedAt);
    return true;
  }

  #steerTo(offset: number, at: number): void {
    this.#steering = this.#known ? steered(this.#steering, offset, at) : steady(offset, at);
    if (!this.#known) this.#second = this.now();
    this.#known = true;
  }
}
