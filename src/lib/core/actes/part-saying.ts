/** Which part of the actes says the words that someone cites from them, and which block of it. */
import type { Actes, ActesBlock, ActesPart } from './actes.ts';
import { blockTexts, plainWords } from './block-texts.ts';
import { blocksInside } from './blocks-inside.ts';
import type { Piecewise } from './piecewise.ts';

/** `block`: the place in the part of the block that the words begin in. */
export type SaidPlace = { readonly part: ActesPart; readonly block: number };

/**
 * Asks which part alone says the words; null where none or several do. A part in which they are whole paragraphs comes
 * before those in which they stand among others, and so does the place in it.
 */
export type PartSaying = (words: string) => SaidPlace | null;

/**
 * The words of a part, a space before, between and after them; `bounds` are the spaces at which a paragraph ends, `opens`
 * those at which each block begins.
 */
type Said = {
  readonly words: string;
  readonly bounds: ReadonlySet<number>;
  readonly opens: readonly number[];
};

/** So many words are known again though the next one was cut. */
const KNOWN_BEFORE_CUT = 4;

/** What answers for the tree, a part a piece. Who signs, spaces and signs between the words may be told or not. */
export function* readingParts(actes: Actes): Piecewise<PartSaying> {
  const parts: { readonly part: ActesPart; readonly said: readonly Said[] }[] = [];
  for (const part of actes.parts) {
    parts.push({ part, said: readTwice(part) });
    yield;
  }
  const placesBy = (where: (said: Said) => number): readonly SaidPlace[] =>
    parts.flatMap(({ part, said }) => {
      const block = blockBy(said, where);
      return block === null ? [] : [{ part, block }];
    });
  return (words) => {
    const cited = ` ${bare(words)} `;
    if (cited.trim() === '') return null;
    const saying = placesBy(among(cited));
    const [one = null, ...others] =
      saying.length > 0 || !endsAnywhere(cited) ? saying : placesBy(among(cited.trimEnd()));
    const [whole = null, ...more] = placesBy(wholly(cited));
    if (others.length === 0) return whole ?? one;
    return more.length === 0 ? whole : null;
  };
}

/** Asks which block of the part the words begin in, whole paragraphs first; null where the part does not say them. */
export function blockSaying(part: ActesPart): (words: string) => number | null {
  const said = readTwice(part);
  return (words) => {
    const cited = ` ${bare(words)} `;
    if (cited.trim() === '') return null;
    const cut = endsAnywhere(cited) ? [among(cited.trimEnd())] : [];
    for (const where of [wholly(cited), among(cited), ...cut]) {
      const block = blockBy(said, where);
      if (block !== null) return block;
    }
    return null;
  };
}

/**
 * Asks which parts still say the words of a passage though others were to stand for them; none where the new words hold
 * the old ones.
 */
export function partsStillSaying(
  parts: readonly ActesPart[],
): (passage: string, instead: string) => readonly ActesPart[] {
  const asked = parts.map((part) => ({ part, saying: blockSaying(part) }));
  return (passage, instead) =>
    ` ${bare(instead)} `.includes(` ${bare(passage)} `)
      ? []
      : asked.filter(({ saying }) => saying(passage) !== null).map(({ part }) => part);
}

const readTwice = (part: ActesPart): readonly Said[] => [
  saidOf(part, signedTexts),
  saidOf(part, unsignedTexts),
];

/** `where` tells the space before the words, or -1. */
function blockBy(said: readonly Said[], where: (said: Said) => number): number | null {
  for (const it of said) {
    const at = where(it);
    if (at !== -1) return it.opens.findLastIndex((opens) => opens <= at);
  }
  return null;
}

const among =
  (cited: string) =>
  ({ words }: Said): number =>
    words.indexOf(cited);

const bare = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** Whether it is long enough to have been cut within its last word. */
const endsAnywhere = (cited: string): boolean => cited.trim().split(' ').length > KNOWN_BEFORE_CUT;

/** Where they begin and end with paragraphs. */
const wholly =
  (cited: string) =>
  ({ words, bounds }: Said): number => {
    for (let at = words.indexOf(cited); at !== -1; at = words.indexOf(cited, at + 1)) {
      if (bounds.has(at) && bounds.has(at + cited.length - 1)) return at;
    }
    return -1;
  };

function saidOf({ blocks }: ActesPart, textsOf: (block: ActesBlock) => readonly string[]): Said {
  const words: string[] = [];
  const bounds = new Set([0]);
  const opens: number[] = [];
  let end = 0;
  for (const block of blocks) {
    opens.push(end);
    for (const text of textsOf(block).map(bare)) {
      if (text === '') continue;
      words.push(text);
      end += text.length + 1;
      bounds.add(end);
    }
  }
  return { words: ` ${words.join(' ')} `, bounds, opens };
}

/** A table is one: its cells repeat what the parts before it say whole. */
const signedTexts = (block: ActesBlock): readonly string[] =>
  block.type === 'table' ? [blockTexts(block).join(' ')] : blockTexts(block);

function unsignedTexts(block: ActesBlock): readonly string[] {
  const inside = blocksInside(block).flatMap(unsignedTexts);
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'facts':
      return [plainWords(block.content)];
    case 'presentation':
      return [block.who, ...inside];
    case 'attendance':
      return block.entries.map(({ who }) => who);
    case 'image':
      return [block.alternative];
    case 'table':
      return [inside.join(' ')];
    default:
      return inside;
  }
}
