/** What is left of a silent writing: never more than the whole of it, by a clock that stands a little before its start. */
import type { Duration, Instant } from '#core/time/instant.ts';
import { between, duration } from '#core/time/instant.ts';

export const silenceLeft = (
  { openedAt, endsAt }: { readonly openedAt: Instant; readonly endsAt: Instant },
  now: Instant,
): Duration => duration(Math.min(between(openedAt, endsAt), between(now, endsAt)));
