/** What the column of the floor says of time: how long someone waits, and what is left of a talk. */
import { formatRemaining } from '#core/time/formats.ts';
import { after, between, duration, durationOf } from '#core/time/instant.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Messages } from '#i18n/messages.ts';
import { lengthWords, remainingWords } from '#lib/ui/length-words.ts';
import { timeStateOf } from '#lib/ui/time-state.ts';
import type { TimeState } from '#lib/ui/time-state.ts';
import type { SpeakingView } from '#protocol/room-views.ts';

/** Whole minutes may be chosen; null for no limit. */
export const TALK_MINUTES = [null, 1, 2, 3, 5] as const;

/** What was kept on the device, as long as it is one of the choices. */
export const talkMinutes = (kept: string | null): number | null =>
  TALK_MINUTES.find((choice) => choice !== null && String(choice) === kept) ?? null;

const MINUTE = 60_000;

/** « 2 min », or `justNow` within the first minute. */
export function waitingWords(since: Instant, now: Instant, justNow: string): string {
  const waited = Math.max(0, between(since, now));
  return waited < MINUTE ? justNow : lengthWords(duration(Math.floor(waited / MINUTE) * MINUTE));
}

export type TalkClock = { readonly words: string; readonly state: TimeState };

/** What is left of a talk, then by how much it is over; null when nobody limited it. */
export function talkClock(
  { since, minutes }: Pick<SpeakingView, 'since' | 'minutes'>,
  now: Instant,
  words: Messages['clock'],
): TalkClock | null {
  if (minutes === null) return null;
  const allotted = durationOf(minutes);
  // By a clock that is a little slow it has not begun yet: no more than the whole is left.
  const remaining = duration(Math.min(allotted, between(now, after(since, allotted))));
  const state = timeStateOf(remaining, allotted);
  if (state !== 'over') return { words: remainingWords(remaining, words), state };
  const { sign, value } = formatRemaining(remaining);
  return { words: sign === '' ? words.justOver : words.overBy(Number(value)), state };
}
