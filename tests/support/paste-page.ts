/** Runs in a browser: the real editor on a text of its own, into which a test pastes, and which it leaves. */
import type { EditorView } from 'prosemirror-view';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { RichText } from '../../src/lib/core/actes/rich-text.ts';
import { createEditorView } from '../../src/lib/client/editor-view.ts';
import { FRAGMENT } from '../../src/lib/ydoc/schema.ts';
import { richTextOf } from '../../src/lib/ydoc/snapshot.ts';

declare global {
  var textAfterPasting: (html: string) => RichText;
  var textAfterPastingPlain: (text: string) => RichText;
  var leftWithTheCaret: () => Promise<void>;
}

function textAfter(use: (view: EditorView) => void): RichText {
  const doc = new Y.Doc();
  const view = createEditorView({
    element: document.body,
    fragment: doc.getXmlFragment(FRAGMENT),
    awareness: new Awareness(doc),
    label: 'Notes',
    language: 'fr',
    mayWrite: () => true,
    changed: () => undefined,
  });
  try {
    use(view);
    return richTextOf(doc);
  } finally {
    view.destroy();
    doc.destroy();
  }
}

globalThis.textAfterPasting = (html) => textAfter((view) => view.pasteHTML(html));

globalThis.textAfterPastingPlain = (text) =>
  textAfter((view) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    view.dom.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });

/** Resolves once all that was put off until the editor was gone has run. */
globalThis.leftWithTheCaret = () => {
  textAfter((view) => view.focus());
  return new Promise((resolve) => setTimeout(resolve));
};
