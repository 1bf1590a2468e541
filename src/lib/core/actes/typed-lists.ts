/** Lists in plain text: lines that begin with a mark, as people type them and as pages that were copied have them. */
import { readMarks } from '#core/agenda/list-marks.ts';
import { isEnded, mayBeCut, wrapsInto } from '#core/agenda/wrapped-lines.ts';

/** An item: its words without its mark, and its lines, from one to before the other. */
export type TypedItem = { readonly words: string; readonly from: number; readonly to: number };

/** `start` is the number of the first item. */
export type TypedList = {
  readonly ordered: boolean;
  readonly start: number;
  readonly items: readonly TypedItem[];
};

type Line = {
  readonly text: string;
  /** Whether it begins with a mark, be it one of lists or not. */
  readonly isMarked: boolean;
  /** What follows the mark of an item; null for a line that has none. */
  readonly item: string | null;
  /** The family and rank of the item's mark: those of a list are of one family, and follow each other. */
  readonly family: string;
  readonly rank: number;
  /** Where the line begins, and where its words do. */
  readonly indent: number;
  readonly column: number;
};

/** One line alone may begin with a dash, or with a year, and be no list. */
const FEWEST_ITEMS = 2;
/** « 1. », « 1) », « (1) », « 1° », « 1 - », « 1/ », « ① »; of letters « a) » alone: « A. Martin » is someone. */
const NUMBER_STYLES: ReadonlySet<string> = new Set(['.', ')', '()', '°', '-', '/', 'circle']);
const LETTERS: ReadonlySet<string> = new Set(['upper', 'lower', 'upper-roman', 'lower-roman']);
/** Signs that say something themselves: a quoted line, more of it, what follows from it, whether it is done. */
const TELLING = /^[>+→⇒☐☑]/u;
/** Signs that are no bullets unless a space follows. */
const NEEDS_SPACE = /^[-–—*\p{L}\p{N}(§]/u;
/** As no line begins that stands for itself. */
const SMALL = /^[«“"(\s]*[\p{Ll}\p{N}]/u;
const TAB_WIDTH = 4;
/** How French marks who speaks; an en dash marks items as well. */
const SPEAKER = /^[–—]/u;
/** The end of what somebody says, or who says it: « dit-il », « répondit-elle ». */
const SAID = /[?!»]$|[,?!»…]\s[\p{Ll}’']+-(?:t-)?(?:il|elle|on|ils|elles|je)(?!\p{L})/u;

/** The lists there are in these lines, in their order; empty lines do not part items. */
export const typedLists = (lines: readonly string[]): readonly TypedList[] => listsAndSpeeches(lines).lists;

/** What stands below each other like items, and is what people say: it stays lines. */
export const typedSpeeches = (lines: readonly string[]): readonly TypedList[] =>
  listsAndSpeeches(lines).speeches;

function listsAndSpeeches(lines: readonly string[]): Record<'lists' | 'speeches', readonly TypedList[]> {
  const read = linesOf(lines);
  const lists: TypedList[] = [];
  const speeches: TypedList[] = [];
  for (let at = 0; at < read.length;) {
    const found = listFrom(read, at);
    if (found !== null) (isSpeech(read, found) ? speeches : lists).push(found);
    at = found?.items.at(-1)?.to ?? at + 1;
  }
  return { lists, speeches };
}

function isSpeech(lines: readonly Line[], { items }: TypedList): boolean {
  const [first] = items;
  if (first === undefined || !items.every(({ from }) => SPEAKER.test(lines[from]?.text ?? ''))) return false;
  if (lines[first.from]?.family === 'speech') return true;
  return items.some(({ words }) => SAID.test(words)) && !items.some(({ words }) => words.endsWith(';'));
}

function linesOf(lines: readonly string[]): readonly Line[] {
  const texts = lines.map((line) => line.trim());
  return readMarks(texts).map(({ mark, body }, index): Line => {
    const text = texts[index] ?? '';
    const indent = widthOf(/^\s*/u.exec(lines[index] ?? '')?.[0] ?? '');
    const marker = text.slice(0, text.length - body.length);
    const isOfNumber = /^\d/u.test(body) && (marker === '§ ' || /\d\s?[-–—]\s?$/u.test(marker));
    const isItem = mark !== null && isItemMark(mark, text, marker) && !isOfNumber;
    return {
      ...{ text, indent, column: indent + widthOf(marker), isMarked: mark !== null },
      item: isItem ? body : null,
      family: isItem && text.startsWith('—') ? 'speech' : (mark?.family ?? ''),
      rank: mark?.value ?? 0,
    };
  });
}

const widthOf = (signs: string): number =>
  [...signs].reduce(
    (width, sign) => (sign === '\t' ? (Math.floor(width / TAB_WIDTH) + 1) * TAB_WIDTH : width + 1),
    0,
  );

function isItemMark(
  { family, style }: { readonly family: string; readonly style: string },
  text: string,
  marker: string,
): boolean {
  if (TELLING.test(text) || (NEEDS_SPACE.test(text) && !/\s$/u.test(marker))) return false;
  return (
    family === 'bullet' ||
    (family === 'number' ? NUMBER_STYLES.has(style) : LETTERS.has(family) && style === ')')
  );
}

/** The list that begins at this line: all bullets, or ranks one after the other; null when there is none. */
function listFrom(lines: readonly Line[], from: number): TypedList | null {
  const first = lines[from] as Line;
  if (first.item === null) return null;
  const items: TypedItem[] = [];
  let before = first;
  for (let at = from; at < lines.length;) {
    const line = lines[at] as Line;
    if (line.text === '' && items.length > 0) {
      at += 1;
      continue;
    }
    const follows = line.family === first.family && (!isRanked(first) || line.rank === before.rank + 1);
    if (line.item === null || (items.length > 0 && !follows)) break;
    const item = itemAt(lines, at);
    if (item === null) break;
    items.push(item);
    before = line;
    at = item.to;
  }
  if (items.length < FEWEST_ITEMS) return null;
  const ordered = isRanked(first);
  return { ordered, start: ordered ? first.rank : 1, items };
}

const isRanked = ({ family }: Line): boolean => family !== 'bullet' && family !== 'speech';

/** The item with what its line wraps into; a bullet alone on a line has its words on the next. */
function itemAt(lines: readonly Line[], at: number): TypedItem | null {
  const opening = lines[at] as Line;
  const words = opening.item === '' ? [] : [opening.item ?? ''];
  let to = at + 1;
  if (words.length === 0) {
    const next = lines[to];
    if (next === undefined || next.text === '' || next.isMarked) return null;
    words.push(next.text);
    to += 1;
  }
  const end = endOfRun(lines, to);
  const isBetween = typeof lines[end]?.item === 'string';
  // Where empty lines part all there is, what stands between two of them is one.
  const isAlone = (lines[at - 1]?.text ?? '') === '' && (lines[end]?.text ?? '') === '';
  for (; to < end; to += 1) {
    const { text: before } = lines[to - 1] as Line;
    const { text, indent } = lines[to] as Line;
    const isUnder = indent > opening.indent && Math.abs(indent - opening.column) <= 1;
    const isRest = isUnder || wrapsInto(before, text) || (isBetween && !isEnded(before) && SMALL.test(text));
    if (!isRest && !(isAlone && mayBeCut(before))) break;
    words.push(text);
  }
  return { words: words.join(' '), from: at, to };
}

/** Where the lines without a mark that begin here end: at one with a mark, an empty one, or the last. */
function endOfRun(lines: readonly Line[], from: number): number {
  let at = from;
  while (lines[at]?.isMarked === false && lines[at]?.text !== '') at += 1;
  return at;
}
