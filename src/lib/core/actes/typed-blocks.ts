/** Words as people type them into a field, as blocks: paragraphs, and lists where lines begin like those of one. */
import type { ActesBlock, ActesListItem } from './actes.ts';
import type { Inline } from './rich-text.ts';

type Line = {
  readonly text: string;
  /** What follows the mark of an item; null for a line that has none. */
  readonly item: string | null;
  /** The item's number; null for a bullet. */
  readonly number: number | null;
};

const ITEM = /^(?:[-–—•·▪◦*]|(?<number>\d{1,3})[.)])\s+(?<item>.*\S)/u;
/** One line alone may begin with a dash, or with a year, and be no list. */
const FEWEST_ITEMS = 2;

/** An empty line parts paragraphs, another line end breaks the line; items stay one list over empty lines. */
export function typedBlocks(text: string): readonly ActesBlock[] {
  const lines = text.split('\n').map(lineOf);
  const blocks: ActesBlock[] = [];
  let paragraph: string[] = [];
  const close = (): void => {
    if (paragraph.length > 0) blocks.push(paragraphOf(paragraph));
    paragraph = [];
  };
  for (let at = 0; at < lines.length;) {
    const items = itemsFrom(lines, at);
    const { text: words } = lines[at] as Line;
    if (items.length >= FEWEST_ITEMS) {
      close();
      blocks.push(listOf(items.map((place) => lines[place] as Line)));
      at = (items.at(-1) ?? at) + 1;
    } else {
      if (words === '') close();
      else paragraph.push(words);
      at += 1;
    }
  }
  close();
  return blocks;
}

function lineOf(typed: string): Line {
  const text = typed.trim();
  const { item = null, number } = ITEM.exec(text)?.groups ?? {};
  return { text, item, number: number === undefined ? null : Number(number) };
}

/** The places of the items of the list that begins here: all bullets, or numbers one after the other. */
function itemsFrom(lines: readonly Line[], from: number): readonly number[] {
  const places: number[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const { text, item, number } = lines[at] as Line;
    if (text === '' && places.length > 0) continue;
    const before = places.length === 0 ? null : (lines[places.at(-1) ?? 0]?.number ?? null);
    const goesOn = places.length === 0 || (before === null ? number === null : number === before + 1);
    if (item === null || !goesOn) break;
    places.push(at);
  }
  return places;
}

const listOf = (lines: readonly Line[]): ActesBlock => ({
  type: 'list',
  ordered: lines[0]?.number !== null,
  start: lines[0]?.number ?? 1,
  items: lines.map(({ item }): ActesListItem => ({ content: [paragraphOf([item ?? ''])], sources: [] })),
});

const paragraphOf = (lines: readonly string[]): ActesBlock => ({
  ...{ type: 'paragraph', sources: [] },
  content: lines.flatMap((text, index): Inline[] => [
    ...(index > 0 ? [{ type: 'break' } as const] : []),
    { type: 'text', text },
  ]),
});
