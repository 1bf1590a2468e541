/** Which part of the actes says the words that someone cites from them. */
import type { Actes, ActesBlock, ActesPart } from './actes.ts';
import { blockTexts, plainWords } from './block-texts.ts';
import { blocksInside } from './blocks-inside.ts';
import type { Piecewise } from './piecewise.ts';

/**
 * Asks which part alone says the words; null where none or several do. A part in which they are whole paragraphs comes
 * before those in which they stand among others.
 */
export type PartSaying = (words: string) => ActesPart | null;

/** The words of a part, a space before, between and after them; `bounds` are the spaces at which a paragraph ends. */
type Said = { readonly words: string; readonly bounds: ReadonlySet<number> };

/** So many words are known again though the next one was cut. */
const KNOWN_BEFORE_CUT = 4;

/** What answers for the tree, a part a piece. Who signs, spaces and signs between the words may be told or not. */
export function* readingParts(actes: Actes): Piecewise<PartSaying> {
  const parts: { readonly part: ActesPart; readonly said: readonly Said[] }[] = [];
  for (const part of actes.parts) {
    parts.push({ part, said: [saidOf(part, signedTexts), saidOf(part, unsignedTexts)] });
    yield;
  }
  const partsWhere = (where: (said: Said) => boolean): readonly ActesPart[] =>
    parts.filter(({ said }) => said.some(where)).map(({ part }) => part);
  return (words) => {
    const cited = ` ${bare(words)} `;
    if (cited.trim() === '') return null;
    const saying = partsWhere((said) => said.words.includes(cited));
    const [one = null, ...others] =
      saying.length > 0 || !endsAnywhere(cited)
        ? saying
        : partsWhere((said) => said.words.includes(cited.trimEnd()));
    if (others.length === 0) return one;
    const [whole = null, ...more] = partsWhere((said) => saysWhole(said, cited));
    return more.length === 0 ? whole : null;
  };
}

const bare = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** Whether it is long enough to have been cut within its last word. */
const endsAnywhere = (cited: string): boolean => cited.trim().split(' ').length > KNOWN_BEFORE_CUT;

function saysWhole({ words, bounds }: Said, cited: string): boolean {
  for (let at = words.indexOf(cited); at !== -1; at = words.indexOf(cited, at + 1)) {
    if (bounds.has(at) && bounds.has(at + cited.length - 1)) return true;
  }
  return false;
}

function saidOf({ blocks }: ActesPart, textsOf: (block: ActesBlock) => readonly string[]): Said {
  const texts = blocks
    .flatMap(textsOf)
    .map(bare)
    .filter((text) => text !== '');
  const bounds = new Set([0]);
  let end = 0;
  for (const text of texts) {
    end += text.length + 1;
    bounds.add(end);
  }
  return { words: ` ${texts.join(' ')} `, bounds };
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
