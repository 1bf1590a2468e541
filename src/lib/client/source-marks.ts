/**
 * Words that stand in a text with their sources: what became of these is drawn beside them, as no part of the text,
 * and settled by whoever writes.
 */
import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { EditorView } from 'prosemirror-view';
import type { KnownSource, SourcedWords, SourceStanding } from '#core/synthesis/source-standing.ts';
import { sourceStanding } from '#core/synthesis/source-standing.ts';
import { lineOf, settledOf, sourcesOf } from '#ydoc/attributes.ts';
import { textSchema } from '#ydoc/schema.ts';
import { paragraphs } from './take-over.ts';

const { nodes } = textSchema;

export type SourceMark = SourcedWords & {
  /** Its sources and its place among the words with the same ones: it stays while others write. */
  readonly key: string;
  /** Where the words stand. */
  readonly at: number;
  readonly standing: Exclude<SourceStanding, 'as-said'>;
};

/** What whoever writes can make of it. */
export type Settling =
  | { readonly type: 'restore'; readonly text: string }
  /** `attribution` is what its author agrees to now; '' for none at all. */
  | { readonly type: 'unname'; readonly attribution: string }
  | { readonly type: 'keep' }
  | { readonly type: 'remove' };

export type Known = (id: string) => KnownSource | undefined;

/** Of all that stands in the text with sources, in its order, what is no longer as it was said and was not settled. */
export function sourceMarks(doc: Node, known: Known): readonly SourceMark[] {
  const marks: SourceMark[] = [];
  const counts = new Map<string, number>();
  doc.descendants((node, at) => {
    if (node.isInline) return false;
    const sources = sourcesOf(node.attrs['sources']);
    if (sources.length === 0) return true;
    const joined = sources.join(' ');
    const count = counts.get(joined) ?? 0;
    counts.set(joined, count + 1);
    const attribution = node.type === nodes.quotation ? lineOf(node.attrs['attribution']) : '';
    const words = { text: node.textBetween(0, node.content.size, '\n', '\n'), sources, attribution };
    const standing = sourceStanding(words, known);
    if (standing === null || standing === 'as-said' || settledOf(node.attrs['settled']) === standing)
      return true;
    marks.push({ ...words, key: `${joined} #${count}`, at, standing });
    return true;
  });
  return marks;
}

/** The transaction that settles a mark; null when the words are gone. */
export function settling(
  state: EditorState,
  { at, standing }: SourceMark,
  how: Settling,
): Transaction | null {
  const node = state.doc.nodeAt(at);
  if (node === null) return null;
  switch (how.type) {
    case 'keep':
      return state.tr.setNodeAttribute(at, 'settled', standing);
    case 'unname':
      return state.tr.setNodeAttribute(at, 'attribution', how.attribution || null);
    case 'restore': {
      const content = paragraphs(how.text);
      const isLine = node.type === nodes.paragraph;
      const transaction = isLine
        ? state.tr.replaceWith(
            at,
            at + node.nodeSize,
            content.map((it) => nodes.paragraph.create({ ...node.attrs, settled: null }, it.content)),
          )
        : state.tr.replaceWith(at + 1, at + node.nodeSize - 1, content);
      return isLine ? transaction : transaction.setNodeAttribute(at, 'settled', null);
    }
    case 'remove':
      return removing(state, at, node);
  }
}

/** With what holds nothing else: a list goes with its last entry. */
function removing(state: EditorState, at: number, node: Node): Transaction {
  const place = state.doc.resolve(at);
  let [from, to] = [at, at + node.nodeSize];
  let depth = place.depth;
  while (depth > 0 && place.node(depth).childCount === 1) {
    [from, to] = [place.before(depth), place.after(depth)];
    depth -= 1;
  }
  const isAll = depth === 0 && place.node(0).childCount === 1;
  return isAll ? state.tr.replaceWith(from, to, nodes.paragraph.create()) : state.tr.delete(from, to);
}

type Shown = {
  readonly known: Known;
  readonly words: MarkWords;
  readonly open: (key: string) => void;
  /** Who only reads can do nothing about other words, which are no news to who wrote them. */
  readonly hidesReworded: boolean;
};
export type MarkWords = Readonly<Record<SourceMark['standing'], string>> & {
  readonly settle: (what: string) => string;
};
type Drawn = {
  readonly shown: Shown | null;
  readonly marks: readonly SourceMark[];
  readonly set: DecorationSet;
};

const key = new PluginKey<Drawn>('source-marks');
const NOTHING: Drawn = { shown: null, marks: [], set: DecorationSet.empty };

/** Draws what became of the sources from now on; `open` is asked for when someone taps a mark. */
export const showingSources = (state: EditorState, shown: Shown): Transaction => state.tr.setMeta(key, shown);

export const marksIn = (state: EditorState): readonly SourceMark[] => (key.getState(state) ?? NOTHING).marks;

export const sourceMarksPlugin = (): Plugin<Drawn> =>
  new Plugin({
    key,
    state: {
      init: () => NOTHING,
      apply(transaction, before, _old, { doc }) {
        const shown = (transaction.getMeta(key) as Shown | undefined) ?? before.shown;
        if (shown === null || (shown === before.shown && !transaction.docChanged)) return before;
        const marks = sourceMarks(doc, shown.known);
        return {
          shown,
          marks,
          set: DecorationSet.create(
            doc,
            marks.filter((mark) => isDrawn(mark, shown)).flatMap((mark) => drawn(doc, mark, shown)),
          ),
        };
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
  });

const isDrawn = ({ standing }: SourceMark, { hidesReworded }: Shown): boolean =>
  standing !== 'reworded' || !hidesReworded;

function drawn(doc: Node, mark: SourceMark, { words, open }: Shown): Decoration[] {
  const node = doc.nodeAt(mark.at);
  if (node === null) return [];
  const end = mark.at + node.nodeSize;
  const button = (view: EditorView): HTMLElement => {
    const it = view.dom.ownerDocument.createElement('button');
    it.type = 'button';
    it.className = 'source-mark';
    it.dataset['standing'] = mark.standing;
    it.contentEditable = 'false';
    it.textContent = words[mark.standing];
    it.setAttribute('aria-label', words.settle(words[mark.standing]));
    it.addEventListener('click', () => open(mark.key));
    return it;
  };
  return [
    Decoration.node(mark.at, end, { class: `sourced ${mark.standing}` }),
    Decoration.widget(end - 1, button, {
      ...{ side: 1, ignoreSelection: true, stopEvent: () => true },
      key: `${mark.key} ${mark.standing} ${words[mark.standing]}`,
    }),
  ];
}
