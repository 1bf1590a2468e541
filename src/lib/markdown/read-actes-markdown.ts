/** The actes' Markdown as their tree: the other half of `toMarkdown`. */
import type { Token, Tokens } from 'marked';
import type { Actes, ActesBlock, ActesCell, ActesPart, ActesPicture } from '#core/actes/actes.ts';
import { PICTURE_ENDINGS, PICTURES_FOLDER } from '#core/actes/front-matter.ts';
import { normaliseActes } from '#core/actes/normalise-actes.ts';
import type { Block, Inline } from '#core/actes/rich-text.ts';
import { NO_TITLE } from '#core/actes/to-markdown.ts';
import { PHOTO_TYPES } from '#core/photos/photo.ts';
import type { Result } from '#core/result.ts';
import { ok, refused } from '#core/result.ts';
import type { FrontMatter, Places } from './read-front-matter.ts';
import { NO_PLACES, readFrontMatter } from './read-front-matter.ts';
import { limitMarkdown } from './limit-markdown.ts';
import type { Dialect } from './token-blocks.ts';
import { blocksOf, tokensOf } from './token-blocks.ts';

/** Characters of the longest actes that are read, a thousand pages. */
const MOST_CHARACTERS = 5_000_000;

const ACTES: Dialect = {
  hasProposals: false,
  attachmentOf: (address) => (address === '' || address.startsWith(PICTURES_FOLDER) ? address : null),
};

/**
 * The tree that the Markdown says: that of `toMarkdown`, but for the ids that say where words come from. Errors:
 * `actes/unreadable-markdown` when its head is not that of actes. What was added by hand stays words.
 */
export function readActesMarkdown(markdown: string): Result<Actes, 'actes/unreadable-markdown'> {
  const text = markdown.replace(/^\ufeff/u, '').replaceAll(/\r\n?/gu, '\n');
  const end = text.startsWith('---\n') ? text.indexOf('\n---\n', 3) : -1;
  const front = end === -1 ? null : readFrontMatter(text.slice(4, end + 1));
  if (front === null) return refused('actes/unreadable-markdown');
  const tokens = tokensOf(limitMarkdown(text.slice(end + 5), MOST_CHARACTERS));
  return ok(actesOf(front, tokens));
}

function actesOf(front: FrontMatter, tokens: readonly Token[]): Actes {
  const { logo, parts: places, ...cover } = front;
  const read: Actes = {
    ...cover,
    logo: logo === null ? null : pictureOf(logo.file, logo.alternative),
    parts: partsOf(tokens).map((part, index): ActesPart => {
      const here = places[index] ?? NO_PLACES;
      return { kind: here.kind, subject: null, blocks: blocksAt(part, here) };
    }),
  };
  return normaliseActes(read, { covers: () => true, labels: { actes: NO_TITLE, image: '' } }).actes;
}

const isTitle = (token: Token): boolean => token.type === 'heading' && (token as Tokens.Heading).depth === 2;

