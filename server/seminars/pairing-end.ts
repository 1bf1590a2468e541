/** Until when a pairing lasts. */
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import { instantOf } from '#core/time/zone-times.ts';

const HOUR = 3_600_000;
/** Whoever pairs late in the evening prepares the next morning. */
const AT_LEAST = 12 * HOUR;

/** The end of the day at `at` in the IANA zone, and no sooner than 12 hours after it. */
export function pairingEnd(at: Instant, zone: string): Instant {
  const today = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
  const tomorrow = new Date(Date.parse(`${today}T12:00:00Z`) + 24 * HOUR).toISOString().slice(0, 10);
  const midnight = instantOf(tomorrow, '00:00', zone) ?? at;
  return instant(Math.max(midnight, at + AT_LEAST));
}
