/** From a shared document to plain data. Nothing that stands in a document can make the reading fail. */
import * as Y from 'yjs';
import type { Block, Inline, ListItem, RichText, TableCell } from '#core/actes/rich-text.ts';
import { headingLevel, idOf, lineOf, listStart, proposalKind, safeHref, sourcesOf } from './attributes.ts';
import { documentOfLog } from './document-log.ts';
import { FRAGMENT } from './schema.ts';

/** Blocks nested deeper than any person nests them are left out. */
const MAX_DEPTH = 24;

/**
 * The words of a document as plain data. Unknown nodes are skipped, unknown marks and attributes ignored. Reads a
 * clone, because reading a Yjs text may change it.
 */
export const richTextOf = (doc: Y.Doc): RichText => richTextOfLog([Y.encodeStateAsUpdate(doc)]);

/** As `richTextOf`, of a document's log, oldest first; malformed bytes hold no text. */
export function richTextOfLog(updates: readonly Uint8Array[]): RichText {
  const { doc } = documentOfLog(updates);
  try {
    return blocksOf(doc.getXmlFragment(FRAGMENT), 0);
  } catch {
    // The fragment's name holds another kind of shared type: there is no text of ours in the document.
    return [];
  } finally {
    doc.destroy();
  }
}

function blocksOf(parent: Y.XmlFragment, depth: number): Block[] {
  return elementsOf(parent, depth).flatMap((element) => {
    const block = blockOf(element, depth);
    return block === null ? [] : [block];
  });
}

function blockOf(element: Y.XmlElement, depth: number): Block | null {
  const attributes: Readonly<Record<string, unknown>> = element.getAttributes();
  const sources = sourcesOf(attributes['sources']);
  switch (element.nodeName) {
    case 'paragraph':
      return { type: 'paragraph', content: inlinesOf(element), sources };
    case 'heading':
      return {
        type: 'heading',
        level: headingLevel(attributes['level']),
        item: idOf(attributes['item']),
        content: inlinesOf(element),
      };
    case 'bullet_list':
      return { type: 'list', ordered: false, start: 1, items: itemsOf(element, depth + 1) };
    case 'ordered_list':
      return {
        type: 'list',
        ordered: true,
        start: listStart(attributes['order']),
        items: itemsOf(element, depth + 1),
      };
    case 'quotation':
      return {
        type: 'quotation',
        attribution: lineOf(attributes['attribution']),
        content: blocksOf(element, depth + 1),
        sources,
      };
    case 'proposal':
      return {
        type: 'proposal',
        kind: proposalKind(attributes['kind']),
        content: blocksOf(element, depth + 1),
        sources,
      };
    case 'table':
      return {
        type: 'table',
        rows: elementsNamed(element, 'table_row', depth).map((row) => cellsOf(row, depth)),
      };
    case 'image': {
      const attachment = idOf(attributes['attachment']);
      return attachment === null
        ? null
        : { type: 'image', attachment, alternative: lineOf(attributes['alternative']) };
    }
    default:
      return null;
  }
}

function itemsOf(list: Y.XmlElement, depth: number): ListItem[] {
  return elementsNamed(list, 'list_item', depth).map((item) => ({
    content: blocksOf(item, depth + 1),
    sources: sourcesOf(item.getAttribute('sources')),
  }));
}

function cellsOf(row: Y.XmlElement, depth: number): TableCell[] {
  return elementsOf(row, depth)
    .filter(({ nodeName }) => nodeName === 'table_cell' || nodeName === 'table_header')
    .map((cell) => ({ header: cell.nodeName === 'table_header', content: blocksOf(cell, depth + 1) }));
}

function elementsOf(parent: Y.XmlFragment, depth: number): Y.XmlElement[] {
  if (depth > MAX_DEPTH) return [];
  return childrenOf(parent).filter((child): child is Y.XmlElement => child instanceof Y.XmlElement);
}

const elementsNamed = (parent: Y.XmlElement, name: string, depth: number): Y.XmlElement[] =>
  elementsOf(parent, depth).filter(({ nodeName }) => nodeName === name);

/** What a peer wrote may hold anything in place of elements and texts. */
const childrenOf = (parent: Y.XmlFragment): readonly unknown[] => parent.toArray();

function inlinesOf(block: Y.XmlElement): Inline[] {
  const inlines: Inline[] = [];
  for (const child of childrenOf(block)) {
    if (child instanceof Y.XmlText) appendText(inlines, child);
    else if (child instanceof Y.XmlElement && child.nodeName === 'hard_break')
      inlines.push({ type: 'break' });
  }
  return inlines;
}

type Delta = { readonly insert?: unknown; readonly attributes?: Readonly<Record<string, unknown>> };

function appendText(inlines: Inline[], text: Y.XmlText): void {
  for (const { insert, attributes } of text.toDelta() as readonly Delta[]) {
    if (typeof insert !== 'string' || insert === '') continue;
    const marks = attributes ?? {};
    const link = safeHref(hrefOf(marks['link']));
    const inline: Inline = {
      type: 'text',
      text: insert,
      ...(isSet(marks['strong']) ? { strong: true } : {}),
      ...(isSet(marks['emphasis']) ? { emphasis: true } : {}),
      ...(link === null ? {} : { link }),
    };
    const last = inlines.at(-1);
    if (last?.type === 'text' && sameMarks(last, inline)) {
      inlines[inlines.length - 1] = { ...last, text: last.text + inline.text };
    } else {
      inlines.push(inline);
    }
  }
}

type Text = Extract<Inline, { type: 'text' }>;

const sameMarks = (a: Text, b: Text): boolean =>
  a.strong === b.strong && a.emphasis === b.emphasis && a.link === b.link;

const isSet = (mark: unknown): boolean => mark !== undefined && mark !== null && mark !== false;

function hrefOf(mark: unknown): unknown {
  return typeof mark === 'object' && mark !== null && 'href' in mark ? mark.href : null;
}
