/** The hour of the demo, when it is to show another one than now. */
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import type { Clock } from '../seminars/surroundings.port.ts';

/** The moment that a wall clock in `zone` calls `2026-11-26T10:32`, or null when the text is no such hour. */
export function momentOf(text: string, zone: string): Instant | null {
  const wall = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? Date.parse(`${text}:00Z`) : Number.NaN;
  if (Number.isNaN(wall)) return null;
  const nearby = wall - zoneOffset(wall, zone);
  return instant(wall - zoneOffset(nearby, zone));
}

/** How far the zone's wall clock is ahead of UTC, in milliseconds. */
function zoneOffset(moment: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? 0 - offset : offset;
}

/** A clock that stands at `moment` until it is let go, then runs as `real` does. */
export function clockStandingAt(moment: Instant, real: Clock): Clock & { readonly letGo: () => void } {
  let since: Instant | null = null;
  return {
    now: () => (since === null ? moment : instant(moment + real.now() - since)),
    letGo: () => {
      since ??= real.now();
    },
  };
}
