/** Reads an agenda as people write it: lines → classified lines → blocks → points. See SPEC.md, « Import ». */
import { looksBinary, readLines, cleanText } from './agenda-lines.ts';
import { readHeadings } from './agenda-headings.ts';
import { rolesOf } from './choose-points.ts';
import { classifyLines, isRanked } from './classify-lines.ts';
import type { ClassifiedLine } from './classify-lines.ts';
import { readAgendaMarkdown } from './export/read-agenda-markdown.ts';
import { kindOfTitle } from './item-kind.ts';
import type { AgendaItemKind } from './plan.ts';
import { sentencesOf, splitQuestions } from './split-questions.ts';
import { trimTitle } from './take-duration.ts';

export const NOT_UNDERSTOOD_REASONS = [
  'agenda/before-first-item',
  'agenda/no-item',
  'agenda/section',
  'agenda/untitled',
  'agenda/second-duration',
  'agenda/second-total',
  'agenda/no-words',
  'agenda/binary',
  'agenda/too-long',
] as const;
/** Why a line is listed as not understood. */
export type NotUnderstoodReason = (typeof NOT_UNDERSTOOD_REASONS)[number];

export const AGENDA_WARNING_CODES = [
  'agenda/empty',
  'agenda/no-item',
  'agenda/no-duration',
  'agenda/several-durations',
  'agenda/long-item',
  'agenda/declared-differs',
  'agenda/binary',
  'agenda/too-long',
] as const;
/** What the organiser should look at before saving. */
export type AgendaWarningCode = (typeof AGENDA_WARNING_CODES)[number];

/** A point as it was understood; `line` counts from 1 in the pasted text, `minutes` is whole. */
export type ParsedItem = {
  title: string;
  kind: AgendaItemKind;
  minutes: number;
  /** A time of day, hh:mm. */
  start?: string;
  protected: boolean;
  /** Told by what Plénière exported only; likewise the notes. */
  floorMinutes?: number;
  animateurNotes?: string;
  questions: string[];
  context: string[];
  line: number;
};

export type NotUnderstood = { line: number; text: string; reason: NotUnderstoodReason };
export type AgendaWarning = { code: AgendaWarningCode; line: number };

/** A pasted agenda as it was understood; `date` is yyyy-mm-dd. What was not found is absent. */
export type ParsedAgenda = {
  title?: string;
  theme?: string;
  date?: string;
  declaredMinutes?: number;
  items: ParsedItem[];
  notUnderstood: NotUnderstood[];
  warnings: AgendaWarning[];
};

/** A longer text is read up to its last whole line within this. */
export const LONGEST_AGENDA_CHARACTERS = 100_000;
/** The planned minutes of a point that names none. */
export const DEFAULT_ITEM_MINUTES = 30;
/** A point longer than this is pointed at. */
export const LONG_ITEM_MINUTES = 240;
const LONGEST_TITLE = 200;

const shown = (text: string): string => text.replaceAll('\t', ' ');

type Block = { readonly head: ClassifiedLine; readonly content: ClassifiedLine[] };

/** What the reading of the whole text gathers besides the points. */
type Findings = {
  readonly notUnderstood: NotUnderstood[];
  readonly warnings: AgendaWarning[];
  declared: { readonly minutes: number; readonly line: number } | undefined;
};

const listed = (line: ClassifiedLine, reason: NotUnderstoodReason): NotUnderstood => ({
  line: line.number,
  text: shown(line.text),
  reason: line.hasWords ? reason : 'agenda/no-words',
});

/** A title of more than 200 characters ends with its first sentence, or else a word; the rest is told under it. */
const cutTitle = (text: string): { readonly title: string; readonly rest: string } => {
  if (text.length <= LONGEST_TITLE) return { title: text, rest: '' };
  const [first = text] = sentencesOf(text);
  const lastSpace = text.lastIndexOf(' ', LONGEST_TITLE);
  const wordEnd = lastSpace > 0 ? lastSpace : text.indexOf(' ');
  const end = first.length <= LONGEST_TITLE || wordEnd < 0 ? first.length : wordEnd;
  return { title: text.slice(0, end), rest: text.slice(end).trim() };
};

const isUntitled = (line: ClassifiedLine): boolean =>
  isRanked(line) && (line.alone !== null || !/[\p{L}\p{N}]/u.test(line.body));

