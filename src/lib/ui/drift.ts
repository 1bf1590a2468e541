/** How late or early a sitting will end, in whole minutes and in words. */
import type { Duration } from '#core/time/instant.ts';
import type { Messages } from '#i18n/messages.ts';

export type DriftState = 'late' | 'a-little-late' | 'early' | 'on-time';

const MINUTE = 60_000;
const LATE_FROM_MINUTES = 5;

/** Whole minutes that have passed; under one minute is on time, from five minutes on it is late. */
export const driftStateOf = (drift: Duration): DriftState => {
  const count = Math.trunc(drift / MINUTE);
  if (count === 0) return 'on-time';
  if (count < 0) return 'early';
  return count < LATE_FROM_MINUTES ? 'a-little-late' : 'late';
};

/** « retard 10 min », « avance 6 min », « à l’heure ». */
export const driftWords = (drift: Duration, words: Messages['clock']): string => {
  const count = Math.trunc(drift / MINUTE);
  if (count === 0) return words.onTime;
  return count > 0 ? words.late(count) : words.early(0 - count);
};
