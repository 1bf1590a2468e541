/**
 * Keeps a device's idea of the server's time: when to ask, what to believe, and when what is shown may be old. Without
 * runes or DOM, so that it runs wherever a monotonic clock does. All lengths are milliseconds.
 */
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import {
  hasJumped,
  isOneClock,
  offsetFrom,
  SAMPLES_ENOUGH,
  shownAt,
  steady,
  steered,
  withSample,
} from './offset.ts';
import type { Sample, Steering } from './offset.ts';

/** `every`: between two probes. `silentAfter`: without an answer, what is shown may be old. */
export type ClockPace = { readonly every: number; readonly silentAfter: number };

export type ClockSurroundings = {
  /** The device's own time of day, right or wrong: `Date.now()`. */
  readonly wall: () => number;
  /** `performance.now()`: nobody can set it and it never goes back. */
  readonly monotonic: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Asks the server when it sees this; null when no answer came. */
  readonly probe: () => Promise<{ readonly at: Instant } | null>;
  /** An answer was taken in that is the first, or the first after a silence. */
  readonly heardAgain: () => void;
};

const BETWEEN_BURST_PROBES = 60;

export class ClockSync {
  readonly #pace: ClockPace;
  readonly #around: ClockSurroundings;
  #samples: readonly Sample[] = [];
  /** Until the first answer, this device's own time is the best there is. */
  #steering: Steering;
  #known = false;
  #apart: number;
  #burst = 0;
  #lastProbe: number;
  #lastAnswer: number;
  #closed = false;

  constructor(pace: ClockPace, around: ClockSurroundings) {
    this.#pace = pace;
    this.#around = around;
    const monotonic = around.monotonic();
    this.#apart = around.wall() - monotonic;
    this.#steering = steady(this.#apart, monotonic);
    this.#lastProbe = monotonic;
    this.#lastAnswer = monotonic;
  }

  /** Server time; it never goes back, but for a correction of over half a minute. */
  now(): Instant {
    return instant(Math.round(shownAt(this.#steering, this.#around.monotonic())));
  }

  /** Whether any answer has come. */
  get known(): boolean {
    return this.#known;
  }

  /** Probes that the estimate rests on. */
  get samplesCount(): number {
    return this.#samples.length;
  }

  /** No answer for so long that what is shown may be old. */
  get silent(): boolean {
    return this.#around.monotonic() - this.#lastAnswer > this.#pace.silentAfter;
  }

  get sinceLastProbe(): number {
    return this.#around.monotonic() - this.#lastProbe;
  }

  /** To be called about every second: notices a jump of the device's time, and asks when it is time to ask. */
  beat(): void {
    const apart = this.#around.wall() - this.#around.monotonic();
    if (hasJumped(this.#apart, apart)) {
      this.#apart = apart;
      // Whether it slept or somebody set its clock: nothing shown can be trusted before the next answer.
      this.#lastAnswer = Number.NEGATIVE_INFINITY;
      this.#samples = [];
      this.measureAnew();
    } else if (this.#burst === 0 && this.sinceLastProbe >= this.#pace.every) void this.#probe();
  }

  /** Measures by a burst of probes: after connecting or waking the path may be quicker, or the clock another. */
  measureAnew(): void {
    const running = this.#burst > 0;
    this.#burst = SAMPLES_ENOUGH;
    if (!running) void this.#runBurst();
  }

  close(): void {
    this.#closed = true;
  }

  async #runBurst(): Promise<void> {
    while (this.#burst > 0 && !this.#closed) {
      if (!(await this.#probe())) {
        this.#burst = 0;
        return;
      }
      this.#burst -= 1;
      await this.#around.pause(BETWEEN_BURST_PROBES);
    }
  }

  /** Whether an answer came. */
  async #probe(): Promise<boolean> {
    const sentAt = this.#around.monotonic();
    this.#lastProbe = sentAt;
    const answer = await this.#around.probe();
    const receivedAt = this.#around.monotonic();
    if (answer === null || this.#closed) return false;
    const isNews = !this.#known || this.silent;
    this.#lastAnswer = receivedAt;
    const sample = { sentAt, receivedAt, serverAt: answer.at };
    const samples = withSample(this.#samples, sample);
    // Samples that no one clock could have given: the server's was set. Only the newest speaks of it as it is now.
    this.#samples = isOneClock(samples) ? samples : [sample];
    const offset = offsetFrom(this.#samples);
    if (offset !== null) {
      this.#steering = this.#known ? steered(this.#steering, offset, receivedAt) : steady(offset, receivedAt);
      this.#known = true;
    }
    if (isNews) this.#around.heardAgain();
    return true;
  }
}
