/** Reads dates as people head an agenda: « lundi 1er mars 2027 », « 3/12/2026 », « 2026-11-26 ». */

const MONTHS = [
  ['janvier', 'janv', 'jan'],
  ['fevrier', 'fevr', 'fev'],
  ['mars'],
  ['avril', 'avr'],
  ['mai'],
  ['juin'],
  ['juillet', 'juil'],
  ['aout'],
  ['septembre', 'sept'],
  ['octobre', 'oct'],
  ['novembre', 'nov'],
  ['decembre', 'dec'],
];
const MONTH_NUMBERS = new Map(
  MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const MONTH = String.raw`janv(?:ier)?|jan|f[ée]v(?:r(?:ier)?)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[uû]t|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|d[ée]c(?:embre)?`;
const WRITTEN = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<day>\d{1,2})(?:er)?(?:\s?(?:et|au|-|–|,)\s?\d{1,2}(?:er)?)?\s(?<month>${MONTH})\.?\s(?<year>\d{4})(?!\d)`,
  'giu',
);
const FIGURES = /(?<![\d/.-])(?<day>\d{1,2})([/.-])(?<month>\d{1,2})\2(?<year>\d{4}|\d{2})(?![\d/]|[.-]\d)/gu;
const ISO = /(?<![\d-])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?![\d-])/gu;

const isoDate = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

type FoundDate = { readonly date: string; readonly start: number; readonly end: number };

/** The first date of a text as yyyy-mm-dd with its place, or null; of « du 26 au 27 mars 2027 » the first day. */
export const findDate = (text: string): FoundDate | null => {
  let first: FoundDate | null = null;
  for (const form of [ISO, WRITTEN, FIGURES]) {
    for (const match of text.matchAll(form)) {
      const { day = '', month = '', year = '' } = match.groups ?? {};
      const monthNumber = MONTH_NUMBERS.get(withoutAccents(month)) ?? Number(month);
      const date = isoDate(Number(year) + (year.length === 2 ? 2000 : 0), monthNumber, Number(day));
      if (date === null) continue;
      if (first === null || match.index < first.start)
        first = { date, start: match.index, end: match.index + match[0].length };
      break;
    }
  }
  return first;
};

const AROUND_A_DATE =
  /^(?:date|le|du|ce|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|[\s:,.()–-])*$/iu;
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