const readItem = ({ head, content }: Block, findings: Findings): ParsedItem => {
  const { title, rest } = cutTitle(head.time?.rest || trimTitle(head.body));
  const questions: string[] = [];
  const context: string[] = [];
  const read = (text: string): void => {
    const split = splitQuestions(shown(text));
    questions.push(...split.questions);
    context.push(...split.context);
  };
  read(rest);

  let minutes = head.time?.minutes;
  for (const line of content) {
    if (isUntitled(line)) findings.notUnderstood.push(listed(line, 'agenda/untitled'));
    else if (!line.hasWords) findings.notUnderstood.push(listed(line, 'agenda/no-words'));
    else if (line.alone === null) read(line.body);
    else if (!line.alone.total && minutes === undefined) minutes = line.alone.minutes;
    else if (findings.declared === undefined && (line.alone.total || line.mark === null))
      findings.declared = { minutes: line.alone.minutes, line: line.number };
    else
      findings.notUnderstood.push(
        listed(line, line.alone.total ? 'agenda/second-total' : 'agenda/second-duration'),
      );
  }

  const warn = (code: AgendaWarningCode): number => findings.warnings.push({ code, line: head.number });
  if (minutes === undefined) warn('agenda/no-duration');
  else if (minutes > LONG_ITEM_MINUTES) warn('agenda/long-item');
  if (head.time?.several === true) warn('agenda/several-durations');
  const kind = kindOfTitle(title);
  return {
    title: shown(title),
    kind,
    minutes: minutes ?? DEFAULT_ITEM_MINUTES,
    protected: kind === 'synthesis',
    questions,
    context,
    line: head.number,
  };
};

const readBlocks = (
  lines: readonly ClassifiedLine[],
  findings: Findings,
): { readonly preamble: ClassifiedLine[]; readonly blocks: Block[] } => {
  const roles = rolesOf(lines);
  const preamble: ClassifiedLine[] = [];
  const blocks: Block[] = [];
  let gather = (line: ClassifiedLine): void => void preamble.push(line);
  lines.forEach((line, index) => {
    if (roles[index] === 'content') return gather(line);
    if (roles[index] === 'section') {
      gather = (inside) => void findings.notUnderstood.push(listed(inside, 'agenda/section'));
      return gather(line);
    }
    const block = { head: line, content: [] as ClassifiedLine[] };
    blocks.push(block);
    gather = (inside) => void block.content.push(inside);
  });
  return { preamble, blocks };
};

const nothing = (findings: Pick<Findings, 'notUnderstood' | 'warnings'>): ParsedAgenda => ({
  items: [],
  notUnderstood: findings.notUnderstood,
  warnings: findings.warnings,
});

const byLine = (one: { line: number }, other: { line: number }): number => one.line - other.line;

const countLines = (text: string): number => text.split(/\r\n|\r|\n/u).length;

/** Where the last whole line within the limit ends. */
const readableEnd = (text: string): number => {
  if (text.length <= LONGEST_AGENDA_CHARACTERS) return text.length;
  const head = text.slice(0, LONGEST_AGENDA_CHARACTERS);
  const lineEnd = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r')) + 1;
  return lineEnd > 0 ? lineEnd : LONGEST_AGENDA_CHARACTERS;
};

/** Reads a pasted agenda; whatever the text is, nothing of it is dropped and nothing is thrown. */
export const parseAgenda = (text: string): ParsedAgenda => {
  const end = readableEnd(text);
  const readable = text.slice(0, end);
  const exported = end < text.length ? null : readAgendaMarkdown(text);
  if (exported !== null) return exported;
  const findings: Findings = { notUnderstood: [], warnings: [], declared: undefined };
  if (end < text.length) {
    const line = countLines(readable);
    findings.notUnderstood.push({ line, text: cleanText(text.slice(end)).trim(), reason: 'agenda/too-long' });
    findings.warnings.push({ code: 'agenda/too-long', line });
  }
  if (looksBinary(readable)) {
    findings.notUnderstood.unshift({ line: 1, text: cleanText(readable).trim(), reason: 'agenda/binary' });
    findings.warnings.unshift({ code: 'agenda/binary', line: 1 });
    return nothing(findings);
  }

  const { lines, binary } = readLines(readable);
  for (const line of binary) {
    findings.notUnderstood.push({ line: line.number, text: shown(line.text), reason: 'agenda/binary' });
    findings.warnings.push({ code: 'agenda/binary', line: line.number });
  }
  if (lines.length === 0) {
    if (binary.length === 0) findings.warnings.unshift({ code: 'agenda/empty', line: 1 });
    return nothing(findings);
  }

  const { preamble, blocks } = readBlocks(classifyLines(lines), findings);
  const headings = readHeadings(preamble);
  const reason = blocks.length === 0 ? 'agenda/no-item' : 'agenda/before-first-item';
  findings.declared = headings.declared;
  findings.notUnderstood.push(
    ...headings.others.map((line) => listed(line, isUntitled(line) ? 'agenda/untitled' : reason)),
    ...headings.secondTotals.map((line) => listed(line, 'agenda/second-total')),
  );
  const items = blocks.map((block) => readItem(block, findings));

  const { declared } = findings;
  const sum = items.reduce((total, item) => total + item.minutes, 0);
  if (items.length === 0) findings.warnings.unshift({ code: 'agenda/no-item', line: 1 });
  else if (declared !== undefined && declared.minutes !== sum)
    findings.warnings.push({ code: 'agenda/declared-differs', line: declared.line });
  return {
    ...(headings.title === undefined ? {} : { title: headings.title }),
    ...(headings.theme === undefined ? {} : { theme: headings.theme }),
    ...(headings.date === undefined ? {} : { date: headings.date }),
    ...(declared === undefined ? {} : { declaredMinutes: declared.minutes }),
    items,
    notUnderstood: findings.notUnderstood.toSorted(byLine),
    warnings: findings.warnings.toSorted(byLine),
  };
};
