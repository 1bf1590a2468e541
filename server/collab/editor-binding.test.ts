import { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror';
import * as Y from 'yjs';
import { composeDocument } from '#ydoc/compose.ts';
import { FRAGMENT, textSchema } from '#ydoc/schema.ts';
import { richTextOf } from '#ydoc/snapshot.ts';

const paragraph = (text: string): object => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** One of each node and mark, as an editor holds it. */
const everything = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2, item: 'p1' }, content: [{ type: 'text', text: 'Créer du lien' }] },
    {
      type: 'paragraph',
      attrs: { sources: 'c1 c2' },
      content: [
        { type: 'text', text: 'un' },
        { type: 'text', marks: [{ type: 'strong' }], text: 'deux' },
        { type: 'text', marks: [{ type: 'emphasis' }], text: 'trois' },
        { type: 'hard_break' },
        { type: 'text', marks: [{ type: 'link', attrs: { href: 'https://exemple.fr/' } }], text: 'quatre' },
      ],
    },
    {
      type: 'bullet_list',
      content: [{ type: 'list_item', attrs: { sources: 'c3' }, content: [paragraph('a')] }],
    },
    {
      type: 'ordered_list',
      attrs: { order: 4 },
      content: [{ type: 'list_item', content: [paragraph('b')] }],
    },
    { type: 'quotation', attrs: { attribution: 'Une élue', sources: 'c4' }, content: [paragraph('c')] },
    { type: 'proposal', attrs: { kind: 'decision', sources: 'c5' }, content: [paragraph('d')] },
    {
      type: 'table',
      content: [
        {
          type: 'table_row',
          content: [
            { type: 'table_header', content: [paragraph('e')] },
            { type: 'table_cell', content: [paragraph('f')] },
          ],
        },
      ],
    },
    { type: 'image', attrs: { attachment: 'h1', alternative: 'Le tableau de papier' } },
  ],
};

const editorDocument = Node.fromJSON(textSchema, everything);

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
