/** Reads a whole programme as people write it: days, shared times, ateliers. See SPEC.md beside this file. */
import { readHeadings } from '../agenda/agenda-headings.ts';
import { classifyLines } from '../agenda/classify-lines.ts';
import type { ClassifiedLine } from '../agenda/classify-lines.ts';
import { hourAndMinute } from '../agenda/clock-times.ts';
import { kindOfTitle } from '../agenda/item-kind.ts';
import { DEFAULT_ITEM_MINUTES } from '../agenda/parsed-agenda.ts';
import type { ParsedItem } from '../agenda/parsed-agenda.ts';
import { listed, readPoints } from '../agenda/read-points.ts';
import { readPasted, shown } from '../agenda/read-pasted.ts';
import { asks, sentencesOf } from '../agenda/split-questions.ts';
import type { Instant } from '../time/instant.ts';
import { instantOf } from '../time/zone-times.ts';
import { dayAfter, readDayHeading } from './day-headings.ts';
import type {
  ParsedAtelier,
  ParsedProgramme,
  ParsedSharedTime,
  ParsedSpan,
  ProgrammeNotUnderstood,
  ProgrammeWarning,
} from './parsed-programme.ts';
import { readEntries, saysMore } from './programme-entries.ts';
import type { AtelierEntry, ProgrammeEntries, Slot, Start } from './programme-entries.ts';
import { kindOfSharedTime } from './shared-time-kind.ts';

export { PROGRAMME_REASONS, PROGRAMME_WARNING_CODES } from './parsed-programme.ts';
export type { ParsedProgramme } from './parsed-programme.ts';

/** Where the programme is held: its first day (yyyy-mm-dd) unless the text names one, and the zone of its clocks. */
export type ProgrammeSetting = { readonly day: string; readonly zone?: string };

const DAY = 24 * 60;
const byLine = (one: { line: number }, other: { line: number }): number => one.line - other.line;

/** The moment of a time of day, in minutes from midnight; asked once for each, since zones are slow to ask. */
type MomentOf = (day: string, minutes: number) => Instant | null;
const momentsIn = (zone: string | undefined): MomentOf => {
  const known = new Map<string, Instant | null>();
  return (day, minutes) => {
    if (zone === undefined) return null;
    const time = `${day} ${String(minutes)}`;
    const before = known.get(time);
    if (before !== undefined) return before;
    const moment = instantOf(dayAfter(day, Math.floor(minutes / DAY)), hourAndMinute(minutes), zone);
    known.set(time, moment);
    return moment;
  };
};

const spanOf = (day: string, begins: number | null, ends: number | null, momentOf: MomentOf): ParsedSpan => {
  const startsAt = begins === null ? null : momentOf(day, begins);
  const endsAt = ends === null ? null : momentOf(day, ends);
  return {
    day,
    start: begins === null ? null : hourAndMinute(begins),
    end: ends === null ? null : hourAndMinute(ends),
    ...(startsAt === null ? {} : { startsAt }),
    ...(endsAt === null ? {} : { endsAt }),
  };
};

/** By start, where it ends: as written, else where the next one of its day begins. */
const endsOf = (starts: readonly Start[]): Map<Start, number | null> => {
  const ends = new Map<Start, number | null>();
  const nextOn = new Map<string, { readonly begins: number; readonly after: number | null }>();
  for (const start of starts.toReversed()) {
    const { begins } = start.clock;
    const next = nextOn.get(start.day);
    const after = next === undefined ? null : next.begins === begins ? next.after : next.begins;
    ends.set(start, start.clock.ends ?? (after !== null && after > begins ? after : null));
    nextOn.set(start.day, { begins, after });
  }
  return ends;
};

type Reading = { readonly notUnderstood: ProgrammeNotUnderstood[]; readonly warnings: ProgrammeWarning[] };

/** An atelier about which only questions are told has them all in one point. */
const onePoint = (entry: AtelierEntry, length: number | null, reading: Reading): ParsedItem => {
  const kind = kindOfTitle(entry.title);
  if (length === null) reading.warnings.push({ code: 'agenda/no-duration', line: entry.line.number });
  return {
    title: entry.title,
    kind,
    minutes: length ?? DEFAULT_ITEM_MINUTES,
    protected: kind === 'synthesis',
    questions: entry.content.flatMap((line) => sentencesOf(shown(line.body))),
    context: [],
    line: entry.line.number,
  };
};

const onlyAsks = (line: ClassifiedLine): boolean =>
  line.hasWords &&
  line.alone === null &&
  line.row === undefined &&
  line.time === null &&
  line.clock === null &&
  sentencesOf(line.body).every(asks);

const readItems = (entry: AtelierEntry, length: number | null, reading: Reading): ParsedItem[] => {
  if (entry.content.length === 0) return [];
  if (entry.content.every(onlyAsks)) return [onePoint(entry, length, reading)];
  const { items, preamble, notUnderstood, warnings, totals } = readPoints(entry.content, () => false);
  reading.notUnderstood.push(
    ...notUnderstood,
    ...preamble.map((line) =>
      listed(line, items.length === 0 ? 'agenda/no-item' : 'agenda/before-first-item'),
    ),
  );
  reading.warnings.push(...warnings);
  const sum = items.reduce((total, item) => total + item.minutes, 0);
  for (const { minutes, line } of totals)
    if (minutes !== sum) reading.warnings.push({ code: 'agenda/declared-differs', line });
  return items;
};

