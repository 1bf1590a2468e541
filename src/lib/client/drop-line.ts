/** Where what is held over a text would go when it is let go of. */
import type { EditorState, Transaction } from 'prosemirror-state';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

const key = new PluginKey<number | null>('drop-line');

/** Null takes the line away. */
export const showingDrop = (state: EditorState, at: number | null): Transaction | null =>
  (key.getState(state) ?? null) === at ? null : state.tr.setMeta(key, { at });

export const dropLine = (): Plugin<number | null> =>
  new Plugin<number | null>({
    key,
    state: {
      init: () => null,
      apply(transaction, before) {
        const asked = transaction.getMeta(key) as { readonly at: number | null } | undefined;
        if (asked !== undefined) return asked.at;
        return before === null ? null : transaction.mapping.map(before);
      },
    },
    props: {
      decorations(state) {
        const at = key.getState(state) ?? null;
        if (at === null) return DecorationSet.empty;
        const line = (): HTMLElement => {
          const it = document.createElement('div');
          it.className = 'drop-line';
          it.setAttribute('aria-hidden', 'true');
          return it;
        };
        return DecorationSet.create(state.doc, [Decoration.widget(at, line, { side: -1, key: 'drop' })]);
      },
    },
  });
