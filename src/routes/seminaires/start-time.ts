/** The start of a sitting between a day, a time field and a zone. */
import type { Instant } from '#core/time/instant.ts';
import { timeOfDayIn } from '#core/time/zone-times.ts';

/** The moment clocks in the zone show this day and time; null when either is none. */
export { instantOf as startOf } from '#core/time/zone-times.ts';

/** The time field of a start: `09:05`, '' when there is none. */
export const timeFieldOf = (start: Instant | null, zone: string): string =>
  start === null ? '' : timeOfDayIn(start, zone);
