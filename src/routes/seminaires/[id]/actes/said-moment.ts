/** Days and times of the life of the actes, in words and in fields. */
import { dayIn } from '#core/agenda/days.ts';
import { formatDay, formatTimeOfDay } from '#core/time/formats.ts';
import type { Language } from '#core/time/formats.ts';
import type { Instant } from '#core/time/instant.ts';

/** The day and the time of day, in the zone of the séminaire. */
export const saidMoment = (
  at: Instant,
  zone: string,
  { language, say }: { readonly language: Language; readonly say: (day: string, time: string) => string },
): string => say(formatDay(dayIn(zone, at), language), formatTimeOfDay(at, zone, language));
