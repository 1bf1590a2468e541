/** What the régie says of a room, in words. */
import { formatDuration, formatRemaining } from '#core/time/formats.ts';
import type { ItemTimes, RunProjection } from '#core/agenda/run.ts';
import type { SharedTime } from '#core/programme/programme.ts';
import type { Duration, Instant } from '#core/time/instant.ts';
import { between, minutes } from '#core/time/instant.ts';
import type { Messages } from '#i18n/messages.ts';
import { driftWords } from '#lib/ui/drift.ts';
import { lengthWords, remainingWords } from '#lib/ui/length-words.ts';
import type { TimeState } from '#lib/ui/time-state.ts';
import type { SittingRow } from '#protocol/regie-views.ts';
import type { SittingHead } from '#protocol/views.ts';
import type { Margin, RoomEnd } from './room-end.ts';

type TimeOf = (moment: Instant) => string;

const MINUTE = 60_000;

/** « 2. Créer du lien », « 2. Créer du lien, groupe 2 »; a plenary and a lone atelier by their title. */
export const roomTitle = (head: SittingHead): string => {
  const numbered = head.ateliersCount > 1 && !head.plenary;
  const title = numbered ? `${head.atelierNumber}. ${head.atelierTitle}` : head.atelierTitle;
  return head.label === '' ? title : `${title}, ${head.label}`;
};

/** The shortest name that tells a room from the others: its place, else its atelier. */
export const roomName = (head: SittingHead): string => (head.room === '' ? roomTitle(head) : head.room);

/** « la plénière », « le repas »; a time of no known kind goes by its title. */
export const sharedTimeName = (time: SharedTime, words: Messages['regie']): string =>
  time.kind === 'other' ? words.otherTime(time.title) : words.sharedTimes[time.kind];

/** Whole minutes that have passed, as a drift counts them: « 4 min », « 1 h 04 », never « ½ h » where minutes are compared. */
export const minutesWords = (length: Duration, clock: Messages['clock']): string => {
  const count = Math.trunc(Math.abs(length) / MINUTE);
  return count < 60 ? `${count}\u00a0${clock.minutesShort}` : formatDuration(minutes(count));
};

/** « retard 13 min », and of a room that has not started « aurait dû commencer il y a 13 min ». */
export const latenessWords = (late: Duration, status: RunProjection['status'], words: Messages): string =>
  status === 'not-started'
    ? words.regie.shouldHaveStarted(minutesWords(late, words.clock))
    : driftWords(late, words.clock);

/** « finit à 12 h 04 ». */
export const endWords = (end: RoomEnd, words: Messages['regie'], timeOf: TimeOf): string =>
  words.end[end.kind](timeOf(end.at));

/** Whether the room ends after a shared time has begun, by a whole minute at least. */
export const isBehind = ({ margin }: { readonly margin: Duration | null }): boolean =>
  margin !== null && margin <= -MINUTE;

/** « 4 min après la plénière », « 8 min avant le repas », « juste pour la plénière ». */
export const marginWords = ({ time, margin }: Margin, words: Messages): string => {
  const what = sharedTimeName(time, words.regie);
  if (Math.abs(margin) < MINUTE) return words.regie.end.exact(what);
  const length = minutesWords(margin, words.clock);
  return margin < 0 ? words.regie.end.late(length, what) : words.regie.end.early(length, what);
};

/** Where the run is at: what is left of the point, or why no point is on. */
export const standingWords = (
  row: SittingRow,
  projection: RunProjection,
  times: ItemTimes | undefined,
  state: TimeState,
  { words, timeOf }: { readonly words: Messages; readonly timeOf: TimeOf },
): string => {
  const said = words.regie;
  if (row.run.finishedAt !== null) return said.finishedAt(timeOf(row.run.finishedAt));
  if (row.run.status === 'not-started') {
    const { start } = row.head;
    return start === null ? said.notStarted : `${said.notStarted}, ${said.plannedAt(timeOf(start))}`;
  }
  if (times === undefined) return said.betweenItems;
  const left = leftWords(times.remaining, state, words);
  if (row.run.status === 'suspended') return `${said.suspended} · ${left}`;
  const pause = projection.sharedTimeNow;
  return pause === null ? left : said.interrupted(pause.title, timeOf(pause.end));
};

const leftWords = (remaining: Duration, state: TimeState, { regie, clock }: Messages): string => {
  if (state !== 'over') return regie.left(remainingWords(remaining, clock));
  const { sign, value } = formatRemaining(remaining);
  return sign === '' ? clock.justOver : clock.overBy(Number(value));
};

/** « dernière il y a 9 min »; '' when nothing was said yet. */
export const lastWords = (at: Instant | null, now: Instant, words: Messages['regie']): string => {
  if (at === null) return '';
  const ago = between(at, now);
  return ago < MINUTE ? words.lastNow : words.lastAgo(lengthWords(ago));
};

/** « Salle B, 2. Créer du lien : demande 10 min »; '' while the room asks for nothing. */
export const callWords = ({ head, help }: SittingRow, { regie }: Messages): string =>
  help === null
    ? ''
    : regie.row.of(
        [head.room, roomTitle(head)].filter((it) => it !== '').join(', '),
        help.minutes === null ? regie.calls.help : regie.calls.minutes(help.minutes),
      );

/** « à 10 h 45, il y a 3 min ». */
export const sinceWords = (
  at: Instant,
  now: Instant,
  { words, timeOf }: { readonly words: Messages; readonly timeOf: TimeOf },
): string => {
  const ago = between(at, now);
  const said = words.regie.calls;
  return ago < MINUTE ? said.sinceNow(timeOf(at)) : said.since(timeOf(at), minutesWords(ago, words.clock));
};
