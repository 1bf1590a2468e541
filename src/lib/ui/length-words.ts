/** Lengths of time that go by, as words of a line. */
import { formatDuration, formatRemaining } from '#core/time/formats.ts';
import type { Duration } from '#core/time/instant.ts';
import { minutes } from '#core/time/instant.ts';
import type { Messages } from '#i18n/messages.ts';

const MINUTE = 60_000;

/** What is left, as « 12 min », « 1 min 53 », « 40 s » in the last minute, « +3 min » once it is over. */
export const remainingWords = (remaining: Duration, words: Messages['clock']): string => {
  const { sign, value, unit, seconds } = formatRemaining(remaining);
  const short = unit === 's' ? words.secondsShort : words.minutesShort;
  return [sign + value, short, seconds].filter((part) => part !== '').join('\u00a0');
};

/** What is left or, by as much, passed, as it is said aloud. */
export const spokenRemaining = (remaining: Duration, words: Messages['clock']): string => {
  const { sign, value, unit, seconds } = formatRemaining(remaining);
  if (remaining <= 0) return sign === '' ? words.justOver : words.overSince(words.minutes(Number(value)));
  if (unit === 's') return words.left(words.seconds(Number(value)));
  const length = words.minutes(Number(value));
  return words.left(seconds === '' ? length : `${length} ${words.seconds(Number(seconds))}`);
};

/** A length as people write it, to the nearest minute: « 1 h 04 ». */
export const lengthWords = (length: Duration): string => formatDuration(minutes(Math.round(length / MINUTE)));

/** What is left of a length, both in one measure: « 24 min » of « 30 ». A begun minute is no longer there to be had. */
export function partWords(
  left: Duration,
  whole: Duration,
  words: Messages['clock'],
): { readonly left: string; readonly of: string } {
  const count = Math.floor(Math.max(0, left) / MINUTE);
  return whole < 60 * MINUTE
    ? { left: `${count}\u00a0${words.minutesShort}`, of: String(Math.round(whole / MINUTE)) }
    : { left: formatDuration(minutes(count)), of: lengthWords(whole) };
}
