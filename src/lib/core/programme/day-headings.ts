/** Finds the lines that head a day: « Jeudi 26 novembre », « Jour 1 », “Day 2 – Friday 27 November 2026”. */
import { findDate, findYearlessDate, weekdayContradicts } from '../agenda/find-date.ts';
import type { FoundDate } from '../agenda/find-date.ts';
import { trimTitle } from '../agenda/take-duration.ts';

const LONGEST_HEADING = 120;
const NUMBERED =
  /^(?:(?:jour(?:n[ée]e)?|day)\s(?:n\s?°\s?)?(?<number>\d{1,2})|j\s?(?<short>\d)|(?<rank>\d{1,2}|premi[èe]re?|deuxi[èe]me|seconde?|troisi[èe]me|first|second|third)(?:\s?(?:er|[èe]re|re|nde?|e|[èe]me|st|rd|th))?\s(?:jour(?:n[ée]e)?|day))(?![\p{L}\p{N}])/iu;
const RANKS: readonly (readonly [RegExp, number])[] = [
  [/^(?:premi|first)/iu, 1],
  [/^(?:deux|second)/iu, 2],
  [/^(?:trois|third)/iu, 3],
];
const AROUND =
  /^(?:le|on|the|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|programme|program|du|de|la|journ[ée]e|date|for|of|[\s:,.()|–—-])*$/iu;
const HALF_DAY =
  /^(?:(?:le|la|the|in\sthe)\s)?(?:matin(?:[ée]e)?|apr[èe]s[\s-]midi|soir(?:[ée]e)?|morning|afternoon|evening)$/iu;

/** A day as its heading names it: by date, by number from the first, or both; `rest` is what else the line says. */
export type DayHeading = {
  readonly date: string | null;
  readonly number: number | null;
  readonly rest: string;
  readonly weekdayDiffers: boolean;
};

const numberOf = (match: RegExpExecArray | null): number | null => {
  if (match === null) return null;
  const { number, short, rank } = match.groups ?? {};
  const digits = Number(number ?? short ?? rank);
  if (!Number.isNaN(digits)) return digits >= 1 && digits <= 31 ? digits : null;
  return RANKS.find(([sign]) => sign.test(rank ?? ''))?.[1] ?? null;
};

/** Reads a line as the heading of a day, its date in the year given when it names none; null when it is no heading. */
export const readDayHeading = (text: string, year: number): DayHeading | null => {
  if (text.length > LONGEST_HEADING || /[?;,]$/u.test(text)) return null;
  const numbered = NUMBERED.exec(text);
  const number = numberOf(numbered);
  const after = number === null || numbered === null ? text : text.slice(numbered[0].length);
  const date: FoundDate | null = findDate(after) ?? findYearlessDate(after, year);
  const heads = date !== null && AROUND.test(after.slice(0, date.start));
  if (!heads && number === null) return null;
  const rest = trimTitle(heads ? after.slice(date.end) : after);
  return {
    date: heads ? date.date : null,
    number,
    rest: isHalfDay(rest) ? '' : rest,
    weekdayDiffers: heads && weekdayContradicts(after, date),
  };
};

/** « Matin », “Afternoon”: a line that only tells the half of the day. */
export const isHalfDay = (text: string): boolean => HALF_DAY.test(trimTitle(text));

/** The day that lies so many days after another. */
export const dayAfter = (isoDay: string, days: number): string =>
  new Date(Date.parse(`${isoDay}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
