/** What a Markdown parser found, as blocks. */
import type { Token, Tokens } from 'marked';
import { Lexer, Marked } from 'marked';
import { ATTRIBUTION } from '#core/actes/markdown-blocks.ts';
import type { Block, Inline, TableCell } from '#core/actes/rich-text.ts';
import { kindOfLabel } from '#core/actes/text-markdown.ts';
import type { LineKind } from '#core/actes/typed-lists-markdown.ts';
import { decodedReferences } from './character-references.ts';

/** What the signs mean beyond CommonMark. */
export type Dialect = {
  /** A quotation whose first line is `**Proposition**` or the like is one. */
  readonly hasProposals: boolean;
  /** The attachment that a picture's address names; null for a picture of elsewhere. */
  readonly attachmentOf: (address: string) => string | null;
};

const parser = new Marked({ gfm: true });

/** What the parser cannot read is still shown, as it stands. */
export function tokensOf(markdown: string): readonly Token[] {
  try {
    return parser.lexer(markdown);
  } catch {
    return [{ type: 'code', raw: markdown, text: markdown }];
  }
}

/** Of each line of the Markdown, what it stands in; a comment makes its whole block another one. */
export function lineKinds(markdown: string): readonly LineKind[] {
  const kinds: LineKind[] = [];
  for (const token of blockTokens(markdown)) {
    const kind = kindOf(token);
    const [first = '', ...rest] = token.raw.split('\n');
    if (kinds.length === 0) kinds.push('other');
    if (first.trim() !== '') kinds[kinds.length - 1] = kind;
    kinds.push(...rest.map((line) => (line.trim() === '' ? 'other' : kind)));
  }
  return kinds;
}

