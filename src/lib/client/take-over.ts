/** « Reprendre »: a contribution becomes part of a text, with its source. */
import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { TextSelection } from 'prosemirror-state';
import { sourcesAttribute } from '#ydoc/attributes.ts';
import { textSchema } from '#ydoc/schema.ts';
import { lineText, plainText } from '#core/synthesis/written-words.ts';
import type { TemplateSection } from '#core/synthesis/template.ts';
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

/** A transaction, and where the last thing that it took over then stands. */
export type Taking = { readonly transaction: Transaction; readonly at: number };

/** The transaction that takes contributions over, each at the end of its point's section. */
export function takingOver(state: EditorState, ...all: readonly Taken[]): Taking {
  const transaction = state.tr;
  let at = 0;
  for (const taken of all) {
    const end = endOfSection(transaction.doc, taken.itemId);
    const before = transaction.doc.resolve(end).nodeBefore;
    const joins = taken.as === 'list' && before?.type === nodes.bullet_list;
    at = joins ? end - 1 : end;
    transaction.insert(at, joins ? listItem(taken) : blockOf(taken));
  }
  return selectedAfter(transaction, at);
}

/** A gap between two blocks of a text, or between two entries of a list. */
export type Gap = { readonly at: number; readonly inList: boolean };

/** The gap nearest to a position: `after` what stands there, or before it. */
export function gapAt(doc: Node, position: number, after: boolean): Gap {
  const place = doc.resolve(position);
  const isList = place.depth > 0 && [nodes.bullet_list, nodes.ordered_list].includes(place.node(1).type);
  const depth = isList && place.depth > 1 ? 2 : 1;
  if (place.depth < depth) return { at: position, inList: false };
  return { at: after ? place.after(depth) : place.before(depth), inList: depth === 2 };
}

/** The transaction that takes contributions over where they were dropped; in a list each is an entry of it. */
export function takingOverAt(state: EditorState, all: readonly Taken[], { at, inList }: Gap): Taking {
  const blocks: Node[] = [];
  for (const taken of all) {
    const last = blocks.at(-1);
    if (inList) blocks.push(listItem(taken));
    else if (taken.as === 'list' && last?.type === nodes.bullet_list)
      blocks[blocks.length - 1] = last.copy(last.content.addToEnd(listItem(taken)));
    else blocks.push(blockOf(taken));
  }
  const transaction = state.tr.insert(at, blocks);
  const last = transaction.mapping.map(at) - (blocks.at(-1)?.nodeSize ?? 0);
  return selectedAfter(transaction, last);
}

/** The transaction with which a synthesis begins: under each point's heading what the template has for it. */
export function startingFrom(state: EditorState, sections: readonly TemplateSection[]): Taking {
  const transaction = state.tr;
  for (const { itemId, title, blocks } of sections) {
    const content = blocks.flatMap((block, index): Node[] => {
      // Under a question there is a line to write on.
      const isLast = blocks[index + 1]?.type !== 'proposal';
      const line = isLast ? [nodes.paragraph.create()] : [];
      if (block.type === 'heading')
        return [
          nodes.heading.create({ level: block.level }, paragraphText(lineText(block.content))),
          ...line,
        ];
      if (block.type !== 'proposal') return [];
      const [id = ''] = block.sources;
      const text = plainText(block.content);
      return [blockOf({ id, text, attribution: '', as: 'proposal', itemId }), ...line];
    });
    if (hasSection(transaction.doc, itemId)) {
      transaction.insert(endOfSection(transaction.doc, itemId), content);
    } else {
      const heading = nodes.heading.create({ level: 2, item: itemId }, paragraphText(title));
      transaction.insert(transaction.doc.content.size, [heading, ...content, nodes.paragraph.create()]);
    }
  }
  return selectedAfter(transaction, 0);
}

function hasSection(doc: Node, itemId: string): boolean {
  return doc.children.some((block) => block.type === nodes.heading && block.attrs['item'] === itemId);
}

/** There is a line to go on writing after it, and the cursor stands at the end of what was put in. */
function selectedAfter(transaction: Transaction, at: number): Taking {
  endWithLine(transaction);
  const inserted = transaction.doc.nodeAt(at);
  const inside = transaction.doc.resolve(at + (inserted?.nodeSize ?? 0));
  transaction.setSelection(TextSelection.near(inside, -1));
  return { transaction: transaction.scrollIntoView(), at };
}

function endWithLine(transaction: Transaction): void {
  const last = transaction.doc.lastChild;
  if (last !== null && last.type !== nodes.paragraph)
    transaction.insert(transaction.doc.content.size, nodes.paragraph.create());
}

/** The transaction that takes a group over at the end of its point's section: its heading, then a list of its words. */
export function takingOverGroup(state: EditorState, { heading, itemId, entries }: TakenGroup): Taking {
  const at = endOfSection(state.doc, itemId);
  const list = nodes.bullet_list.create(null, entries.map(listItem));
  const level = Math.min(3, levelOfSection(state.doc, itemId) + 1);
  const title = heading === '' ? [] : [nodes.heading.create({ level }, textSchema.text(heading))];
  const transaction = state.tr.insert(at, [...title, list]);
  const end = transaction.mapping.map(at);
  endWithLine(transaction);
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

/** What was said as paragraphs, a line each. */
export function paragraphs(text: string): readonly Node[] {
  const lines = text.split('\n').map((line) => line.trim());
  const said = lines.filter((line) => line !== '');
  return said.length === 0 ? [nodes.paragraph.create()] : said.map((line) => paragraph(line));
}

const paragraph = (line: string): Node => nodes.paragraph.create(null, textSchema.text(line));

const paragraphText = (line: string): readonly Node[] => (line === '' ? [] : [textSchema.text(line)]);
