/** Reads off each line what it carries: a mark, a planned time, or nothing but a time. */
import type { AgendaLine } from './agenda-lines.ts';
import { readMarks } from './list-marks.ts';
import type { ListMark } from './list-marks.ts';
import { findDurations } from './parse-duration.ts';
import { durationAlone, takeDuration } from './take-duration.ts';
import type { TakenDuration } from './take-duration.ts';

export type ClassifiedLine = AgendaLine & {
  readonly mark: ListMark | null;
  /** The text without its mark. */
  readonly body: string;
  readonly time: TakenDuration | null;
  /** Set when the line holds nothing but a time. */
  readonly alone: { readonly minutes: number; readonly total: boolean } | null;
  /** The line after it holds nothing but a time, not that of the whole. */
  readonly timedByNext: boolean;
  readonly hasWords: boolean;
};

type MarkedLine = AgendaLine & { readonly mark: ListMark | null; readonly body: string };

/** A line shorter than this was ended on purpose and not by a page's edge. */
const SHORTEST_WRAPPED = 45;
const TAIL = 40;
const UNFINISHED =
  /(?:,|['’]|\s(?:de|du|des|la|le|les|et|ou|à|au|aux|en|par|pour|avec|sur|un|une|dans|sans|d['’]un|d['’]une))$/iu;

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const endsOnTime = (text: string): boolean => {
  const tail = text.slice(-TAIL);
  const last = findDurations(tail).at(-1);
  return last !== undefined && !hasWords(tail.slice(last.end));
};

const wrapsInto = (line: MarkedLine, next: MarkedLine): boolean => {
  if (next.afterBlank || next.mark !== null || line.text.length < SHORTEST_WRAPPED) return false;
  if (/[.?!:;…]$/u.test(line.text)) return false;
  if (!/^\p{Ll}/u.test(next.body) && !UNFINISHED.test(line.text.slice(-TAIL))) return false;
  return durationAlone(next.body) === null && !endsOnTime(line.text);
};

/** Joins what a page's edge had cut. */
const joinWrapped = (lines: readonly MarkedLine[]): MarkedLine[] => {
  const joined: { first: MarkedLine; parts: string[]; bodies: string[] }[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const current = joined.at(-1);
    if (before !== undefined && current !== undefined && wrapsInto(before, line)) {
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
  line.mark !== null && (!hasWords(line.body) || (isRanked(line) && durationAlone(line.body) !== null));

const isWordy = (line: MarkedLine): boolean => hasWords(line.body) && durationAlone(line.body) === null;

/** « 1- » or « 1- 30 min » alone on a line has its title on the next. */
const joinTitles = (lines: readonly MarkedLine[]): MarkedLine[] => {
  const joined: MarkedLine[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const titles = last !== undefined && line.mark === null && waitsForTitle(last) && isWordy(line);
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

/** Whether a line's planned time is known, from itself or the line after it. */
export const isTimed = (line: ClassifiedLine): boolean => line.time !== null || line.timedByNext;

/** The lines with what they carry; what a page's edge had cut is one line again. */
export const classifyLines = (lines: readonly AgendaLine[]): ClassifiedLine[] => {
  const marked = readMarks(lines.map((line) => line.text));
  const whole = joinTitles(
    joinWrapped(
      lines.map((line, index) => ({ ...line, ...(marked[index] ?? { mark: null, body: line.text }) })),
    ),
  );
  const alone = whole.map((line) => durationAlone(line.body));
  return whole.map((line, index) => ({
    ...line,
    time: alone[index] ? null : takeDuration(line.body),
    alone: alone[index] ?? null,
    timedByNext: !alone[index] && alone[index + 1]?.total === false,
    hasWords: hasWords(line.text),
  }));
};
