/** Times of day as a field of type time has them: `09:05`, in the séminaire's zone. */
import { formatTimeOfDay } from '#core/time/formats.ts';
import type { Instant } from '#core/time/instant.ts';

const DAY_MINUTES = 1440;

export const clockFieldOf = (at: Instant, zone: string): string => formatTimeOfDay(at, zone, 'en');

/** By how many minutes the moment would have to move to be at that time of day, the nearest way; null when it is none. */
export const minutesToClock = (at: Instant, written: string, zone: string): number | null => {
  const wanted = minutesOf(written);
  const present = minutesOf(clockFieldOf(at, zone));
  if (wanted === null || present === null) return null;
  const forward = (wanted - present + DAY_MINUTES) % DAY_MINUTES;
  return forward > DAY_MINUTES / 2 ? forward - DAY_MINUTES : forward;
};

const minutesOf = (written: string): number | null => {
  const parts = /^(\d{2}):(\d{2})/.exec(written);
  return parts === null ? null : Number(parts[1]) * 60 + Number(parts[2]);
};
