/** From plain data to a shared document: the sections that the server sets up, and the first state of a new epoch. */
import * as Y from 'yjs';
import type { Block, Inline, ListItem, RichText, TableCell } from '#core/actes/rich-text.ts';
import {
  headingLevel,
  idOf,
  lineOf,
  listStart,
  proposalKind,
  safeHref,
  sourcesAttribute,
} from './attributes.ts';
import type { NodeName } from './schema.ts';
import { FRAGMENT } from './schema.ts';

/** The Yjs client id of everything the server writes; no other session may write under it. */
export const SERVER_CLIENT_ID = 1;

/** A section that waits for words: a point of the agenda. */
export type Section = { readonly itemId: string; readonly title: string };

/** The first state of a document: each section's title with an empty paragraph. The same sections, the same bytes. */
export function seedDocument(sections: readonly Section[]): Uint8Array {
  return composeDocument(
    sections.flatMap(({ itemId, title }): Block[] => [
      { type: 'heading', level: 2, item: itemId, content: [{ type: 'text', text: lineOf(title) }] },
      { type: 'paragraph', content: [], sources: [] },
    ]),
  );
}

/** A whole document that holds `text` and no history. The same text, the same bytes. */
export function composeDocument(text: RichText): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = SERVER_CLIENT_ID;
  doc.transact(() => {
    doc.getXmlFragment(FRAGMENT).insert(0, text.map(elementOf));
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

type Child = Y.XmlElement | Y.XmlText;

function element(
  name: NodeName,
  attributes: Readonly<Record<string, string | number | null>>,
  children: readonly Child[],
): Y.XmlElement {
  const made = new Y.XmlElement<Record<string, string | number>>(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null) made.setAttribute(key, value);
  }
  made.insert(0, [...children]);
  return made as unknown as Y.XmlElement;
}

function elementOf(block: Block): Y.XmlElement {
  switch (block.type) {
    case 'paragraph':
      return element(
        'paragraph',
        { sources: sourcesAttribute(block.sources) },
        inlineChildren(block.content),
      );
    case 'heading':
      return element(
        'heading',
        { level: headingLevel(block.level), item: idOf(block.item) },
        inlineChildren(block.content),
      );
    case 'list':
      return block.ordered
        ? element('ordered_list', { order: listStart(block.start) }, block.items.map(itemElement))
        : element('bullet_list', {}, block.items.map(itemElement));
    case 'quotation':
      return element(
        'quotation',
        { attribution: lineOf(block.attribution) || null, sources: sourcesAttribute(block.sources) },
        blocksOf(block.content),
      );
    case 'proposal':
      return element(
        'proposal',
        { kind: proposalKind(block.kind), sources: sourcesAttribute(block.sources) },
        blocksOf(block.content),
      );
    case 'table':
      return element('table', {}, block.rows.map(rowElement));
    case 'image':
      return element(
        'image',
        { attachment: idOf(block.attachment), alternative: lineOf(block.alternative) || null },
        [],
      );
  }
}

const itemElement = (item: ListItem): Y.XmlElement =>
  element('list_item', { sources: sourcesAttribute(item.sources) }, blocksOf(item.content));

/** An editor deletes what holds no block at all, for everyone: what is empty holds an empty paragraph. */
const blocksOf = (content: readonly Block[]): Y.XmlElement[] =>
  content.length > 0 ? content.map(elementOf) : [element('paragraph', {}, [])];

const rowElement = (row: readonly TableCell[]): Y.XmlElement =>
  element(
    'table_row',
    {},
    row.map(({ header, content }) =>
      element(header ? 'table_header' : 'table_cell', { colspan: 1, rowspan: 1 }, blocksOf(content)),
    ),
  );

/** Texts and line breaks; neighbouring texts share one Yjs text, as the editor makes them. */
function inlineChildren(content: readonly Inline[]): Child[] {
  const children: Child[] = [];
  let texts: Extract<Inline, { type: 'text' }>[] = [];
  const close = (): void => {
    if (texts.length === 0) return;
    const text = new Y.XmlText();
    text.applyDelta(texts.map((inline) => ({ insert: inline.text, attributes: marksOf(inline) })));
    children.push(text);
    texts = [];
  };
  for (const inline of content) {
    if (inline.type === 'text') {
      if (inline.text !== '') texts.push(inline);
    } else {
      close();
      children.push(element('hard_break', {}, []));
    }
  }
  close();
  return children;
}

function marksOf({ strong, emphasis, link }: Extract<Inline, { type: 'text' }>): Record<string, object> {
  const href = safeHref(link);
  return {
    ...(strong === true ? { strong: {} } : {}),
    ...(emphasis === true ? { emphasis: {} } : {}),
    ...(href === null ? {} : { link: { href } }),
  };
}
