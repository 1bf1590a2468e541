/** Reads an agenda back from the Markdown that `agendaMarkdown` writes, exactly; any other text is left to the import. */
import { findDate } from '../find-date.ts';
import type { AgendaItemKind } from '../plan.ts';
import { PLAN_LIMITS } from '../plan.ts';

export type ReadPoint = {
  title: string;
  kind: AgendaItemKind;
  minutes: number;
  /** A time of day, hh:mm. */
  start?: string;
  protected: boolean;
  floorMinutes?: number;
  animateurNotes?: string;
  questions: string[];
  context: string[];
  line: number;
};

/** As `parseAgenda` answers; `notUnderstood` are the lines above the points that tell something else. */
export type ReadAgenda = {
  title?: string;
  theme?: string;
  date?: string;
  declaredMinutes?: number;
  items: ReadPoint[];
  notUnderstood: { line: number; text: string; reason: 'agenda/before-first-item' }[];
  warnings: { code: 'agenda/declared-differs'; line: number }[];
};

type Headings = Omit<ReadAgenda, 'items' | 'warnings'> & { declaredLine?: number };

const LENGTH = String.raw`½\sh|\d{1,4}\smin|\d{1,2}\sh(?:\s\d{2})?`;
const POINT = new RegExp(String.raw`^## \d{1,3}\. (.+?)\s?: (${LENGTH})$`, 'u');
const ONLY_LENGTH = new RegExp(`^(?:${LENGTH})$`, 'u');
const FACT = /^\*\*([^*]+?)\s?:\*\* (.+)$/u;
const QUESTIONS = /^\*\*Questions\*\*$/u;
const NOTES = /^\*\*Notes [^*]+\*\*\\$/u;
const TIMES = /^(\d{1,2})(?:\sh(?:\s(\d{2}))?|:(\d{2})) – \d{1,2}(?:\sh(?:\s\d{2})?|:\d{2})$/u;
const FLOOR = new RegExp(String.raw`^(?:au moins|at least) (${LENGTH})$`, 'u');
const PROTECTED = new Set(['protégé', 'protected']);
const KINDS = new Map<string, AgendaItemKind>([
  ['échange', 'discussion'],
  ['discussion', 'discussion'],
  ['tour de table', 'round'],
  ['round table', 'round'],
  ['présentation', 'presentation'],
  ['presentation', 'presentation'],
  ['synthèse', 'synthesis'],
  ['synthesis', 'synthesis'],
  ['pause', 'break'],
  ['break', 'break'],
  ['vote', 'vote'],
]);

/** The agenda, or null when the text departs anywhere from what `agendaMarkdown` writes. */
export const readAgendaMarkdown = (text: string): ReadAgenda | null => {
  const lines = text
    .replace(/^\ufeff/u, '')
    .split(/\r\n|\n/u)
    .map((line) => line.trimEnd());
  if (lines.some((line) => /\p{Cc}/u.test(line))) return null;
  const starts = [...lines.keys()].filter((index) => POINT.test(lines[index] ?? ''));
  const [firstPoint] = starts;
  if (firstPoint === undefined) return null;
  const headings = readHeadings(lines.slice(0, firstPoint));
  const items: ReadPoint[] = [];
  for (const [index, start] of starts.entries()) {
    const point = readPoint(lines.slice(start, starts[index + 1]), start + 1);
    if (point === null) return null;
    items.push(point);
  }
  if (headings === null) return null;
  const { declaredLine, ...told } = headings;
  const sum = items.reduce((total, item) => total + item.minutes, 0);
  const differs = declaredLine !== undefined && told.declaredMinutes !== sum;
  return {
    ...told,
    items,
    warnings: differs ? [{ code: 'agenda/declared-differs', line: declaredLine }] : [],
  };
};

