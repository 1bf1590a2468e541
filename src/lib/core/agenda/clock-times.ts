/** Reads times of day as programmes write them: « 9h00 – 10h30 », « de 9h à 10h », « 14H30/16H30 », “2:30 pm”, « à partir de 9h ». */
import { cutOut, trimTitle } from './take-duration.ts';

/** Where a time of day stands in a text; minutes count from midnight, `ends` is null for a start alone. */
export type FoundClock = {
  readonly start: number;
  readonly end: number;
  readonly begins: number;
  readonly ends: number | null;
  /** Written in twelve hours without am or pm, so that 2:00 may be 14:00. */
  readonly mayBeAfternoon: boolean;
};

const HOUR = 60;
const NOON = 12 * HOUR;
const DAY = 24 * HOUR;
/** From this hour on, « 9h » is a time of day and not a length. */
const FIRST_CLOCK_HOUR = 7;
const LAST_HOUR = 24;
const LONGEST_BARE_RANGE = 6;
/** A range that ends before it begins goes over midnight when it begins this late and ends this early. */
const EVENING = 18 * HOUR;
const NIGHT_END = 6 * HOUR;

const side = (n: 1 | 2): string =>
  String.raw`(?:(?<noon${n}>(?<!apr[èe]s[\s-])midi|(?:12\s)?noon|midday)|(?<hour${n}>\d{1,2})(?:(?<mark${n}>\s?(?:h|heures?)(?!\p{L})\s?|[:.])(?<minute${n}>[0-5]\d)(?!\p{N}|[.,:]\d|\s?%|(?!(?:[ap]\.?m|min|mn)(?!\p{L}))\p{L})(?:\s?(?:min|mn))?|\s?(?<unit${n}>h|heures?)(?!\p{L}))?(?:\s?(?<half${n}>[ap]\.?m)(?!\p{L})\.?)?)`;
const BEFORE = String.raw`(?<![\p{L}\p{N}]|\d[.,/:⁄–-]|[½¼¾])`;
const AFTER = String.raw`(?![\p{L}\p{N}])`;
const RANGE = new RegExp(
  String.raw`${BEFORE}(?:(?<lead>de|from|entre|between)\s)?${side(1)}(?<join>\s?(?:-|–|—|/|→|>|à|to|till|until|jusqu['’]à|et|and)\s?)(?:à\s)?${side(2)}${AFTER}`,
  'giu',
);
const SINGLE = new RegExp(
  String.raw`${BEFORE}(?:(?<lead>à\spartir\sde|dès|vers|à|at|from|starting\sat|as\sof)\s)?${side(1)}${AFTER}`,
  'giu',
);
const SIGN = /\d\s?(?:h|[:.]\d|[ap]\.?m|[-–—]\d|\sto\s|\sà\s)|midi|noon|midday/iu;

type Side = {
  readonly minutes: number;
  readonly kind: 'bare' | 'hours' | 'dotted' | 'exact';
  readonly half: 'am' | 'pm' | null;
  readonly twelve: boolean;
};

const readSide = (groups: Readonly<Record<string, string | undefined>>, n: 1 | 2): Side | null => {
  if (groups[`noon${n}`] !== undefined) return { minutes: NOON, kind: 'exact', half: null, twelve: false };
  const hour = Number(groups[`hour${n}`]);
  const minute = Number(groups[`minute${n}`] ?? 0);
  const mark = groups[`mark${n}`]?.trim().toLowerCase();
  const half = groups[`half${n}`]?.toLowerCase().startsWith('p') ? 'pm' : groups[`half${n}`] ? 'am' : null;
  if (half !== null) {
    if (hour < 1 || hour > 12) return null;
    const minutes = (hour % 12) * HOUR + minute + (half === 'pm' ? NOON : 0);
    return { minutes, kind: 'exact', half, twelve: false };
  }
  if (hour > LAST_HOUR || hour * HOUR + minute > DAY) return null;
  const minutes = hour * HOUR + minute;
  const unit = mark === undefined ? groups[`unit${n}`] : mark;
  if (mark === '.') return minute % 5 === 0 ? { minutes, kind: 'dotted', half, twelve: hour <= 12 } : null;
  if (mark === ':') return { minutes, kind: 'exact', half, twelve: hour >= 1 && hour <= 12 };
  if (unit === undefined) return { minutes, kind: 'bare', half, twelve: hour >= 1 && hour <= 12 };
  return { minutes, kind: 'hours', half, twelve: false };
};

const isClockHour = (one: Side): boolean => one.minutes >= FIRST_CLOCK_HOUR * HOUR;

/** “11–1 pm”: a side without am or pm takes the other's, or the one that lets time go on. */
const halved = (one: Side, other: Side, before: boolean): Side => {
  if (other.half === null || one.half !== null || !one.twelve) return one;
  const hour = one.minutes % NOON;
  const same = hour + (other.half === 'pm' ? NOON : 0);
  const fits = before ? same < other.minutes : same > other.minutes;
  const minutes = fits ? same : (same + NOON) % DAY;
  return { ...one, minutes, half: minutes >= NOON ? 'pm' : 'am', twelve: false, kind: 'exact' };
};

