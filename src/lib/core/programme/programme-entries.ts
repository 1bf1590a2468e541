/** Reads classified lines as what a programme lists: days, shared times, slots of parallel ateliers, ateliers. */
import { clockAfter } from '../agenda/clock-times.ts';
import type { Clock } from '../agenda/clock-times.ts';
import type { ClassifiedLine } from '../agenda/classify-lines.ts';
import { cutTitle } from '../agenda/read-points.ts';
import { shown } from '../agenda/read-pasted.ts';
import { trimTitle } from '../agenda/take-duration.ts';
import { dayAfter, isHalfDay, readDayHeading } from './day-headings.ts';
import type {
  ParsedDay,
  ProgrammeNotUnderstood,
  ProgrammeReason,
  ProgrammeWarning,
} from './parsed-programme.ts';
import { readDetails } from './read-details.ts';
import { kindOfSharedTime } from './shared-time-kind.ts';

/** A start in the order of the text: what has no end ends at the next one of its day. */
export type Start = { readonly day: string; readonly clock: Clock; readonly line: number };

/** « 14h – 16h : ateliers en parallèle »: a time that only ateliers fill. */
export type Slot = { readonly start: Start; readonly title: string; filled: boolean };

export type TimeEntry = {
  readonly start: Start;
  title: string;
  place: string;
  speakers: string;
  minutes: number | null;
  described: boolean;
};

export type AtelierEntry = {
  readonly line: ClassifiedLine;
  readonly day: string;
  readonly start: Start | null;
  slot: Slot | null;
  title: string;
  room: string;
  speakers: string;
  readonly minutes: number | null;
  readonly content: ClassifiedLine[];
};

export type ProgrammeEntries = {
  readonly days: ParsedDay[];
  readonly starts: Start[];
  readonly times: TimeEntry[];
  readonly slots: Slot[];
  readonly ateliers: AtelierEntry[];
  readonly preamble: ClassifiedLine[];
  readonly notUnderstood: ProgrammeNotUnderstood[];
  readonly warnings: ProgrammeWarning[];
};

