/** Reads classified lines as points: the roles of the lines, then each point with what stands under it. */
import { rolesOf } from './choose-points.ts';
import { isRanked } from './classify-lines.ts';
import type { ClassifiedLine } from './classify-lines.ts';
import { kindOfTitle } from './item-kind.ts';
import type { AgendaWarning, NotUnderstood, NotUnderstoodReason, ParsedItem } from './parsed-agenda.ts';
import { shown } from './read-pasted.ts';
import { settleTimes } from './settle-times.ts';
import type { WrittenTime } from './settle-times.ts';
import { sentencesOf, splitQuestions } from './split-questions.ts';

const LONGEST_TITLE = 200;

type Block = { readonly head: ClassifiedLine; readonly content: ClassifiedLine[] };
type Total = { readonly minutes: number; readonly line: number };

/** The points, the lines before the first, the declared time of the whole, and the minutes that no point fills. */
export type PointReading = {
  readonly items: ParsedItem[];
  readonly preamble: readonly ClassifiedLine[];
  readonly notUnderstood: NotUnderstood[];
  readonly warnings: AgendaWarning[];
  readonly totals: readonly Total[];
  readonly gaps: number;
};

/** A line as it is listed among those not understood. */
export const listed = (line: ClassifiedLine, reason: NotUnderstoodReason): NotUnderstood => ({
  line: line.number,
  text: shown(line.text),
  reason: line.hasWords ? reason : 'agenda/no-words',
});

/** Whether a line has a rank and a time, but no words to name it. */
export const isUntitled = (line: ClassifiedLine): boolean =>
  isRanked(line) && (line.alone !== null || !/[\p{L}\p{N}]/u.test(line.body));

/** A title of more than 200 characters ends with its first sentence, or else a word; the rest is told under it. */
export const cutTitle = (text: string): { readonly title: string; readonly rest: string } => {
  if (text.length <= LONGEST_TITLE) return { title: text, rest: '' };
  const [first = text] = sentencesOf(text);
  const lastSpace = text.lastIndexOf(' ', LONGEST_TITLE);
  const wordEnd = lastSpace > 0 ? lastSpace : text.indexOf(' ');
  const end = first.length <= LONGEST_TITLE || wordEnd < 0 ? first.length : wordEnd;
  return { title: text.slice(0, end), rest: text.slice(end).trim() };
};

type Gathering = {
  readonly notUnderstood: NotUnderstood[];
  readonly warnings: AgendaWarning[];
  readonly totals: Total[];
};
type Draft = Omit<ParsedItem, 'minutes'> & WrittenTime;

const readItem = ({ head, content }: Block, hasTotal: boolean, gathering: Gathering): Draft => {
  const { title, rest } = cutTitle(head.title);
  const questions: string[] = [];
  const context: string[] = [];
  const read = (text: string): void => {
    const split = splitQuestions(shown(text));
    questions.push(...split.questions);
    context.push(...split.context);
  };
  read(rest);
  if (head.row !== undefined) {
    const { who, room, others } = head.row;
    for (const cell of [who, room, ...others]) read(cell);
  }
  let minutes = head.time?.minutes;
  for (const line of content) {
    if (isUntitled(line)) gathering.notUnderstood.push(listed(line, 'agenda/untitled'));
    else if (!line.hasWords) gathering.notUnderstood.push(listed(line, 'agenda/no-words'));
    else if (line.alone === null) read(line.body);
    else if (!line.alone.total && minutes === undefined) minutes = line.alone.minutes;
    else if (!hasTotal && gathering.totals.length === 0 && (line.alone.total || line.mark === null))
      gathering.totals.push({ minutes: line.alone.minutes, line: line.number });
    else
      gathering.notUnderstood.push(
        listed(line, line.alone.total ? 'agenda/second-total' : 'agenda/second-duration'),
      );
  }
  if (head.time?.several === true)
    gathering.warnings.push({ code: 'agenda/several-durations', line: head.number });
  const kind = kindOfTitle(title);
  return {
    title: shown(title),
    kind,
    minutes,
    clock: head.clock,
    protected: kind === 'synthesis',
    questions,
    context,
    line: head.number,
  };
};

/** Reads the lines of one agenda; `totalIsKnown` tells from the lines before the first point whether they declare one. */
export const readPoints = (
  lines: readonly ClassifiedLine[],
  totalIsKnown: (preamble: readonly ClassifiedLine[]) => boolean,
): PointReading => {
  const roles = rolesOf(lines);
  const preamble: ClassifiedLine[] = [];
  const blocks: Block[] = [];
  const gathering: Gathering = { notUnderstood: [], warnings: [], totals: [] };
  let gather = (line: ClassifiedLine): void => void preamble.push(line);
  lines.forEach((line, index) => {
    if (roles[index] === 'content') return gather(line);
    if (roles[index] === 'section') {
      gather = (inside) => void gathering.notUnderstood.push(listed(inside, 'agenda/section'));
      return gather(line);
    }
    const block = { head: line, content: [] as ClassifiedLine[] };
    blocks.push(block);
    gather = (inside) => void block.content.push(inside);
  });
  // « 17h Fin » ends the point above it and is none itself.
  const last = blocks.at(-1);
  const endOfAll =
    blocks.length > 1 && last?.head.ends === true && last.content.length === 0
      ? (blocks.pop()?.head.clock?.begins ?? null)
      : null;
  const hasTotal = totalIsKnown(preamble);
  const drafts = blocks.map((block) => readItem(block, hasTotal, gathering));
  const settled = settleTimes(drafts, endOfAll);
  const items = drafts.map(({ clock: _, title, kind, minutes, ...draft }, index): ParsedItem => {
    const { minutes: planned, start } = settled.times[index] ?? { minutes: minutes ?? 1 };
    return { title, kind, minutes: planned, ...(start === undefined ? {} : { start }), ...draft };
  });
  return {
    items,
    preamble,
    notUnderstood: gathering.notUnderstood,
    warnings: [...gathering.warnings, ...settled.warnings],
    totals: gathering.totals,
    gaps: settled.gaps,
  };
};