/** Words that were escaped, as they were. */
const wordsOf = (markdown: string): string =>
  markdown.replace(
    /\\([!-/:-@[-`{-~])|<((?:https?|ftp):\/\/[^\s<>]+)>/giu,
    (_all, sign: string | undefined, address: string | undefined) => sign ?? address ?? '',
  );

const minutesOf = (length: string): number => {
  if (length.startsWith('½')) return 30;
  const [first = 0, second = 0] = (length.match(/\d+/gu) ?? []).map(Number);
  return length.endsWith('min') ? first : first * 60 + second;
};

/** Whether the last sign of a line is a break: a backslash that is not itself escaped. */
const breaks = (line: string): boolean => ((/\\+$/u.exec(line)?.[0].length ?? 0) & 1) === 1;

const readHeadings = (lines: readonly string[]): Headings | null => {
  const read: Headings = { notUnderstood: [] };
  for (const [index, raw] of lines.entries()) {
    if (raw === '' || raw === '#') continue;
    const line = breaks(raw) ? raw.slice(0, -1) : raw;
    if (line.startsWith('# ')) {
      if (read.title !== undefined) return null;
      read.title = wordsOf(line.slice(2));
      continue;
    }
    const [, label = '', value = ''] = FACT.exec(line) ?? [];
    if (label === '') return null;
    const date = findDate(value)?.date;
    if (/^Th[èe]me$/u.test(label)) read.theme = wordsOf(value);
    else if (ONLY_LENGTH.test(value)) {
      read.declaredMinutes = minutesOf(value);
      read.declaredLine = index + 1;
    } else if (label === 'Date' && date !== undefined) read.date = date;
    else {
      const other = `${label} : ${wordsOf(value)}`;
      read.notUnderstood.push({ line: index + 1, text: other, reason: 'agenda/before-first-item' });
    }
  }
  return read;
};

const readPoint = (lines: readonly string[], number: number): ReadPoint | null => {
  const [, title = '', length = ''] = POINT.exec(lines[0] ?? '') ?? [];
  const point: ReadPoint = {
    title: wordsOf(title),
    kind: 'discussion',
    minutes: minutesOf(length),
    protected: false,
    questions: [],
    context: [],
    line: number,
  };
  if (point.minutes < 1 || point.minutes > PLAN_LIMITS.itemMinutes) return null;
  const blocks = blocksOf(lines.slice(1));
  for (const [index, block] of blocks.entries()) if (!readBlock(block, index, blocks, point)) return null;
  return point;
};

const blocksOf = (lines: readonly string[]): readonly (readonly string[])[] => {
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (line === '') blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((block) => block.length > 0);
};

/** Takes a block of lines into the point; false when it is none that `agendaMarkdown` writes. */
const readBlock = (
  block: readonly string[],
  index: number,
  blocks: readonly (readonly string[])[],
  point: ReadPoint,
): boolean => {
  const [first = ''] = block;
  if (/^_.+_$/u.test(first)) return index === 0 && block.length === 1 && readFacts(first.slice(1, -1), point);
  if (QUESTIONS.test(first)) return block.length === 1 && blocks[index + 1]?.[0]?.startsWith('- ') === true;
  if (first.startsWith('- ')) {
    if (!QUESTIONS.test(blocks[index - 1]?.[0] ?? '')) return false;
    point.questions.push(...block.map((line) => wordsOf(line.slice(2))));
    return block.every((line) => line.startsWith('- '));
  }
  if (first.startsWith('> ')) {
    const [label = '', ...notes] = block.map((line) => line.slice(2));
    if (!NOTES.test(label) || !block.every((line) => line.startsWith('> '))) return false;
    const words = paragraphOf(notes);
    if (words !== null) point.animateurNotes = words;
    return words !== null;
  }
  const words = paragraphOf(block);
  if (words !== null) point.context.push(words);
  return words !== null;
};

const readFacts = (facts: string, point: ReadPoint): boolean =>
  facts.split(' · ').every((fact) => {
    const kind = KINDS.get(fact);
    const times = TIMES.exec(fact);
    const floor = FLOOR.exec(fact)?.[1];
    if (kind !== undefined) point.kind = kind;
    else if (PROTECTED.has(fact)) point.protected = true;
    else if (floor !== undefined) point.floorMinutes = minutesOf(floor);
    else if (times !== null)
      point.start = `${(times[1] ?? '').padStart(2, '0')}:${times[2] ?? times[3] ?? '00'}`;
    else return false;
    return true;
  });

/** Lines of one paragraph, broken where they were; null when they are markup of another kind. */
const paragraphOf = (lines: readonly string[]): string | null => {
  const whole = lines.every(
    (line, index) =>
      !/^(?:#{1,6}\s|[-+*]\s|>|\d{1,9}[.)]\s|\||\*\*|```|~~~|={3}|-{3})/u.test(line) &&
      breaks(line) === index < lines.length - 1,
  );
  if (!whole) return null;
  return lines.map((line) => wordsOf(breaks(line) ? line.slice(0, -1) : line)).join('\n');
};
