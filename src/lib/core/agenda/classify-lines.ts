/** Reads off each line what it carries: a mark, a time of day, a planned time, or nothing but a time. */
import type { AgendaLine } from './agenda-lines.ts';
import { readMarks } from './list-marks.ts';
import type { ListMark } from './list-marks.ts';
import { takeClock } from './clock-times.ts';
import type { TakenClock } from './clock-times.ts';
import { findDate } from './find-date.ts';
import { findDurations } from './parse-duration.ts';
import { readSentencePoints } from './sentence-points.ts';
import type { SentencePoints } from './sentence-points.ts';
import type { TableReading, TableRow } from './tables.ts';
import { durationAlone, takeDuration, trimTitle } from './take-duration.ts';
import type { TakenDuration } from './take-duration.ts';
import { wrapsInto } from './wrapped-lines.ts';

export type ClassifiedLine = AgendaLine & {
  readonly mark: ListMark | null;
  /** The text without its mark. */
  readonly body: string;
  readonly time: TakenDuration | null;
  readonly clock: TakenClock | null;
  /** What the line is called as a point: its text without mark and times. */
  readonly title: string;
  /** The row of a table that the line is. */
  readonly row?: TableRow;
  /** « 17h Fin »: a time of day that only ends what is above. */
  readonly ends: boolean;
  /** Set when the line holds nothing but a time. */
  readonly alone: { readonly minutes: number; readonly total: boolean } | null;
  /** The line after it holds nothing but a time, not that of the whole. */
  readonly timedByNext: boolean;
  readonly hasWords: boolean;
};

type MarkedLine = AgendaLine & {
  readonly mark: ListMark | null;
  readonly body: string;
  readonly row?: TableRow;
  /** Set when one sentence told the point among others. */
  readonly toldMinutes?: number;
};

const TAIL = 40;

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const endsOnTime = (text: string): boolean => {
  const tail = text.slice(-TAIL);
  const last = findDurations(tail).at(-1);
  return last !== undefined && !hasWords(tail.slice(last.end));
};

/** The time of day a line carries; one beside a date heads the whole. */
const clockOf = (line: { readonly body: string }): TakenClock | null => {
  const clock = takeClock(line.body);
  return clock !== null && durationAlone(line.body) === null && findDate(line.body) === null ? clock : null;
};

const isCut = (line: MarkedLine, next: MarkedLine): boolean => {
  if (line.row !== undefined || next.row !== undefined) return false;
  if (next.afterBlank || next.mark !== null || !wrapsInto(line.text, next.body)) return false;
  return durationAlone(next.body) === null && !endsOnTime(line.text) && clockOf(next) === null;
};

/** Joins what a page's edge had cut. */
const joinWrapped = (lines: readonly MarkedLine[]): MarkedLine[] => {
  const joined: { first: MarkedLine; parts: string[]; bodies: string[] }[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const current = joined.at(-1);
    if (before !== undefined && current !== undefined && isCut(before, line)) {
      current.parts.push(line.text);
      current.bodies.push(line.body);
    } else joined.push({ first: line, parts: [line.text], bodies: [line.body] });
  });
  return joined.map(({ first, parts, bodies }) => ({
    ...first,
    text: parts.join(' '),
    body: bodies.join(' '),
  }));
};

const waitsForTitle = (line: MarkedLine): boolean =>
  line.row === undefined &&
  line.mark !== null &&
  (!hasWords(line.body) || (isRanked(line) && durationAlone(line.body) !== null));

const isWordy = (line: MarkedLine): boolean => hasWords(line.body) && durationAlone(line.body) === null;

/** « 1- » or « 1- 30 min » alone on a line has its title on the next. */
const joinTitles = (lines: readonly MarkedLine[]): MarkedLine[] => {
  const joined: MarkedLine[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const titles =
      last !== undefined &&
      line.mark === null &&
      line.row === undefined &&
      waitsForTitle(last) &&
      isWordy(line);
    if (!titles) joined.push(line);
    else
      joined.splice(-1, 1, {
        ...last,
        text: `${last.text} ${line.text}`,
        body: hasWords(last.body) ? `${line.body} : ${last.body}` : line.body,
      });
  }
  return joined;
};

/** Whether its mark gives a line a rank: a number or a letter, no bullet. */
export const isRanked = (line: { readonly mark: ListMark | null }): boolean =>
  line.mark !== null && line.mark.family !== 'bullet';

/** Whether a line's planned time or time of day is known, from itself or the line after it. */
export const isTimed = (line: ClassifiedLine): boolean =>
  line.time !== null || line.clock !== null || line.timedByNext;