/** A heading of level 2 opens a part; the title of the file and what stands under it are said by the head. */
function partsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [];
  for (const token of tokens) {
    if (isTitle(token)) parts.push([token]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** A block as Markdown has it, with the level of a heading that goes deeper than an editor's. */
type Read = { readonly block: Block; readonly depth: number };

function blocksAt(tokens: readonly Token[], places: Places): readonly ActesBlock[] {
  const read = tokens.flatMap((token): readonly Read[] => {
    const depth = token.type === 'heading' ? (token as Tokens.Heading).depth : 0;
    return blocksOf([token], ACTES).map((block) => ({ block, depth }));
  });
  const blocks: ActesBlock[] = [];
  for (let place = 1; place <= read.length; place += 1) {
    const { block, depth } = read[place - 1] as Read;
    const last = places.presentations.get(place);
    if (last !== undefined && block.type === 'heading') {
      blocks.push(
        presentationOf(
          block,
          read.slice(place, last).map((it) => it.block),
        ),
      );
      place = Math.max(place, last);
    } else {
      blocks.push(blockAt(block, depth, place, places));
    }
  }
  return blocks;
}

type Heading = Extract<Block, { type: 'heading' }>;
type Quotation = Extract<Block, { type: 'quotation' }>;

function presentationOf(heading: Heading, said: readonly Block[]): ActesBlock {
  const [first] = said;
  const isQuoted = first?.type === 'quotation' && first.attribution === '';
  return {
    type: 'presentation',
    who: wordsOf(heading.content),
    quotation: isQuoted ? first.content.map(plainBlock) : [],
    content: said.slice(isQuoted ? 1 : 0).map(plainBlock),
    personId: null,
  };
}

/** The block that the head says stands at this place, if it can be one. */
function blockAt(block: Block, depth: number, place: number, places: Places): ActesBlock {
  switch (block.type) {
    case 'heading': {
      const level = Math.min(Math.max(depth - 1, 1), 5) as 1 | 2 | 3 | 4 | 5;
      return { type: 'heading', level, inContents: !places.unlisted.has(place), content: block.content };
    }
    case 'paragraph':
      return places.facts.has(place) ? { type: 'facts', content: block.content } : plainBlock(block);
    case 'list':
      return places.attendance.has(place) ? attendanceOf(block) : plainBlock(block);
    case 'quotation':
      return labelledOf(block, place, places) ?? plainBlock(block);
    case 'table':
      return tableOf(block, places.headers.get(place) ?? null);
    case 'proposal':
    case 'image':
      return plainBlock(block);
  }
}

function labelledOf(block: Quotation, place: number, places: Places): ActesBlock | null {
  const isProposal = places.proposals.has(place);
  const isDecision = places.decisions.has(place);
  if (!isProposal && !isDecision && !places.contributions.has(place)) return null;
  const [first, ...rest] = block.content;
  const isLabelled = !places.unlabelled.has(place) && first?.type === 'paragraph';
  const label = isLabelled ? wordsOf(first.content) : '';
  const content = (isLabelled ? rest : block.content).map(plainBlock);
  return isProposal || isDecision
    ? { type: 'proposal', kind: isDecision ? 'decision' : 'proposal', label, content, sources: [] }
    : { type: 'contribution', label, author: block.attribution, content, sources: [], personId: null };
}

/** What is in italics is the note. */
function attendanceOf({ items }: Extract<Block, { type: 'list' }>): ActesBlock {
  return {
    type: 'attendance',
    entries: items.map(({ content: [line] }) => {
      const said = line?.type === 'paragraph' ? line.content : [];
      const isNote = (inline: Inline): boolean => inline.type === 'text' && inline.emphasis === true;
      return {
        who: wordsOf(said.filter((inline) => !isNote(inline))).trim(),
        note: wordsOf(said.filter(isNote)).trim(),
        personId: null,
      };
    }),
  };
}

/** `flags`: a word a row, `1` for each header; null for a first row of headers, which is none without words. */
function tableOf({ rows }: Extract<Block, { type: 'table' }>, flags: string | null): ActesBlock {
  const [first] = rows;
  const hasHead = first?.some(({ content }) => content.length > 0) === true;
  const said = hasHead ? rows : rows.slice(1);
  const headers = flags?.split(' ');
  return {
    type: 'table',
    columns: first?.length ?? 0,
    rows: said.map((row, rowIndex) =>
      row.map(({ content }, column): ActesCell => ({
        header: headers === undefined ? hasHead && rowIndex === 0 : headers[rowIndex]?.charAt(column) === '1',
        content: content.map(plainBlock),
      })),
    ),
  };
}

const wordsOf = (content: readonly Inline[]): string =>
  content.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('');

/** The same block of the actes. */
function plainBlock(block: Block): ActesBlock {
  switch (block.type) {
    case 'paragraph':
      return block;
    case 'heading':
      return { type: 'heading', level: block.level, inContents: false, content: block.content };
    case 'list':
      return {
        ...block,
        items: block.items.map(({ content, sources }) => ({ content: content.map(plainBlock), sources })),
      };
    case 'quotation':
      return { ...block, content: block.content.map(plainBlock), personId: null };
    case 'proposal':
      return { ...block, label: '', content: block.content.map(plainBlock) };
    case 'table':
      return tableOf(block, null);
    case 'image':
      return { type: 'image', ...pictureOf(block.attachment, block.alternative) };
  }
}

function pictureOf(address: string, alternative: string): ActesPicture {
  const [file, ending] = address.slice(PICTURES_FOLDER.length).split('.');
  const mediaType = PHOTO_TYPES.find((type) => PICTURE_ENDINGS[type] === ending);
  return file === undefined || mediaType === undefined
    ? { alternative, file: null, mediaType: null }
    : { alternative, file, mediaType };
}
