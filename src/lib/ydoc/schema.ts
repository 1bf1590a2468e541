/**
 * The closed shape of every shared text. It holds from its first version all nodes and marks that are planned: an
 * editor that meets one it does not know deletes it for everyone. Later versions may add attributes with a default,
 * nothing else; a new node, a new mark or a looser content expression is a new epoch of the documents.
 *
 * Content expressions are repetitions of one choice, never sequences: whatever two people do at once, each edit valid
 * by itself, the sum is valid too. Attributes have no `validate`, because an editor deletes the node that fails it:
 * they are read with suspicion instead (attributes.ts). An attribute that is null is not stored.
 */
import type { Attrs, DOMOutputSpec, MarkSpec, Node, NodeSpec } from 'prosemirror-model';
import { Schema } from 'prosemirror-model';
import {
  headingLevel,
  idOf,
  lineOf,
  listStart,
  proposalKind,
  safeHref,
  settledOf,
  sourcesAttribute,
  sourcesOf,
} from './attributes.ts';

/** Part of the `v` of a connection: a page whose editor has another version must be loaded again. */
export const SCHEMA_VERSION = 1;

/** The Yjs fragment that holds the text. */
export const FRAGMENT = 'text';

const nullable = { default: null };

/** Whose words they are, and of which standing of these sources it was decided that the words stay (`settledOf`). */
const sourced = { sources: nullable, settled: nullable };

/** What a copy within the product carries along. */
const sourcedFrom = (element: HTMLElement): Attrs => ({
  sources: sourcesAttribute(sourcesOf(element.dataset['sources'])),
  settled: settledOf(element.dataset['settled']),
});

const data = (attributes: Readonly<Record<string, string | null>>): Attrs =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null && value !== ''));

const cell = (tag: 'td' | 'th', tableRole: 'cell' | 'header_cell'): NodeSpec => ({
  content: '(paragraph | bullet_list | ordered_list | image)+',
  attrs: {
    colspan: { default: 1 },
    rowspan: { default: 1 },
    // The table commands read it; widths are never kept.
    colwidth: { default: null },
  },
  tableRole,
  isolating: true,
  parseDOM: [
    {
      tag,
      getAttrs: (element) => ({
        colspan: spanOf(element.getAttribute('colspan')),
        rowspan: spanOf(element.getAttribute('rowspan')),
      }),
    },
  ],
  toDOM: (node): DOMOutputSpec => [
    tag,
    data({ colspan: spanAttribute(node.attrs['colspan']), rowspan: spanAttribute(node.attrs['rowspan']) }),
    0,
  ],
});

const MAX_SPAN = 50;

function spanOf(value: unknown): number {
  const span = Number(value);
  return Number.isInteger(span) && span >= 1 && span <= MAX_SPAN ? span : 1;
}

const spanAttribute = (value: unknown): string | null => (spanOf(value) === 1 ? null : String(spanOf(value)));

