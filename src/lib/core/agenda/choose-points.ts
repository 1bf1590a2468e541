/** Decides which lines are the points: the outermost list, or without a list the lines that carry a time. */
import { isRanked, isTimed } from './classify-lines.ts';
import type { ClassifiedLine } from './classify-lines.ts';
import { dateAlone } from './find-date.ts';
import { kindOfTitle } from './item-kind.ts';
import { asks } from './split-questions.ts';
import { readTheme } from './agenda-headings.ts';

/** A section is a point without a time whose own points carry the times. */
export type LineRole = 'point' | 'section' | 'content';

const LONGEST_PLAIN_POINT = 200;
const LONGEST_PLAIN_LINE = 100;
const NESTED_INDENT = 2;

const endsSentence = (text: string): boolean => /[.?!;…]$/u.test(text);

const canBePoint = (line: ClassifiedLine): boolean =>
  line.hasWords &&
  line.alone === null &&
  dateAlone(line.body) === null &&
  (line.clock === null || /[\p{L}\p{N}]/u.test(line.title));

/** How plainly a line's time stands by itself; a time of day is only taken where it does. */
const placementOf = (line: ClassifiedLine) => (line.clock === null ? line.time?.placement : 'apart');

/** An unmarked line amid a list that is a point all the same: short, its time plainly set apart. */
const standsAlone = (line: ClassifiedLine): boolean =>
  line.mark === null &&
  canBePoint(line) &&
  placementOf(line) === 'apart' &&
  line.body.length <= LONGEST_PLAIN_LINE &&
  !endsSentence(line.body);

const kindOf = (line: ClassifiedLine) => kindOfTitle(line.title);
const isBreak = (line: ClassifiedLine): boolean => kindOf(line) === 'break';

/** Asked of every line in order: whether it belongs to the outermost list. */
type MainList = (line: ClassifiedLine) => boolean;

/** The numbered or lettered list that begins first, with its restarts and other punctuations told apart. */
const rankedList = (lines: readonly ClassifiedLine[], first: ClassifiedLine): MainList => {
  const family = first.mark?.family;
  const someTimed = lines.some((line) => line.mark?.family === family && isTimed(line));
  let mainValue = 0;
  const nestedValues = new Map<string, number>();
  const isMain = (line: ClassifiedLine, style: string, value: number): boolean => {
    const continuesNested = nestedValues.get(style) === value - 1;
    const inSequence = mainValue === 0 || value === mainValue + 1;
    if (style !== first.mark?.style) return inSequence && !continuesNested;
    if (isTimed(line) || !someTimed) return true;
    if (continuesNested) return false;
    return inSequence || !(value === 1 || asks(line.body));
  };
  return (line) => {
    if (line.mark === null || line.mark.family !== family) return false;
    const { style, value } = line.mark;
    if (line.indent < first.indent + NESTED_INDENT && isMain(line, style, value)) {
      mainValue = value;
      nestedValues.clear();
      return true;
    }
    nestedValues.set(style, value);
    return false;
  };
};

const bulletList = (lines: readonly ClassifiedLine[], first: ClassifiedLine): MainList => {
  const someTimed = lines.some((line) => line.mark !== null && isTimed(line));
  return (line) => {
    if (line.mark === null) return false;
    const deeper = line.indent > first.indent;
    const nested =
      line.indent >= first.indent + NESTED_INDENT ||
      (line.mark.style !== first.mark?.style && (deeper || !isTimed(line)));
    return !nested && (isTimed(line) || !someTimed || !asks(line.body));
  };
};

/** Points without a time give way to the timed points of their own list. */
const demoteSections = (lines: readonly ClassifiedLine[], roles: LineRole[]): void => {
  let start = 0;
  while (start < lines.length) {
    let end = start + 1;
    while (end < lines.length && roles[end] !== 'point') end += 1;
    const head = lines[start];
    if (head !== undefined && roles[start] === 'point' && !isTimed(head)) {
      const inner = lines.slice(start + 1, end);
      const firstTimed = inner.findIndex((line) => line.mark !== null && canBePoint(line) && isTimed(line));
      const timedByItself = inner
        .slice(0, Math.max(0, firstTimed))
        .some((line) => line.alone?.total === false);
      if (firstTimed >= 0 && !timedByItself) {
        roles[start] = 'section';
        inner.forEach((line, index) => {
          if (line.mark !== null && canBePoint(line) && isTimed(line)) roles[start + 1 + index] = 'point';
        });
      }
    }
    start = end;
  }
};

