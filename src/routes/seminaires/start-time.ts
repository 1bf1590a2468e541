/** The start of a sitting between a day, a time field and a zone. */
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';

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

/** The moment clocks in the zone show this day and time; null when either is none. In a skipped hour, after it. */
export const startOf = (isoDay: string, time: string, zone: string): Instant | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(isoDay) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const wanted = Date.parse(`${isoDay}T${time}:00Z`);
  if (Number.isNaN(wanted)) return null;
  let moment = wanted;
  // The second pass stands on the right side of a change of hour.
  for (let pass = 0; pass < 2; pass += 1) moment += wanted - shownIn(zone, moment);
  return instant(moment);
};

/** The time field of a start: `09:05`, '' when there is none. */
export const timeFieldOf = (start: Instant | null, zone: string): string => {
  if (start === null) return '';
  return new Date(shownIn(zone, Math.floor(start / MINUTE) * MINUTE)).toISOString().slice(11, 16);
};
