/** The ProseMirror view of a shared text. */
import { DOMParser } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import type { Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { Awareness } from 'y-protocols/awareness';
import { yCursorPlugin, ySyncPlugin, yUndoPlugin } from 'y-prosemirror';
import type * as Y from 'yjs';
import { textSchema } from '#ydoc/schema.ts';
import { dropLine } from './drop-line.ts';
import { editorKeys, editorRules } from './editor-keys.ts';
import { pastedHtml } from './pasted-html.ts';
import { pastedText } from './pasted-text.ts';
import { quotationMarks } from './quotation-marks.ts';
import { sourceMarksPlugin } from './source-marks.ts';

export type EditorViewParts = {
  readonly element: HTMLElement;
  readonly fragment: Y.XmlFragment;
  readonly awareness: Awareness;
  readonly label: string;
  /** The language of the words, for whoever reads them aloud and for the spelling checker. */
  readonly language: string;
  readonly mayWrite: () => boolean;
  readonly changed: (view: EditorView, transaction: Transaction) => void;
};

export function createEditorView(parts: EditorViewParts): EditorView {
  const state = EditorState.create({
    schema: textSchema,
    plugins: [
      ySyncPlugin(parts.fragment),
      yCursorPlugin(parts.awareness, { cursorBuilder: cursorOf, selectionBuilder: selectionOf }),
      yUndoPlugin(),
      quotationMarks(),
      sourceMarksPlugin(),
      dropLine(),
      editorRules(),
      ...editorKeys(),
    ],
  });
  return new EditorView(parts.element, {
    state,
    editable: parts.mayWrite,
    attributes: () => ({
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': parts.label,
      'aria-readonly': String(!parts.mayWrite()),
      lang: parts.language,
      spellcheck: 'true',
      // A text that only reads must still be reached by the keyboard, to be scrolled and copied.
      tabindex: '0',
    }),
    transformPastedHTML: pastedHtml,
    clipboardTextParser: pastedText,
    domParser: typedParser,
    // The shared text is drawn while the view is being made: `this` is there before the view has a name.
    dispatchTransaction(this: EditorView, transaction) {
      // A caret that is given up is told a moment later, when the view may be gone.
      if (this.isDestroyed) return;
      this.updateState(this.state.apply(transaction));
      parts.changed(this, transaction);
    },
  });
}

/**
 * Reads what the browser itself has typed. Chrome for Android opens a line with a break of its own, before another's
 * caret and copies of what the view puts at a line's end: none of it is anyone's words.
 */
const typedParser = new DOMParser(textSchema, [
  { tag: 'img.ProseMirror-separator', ignore: true },
  { tag: 'br', priority: 60, ignore: true, getAttrs: (br) => (endsLine(br) ? null : false) },
  ...DOMParser.fromSchema(textSchema).rules,
]);

const DRAWN = '.ProseMirror-separator, .ProseMirror-trailingBreak, .ProseMirror-widget';

function endsLine(br: HTMLElement): boolean {
  for (let next = br.nextSibling; next !== null; next = next.nextSibling) {
    if (!(next instanceof Element) || !next.matches(DRAWN)) return false;
  }
  return true;
}

type Shown = { readonly name?: unknown; readonly color?: unknown };

const nameOf = (user: Shown): string => (typeof user.name === 'string' ? user.name : '');

/** The server's palette has six digits; anything else is not the server's. */
const colorOf = (user: Shown): string =>
  typeof user.color === 'string' && /^#[0-9a-f]{6}$/i.test(user.color) ? user.color : '#5b6470';

/** Somebody else's caret with their name, hidden from screen readers: it would cut every sentence they stand in. */
function cursorOf(user: Shown): HTMLElement {
  const cursor = document.createElement('span');
  cursor.className = 'ProseMirror-yjs-cursor';
  cursor.setAttribute('aria-hidden', 'true');
  cursor.style.borderColor = colorOf(user);
  const name = document.createElement('div');
  name.style.backgroundColor = colorOf(user);
  name.textContent = nameOf(user);
  // Word joiners keep the caret from making a line of its own.
  cursor.append('\u2060', name, '\u2060');
  return cursor;
}

const selectionOf = (user: Shown): { style: string; class: string } => ({
  style: `background-color: ${colorOf(user)}33`,
  class: 'ProseMirror-yjs-selection',
});
