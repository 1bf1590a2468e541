/** Until when a room has, and what lies between its estimated end and that moment. */
import type { RunProjection } from '#core/agenda/run.ts';
import { formatDuration, formatTimeOfDay } from '#core/time/formats.ts';
import type { Language } from '#core/time/formats.ts';
import type { SharedTime } from '#core/programme/programme.ts';
import type { Duration, Instant } from '#core/time/instant.ts';
import { between, minutes } from '#core/time/instant.ts';
import type { Messages } from '#i18n/messages.ts';
import { LATE_FROM_MINUTES } from './drift.ts';

export type Deadline = {
  readonly at: Instant;
  /** What begins then; '' when it is only the planned end. */
  readonly title: string;
  /** What is left before it at the present pace: negative when the room would overrun it; null before a start. */
  readonly margin: Duration | null;
};

const MINUTE = 60_000;

type Ends = Pick<RunProjection, 'deadline' | 'estimatedEnd' | 'status'>;

/** Null when nothing says until when the room has, and once it has finished. */
export function deadlineOf(projection: Ends, sharedTimes: readonly SharedTime[]): Deadline | null {
  const { deadline, estimatedEnd, status } = projection;
  if (deadline === null || status === 'finished') return null;
  return {
    at: deadline,
    title: sharedTimes.find(({ start }) => start === deadline)?.title ?? '',
    margin: estimatedEnd === null ? null : between(estimatedEnd, deadline),
  };
}

/** Whether the room would run so far into what begins then that it is late for it. */
export const overruns = (deadline: Deadline | null): boolean =>
  (deadline?.margin ?? 0) <= -LATE_FROM_MINUTES * MINUTE;

/** « marge 4 min », « sans marge », « déborde de 6 min »; '' while nothing is estimated. */
export function marginWords(margin: Duration | null, words: Messages['clock']): string {
  if (margin === null) return '';
  // In whole minutes that have passed, as a lateness is: both stand side by side.
  const count = Math.trunc(margin / MINUTE);
  const length = (of: number): string =>
    of < 60 ? `${of}\u00a0${words.minutesShort}` : formatDuration(minutes(of));
  if (count < 0) return words.short(length(-count));
  return count === 0 ? words.noMargin : words.margin(length(count));
}

/** « plénière à 11 h 45 », « fin prévue à 12 h ». */
export const deadlineWords = (
  { at, title }: Deadline,
  zone: string,
  language: Language,
  words: Messages['clock'],
): string => words.deadline(title === '' ? words.end : title, formatTimeOfDay(at, zone, language));
