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
  line.hasWords && line.alone === null && dateAlone(line.body) === null;

/** An unmarked line amid a list that is a point all the same: short, its time plainly set apart. */
const standsAlone = (line: ClassifiedLine): boolean =>
  line.mark === null &&
  canBePoint(line) &&
  line.time?.placement === 'apart' &&
  line.body.length <= LONGEST_PLAIN_LINE &&
  !endsSentence(line.body);

const kindOf = (line: ClassifiedLine) => kindOfTitle(line.time?.rest ?? line.body);
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
      const pause = head !== null && line.mark !== null && line.time !== null && isBreak(line);
      if (amid || ahead || pause) roles[index] = 'point';
    }
    if (roles[index] === 'point') head = line;
  });
  return roles;
};

const carriesPlainTime = (line: ClassifiedLine, loosely: boolean): boolean => {
  if (!canBePoint(line) || isRanked(line)) return false;
  if (line.time === null)
    return line.timedByNext && line.body.length <= LONGEST_PLAIN_LINE && !endsSentence(line.body);
  if (line.time.placement === 'apart')
    return line.body.length <= LONGEST_PLAIN_POINT && !line.body.endsWith('?');
  if (line.time.placement === 'inside' && !loosely) return false;
  return line.body.length <= LONGEST_PLAIN_LINE && !endsSentence(line.body);
};

const minutesOf = (lines: readonly ClassifiedLine[], index: number): number =>
  lines[index]?.time?.minutes ?? lines[index + 1]?.alone?.minutes ?? 0;

const rolesByTime = (lines: readonly ClassifiedLine[]): LineRole[] => {
  const plainly = lines.some((line) => carriesPlainTime(line, false));
  const roles = lines.map((line): LineRole => (carriesPlainTime(line, !plainly) ? 'point' : 'content'));
  const [first, ...others] = [...lines.keys()].filter((index) => roles[index] === 'point');
  const sum = others.reduce((total, index) => total + minutesOf(lines, index), 0);
  if (first === 0 && others.length > 1 && minutesOf(lines, first) === sum) roles[first] = 'content';
  return roles;
};

/** The role of every line, in order. */
export const rolesOf = (lines: readonly ClassifiedLine[]): LineRole[] => {
  const themes = lines.filter((line) => readTheme(line.body) !== null && isTimed(line)).length;
  const open = lines.map((line) =>
    themes < 2 && !isRanked(line) && readTheme(line.body) !== null
      ? { ...line, time: null, hasWords: false }
      : line,
  );
  const possible = open.filter(canBePoint);
  const ranked = possible.find(isRanked);
  const bullet = possible.find((line) => line.mark !== null);
  const listTimed = possible.some((line) => line.mark !== null && isTimed(line));
  const timedPlain = possible.filter(
    (line) => line.mark === null && carriesPlainTime(line, false) && !isBreak(line),
  );
  const loosePlain = possible.some((line) => carriesPlainTime(line, true));

  if (ranked !== undefined && (listTimed || timedPlain.length < 2))
    return rolesInList(open, rankedList(open, ranked));
  if (ranked === undefined && bullet !== undefined && (listTimed || timedPlain.length === 0))
    return rolesInList(open, bulletList(open, bullet));
  return loosePlain ? rolesByTime(open) : open.map(() => 'content');
};
