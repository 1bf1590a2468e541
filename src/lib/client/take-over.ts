/** « Reprendre »: a contribution becomes part of a text, with its source. */
import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { TextSelection } from 'prosemirror-state';
import { sourcesAttribute } from '#ydoc/attributes.ts';
import { textSchema } from '#ydoc/schema.ts';
import { endOfSection } from './sections.ts';

export type Taken = {
  readonly id: string;
  readonly text: string;
  /** How its author is named; '' when not named. */
  readonly attribution: string;
  readonly as: 'quotation' | 'list' | 'proposal';
  readonly itemId: string | null;
};

/** Contributions of one group, taken over at once. */
export type TakenGroup = {
  /** '' for none. */
  readonly heading: string;
  readonly itemId: string | null;
  readonly entries: readonly { readonly id: string; readonly text: string }[];
};

const { nodes } = textSchema;

/** The transaction that takes a contribution over at the end of its point's section; `at` is where it then stands. */
export function takingOver(
  state: EditorState,
  taken: Taken,
): { readonly transaction: Transaction; readonly at: number } {
  const end = endOfSection(state.doc, taken.itemId);
  const before = state.doc.resolve(end).nodeBefore;
  const transaction = state.tr;
  let at = end;
  if (taken.as === 'list' && before?.type === nodes.bullet_list) {
    at = end - 1;
    transaction.insert(at, listItem(taken));
  } else {
    transaction.insert(at, blockOf(taken));
  }
  const last = transaction.doc.lastChild;
  if (last !== null && last.type !== nodes.paragraph) {
    transaction.insert(transaction.doc.content.size, nodes.paragraph.create());
  }
  const inserted = transaction.doc.nodeAt(at);
  const inside = transaction.doc.resolve(at + (inserted?.nodeSize ?? 0));
  transaction.setSelection(TextSelection.near(inside, -1));
  return { transaction: transaction.scrollIntoView(), at };
}

/** The transaction that takes a group over at the end of its point's section: its heading, then a list of its words. */
export function takingOverGroup(
  state: EditorState,
  { heading, itemId, entries }: TakenGroup,
): { readonly transaction: Transaction; readonly at: number } {
  const at = endOfSection(state.doc, itemId);
  const list = nodes.bullet_list.create(null, entries.map(listItem));
  const level = Math.min(3, levelOfSection(state.doc, itemId) + 1);
  const title = heading === '' ? [] : [nodes.heading.create({ level }, textSchema.text(heading))];
  const transaction = state.tr.insert(at, [...title, list]);
  const end = transaction.mapping.map(at);
  const last = transaction.doc.lastChild;
  if (last !== null && last.type !== nodes.paragraph) {
    transaction.insert(transaction.doc.content.size, nodes.paragraph.create());
  }
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(end), -1));
  return { transaction: transaction.scrollIntoView(), at };
}

/** Of the heading of a point's section; 1 without one: what stands outside of every section begins at the second. */
function levelOfSection(doc: Node, itemId: string | null): number {
  let level = 1;
  doc.forEach((block) => {
    if (block.type === nodes.heading && itemId !== null && block.attrs['item'] === itemId)
      level = Number(block.attrs['level']);
  });
  return level;
}

function blockOf(taken: Taken): Node {
  const sources = sourcesAttribute([taken.id]);
  switch (taken.as) {
    case 'quotation':
      return nodes.quotation.create(
        { attribution: taken.attribution || null, sources },
        paragraphs(taken.text),
      );
    case 'proposal':
      return nodes.proposal.create({ kind: 'proposal', sources }, paragraphs(taken.text));
    case 'list':
      return nodes.bullet_list.create(null, listItem(taken));
  }
}

const listItem = (taken: Pick<Taken, 'id' | 'text'>): Node =>
  nodes.list_item.create({ sources: sourcesAttribute([taken.id]) }, paragraphs(taken.text));

function paragraphs(text: string): readonly Node[] {
  const lines = text.split('\n').map((line) => line.trim());
  const said = lines.filter((line) => line !== '');
  return said.length === 0 ? [nodes.paragraph.create()] : said.map((line) => paragraph(line));
}

const paragraph = (line: string): Node => nodes.paragraph.create(null, textSchema.text(line));
