/** Runs in a browser: the real editor on a text of its own, into which a test pastes. */
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { RichText } from '../../src/lib/core/actes/rich-text.ts';
import { createEditorView } from '../../src/lib/client/editor-view.ts';
import { FRAGMENT } from '../../src/lib/ydoc/schema.ts';
import { richTextOf } from '../../src/lib/ydoc/snapshot.ts';

declare global {
  var textAfterPasting: (html: string) => RichText;
}

globalThis.textAfterPasting = (html) => {
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
    view.pasteHTML(html);
    return richTextOf(doc);
  } finally {
    view.destroy();
    doc.destroy();
  }
};
