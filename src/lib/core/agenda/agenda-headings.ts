/** What stands above the points: title, theme, date, the declared time of the whole. */
import type { ClassifiedLine } from './classify-lines.ts';
import { dateAlone, findDate, startsWithDate, weekdayContradicts } from './find-date.ts';
import { takeDuration, trimTitle } from './take-duration.ts';

const THEME =
  /^th(?:[èe]me|[ée]matique)s?(?:\s(?:retenue?|principale?|g[ée]n[ée]rale?|of\sthe\s(?:day|workshop|meeting|session)|de\s(?:l\s?['’]\s?atelier|la\s(?:journ[ée]e|s[ée]ance|r[ée]union|rencontre|matin[ée]e))|du\ss[ée]minaire))?\s?:\s?/iu;
const TITLE = /^(?:titre|intitulé|objet|title|subject)\s?:\s?(?=\S)/iu;
const BARE_LABEL =
  /^(?:ordre\sdu\sjour|odj|programme|program|déroulé|schedule|outline|agenda|order\sof\sbusiness|meeting\sagenda|points?\sà\sl\s?['’]\s?ordre\sdu\sjour)\s?:?$/iu;
const LONGEST_TITLE = 200;

/** What follows « Thème : » on a line, or null when the line does not name a theme. */
export const readTheme = (text: string): string | null => {
  const label = THEME.exec(text);
  return label === null ? null : text.slice(label[0].length);
};

/** The headings found, and the lines that are none. */
export type AgendaHeadings = {
  readonly title?: string;
  readonly theme?: string;
  readonly date?: string;
  readonly declared?: { readonly minutes: number; readonly line: number };
  /** Lines whose weekday is not that of their date. */
  readonly weekdays: readonly ClassifiedLine[];
  readonly others: readonly ClassifiedLine[];
  readonly secondTotals: readonly ClassifiedLine[];
};

type Found = {
  title?: string;
  theme?: string;
  date?: string;
  declared?: { minutes: number; line: number };
};

/** Takes the time of the whole off a title or theme. */
const declare = (found: Found, line: ClassifiedLine, text: string): string => {
  const time = takeDuration(text, 'heading');
  if (time === null || time.placement === 'inside' || time.rest === '') return trimTitle(text);
  if (found.declared !== undefined && found.declared.minutes !== time.minutes) return trimTitle(text);
  found.declared ??= { minutes: time.minutes, line: line.number };
  return time.rest;
};

const isTitle = (text: string): boolean => text.length <= LONGEST_TITLE && !/[.?;,]$/u.test(text);

/** Reads the lines before the first point. */
export const readHeadings = (lines: readonly ClassifiedLine[]): AgendaHeadings => {
  const found: Found = {};
  const others: ClassifiedLine[] = [];
  const secondTotals: ClassifiedLine[] = [];
  /** Titles only for want of a better one. */
  const weakTitles: ClassifiedLine[] = [];
  const weekdays: ClassifiedLine[] = [];
  let themeFollows = false;
  for (const line of lines) {
    const theme = readTheme(line.body);
    const date = dateAlone(line.body);
    const label = TITLE.exec(line.body);
    if (line.alone !== null) {
      if (found.declared === undefined) found.declared = { minutes: line.alone.minutes, line: line.number };
      else secondTotals.push(line);
    } else if (theme !== null && found.theme === undefined) {
      if (theme === '') themeFollows = true;
      else found.theme = declare(found, line, theme);
    } else if (date !== null && found.date === undefined) {
      found.date = date;
    } else if (themeFollows && line.hasWords) {
      found.theme = declare(found, line, line.body);
    } else if (
      BARE_LABEL.test(line.body) ||
      (line.mark === null && startsWithDate(line.body) && isTitle(line.body))
    ) {
      weakTitles.push(line);
    } else if (label !== null && found.title === undefined) {
      found.title = declare(found, line, line.body.slice(label[0].length));
    } else if (found.title === undefined && line.mark === null && line.hasWords && isTitle(line.body)) {
      found.title = declare(found, line, line.body);
    } else others.push(line);
    if (theme !== '') themeFollows = themeFollows && found.theme === undefined;
    const dated = findDate(line.text);
    found.date ??= dated?.date;
    if (weekdayContradicts(line.text, dated)) weekdays.push(line);
  }
  if (found.title === undefined && weakTitles.length > 0) {
    const [weak] = weakTitles.splice(0, 1);
    if (weak !== undefined) found.title = declare(found, weak, weak.body);
  }
  const unsaid = weakTitles.filter((line) => !BARE_LABEL.test(line.body));
  return { ...found, weekdays, others: [...others, ...unsaid], secondTotals };
};
