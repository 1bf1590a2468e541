/**
 * How far this device's monotonic clock stands from the server's. All lengths are milliseconds; `monotonic` is
 * `performance.now()`, which nobody can set and which never goes back.
 */
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';

/** One probe: when it left and came back on the monotonic clock, and when the server saw it. */
export type Sample = {
  readonly sentAt: number;
  readonly receivedAt: number;
  readonly serverAt: Instant;
};

/** Probes kept for an estimate, and how many of a burst make it trustworthy. */
export const SAMPLES_KEPT = 64;
export const SAMPLES_ENOUGH = 16;

/** The samples with one more, the oldest forgotten. */
export const withSample = (samples: readonly Sample[], sample: Sample): readonly Sample[] =>
  [...samples, sample].slice(-SAMPLES_KEPT);

const roundTripOf = (sample: Sample): number => sample.receivedAt - sample.sentAt;
const offsetOf = (sample: Sample): number => sample.serverAt - (sample.sentAt + sample.receivedAt) / 2;

/**
 * Server time − monotonic time, from the quickest round trips: their error is at most half their length, while a
 * slow one says little. Null without samples.
 */
export function offsetFrom(samples: readonly Sample[]): number | null {
  if (samples.length === 0) return null;
  const quickest = [...samples].sort((a, b) => roundTripOf(a) - roundTripOf(b));
  const best = quickest.slice(0, Math.max(1, Math.ceil(samples.length / 8)));
  return best.reduce((sum, sample) => sum + offsetOf(sample), 0) / best.length;
}

/** A shown clock on its way to the true one: `lead` is how far it stood ahead of the truth at `since`. */
export type Steering = { readonly offset: number; readonly lead: number; readonly since: number };

/** Ahead of the truth it runs at this share of its speed until the truth has caught up: slow, never back. */
const SLOWED = 0.5;
/** Behind the truth by more than this it goes there at once; a smaller step is shared out the same way. */
const FORWARD_STEP = 2_000;
/** Wrong by more than this, going back is the smaller evil. */
const BACKWARD_STEP = 30_000;

export const steady = (offset: number, monotonic: number): Steering => ({
  offset,
  lead: 0,
  since: monotonic,
});

const leadAt = (steering: Steering, monotonic: number): number => {
  const made = Math.max(0, monotonic - steering.since) * SLOWED;
  return steering.lead > 0 ? Math.max(0, steering.lead - made) : Math.min(0, steering.lead + made);
};

/** What the clock shows. */
export const shownAt = (steering: Steering, monotonic: number): Instant =>
  instant(monotonic + steering.offset + leadAt(steering, monotonic));

/** The steering after a better estimate. */
export function steered(steering: Steering, offset: number, monotonic: number): Steering {
  const lead = shownAt(steering, monotonic) - (monotonic + offset);
  if (lead < -FORWARD_STEP || lead > BACKWARD_STEP) return steady(offset, monotonic);
  return { offset, lead, since: monotonic };
}

/** More than this between two looks, and the device slept or somebody set its time. */
const JUMP = 500;

/** Whether wall time and monotonic time went apart since the last look, both as `Date` − `performance`. */
export const hasJumped = (apartBefore: number, apartNow: number): boolean =>
  Math.abs(apartNow - apartBefore) > JUMP;
