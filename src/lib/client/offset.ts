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

/** Probes kept for an estimate, and how many make a burst. */
export const SAMPLES_KEPT = 64;
export const SAMPLES_ENOUGH = 16;

/** The samples with one more, the oldest forgotten. */
export const withSample = (samples: readonly Sample[], sample: Sample): readonly Sample[] =>
  [...samples, sample].slice(-SAMPLES_KEPT);

/** How much two monotonic clocks may part: the worst quartz of a phone, as a share of the time that passes. */
const PARTING = 50e-6;

type Bounds = { readonly least: number; readonly most: number };

/**
 * Between which values the offset lies: the server saw each probe after it left and before it came back. What a sample
 * says loosens with its age, since the clocks part meanwhile.
 */
function boundsFrom(samples: readonly Sample[]): Bounds {
  const newest = samples.at(-1)?.receivedAt ?? 0;
  return samples.reduce<Bounds>(
    ({ least, most }, { sentAt, receivedAt, serverAt }) => {
      const loose = (newest - receivedAt) * PARTING;
      return {
        least: Math.max(least, serverAt - receivedAt - loose),
        most: Math.min(most, serverAt + GRAIN - sentAt + loose),
      };
    },
    { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY },
  );
}

/** The server's clock counts whole milliseconds. */
const GRAIN = 1;

/** Whether one offset can explain all samples. */
export function isOneClock(samples: readonly Sample[]): boolean {
  const { least, most } = boundsFrom(samples);
  return least <= most;
}

/**
 * Server time − monotonic time: the middle of what all samples allow, so that the quickest way there and the quickest
 * way back count even when no probe had both. Its error is at most half of the quickest round trip, and comes near half
 * of the path's constant asymmetry, which no probe can see. Null without samples.
 */
export function offsetFrom(samples: readonly Sample[]): number | null {
  if (samples.length === 0) return null;
  const { least, most } = boundsFrom(samples);
  return (least + most) / 2;
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
