/** Moments between a day, a time of day and a zone: what clocks on the wall show. */
import type { Instant } from './instant.ts';
import { instant } from './instant.ts';

const MINUTE = 60_000;

/** What clocks in the zone show at a moment, read as if it were UTC, in milliseconds. */
const shownIn = (zone: string, moment: number): number => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(moment);
  const of = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
};

/**
 * The moment clocks in an IANA zone show this day (yyyy-mm-dd) and time (hh:mm); null when either is none.
 * In an hour that is skipped, the moment after it; of an hour that comes twice, one of both.
 */
export const instantOf = (isoDay: string, time: string, zone: string): Instant | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(isoDay) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const wanted = Date.parse(`${isoDay}T${time}:00Z`);
  if (Number.isNaN(wanted) || !new Date(wanted).toISOString().startsWith(isoDay)) return null;
  let moment = wanted;
  // The second pass stands on the right side of a change of hour.
  for (let pass = 0; pass < 2; pass += 1) moment += wanted - shownIn(zone, moment);
  return instant(moment);
};

/** What clocks in the zone show at the moment: `09:05`. */
export const timeOfDayIn = (moment: Instant, zone: string): string =>
  new Date(shownIn(zone, Math.floor(moment / MINUTE) * MINUTE)).toISOString().slice(11, 16);
