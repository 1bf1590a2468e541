/** Quotations stand between quotation marks as in print; the marks are drawn and never part of the text. */
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { textSchema } from '#ydoc/schema.ts';

const { nodes } = textSchema;

/** Whether a quotation gets marks: it has words, and they do not bring their own. */
export const getsMarks = (quotation: Node): boolean =>
  quotation.firstChild?.type === nodes.paragraph &&
  quotation.lastChild?.type === nodes.paragraph &&
  /\S/u.test(quotation.textContent) &&
  !/^\s*[«“"]/u.test(quotation.firstChild.textContent);

const drawnIn = (doc: Node): DecorationSet => {
  const drawn: Decoration[] = [];
  doc.descendants((node, position) => {
    if (node.type === nodes.quotation && getsMarks(node)) {
      drawn.push(Decoration.node(position, position + node.nodeSize, { class: 'in-marks' }));
    }
  });
  return DecorationSet.create(doc, drawn);
};

const key = new PluginKey<DecorationSet>('quotation-marks');

export const quotationMarks = (): Plugin<DecorationSet> =>
  new Plugin({
    key,
    state: {
      init: (_config, { doc }) => drawnIn(doc),
      apply: (transaction, before) => (transaction.docChanged ? drawnIn(transaction.doc) : before),
    },
    props: { decorations: (state) => key.getState(state) },
  });
