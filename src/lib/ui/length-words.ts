/** Lengths of time that go by, as words of a line. */
import { formatDuration, formatRemaining } from '#core/time/formats.ts';
import type { Duration } from '#core/time/instant.ts';
import { minutes } from '#core/time/instant.ts';
import type { Messages } from '#i18n/messages.ts';

const MINUTE = 60_000;

/** What is left, as « 12 min », « 40 s » in the last two minutes, « +3 min » once it is over. */
export const remainingWords = (remaining: Duration, words: Messages['clock']): string => {
  const { sign, value, unit } = formatRemaining(remaining);
  return `${sign}${value}\u00a0${unit === 's' ? words.secondsShort : words.minutesShort}`;
};

/** A length as people write it, to the nearest minute: « 1 h 04 ». */
export const lengthWords = (length: Duration): string => formatDuration(minutes(Math.round(length / MINUTE)));