const rolesInList = (lines: readonly ClassifiedLine[], list: MainList): LineRole[] => {
  const roles = lines.map((line): LineRole => (canBePoint(line) && list(line) ? 'point' : 'content'));
  demoteSections(lines, roles);
  let head: ClassifiedLine | null = null;
  lines.forEach((line, index) => {
    if (roles[index] === 'content') {
      const amid = head !== null && standsAlone(line) && (isTimed(head) || isBreak(line));
      const ahead = head === null && index > 0 && standsAlone(line) && kindOf(line) !== 'discussion';
      const pause =
        head !== null && line.mark !== null && (line.time ?? line.clock) !== null && isBreak(line);
      if (amid || ahead || pause) roles[index] = 'point';
    }
    if (roles[index] === 'point') head = line;
  });
  return roles;
};

const carriesPlainTime = (line: ClassifiedLine, loosely: boolean): boolean => {
  if (!canBePoint(line) || isRanked(line)) return false;
  if (line.time === null && line.clock === null)
    return line.timedByNext && line.body.length <= LONGEST_PLAIN_LINE && !endsSentence(line.body);
  if (placementOf(line) === 'apart')
    return (
      line.body.length <= LONGEST_PLAIN_POINT && (line.clock?.leads === true || !line.body.endsWith('?'))
    );
  if (placementOf(line) === 'inside' && !loosely) return false;
  return line.body.length <= LONGEST_PLAIN_LINE && !endsSentence(line.body);
};

const minutesOf = (lines: readonly ClassifiedLine[], index: number): number =>
  lines[index]?.time?.minutes ?? lines[index + 1]?.alone?.minutes ?? 0;

/** « Réunion du bureau, 9h – 12h »: a first line whose time of day holds all that follows is the title. */
const holdsAll = (first: ClassifiedLine, others: readonly ClassifiedLine[]): boolean => {
  const { clock } = first;
  const ends = clock?.ends ?? null;
  if (clock === null || ends === null || others.length < 2) return false;
  const told = others.flatMap((other) => (other.clock === null ? [] : [other.clock]));
  if (told.length < others.length) return !clock.leads && told.length === 0;
  return told.every((other) => other.begins >= clock.begins && (other.ends ?? other.begins) <= ends);
};

const rolesByTime = (lines: readonly ClassifiedLine[], unmarked = false): LineRole[] => {
  const plainly = lines.some((line) => carriesPlainTime(line, false));
  const roles = lines.map((line): LineRole =>
    !(unmarked && line.mark !== null) && carriesPlainTime(line, !plainly) ? 'point' : 'content',
  );
  const [first, ...others] = [...lines.keys()].filter((index) => roles[index] === 'point');
  const [head] = lines;
  const told = others.flatMap((index) => lines[index] ?? []);
  if (first === 0 && head !== undefined && holdsAll(head, told)) roles[0] = 'content';
  const sum = others.reduce((total, index) => total + minutesOf(lines, index), 0);
  if (first === 0 && others.length > 1 && sum > 0 && minutesOf(lines, first) === sum)
    roles[first] = 'content';
  return roles;
};

/** The rows of a table are the points, and short lines with a time beside it. */
const rolesInTable = (lines: readonly ClassifiedLine[]): LineRole[] => {
  let heading = false;
  return lines.map((line, index): LineRole => {
    if (line.row === undefined)
      return index > 0 && standsAlone(line) && !(heading && kindOf(line) === 'discussion')
        ? 'point'
        : 'content';
    if (!canBePoint(line)) return 'content';
    heading = line.row.kind === 'heading';
    return heading ? 'section' : 'point';
  });
};

/** The role of every line, in order. */
export const rolesOf = (lines: readonly ClassifiedLine[]): LineRole[] => {
  const themes = lines.filter((line) => readTheme(line.body) !== null && isTimed(line)).length;
  const open = lines.map((line) =>
    themes < 2 && !isRanked(line) && readTheme(line.body) !== null
      ? { ...line, time: null, clock: null, hasWords: false }
      : line,
  );
  const possible = open.filter(canBePoint);
  const ranked = possible.find(isRanked);
  const bullet = possible.find((line) => line.mark !== null);
  const listTimed = possible.some((line) => line.mark !== null && isTimed(line));
  const timedPlain = possible.filter(
    (line) => line.mark === null && carriesPlainTime(line, false) && !isBreak(line),
  );
  const clockPlain = possible.filter((line) => line.mark === null && line.clock !== null).length;
  const clockMarked = possible.some((line) => line.mark !== null && line.clock !== null);
  const loosePlain = possible.some((line) => carriesPlainTime(line, true));

  if (lines.some((line) => line.row !== undefined)) return rolesInTable(lines);
  if (clockPlain >= 2 && !clockMarked) return rolesByTime(open, true);
  if (ranked !== undefined && (listTimed || timedPlain.length < 2))
    return rolesInList(open, rankedList(open, ranked));
  if (ranked === undefined && bullet !== undefined && (listTimed || timedPlain.length === 0))
    return rolesInList(open, bulletList(open, bullet));
  return loosePlain ? rolesByTime(open) : open.map(() => 'content');
};
