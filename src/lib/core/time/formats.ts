/** Moments and lengths of time as people write them. Numbers and their units never part: U+00A0 between them. */
import type { Duration, Instant, Minutes } from './instant.ts';
import { minutes } from './instant.ts';
import { isIsoDay } from './iso-day.ts';

export type Language = 'fr' | 'en';

const NO_BREAK_SPACE = '\u00a0';
const MINUS = '\u2212';
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

const spaced = (...parts: readonly string[]): string => parts.join(NO_BREAK_SPACE);
const twoDigits = (count: number): string => String(count).padStart(2, '0');

/** A planned length: `45 min`, `½ h`, `1 h`, `1 h 04`, `1 h 30`; the same in both languages. */
export const formatDuration = (length: Minutes): string => {
  if (length < 0) return MINUS + formatDuration(minutes(0 - length));
  if (length === 30) return spaced('½', 'h');
  if (length < 60) return spaced(String(length), 'min');
  const hours = String(Math.floor(length / 60));
  const rest = length % 60;
  return rest === 0 ? spaced(hours, 'h') : spaced(hours, 'h', twoDigits(rest));
};

/** The time of day of a moment in an IANA zone: `9 h 05`, `12 h` in French, `09:05`, `12:00` in English. */
export const formatTimeOfDay = (moment: Instant, zone: string, language: Language): string => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment);
  const numberOf = (type: 'hour' | 'minute'): number =>
    Number(parts.find((part) => part.type === type)?.value);
  const hour = numberOf('hour');
  const minute = numberOf('minute');
  if (language === 'en') return `${twoDigits(hour)}:${twoDigits(minute)}`;
  return minute === 0 ? spaced(String(hour), 'h') : spaced(String(hour), 'h', twoDigits(minute));
};

/** A figure to set large and its unit to set small; `sign` is `'+'` from one whole minute over. */
export type RemainingFigure = {
  readonly sign: '' | '+';
  readonly value: string;
  readonly unit: 'min' | 's';
  /** Two digits that follow the unit: the `53` of `1 min 53`; else `''`. */
  readonly seconds: string;
};

/**
 * What remains, as a figure that never counts up while time is left: begun minutes, with their seconds in the last two
 * minutes, and begun seconds alone in the last one; once over, whole minutes over.
 */
export const formatRemaining = (remaining: Duration): RemainingFigure => {
  const whole = (value: number, unit: 'min' | 's'): RemainingFigure => ({
    ...{ sign: '', value: String(value), unit, seconds: '' },
  });
  if (remaining > 2 * MINUTE) return whole(Math.ceil(remaining / MINUTE), 'min');
  if (remaining > 0) {
    const seconds = Math.ceil(remaining / SECOND);
    if (seconds < 60) return whole(seconds, 's');
    const rest = seconds % 60;
    return { ...whole(Math.floor(seconds / 60), 'min'), seconds: rest === 0 ? '' : twoDigits(rest) };
  }
  const over = Math.floor((0 - remaining) / MINUTE);
  return { ...whole(over, 'min'), sign: over === 0 ? '' : '+' };
};

const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** An ISO day in words, never broken over two lines: `26 novembre 2026`, `1er mars 2027`, `26 November 2026`; what is no day is given back as it is. */
export const formatDay = (isoDay: string, language: Language): string => {
  const written = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDay);
  const noon = written === null ? Number.NaN : Date.parse(`${isoDay}T12:00:00Z`);
  if (written === null || Number.isNaN(noon)) return isoDay;
  const date = new Date(noon);
  const day = date.getUTCDate();
  if (day !== Number(written[3])) return isoDay;
  const month = new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', month: 'long' }).format(date);
  return `${language === 'fr' && day === 1 ? '1er' : String(day)}\u00a0${month}\u00a0${String(date.getUTCFullYear())}`;
};

/** More days than these are told by the first and the last. */
const DAYS_TOLD_ONE_BY_ONE = 6;

/**
 * Several ISO days in words, each once, in their order: `11 et 12 octobre 2013`, `30 novembre et 1er décembre 2026`; three
 * in a row and more than six `du 3 au 6 mai 2027`. In English `3 to 6 May 2027`. What is no day is left out; '' for none.
 */
export const formatDays = (isoDays: readonly string[], language: Language): string => {
  const days = [...new Set(isoDays)].filter(isIsoDay).toSorted();
  const first = days.at(0) ?? '';
  const last = days.at(-1) ?? '';
  const inARow = (Date.parse(last) - Date.parse(first)) / DAY === days.length - 1;
  if (days.length > DAYS_TOLD_ONE_BY_ONE || (days.length > 2 && inARow)) {
    const [from, until] = [beginningOf(formatDay(first, language), last, first), formatDay(last, language)];
    return language === 'fr' ? `du ${from} au ${until}` : `${from} to ${until}`;
  }
  const told = days.map((day, index) => beginningOf(formatDay(day, language), days[index + 1] ?? '', day));
  return [told.slice(0, -1).join(', '), ...told.slice(-1)]
    .filter((it) => it !== '')
    .join(language === 'fr' ? ' et ' : ' and ');
};

/** Without the year, or the month and the year, that the day told after it says too. */
const beginningOf = (words: string, after: string, day: string): string => {
  const [date = '', month = ''] = words.split(NO_BREAK_SPACE);
  if (after.slice(0, 7) === day.slice(0, 7)) return date;
  return after.slice(0, 4) === day.slice(0, 4) ? spaced(date, month) : words;
};

/** The day of the week of a moment in an IANA zone: `lundi`, `Monday`. */
export const formatWeekday = (moment: Instant, zone: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { timeZone: zone, weekday: 'long' }).format(moment);