const nodes = {
  doc: { content: 'block+' },

  paragraph: {
    group: 'block',
    content: 'inline*',
    attrs: { ...sourced },
    parseDOM: [{ tag: 'p', getAttrs: sourcedFrom }],
    toDOM: (node) => ['p', sourcesData(node), 0],
  },

  heading: {
    group: 'block',
    content: 'inline*',
    attrs: { level: { default: 2 }, item: nullable },
    defining: true,
    parseDOM: [
      headingTag('h1', 1),
      headingTag('h2', 2),
      ...['h3', 'h4', 'h5', 'h6'].map((tag) => headingTag(tag, 3)),
    ],
    toDOM: (node) => [
      `h${headingLevel(node.attrs['level'])}`,
      data({ 'data-item': idOf(node.attrs['item']) }),
      0,
    ],
  },

  bullet_list: {
    group: 'block',
    content: 'list_item+',
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },

  ordered_list: {
    group: 'block',
    content: 'list_item+',
    attrs: { order: { default: 1 } },
    parseDOM: [
      {
        tag: 'ol',
        getAttrs: (element) => ({ order: listStart(Number(element.getAttribute('start') ?? '1')) }),
      },
    ],
    toDOM: (node) => {
      const start = listStart(node.attrs['order']);
      return ['ol', data({ start: start === 1 ? null : String(start) }), 0];
    },
  },

  list_item: {
    content: '(paragraph | bullet_list | ordered_list | quotation | image)+',
    attrs: { ...sourced },
    defining: true,
    parseDOM: [{ tag: 'li', getAttrs: sourcedFrom }],
    toDOM: (node) => ['li', sourcesData(node), 0],
  },

  quotation: {
    group: 'block',
    content: '(paragraph | bullet_list | ordered_list)+',
    attrs: { attribution: nullable, ...sourced },
    defining: true,
    parseDOM: [
      {
        tag: 'blockquote',
        getAttrs: (element) => ({
          attribution: lineOf(element.dataset['attribution']) || null,
          ...sourcedFrom(element),
        }),
      },
    ],
    toDOM: (node) => [
      'blockquote',
      { ...data({ 'data-attribution': lineOf(node.attrs['attribution']) }), ...sourcesData(node) },
      0,
    ],
  },

  proposal: {
    group: 'block',
    content: '(paragraph | bullet_list | ordered_list | quotation)+',
    attrs: { kind: { default: 'proposal' }, ...sourced },
    defining: true,
    parseDOM: [
      {
        tag: 'div[data-proposal]',
        getAttrs: (element) => ({
          kind: proposalKind(element.dataset['proposal']),
          ...sourcedFrom(element),
        }),
      },
    ],
    toDOM: (node) => [
      'div',
      { ...data({ 'data-proposal': proposalKind(node.attrs['kind']) }), ...sourcesData(node) },
      0,
    ],
  },

  table: {
    group: 'block',
    content: 'table_row+',
    tableRole: 'table',
    isolating: true,
    parseDOM: [{ tag: 'table' }],
    toDOM: () => ['table', ['tbody', 0]],
  },

  table_row: {
    content: '(table_cell | table_header)*',
    tableRole: 'row',
    parseDOM: [{ tag: 'tr' }],
    toDOM: () => ['tr', 0],
  },

  table_cell: cell('td', 'cell'),
  table_header: cell('th', 'header_cell'),

  image: {
    group: 'block',
    attrs: { attachment: nullable, alternative: nullable },
    draggable: true,
    // The bytes are an attachment's, cited by its id: a foreign address would be a tracker, so `src` is never read.
    parseDOM: [
      {
        tag: 'img[data-attachment]',
        getAttrs: (element) => {
          const attachment = idOf(element.dataset['attachment']);
          if (attachment === null) return false;
          return { attachment, alternative: lineOf(element.getAttribute('alt')) || null };
        },
      },
    ],
    toDOM: (node) => [
      'img',
      {
        ...data({ 'data-attachment': idOf(node.attrs['attachment']) }),
        alt: lineOf(node.attrs['alternative']),
      },
    ],
  },

  hard_break: {
    group: 'inline',
    inline: true,
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },

  text: { group: 'inline' },
} satisfies Record<string, NodeSpec>;

const marks = {
  link: {
    attrs: { href: { default: '' } },
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = safeHref(element.getAttribute('href'));
          return href === null ? false : { href };
        },
      },
    ],
    toDOM: (mark) => {
      const href = safeHref(mark.attrs['href']);
      return href === null ? ['span', 0] : ['a', { href, rel: 'noopener noreferrer nofollow' }, 0];
    },
  },

  emphasis: {
    parseDOM: [
      { tag: 'em' },
      { tag: 'i' },
      { style: 'font-style=italic' },
      { style: 'font-style=normal', clearMark: (mark) => mark.type.name === 'emphasis' },
    ],
    toDOM: () => ['em', 0],
  },

  strong: {
    parseDOM: [
      { tag: 'strong' },
      // Google Docs wraps what it copies in a <b> whose weight is normal.
      { tag: 'b', getAttrs: (element) => (element.style.fontWeight === 'normal' ? false : null) },
      { style: 'font-weight=400', clearMark: (mark) => mark.type.name === 'strong' },
      {
        style: 'font-weight',
        getAttrs: (weight) => (/^(bold(er)?|[5-9]\d{2,})$/.test(weight) ? null : false),
      },
    ],
    toDOM: () => ['strong', 0],
  },
} satisfies Record<string, MarkSpec>;

function headingTag(tag: string, level: 1 | 2 | 3): NonNullable<NodeSpec['parseDOM']>[number] {
  return { tag, getAttrs: (element) => ({ level, item: idOf(element.dataset['item']) }) };
}

function sourcesData(node: Node): Attrs {
  return data({
    'data-sources': sourcesAttribute(sourcesOf(node.attrs['sources'])),
    'data-settled': settledOf(node.attrs['settled']),
  });
}

export type NodeName = keyof typeof nodes;
export type MarkName = keyof typeof marks;

export const textSchema = new Schema<NodeName, MarkName>({ nodes, marks });