const rangeOf = (match: RegExpExecArray): FoundClock | null => {
  const groups = match.groups ?? {};
  const [first, second] = [readSide(groups, 1), readSide(groups, 2)];
  const { join = '', lead = '' } = groups;
  if (first === null || second === null) return null;
  if (second.kind === 'bare' && !/^[-–—]$/u.test(join)) return null;
  const between = /^(?:entre|between)$/iu.test(lead);
  if (/et|and/iu.test(join) && !between) return null;
  const one = halved(first, second, true);
  const other = halved(second, one, false);
  const hours = (other.minutes - one.minutes) / HOUR;
  if (one.kind === 'dotted' || other.kind === 'dotted') {
    if (one.kind !== other.kind || !isClockHour(one)) return null;
  } else if (other.kind === 'bare') {
    if (one.kind === 'bare' || !isClockHour(one) || hours <= 0 || hours > LONGEST_BARE_RANGE) return null;
  } else if (one.kind === 'bare') {
    const tight = !/^\s?[-–—/>]\s$|^\s[-–—/>]\s?$/u.test(join);
    if (!tight || !isClockHour(one) || hours <= 0 || hours > LONGEST_BARE_RANGE) return null;
  } else if (one.kind === 'hours' && other.kind === 'hours' && !isClockHour(one) && !isClockHour(other))
    return null;
  const short = other.twelve && other.minutes <= one.minutes && other.minutes + NOON > one.minutes;
  const ends = short && other.minutes < NOON ? other.minutes + NOON : other.minutes;
  const over = ends < one.minutes && one.minutes >= EVENING && ends <= NIGHT_END ? ends + DAY : ends;
  return {
    start: match.index,
    end: match.index + match[0].length,
    begins: one.minutes,
    ends: over,
    mayBeAfternoon: one.twelve && one.half === null && over === other.minutes,
  };
};

const singleOf = (match: RegExpExecArray): FoundClock | null => {
  const groups = match.groups ?? {};
  const one = readSide(groups, 1);
  if (one === null || one.kind === 'bare' || one.kind === 'dotted') return null;
  if (one.kind === 'hours' && !isClockHour(one)) return null;
  const long = /heure/iu.test(groups.unit1 ?? groups.mark1 ?? '');
  if (long && groups.lead === undefined) return null;
  return {
    start: match.index,
    end: match.index + match[0].length,
    begins: one.minutes,
    ends: null,
    mayBeAfternoon: one.twelve,
  };
};

/** The times of day in a text, in order; ranges before starts alone. */
export const findClocks = (text: string): FoundClock[] => {
  if (!SIGN.test(text)) return [];
  const found: FoundClock[] = [];
  for (const match of text.matchAll(RANGE)) {
    const range = rangeOf(match);
    if (range !== null) found.push(range);
  }
  const ranges = [...found];
  let next = 0;
  for (const match of text.matchAll(SINGLE)) {
    const single = singleOf(match);
    if (single === null) continue;
    while (next < ranges.length && (ranges[next]?.end ?? 0) <= single.start) next += 1;
    const range = ranges[next];
    if (range === undefined || range.start >= single.end) found.push(single);
  }
  return found.sort((one, other) => one.start - other.start);
};

/** The first time of day of a text, or null. */
export const findClock = (text: string): FoundClock | null => findClocks(text)[0] ?? null;

/** What a line's time of day is, and the line without it. */
export type TakenClock = {
  readonly begins: number;
  readonly ends: number | null;
  readonly mayBeAfternoon: boolean;
  /** It stands at the beginning of the line. */
  readonly leads: boolean;
  readonly rest: string;
};

const LABEL = /(?:^|\s)(?:horaires?|heure|time|schedule|when)\s?:?\s?$/iu;
const opensApart = (text: string): boolean => text === '' || /[:;,–—\-|/=>→•·\t([{]\s?$/u.test(text);
const closesApart = (text: string): boolean => text === '' || /^\s?(?:[:;,–—\-|/=>→•·\t)\]}]|$)/u.test(text);

/**
 * The time of day of a line when it stands apart: at its beginning, in brackets, between separators, or (a range,
 * or a start after a separator) at its end. Null for one that is part of a sentence.
 */
export const takeClock = (body: string): TakenClock | null => {
  for (const clock of findClocks(body)) {
    const label = LABEL.exec(body.slice(0, clock.start));
    const start = label?.index === 0 ? 0 : clock.start;
    const before = body.slice(Math.max(0, start - 3), start);
    const after = body.slice(clock.end, clock.end + 3);
    const leads = trimTitle(body.slice(0, Math.min(start, 8))) === '' && start < 8;
    const trails =
      trimTitle(body.slice(clock.end, clock.end + 8)).replace('.', '') === '' && closesApart(after.trim());
    const apart =
      leads ||
      (opensApart(before) && closesApart(after)) ||
      (trails && (clock.ends !== null || opensApart(before)));
    if (!apart) continue;
    const rest = cutOut(body, { start, end: clock.end });
    return { begins: clock.begins, ends: clock.ends, mayBeAfternoon: clock.mayBeAfternoon, leads, rest };
  }
  return null;
};

/** A time of day in minutes from midnight. */
export type Clock = { readonly begins: number; readonly ends: number | null };

/** A time of day that comes after `last`: “1:30” after “12:30” is 13:30. */
export const clockAfter = (clock: Clock & { readonly mayBeAfternoon: boolean }, last: number): Clock => {
  const { begins, ends, mayBeAfternoon } = clock;
  const shift = mayBeAfternoon && begins < last && begins < NOON && begins + NOON >= last ? NOON : 0;
  return { begins: begins + shift, ends: ends === null ? null : ends + shift };
};

/** A time of day as hh:mm; past midnight it counts from there. */
export const hourAndMinute = (minutes: number): string => {
  const ofDay = ((minutes % DAY) + DAY) % DAY;
  return `${String(Math.floor(ofDay / HOUR)).padStart(2, '0')}:${String(ofDay % HOUR).padStart(2, '0')}`;
};