const NAMED = String.raw`(?:ateliers?|workshops?|groupes?|groups?)\s(?:n\s?°\s?)?(?:\d{1,2}|[A-Z]|[IVX]{1,4})`;
const NUMBERED_ATELIER = new RegExp(String.raw`(?<![\p{L}\p{N}])${NAMED}(?=\s?[:.–—)-]\s)`, 'giu');
const ATELIER = /^(?:atelier|workshop|breakout)(?![\p{L}-])/iu;
const ATELIER_LABEL = new RegExp(
  String.raw`^(?:${NAMED}\s?[:.–—)-]\s?|(?:atelier|workshop)\s?[:–—-]\s)(?=.*[\p{L}\p{N}])`,
  'iu',
);
const PARALLEL =
  /(?<!\p{L})(?:ateliers?|workshops?|groupes?|sessions?|s[ée]ances?|tables?)\s(?:[^:]{0,30}\s)?(?:en\sparall[èe]le|simultan[ée]e?s|au\schoix|in\sparallel)|(?<!\p{L})parallel\s(?:workshops?|sessions?|groups?|tracks?)|^(?:temps\sd\s?['’]\s?)?ateliers(?!\p{L})|^(?:breakouts?|workshops)(?!\p{L})|^trava(?:il|ux)\sen\s(?:groupes|ateliers)/iu;
const SLOT_WORDS =
  /^(?:(?:trava(?:il|ux)|temps|ateliers?|workshops?|groupes?|groups?|sessions?|s[ée]ances?|breakouts?|parallel|parall[èe]le|simultan[ée]e?s?|choix|th[ée]matiques|deux|trois|quatre|cinq|two|three|four|five|\d{1,2}|en|in|au|de)(?![\p{L}\p{N}])|[\s:–—-]|d['’])*$/iu;

/** Whether the title of a slot says more than that its ateliers are held side by side. */
export const saysMore = (title: string): boolean => !SLOT_WORDS.test(title);
const BARE_TITLE_WORDS = 2;
const LONGEST_DESCRIPTION = 150;

const minutesToEnd = ({ start, minutes }: TimeEntry): number | null =>
  start.clock.ends ?? (minutes === null ? null : start.clock.begins + minutes);

/** Reads the entries of a programme that begins on the day given. */
export const readEntries = (lines: readonly ClassifiedLine[], firstDay: string): ProgrammeEntries => {
  const read: ProgrammeEntries = {
    days: [],
    starts: [],
    times: [],
    slots: [],
    ateliers: [],
    preamble: [],
    notUnderstood: [],
    warnings: [],
  };
  let first = firstDay;
  let day = firstDay;
  let last = 0;
  let slot: Slot | null = null;
  /** The mark of the ateliers in the present slot when they are a list. */
  let slotMark: { readonly style: string; readonly indent: number } | null = null;
  let time: TimeEntry | null = null;
  let atelier: AtelierEntry | null = null;

  const listText = (line: ClassifiedLine, text: string, reason: ProgrammeReason): void =>
    void read.notUnderstood.push({
      line: line.number,
      text: shown(text),
      reason: /[\p{L}\p{N}]/u.test(text) ? reason : 'agenda/no-words',
    });
  const list = (line: ClassifiedLine, reason: ProgrammeReason): void => listText(line, line.text, reason);

  const details = (line: ClassifiedLine, text: string) => {
    const told = line.row !== undefined && (line.row.room !== '' || line.row.who !== '');
    const found = told ? { title: text, place: '', speakers: '' } : readDetails(text);
    const bare = found.title === '' ? { title: trimTitle(text), place: '', speakers: '' } : found;
    const { title, rest } = cutTitle(bare.title);
    if (rest !== '') listText(line, rest, 'programme/detail');
    for (const other of line.row?.others ?? []) listText(line, other, 'programme/detail');
    return {
      title: shown(title),
      place: shown(line.row?.room || bare.place),
      speakers: shown(line.row?.who || bare.speakers),
    };
  };

  const startOf = (line: ClassifiedLine, written: NonNullable<ClassifiedLine['clock']>): Start => {
    const clock = clockAfter(written, last);
    const backwards = clock.ends !== null && clock.ends <= clock.begins;
    if (clock.begins < last || backwards)
      read.warnings.push({ code: 'agenda/clock-goes-back', line: line.number });
    last = clock.begins;
    const start = { day, clock: backwards ? { ...clock, ends: null } : clock, line: line.number };
    read.starts.push(start);
    return start;
  };

  const addAtelier = (line: ClassifiedLine, text: string, start: Start | null): void => {
    const { title, place, speakers } = details(line, text.replace(ATELIER_LABEL, ''));
    time = null;
    if (slot !== null) slot.filled = true;
    atelier = {
      line,
      day,
      start,
      slot,
      title,
      room: place,
      speakers,
      minutes: line.time?.minutes ?? null,
      content: [],
    };
    read.ateliers.push(atelier);
  };

  const addSlot = (line: ClassifiedLine, start: Start, title: string, pieces: readonly string[]): void => {
    slot = { start, title: trimTitle(title), filled: false };
    slotMark = null;
    time = null;
    atelier = null;
    read.slots.push(slot);
    for (const piece of pieces) addAtelier({ ...line, time: null }, trimTitle(piece), null);
  };

  const addTime = (line: ClassifiedLine, start: Start, text: string): void => {
    const { title, place, speakers } = details(line, text);
    slot = null;
    atelier = null;
    time = { start, title, place, speakers, minutes: line.time?.minutes ?? null, described: false };
    read.times.push(time);
  };

  /** « Ateliers en parallèle – Atelier 1 : … ; Atelier 2 : … » in its parts, the first being what leads to them. */
  const piecesOf = (text: string): string[] => {
    const cuts = [...text.matchAll(NUMBERED_ATELIER)].map((match) => match.index);
    return [0, ...cuts].map((from, index) => text.slice(from, cuts[index] ?? text.length));
  };

  const belongsToAtelier = (line: ClassifiedLine, clock: Clock): boolean => {
    if (atelier === null) return false;
    const span = (atelier.start ?? atelier.slot?.start)?.clock ?? null;
    const deeper = line.indent > atelier.line.indent || (line.mark !== null && atelier.line.mark === null);
    if (span === null || span.ends === null) return deeper;
    const inside =
      clock.begins >= span.begins && (clock.ends ?? clock.begins) <= span.ends && clock.begins < span.ends;
    const whole = clock.begins === span.begins && clock.ends === span.ends;
    return inside && !whole && (deeper || atelier.start !== null);
  };

  const readClocked = (line: ClassifiedLine, written: NonNullable<ClassifiedLine['clock']>): void => {
    const pieces = piecesOf(line.title);
    const [head = '', ...named] = pieces;
    const parallel =
      named.length > 1 ||
      PARALLEL.test(head) ||
      (named.length === 1 && head.trim() !== '' && PARALLEL.test(line.title));
    const single = !parallel && (ATELIER.test(line.title) || (named.length === 1 && head.trim() === ''));
    if (!parallel && !single && atelier !== null && belongsToAtelier(line, clockAfter(written, last)))
      return void atelier.content.push(line);
    if (line.ends) {
      startOf(line, written);
      [slot, atelier, time] = [null, null, null];
      return;
    }
    const start = startOf(line, written);
    if (parallel) addSlot(line, start, head, named);
    else if (single) {
      slot = null;
      addAtelier(line, line.title, start);
    } else addTime(line, start, line.title);
  };

  /** A line under a shared time says where, who, what it is about, or how long it lasts. */
  const readUnderTime = (line: ClassifiedLine, under: TimeEntry): void => {
    if (line.alone !== null) {
      if (under.start.clock.ends === null && under.minutes === null) under.minutes = line.alone.minutes;
      else list(line, 'agenda/second-duration');
      return;
    }
    const kind = kindOfSharedTime(line.title);
    const from = minutesToEnd(under);
    if (line.time !== null && line.time.placement !== 'inside' && kind !== 'other' && from !== null) {
      const clock = { begins: from, ends: from + line.time.minutes };
      const start = { day, clock, line: line.number };
      read.starts.push(start);
      last = Math.max(last, from);
      return addTime(line, start, line.title);
    }
    if (line.time !== null && line.time.placement !== 'inside' && kind !== 'other')
      return list(line, 'programme/no-time');
    if (line.row !== undefined) return list(line, 'programme/no-time');
    const found = readDetails(line.body);
    const fits =
      (found.place === '' || under.place === '') && (found.speakers === '' || under.speakers === '');
    if (found.title === '' && fits) {
      under.place ||= shown(found.place);
      under.speakers ||= shown(found.speakers);
      return;
    }
    const bare = under.title.split(/\s/u).length <= BARE_TITLE_WORDS;
    const about = ['opening', 'plenary', 'closing', 'other'].includes(kindOfSharedTime(under.title));
    if (bare && about && !under.described && fits && found.title.length <= LONGEST_DESCRIPTION) {
      under.title = `${under.title} : ${shown(found.title)}`;
      under.described = true;
      under.place ||= shown(found.place);
      under.speakers ||= shown(found.speakers);
    } else list(line, 'programme/detail');
  };

  const readUnderAtelier = (line: ClassifiedLine, under: AtelierEntry): void => {
    const found = line.alone === null && line.row === undefined ? readDetails(line.body) : null;
    const fits =
      found !== null &&
      found.title === '' &&
      (found.place === '' || under.room === '') &&
      (found.speakers === '' || under.speakers === '');
    if (!fits) return void under.content.push(line);
    under.room ||= shown(found.place);
    under.speakers ||= shown(found.speakers);
  };

  const isListedAtelier = (line: ClassifiedLine): boolean => {
    if (slot === null || line.alone !== null) return false;
    if (line.row !== undefined) return true;
    if (line.mark === null)
      return atelier === null && readDetails(line.body).place !== '' && readDetails(line.body).title !== '';
    if (atelier === null) return true;
    return slotMark !== null && line.mark.style === slotMark.style && line.indent <= slotMark.indent;
  };

  const readDay = (line: ClassifiedLine): boolean => {
    if (line.row !== undefined && line.row.kind !== 'heading') return false;
    const heading = readDayHeading(line.row?.title ?? line.text, Number(first.slice(0, 4)));
    if (heading === null) return false;
    const began = read.starts.length > 0 || read.days.length > 0;
    if (heading.date !== null) {
      if (!began) first = dayAfter(heading.date, 1 - (heading.number ?? 1));
      day = heading.date;
    } else day = dayAfter(first, (heading.number ?? 1) - 1);
    if (heading.weekdayDiffers)
      read.warnings.push({ code: 'agenda/weekday-contradicts-date', line: line.number });
    read.days.push({ day, label: shown(line.text), line: line.number });
    // « 26 novembre, Maison du peuple »: of the one day there is no page shows the label.
    if (!began && heading.number === null && heading.rest !== '')
      listText(line, heading.rest, 'programme/detail');
    last = 0;
    [slot, atelier, time] = [null, null, null];
    return true;
  };

  for (const line of lines) {
    if (!line.hasWords) list(line, 'agenda/no-words');
    else if (readDay(line)) continue;
    else if (isHalfDay(line.row?.title ?? line.title) && line.time === null)
      atelier = slot === null ? null : atelier;
    else if (line.clock !== null && /[\p{L}\p{N}]/u.test(line.title)) readClocked(line, line.clock);
    else if (line.alone === null && (ATELIER.test(line.title) || piecesOf(line.title).length > 1)) {
      const [head = '', ...named] = piecesOf(line.title);
      if (named.length === 0) addAtelier(line, line.title, null);
      else {
        if (/[\p{L}\p{N}]/u.test(head)) listText(line, head, 'programme/detail');
        for (const piece of named) addAtelier(line, trimTitle(piece), null);
      }
    } else if (isListedAtelier(line)) {
      slotMark = line.mark === null ? null : { style: line.mark.style, indent: line.indent };
      addAtelier(line, line.title, null);
    } else if (atelier !== null) readUnderAtelier(line, atelier);
    else if (time !== null) readUnderTime(line, time);
    else if (read.starts.length === 0 && read.days.length === 0) read.preamble.push(line);
    else list(line, line.time === null ? 'programme/detail' : 'programme/no-time');
  }
  return read;
};
