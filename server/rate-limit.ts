/** Buckets that fill again with time: so many at once, so many a minute. */
import type { Clock } from './seminars/surroundings.port.ts';

export type RateLimit = {
  /** Takes one from the caller's bucket; false when it is empty. */
  readonly take: (caller: string) => boolean;
  /** Whether the caller's bucket still holds something, taking nothing. */
  readonly has: (caller: string) => boolean;
};

const KEPT_CALLERS = 10_000;

export function createRateLimit(clock: Clock, atOnce: number, perMinute: number): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  const filled = (caller: string): { left: number; at: number } => {
    const now = clock.now();
    const bucket = buckets.get(caller) ?? { left: atOnce, at: now };
    const left = Math.min(atOnce, bucket.left + ((now - bucket.at) / 60_000) * perMinute);
    return { left, at: now };
  };
  return {
    take(caller) {
      const bucket = filled(caller);
      const allowed = bucket.left >= 1;
      buckets.delete(caller);
      buckets.set(caller, { ...bucket, left: allowed ? bucket.left - 1 : bucket.left });
      const [oldest] = buckets.keys();
      if (buckets.size > KEPT_CALLERS && oldest !== undefined) buckets.delete(oldest);
      return allowed;
    },
    has: (caller) => filled(caller).left >= 1,
  };
}
