import { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror';
import * as Y from 'yjs';
import { composeDocument } from '#ydoc/compose.ts';
import { EVERYTHING } from '#ydoc/everything.test-support.ts';
import { FRAGMENT, textSchema } from '#ydoc/schema.ts';
import { richTextOf } from '#ydoc/snapshot.ts';

const editorDocument = Node.fromJSON(textSchema, EVERYTHING);

function sharedDocument(): Y.Doc {
  const doc = new Y.Doc();
  prosemirrorToYXmlFragment(editorDocument, doc.getXmlFragment(FRAGMENT));
  return doc;
}

const shown = (doc: Y.Doc): Node =>
  yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(FRAGMENT), textSchema);

describe('the closed schema in the editor’s binding', () => {
  test('[CO33] every node, mark and attribute survives the way through Yjs and back', () => {
    editorDocument.check();
    const back = shown(sharedDocument());
    back.check();
    expect(back.toJSON()).toEqual(editorDocument.toJSON());
  });

  test('[CO33] a text composed by the server is what the editor would have written', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, composeDocument(richTextOf(sharedDocument())));
    shown(doc).check();
    expect(shown(doc).toJSON()).toEqual(editorDocument.toJSON());
  });

  test('[CO33] what the server composes empty is dropped by no editor', () => {
    const doc = new Y.Doc();
    const cell = (header: boolean) => ({ header, content: [] });
    const composed = composeDocument([
      { type: 'table', rows: [[cell(true), cell(false)]] },
      { type: 'list', ordered: false, start: 1, items: [{ content: [], sources: [] }] },
      { type: 'quotation', attribution: 'Une élue', content: [], sources: [] },
      { type: 'proposal', kind: 'proposal', content: [], sources: [] },
    ]);
    Y.applyUpdate(doc, composed);
    const before = Y.encodeStateAsUpdate(doc);
    const document = shown(doc);
    document.check();
    expect(document.children.map(({ type }) => type.name)).toEqual([
      ...['table', 'bullet_list', 'quotation', 'proposal'],
    ]);
    expect(document.firstChild?.firstChild?.childCount).toBe(2);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  test('[CO33] attributes of the wrong kind, or unknown, make the editor delete nothing', () => {
    const doc = sharedDocument();
    const first = doc.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement<Record<string, string | object>>;
    first.setAttribute('level', 'many');
    first.setAttribute('item', { not: 'an id' });
    first.setAttribute('later', 'x');
    const before = Y.encodeStateAsUpdate(doc);
    expect(shown(doc).firstChild?.textContent).toBe('Créer du lien');
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });
});