function kindOf(token: Token): LineKind {
  if (token.raw.includes('<!--')) return 'other';
  if (token.type === 'paragraph') return 'paragraph';
  if (token.type === 'code') return token.codeBlockStyle === 'indented' ? 'indented' : 'other';
  return token.type === 'list' && !/<[!?]|```|~~~/u.test(token.raw) ? 'list' : 'other';
}

function blockTokens(markdown: string): readonly Token[] {
  try {
    return new Lexer({ gfm: true }).blockTokens(markdown);
  } catch {
    return [];
  }
}

export const blocksOf = (tokens: readonly Token[], dialect: Dialect): readonly Block[] =>
  tokens.flatMap((token) => blockOf(token, dialect));

function blockOf(token: Token, dialect: Dialect): readonly Block[] {
  switch (token.type) {
    case 'space':
    case 'hr':
    case 'def':
      return [];
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      const content = piecesOf(tokens, dialect).map((piece) =>
        piece.type === 'image' ? words(piece.alternative, {}) : piece,
      );
      return [{ type: 'heading', level: Math.min(depth, 3) as 1 | 2 | 3, item: null, content }];
    }
    case 'list': {
      const { ordered, start, items } = token as Tokens.List;
      return [
        {
          type: 'list',
          ordered,
          start: start === '' ? 1 : start,
          items: items.map(({ tokens }) => ({
            content: blocksOf(withCheckboxes(tokens), dialect),
            sources: [],
          })),
        },
      ];
    }
    case 'blockquote':
      return [
        quotationOf(
          (token as Tokens.Blockquote).tokens.filter(({ type }) => type !== 'space'),
          dialect,
        ),
      ];
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return [
        { type: 'table', rows: [header, ...rows].map((row) => row.map((cell) => cellOf(cell, dialect))) },
      ];
    }
    case 'html':
      // A comment stands between two quotations; it is no block.
      return token.raw.replace(COMMENTS, '').trim() === '' ? [] : asItStands(token.raw);
    case 'code':
      return asItStands((token as Tokens.Code).text);
    default:
      return paragraphsOf(piecesOf('tokens' in token && token.tokens ? token.tokens : [token], dialect));
  }
}

/** The box of a task stands before its words, in one paragraph with them. */
function withCheckboxes(tokens: readonly Token[]): readonly Token[] {
  const [box, first, ...rest] = tokens;
  if (box?.type !== 'checkbox' || first === undefined || !('tokens' in first)) return tokens;
  return [{ ...first, tokens: [box, ...(first.tokens ?? [])] }, ...rest];
}

/** Its first line may say that it is a proposal, its last who said it. */
function quotationOf(tokens: readonly Token[], dialect: Dialect): Block {
  const [first] = tokens;
  const kind = dialect.hasProposals && first?.type === 'paragraph' ? kindOfLabel(first.raw.trim()) : null;
  if (kind !== null)
    return { type: 'proposal', kind, content: blocksOf(tokens.slice(1), dialect), sources: [] };
  const last = tokens.length > 1 ? tokens.at(-1) : undefined;
  const name =
    last?.type === 'paragraph' && last.raw.startsWith(ATTRIBUTION)
      ? piecesOf(last.tokens ?? [], dialect)
      : [];
  if (name.length === 0 || !name.every((piece) => piece.type === 'text'))
    return { type: 'quotation', attribution: '', content: blocksOf(tokens, dialect), sources: [] };
  const attribution = name
    .map(({ text }) => text)
    .join('')
    .slice(ATTRIBUTION.length);
  return { type: 'quotation', attribution, content: blocksOf(tokens.slice(0, -1), dialect), sources: [] };
}

const cellOf = ({ header, tokens }: Tokens.TableCell, dialect: Dialect): TableCell => ({
  header,
  content: paragraphsOf(piecesOf(tokens, dialect)),
});

const COMMENTS = /<!--[\s\S]*?(?:-->|$)/gu;

const asItStands = (text: string): readonly Block[] => [
  {
    type: 'paragraph',
    content: text
      .replace(COMMENTS, '')
      .split('\n')
      .flatMap((line): Inline[] => [{ type: 'break' }, { type: 'text', text: line }]),
    sources: [],
  },
];

type Image = Extract<Block, { type: 'image' }>;
type Run = Extract<Inline, { type: 'text' }>;
type Marks = Omit<Run, 'type' | 'text'>;
type Piece = Inline | Image;

const words = (text: string, marks: Marks): Run => ({ type: 'text', text, ...marks });

/** An image parts the paragraph it stands in. */
function paragraphsOf(pieces: readonly Piece[]): readonly Block[] {
  const blocks: Block[] = [];
  let content: Inline[] = [];
  const close = (): void => {
    if (content.length > 0) blocks.push({ type: 'paragraph', content, sources: [] });
    content = [];
  };
  for (const piece of pieces) {
    if (piece.type !== 'image') content.push(piece);
    else {
      close();
      blocks.push(piece);
    }
  }
  close();
  return blocks;
}

const piecesOf = (tokens: readonly Token[], dialect: Dialect, marks: Marks = {}): readonly Piece[] =>
  tokens.flatMap((token) => pieceOf(token, dialect, marks));

function pieceOf(token: Token, dialect: Dialect, marks: Marks): readonly Piece[] {
  switch (token.type) {
    case 'strong':
      return piecesOf((token as Tokens.Strong).tokens, dialect, { ...marks, strong: true });
    case 'em':
      return piecesOf((token as Tokens.Em).tokens, dialect, { ...marks, emphasis: true });
    case 'del':
      return piecesOf((token as Tokens.Del).tokens, dialect, marks);
    case 'link': {
      const { raw, href, text, tokens } = token as Tokens.Link;
      if (raw.startsWith('<')) return [words(raw.slice(1, -1), marks)];
      if (raw === text) return [words(raw, marks)];
      return piecesOf(tokens, dialect, { ...marks, link: decodedReferences(href) });
    }
    case 'image': {
      const { href, tokens } = token as Tokens.Image;
      const alternative = piecesOf(tokens, dialect)
        .map((piece) => (piece.type === 'text' ? piece.text : ' '))
        .join('');
      const attachment = dialect.attachmentOf(href);
      if (attachment !== null) return [{ type: 'image', attachment, alternative }];
      return [words(alternative.trim() === '' ? href : alternative, { ...marks, link: href })];
    }
    case 'br':
      return [{ type: 'break' }];
    case 'escape':
    case 'codespan':
      return [words((token as Tokens.Escape | Tokens.Codespan).text, marks)];
    case 'checkbox':
      return [words((token as Tokens.Checkbox).checked ? '☑ ' : '☐ ', marks)];
    case 'html':
      return /^<br *\/?>$/iu.test(token.raw) ? [{ type: 'break' }] : [words(token.raw, marks)];
    default:
      return 'tokens' in token && token.tokens
        ? piecesOf(token.tokens, dialect, marks)
        : [words(decodedReferences(token.raw), marks)];
  }
}
