/** A day that has to be named beside a time. */
import { dayIn } from '#core/agenda/days.ts';
import { formatDay } from '#core/time/formats.ts';
import type { Language } from '#core/time/formats.ts';
import type { Instant } from '#core/time/instant.ts';

/** « 26 novembre 2026 »; empty where it is today in the IANA zone. */
export function otherDay(moment: Instant, now: Instant, zone: string, language: Language): string {
  const day = dayIn(zone, moment);
  return day === dayIn(zone, now) ? '' : formatDay(day, language);
}