/** « 9h – 10h » alone on a line has its title on the next; or on the one before, where such a line ends the text. */
const joinClocks = (lines: readonly MarkedLine[]): MarkedLine[] => {
  const alone = lines.map((line) => {
    const clock = line.row === undefined && line.mark === null ? clockOf(line) : null;
    return clock !== null && !hasWords(clock.rest);
  });
  if (!alone.includes(true)) return [...lines];
  const titlesFirst = alone.at(-1) === true;
  const joined: MarkedLine[] = [];
  const pair = (clock: MarkedLine, title: MarkedLine, first: MarkedLine): MarkedLine => ({
    ...first,
    mark: title.mark,
    text: `${clock.text} ${title.text}`,
    body: `${clock.body}\t${title.body}`,
  });
  const titles = (line: MarkedLine | undefined): line is MarkedLine =>
    line !== undefined &&
    line.row === undefined &&
    isWordy(line) &&
    clockOf(line) === null &&
    findDate(line.body) === null;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    const next = lines[at + 1];
    if (line === undefined) continue;
    if (!titlesFirst && alone[at] === true && alone[at + 1] !== true && titles(next)) {
      joined.push(pair(line, next, line));
      at += 1;
    } else if (titlesFirst && alone[at + 1] === true && next !== undefined && titles(line)) {
      joined.push(pair(next, line, line));
      at += 1;
    } else joined.push(line);
  }
  return joined;
};

/** The points of a sentence each on a line of their own, where no point stands before it. */
const splitSentences = (lines: readonly MarkedLine[]): MarkedLine[] => {
  const split: MarkedLine[] = [];
  let pointBefore = false;
  let timesBefore: number[] = [];
  for (const line of lines) {
    const plain: boolean =
      line.mark === null && line.row === undefined && !pointBefore && clockOf(line) === null;
    const told: SentencePoints | null = plain ? readSentencePoints(line.body) : null;
    const sum: number | undefined = told?.points.reduce((total, point) => total + point.minutes, 0);
    if (told !== null && timesBefore.every((minutes) => minutes === sum)) {
      timesBefore = [];
      const lead = { ...line, text: told.lead, body: told.lead };
      const points = told.points.map(({ title, minutes }) => ({
        ...line,
        text: title,
        body: title,
        toldMinutes: minutes,
      }));
      const [first, ...others] = points;
      // « Déroulé : » heads the points, « On commence par » belongs to the first.
      const opening = first === undefined ? [] : told.headed ? [lead, first] : [first, lead];
      split.push(...opening.filter((part) => hasWords(part.text)), ...others);
      continue;
    }
    const own = durationAlone(line.body) === null ? takeDuration(line.body, 'heading') : null;
    if (own !== null) timesBefore.push(own.minutes);
    pointBefore ||= line.mark !== null || line.row !== undefined || timesBefore.length > 1;
    split.push(line);
  }
  return split;
};

const END =
  /^(?:fin|end|close|fin\spr[ée]vue|d[ée]part|departure)(?:\s(?:de\s(?:la\s|l\s?['’]\s?)?|des\s|du\s|of\s(?:the\s)?)?(?:journ[ée]e|matin[ée]e|s[ée]ance|r[ée]union|rencontre|atelier|travaux|s[ée]minaire|apr[èe]s-midi|day|meeting|session|workshop|morning|afternoon))?\s?\.?$/iu;

const carried = (line: MarkedLine): Pick<ClassifiedLine, 'time' | 'clock' | 'title'> => {
  const plainly = (minutes: number | null): TakenDuration | null =>
    minutes === null ? null : { minutes, rest: line.body, placement: 'apart', several: false };
  if (line.toldMinutes !== undefined)
    return { time: plainly(line.toldMinutes), clock: null, title: line.body };
  if (line.row !== undefined) {
    const { clock, minutes } = line.row;
    return {
      time: plainly(minutes),
      clock: clock === null ? null : { ...clock, rest: line.body, leads: true },
      title: trimTitle(line.body) || line.body,
    };
  }
  const clock = clockOf(line);
  const body = clock === null ? line.body : clock.rest;
  const time = takeDuration(body);
  return { time, clock, title: time?.rest || trimTitle(body) };
};

/** The row of a total: « Total ; ; 3 h ». */
const totalOf = (line: MarkedLine): { minutes: number; total: boolean } | null =>
  line.row !== undefined &&
  line.row.minutes !== null &&
  /^(?:dur[ée]e\s)?total(?:e|\sdur[ée]e|\sduration|\stime)?$/iu.test(line.body)
    ? { minutes: line.row.minutes, total: true }
    : null;

/** The lines with what they carry; what a page's edge had cut is one line again. */
export const classifyLines = (lines: TableReading['lines']): ClassifiedLine[] => {
  const marked = readMarks(lines.map((line) => line.row?.title ?? line.text));
  const whole = splitSentences(
    joinClocks(
      joinTitles(
        joinWrapped(
          lines.map((line, index) => ({ ...line, ...(marked[index] ?? { mark: null, body: line.text }) })),
        ),
      ),
    ),
  );
  const alone = whole.map((line) =>
    line.toldMinutes !== undefined ? null : line.row === undefined ? durationAlone(line.body) : totalOf(line),
  );
  return whole.map((line, index) => {
    const nothing = { time: null, clock: null, title: trimTitle(line.body) };
    const { toldMinutes: _, ...rest } = line;
    const found = alone[index] ? nothing : carried(line);
    return {
      ...rest,
      ...found,
      alone: alone[index] ?? null,
      timedByNext: !alone[index] && alone[index + 1]?.total === false,
      hasWords: hasWords(line.text),
      ends: found.clock !== null && found.clock.ends === null && found.time === null && END.test(found.title),
    };
  });
};