/** Ateliers told apart from the times fill the slots that name none; a slot that stays empty is an atelier itself. */
const fillSlots = ({ ateliers, slots }: ProgrammeEntries): Slot[] => {
  const open = ateliers.filter((atelier) => atelier.slot === null && atelier.start === null);
  const empty = slots.filter((slot) => !slot.filled);
  const [first, ...others] = empty;
  if (first === undefined || open.length === 0) return empty;
  for (const atelier of open) atelier.slot = first;
  first.filled = true;
  return others;
};

const readTimes = (
  entries: ProgrammeEntries,
  ends: ReadonlyMap<Start, number | null>,
  momentOf: MomentOf,
  warnings: ProgrammeWarning[],
): ParsedSharedTime[] => {
  let before: { day: string; ends: number } | null = null;
  return entries.times.map(({ start, title, place, speakers, minutes }) => {
    const { begins, ends: written } = start.clock;
    const { day, line } = start;
    const end: number | null = written ?? (minutes === null ? (ends.get(start) ?? null) : begins + minutes);
    if (written !== null && minutes !== null && written - begins !== minutes)
      warnings.push({ code: 'agenda/duration-contradicts-clock', line, minutes });
    if (end === null) warnings.push({ code: 'programme/no-end', line });
    if (before !== null && before.day === day && begins < before.ends)
      warnings.push({ code: 'programme/overlap', line, minutes: before.ends - begins });
    if (end !== null) before = { day, ends: end };
    const span = spanOf(day, begins, end, momentOf);
    return {
      kind: kindOfSharedTime(title),
      title,
      place,
      speakers,
      ...span,
      start: hourAndMinute(begins),
      line,
    };
  });
};

/** The day that the lines above the first time name, if any. */
const dayAbove = (lines: readonly ClassifiedLine[], day: string): string => {
  const until = lines.findIndex((line) => line.clock !== null || readDayHeading(line.text, 2000) !== null);
  return readHeadings(until < 0 ? lines : lines.slice(0, until)).date ?? day;
};

/** « Rencontre des jardins, 9h – 17h »: a time at the end of the first line that has one is that of the whole. */
const withoutSpanOfAll = (lines: readonly ClassifiedLine[]): readonly ClassifiedLine[] => {
  const [first, next] = lines.filter((line) => line.clock !== null);
  const [whole, inner] = [first?.clock ?? null, next?.clock ?? null];
  if (whole === null || inner === null || whole.leads || whole.ends === null || first?.row !== undefined)
    return lines;
  if (inner.begins < whole.begins || inner.begins >= whole.ends) return lines;
  return lines.map((line) => (line === first ? { ...line, clock: null } : line));
};

/** Reads a pasted programme; whatever the text is, nothing of it is dropped and nothing is thrown. */
export const parseProgramme = (text: string, { day, zone }: ProgrammeSetting): ParsedProgramme => {
  const momentOf = momentsIn(zone);
  const pasted = readPasted(text);
  const notUnderstood: ProgrammeNotUnderstood[] = pasted.notUnderstood;
  const warnings: ProgrammeWarning[] = pasted.warnings;
  const reading = { notUnderstood, warnings };
  const lines = withoutSpanOfAll(classifyLines(pasted.lines));
  const entries = readEntries(lines, dayAbove(lines, day));
  const headings = readHeadings(entries.preamble);
  const empty = fillSlots(entries);
  const ends = endsOf(entries.starts);
  const times = readTimes(entries, ends, momentOf, warnings);
  const ateliers = entries.ateliers.map((entry): ParsedAtelier => {
    const start = entry.start ?? entry.slot?.start ?? null;
    const begins = start?.clock.begins ?? null;
    const own =
      begins === null || entry.minutes === null || start?.clock.ends !== null ? null : begins + entry.minutes;
    const end = start === null ? null : (own ?? ends.get(start) ?? null);
    const length = begins === null || end === null ? entry.minutes : end - begins;
    return {
      title: entry.title,
      room: entry.room,
      speakers: entry.speakers,
      ...spanOf(start?.day ?? entry.day, begins, end, momentOf),
      items: readItems(entry, length, reading),
      line: entry.line.number,
    };
  });
  for (const { start, title } of empty)
    ateliers.push({
      title: shown(title),
      room: '',
      speakers: '',
      ...spanOf(start.day, start.clock.begins, ends.get(start) ?? null, momentOf),
      items: [],
      line: start.line,
    });

  notUnderstood.push(
    ...entries.notUnderstood,
    ...entries.slots
      .filter(({ filled, title }) => filled && saysMore(title))
      .map(({ start, title }): ProgrammeNotUnderstood => ({
        line: start.line,
        text: shown(title),
        reason: 'programme/detail',
      })),
    ...headings.others.map((line): ProgrammeNotUnderstood => ({
      line: line.number,
      text: shown(line.text),
      reason: 'programme/before-first-time',
    })),
    ...headings.secondTotals.map((line) => listed(line, 'agenda/second-total')),
  );
  warnings.push(...entries.warnings);
  for (const { number: line } of headings.weekdays)
    warnings.push({ code: 'agenda/weekday-contradicts-date', line });
  if (times.length === 0 && ateliers.length === 0 && lines.length > 0)
    warnings.unshift({ code: 'programme/nothing', line: 1 });
  const days = entries.days.length > 0 ? entries.days : [{ day: dayAbove(lines, day), label: '', line: 1 }];
  return {
    ...(headings.title === undefined ? {} : { title: headings.title }),
    ...(headings.theme === undefined ? {} : { theme: headings.theme }),
    days,
    times,
    ateliers: ateliers.toSorted(byLine),
    notUnderstood: notUnderstood.toSorted(byLine),
    warnings: warnings.toSorted(byLine),
  };
};
