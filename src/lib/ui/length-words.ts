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
