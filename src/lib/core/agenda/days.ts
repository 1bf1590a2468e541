/** Days of the calendar: of a moment in a zone, and as a text names them. */
import type { Instant } from '#core/time/instant.ts';
import { findDate } from './find-date.ts';

/** The ISO day of a moment in an IANA zone. */
export const dayIn = (zone: string, moment: Instant): string => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(moment);
  const part = (type: 'year' | 'month' | 'day'): string => parts.find((it) => it.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
};

const WEEKDAYS = [
  ['dimanche', 'sunday'],
  ['lundi', 'monday'],
  ['mardi', 'tuesday'],
  ['mercredi', 'wednesday'],
  ['jeudi', 'thursday'],
  ['vendredi', 'friday'],
  ['samedi', 'saturday'],
];
const NAMED_DAY = new RegExp(
  String.raw`(?<!\p{L})(?<weekday>${WEEKDAYS.flat().join('|')}),?\s(?:le\s|the\s)?(?<date>\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(?<day>\d{1,2})(?:er|st|nd|rd|th)?\s(?:of\s)?(?<month>\p{L}+)\.?(?:\s(?<year>\d{4}))?|(?<monthFirst>\p{L}+)\s(?<dayAfter>\d{1,2})(?:st|nd|rd|th)?,?(?:\s(?<yearAfter>\d{4}))?)`,
  'giu',
);

const weekdayOf = (isoDay: string): number => new Date(`${isoDay}T12:00:00Z`).getUTCDay();

export type ContradictedDate = { readonly contradicts: 'weekday' | 'days'; readonly written: string };

/**
 * The dates a text names with their day of the week that cannot be right: the date falls on another weekday, or is
 * none of `days`. A date without a year is of the year of `day`; without that either, it is passed over.
 */
export const contradictedDates = (
  text: string,
  day: string,
  days: ReadonlySet<string>,
): readonly ContradictedDate[] =>
  [...text.matchAll(NAMED_DAY)].flatMap((match): readonly ContradictedDate[] => {
    const { weekday = '', date = '', ...parts } = match.groups ?? {};
    const number = parts['day'] ?? parts['dayAfter'];
    const month = parts['month'] ?? parts['monthFirst'] ?? '';
    const year = parts['year'] ?? parts['yearAfter'] ?? day.slice(0, 4);
    const found = findDate(number === undefined ? date : `${number} ${month} ${year}`)?.date;
    if (found === undefined) return [];
    const names = WEEKDAYS[weekdayOf(found)] ?? [];
    if (!names.includes(weekday.toLowerCase())) return [{ contradicts: 'weekday', written: match[0] }];
    return days.size > 0 && !days.has(found) ? [{ contradicts: 'days', written: match[0] }] : [];
  });
