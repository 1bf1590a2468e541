/** Reads dates as people head an agenda: « lundi 1er mars 2027 », « 3/12/2026 », « 2026-11-26 », “November 26, 2026”. */

const MONTHS = [
  ['janvier', 'janv', 'jan', 'january'],
  ['fevrier', 'fevr', 'fev', 'february', 'feb'],
  ['mars', 'march'],
  ['avril', 'avr', 'april', 'apr'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'juil', 'july'],
  ['aout', 'august', 'aug'],
  ['septembre', 'sept', 'september'],
  ['octobre', 'oct', 'october'],
  ['novembre', 'nov', 'november'],
  ['decembre', 'dec', 'december'],
];
const MONTH_NUMBERS = new Map(
  MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const MONTH = String.raw`janv(?:ier)?|jan|f[ée]v(?:r(?:ier)?)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[uû]t|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|d[ée]c(?:embre)?|january|february|feb|march|apr(?:il)?|may|june|july|aug(?:ust)?|september|october|november|december`;
const ORDINAL = '(?:er|st|nd|rd|th)?';
const YEAR = String.raw`(?<year>\d{4})(?!\d)`;
const WRITTEN = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<day>\d{1,2})${ORDINAL}(?:\s?(?:et|au|and|to|-|–|,)\s?\d{1,2}${ORDINAL})?(?:\sof)?\s(?<month>${MONTH})\.?,?\s${YEAR}`,
  'giu',
);
const MONTH_FIRST = new RegExp(
  String.raw`(?<!\p{L})(?<month>${MONTH})\.?\s(?<day>\d{1,2})${ORDINAL}(?:\s?(?:-|–|and|to)\s?\d{1,2}${ORDINAL})?,?\s${YEAR}`,
  'giu',
);
const YEARLESS = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?<day>\d{1,2})${ORDINAL}(?:\sof)?\s(?<month>${MONTH})|(?<monthFirst>${MONTH})\s(?<dayAfter>\d{1,2})${ORDINAL})(?![\p{L}\p{N}])`,
  'iu',
);
/** No date is written without one of these; most lines are told apart by it at once. */
const SIGN = /\d{4}|\d[/.-]\d/u;
const FIGURES = /(?<![\d/.-])(?<day>\d{1,2})([/.-])(?<month>\d{1,2})\2(?<year>\d{4}|\d{2})(?![\d/]|[.-]\d)/gu;
const ISO = /(?<![\d-])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?![\d-])/gu;

const isoDate = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

/** A day (yyyy-mm-dd) and where it stands in a text. */
export type FoundDate = { readonly date: string; readonly start: number; readonly end: number };

/** The first date of a text as yyyy-mm-dd with its place, or null; of « du 26 au 27 mars 2027 » the first day. */
export const findDate = (text: string): FoundDate | null => {
  if (!SIGN.test(text)) return null;
  let first: FoundDate | null = null;
  for (const form of [ISO, WRITTEN, MONTH_FIRST, FIGURES]) {
    for (const match of text.matchAll(form)) {
      const { day = '', month = '', year = '' } = match.groups ?? {};
      const monthNumber = MONTH_NUMBERS.get(withoutAccents(month)) ?? Number(month);
      const fullYear = Number(year) + (year.length === 2 ? 2000 : 0);
      const dayFirst = isoDate(fullYear, monthNumber, Number(day));
      const date = dayFirst ?? (match[0].includes('/') ? isoDate(fullYear, Number(day), monthNumber) : null);
      if (date === null) continue;
      if (first === null || match.index < first.start)
        first = { date, start: match.index, end: match.index + match[0].length };
      break;
    }
  }
  return first;
};

const AROUND_A_DATE =
  /^(?:date|le|du|ce|on|the|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|[\s:,.()–-])*$/iu;
const LONGEST_DATE_LINE = 60;

/** The date of a line that holds nothing else, or null. */
export const dateAlone = (text: string): string | null => {
  if (text.length > LONGEST_DATE_LINE) return null;
  const date = findDate(text);
  if (date === null) return null;
  return AROUND_A_DATE.test(text.slice(0, date.start)) && AROUND_A_DATE.test(text.slice(date.end))
    ? date.date
    : null;
};

/** Whether a line begins with its date: it tells when, and rather not what. */
export const startsWithDate = (text: string): boolean => {
  const date = findDate(text.slice(0, LONGEST_DATE_LINE));
  return date !== null && AROUND_A_DATE.test(text.slice(0, date.start));
};

/** A day and month without a year (« jeudi 26 novembre »), in the year given, as yyyy-mm-dd with its place, or null. */
export const findYearlessDate = (text: string, year: number): FoundDate | null => {
  const match = /\d/u.test(text) ? YEARLESS.exec(text) : null;
  if (match === null) return null;
  const { day, month, monthFirst, dayAfter } = match.groups ?? {};
  const monthNumber = MONTH_NUMBERS.get(withoutAccents(month ?? monthFirst ?? '')) ?? 0;
  const date = isoDate(year, monthNumber, Number(day ?? dayAfter));
  return date === null ? null : { date, start: match.index, end: match.index + match[0].length };
};

/** From Sunday, as `Date` counts them. */
const WEEKDAYS = [
  ['dimanche', 'sunday'],
  ['lundi', 'monday'],
  ['mardi', 'tuesday'],
  ['mercredi', 'wednesday'],
  ['jeudi', 'thursday'],
  ['vendredi', 'friday'],
  ['samedi', 'saturday'],
];
const WEEKDAY = new RegExp(
  String.raw`(?<!\p{L})(${WEEKDAYS.flat().join('|')})[\s,.]{1,3}(?:(?:le|the)\s)?$`,
  'iu',
);
const WEEKDAY_REACH = 24;

/** Whether a weekday stands before a date of the text that is another day of the week. */
export const weekdayContradicts = (text: string, found: FoundDate | null = findDate(text)): boolean => {
  if (found === null) return false;
  const before = text.slice(Math.max(0, found.start - WEEKDAY_REACH), found.start);
  const named = WEEKDAY.exec(before)?.[1]?.toLowerCase();
  if (named === undefined) return false;
  return WEEKDAYS[new Date(`${found.date}T12:00:00Z`).getUTCDay()]?.includes(named) !== true;
};
