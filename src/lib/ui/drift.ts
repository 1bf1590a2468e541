/** How late or early a sitting will end, in whole minutes and in words. */
import { formatDuration } from '#core/time/formats.ts';
import type { Duration } from '#core/time/instant.ts';
import { minutes } from '#core/time/instant.ts';
import type { Messages } from '#i18n/messages.ts';

export type DriftState = 'late' | 'a-little-late' | 'early' | 'on-time';

const MINUTE = 60_000;
/** From so many minutes on it is said in colour; below, the words alone say it. */
export const LATE_FROM_MINUTES = 5;

/** Whole minutes that have passed; under one minute is on time, from five minutes on it is late. */
export const driftStateOf = (drift: Duration): DriftState => {
  const count = Math.trunc(drift / MINUTE);
  if (count === 0) return 'on-time';
  if (count < 0) return 'early';
  return count < LATE_FROM_MINUTES ? 'a-little-late' : 'late';
};

/** « 10 min », « 1 h 27 »: a lateness is counted in minutes below the hour, never told as « ½ h ». */
const shortLength = (count: number, words: Messages['clock']): string =>
  count < 60 ? `${count}\u00a0${words.minutesShort}` : formatDuration(minutes(count));

/** « retard 10 min », « avance 1 h 27 », « à l’heure ». */
export const driftWords = (drift: Duration, words: Messages['clock']): string => {
  const count = Math.trunc(drift / MINUTE);
  if (count === 0) return words.onTime;
  const length = shortLength(Math.abs(count), words);
  return count > 0 ? words.late(length) : words.early(length);
};
