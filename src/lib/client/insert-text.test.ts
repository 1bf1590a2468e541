import { EditorState, TextSelection } from 'prosemirror-state';
import { yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '#lib/markdown/read-markdown.ts';
import { composeDocument } from '#ydoc/compose.ts';
import { FRAGMENT, textSchema } from '#ydoc/schema.ts';
import { insertingText } from './insert-text.ts';

const { nodes } = textSchema;

const MARKDOWN = `## Titre

Un **mot**, _un_ [lien](https://exemple.fr/)\\
et la suite

3. a
   - b

> cité
>
> — Une élue

> **Décision**
>
> oui

| a | b |
| --- | --- |
| c | d |

![Mur](attachment:p1)
`;

const paragraph = (text: string) => nodes.paragraph.create(null, text === '' ? [] : textSchema.text(text));

function inserted(paragraphs: readonly string[], cursor: number, markdown: string): EditorState | null {
  const doc = nodes.doc.create(null, paragraphs.map(paragraph));
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, cursor) });
  const transaction = insertingText(state, readMarkdown(markdown));
  return transaction === null ? null : state.apply(transaction);
}

describe('insertingText', () => {
  it('makes the same blocks as the server would', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, composeDocument(readMarkdown(MARKDOWN)));
    const made = inserted([''], 1, MARKDOWN);
    made?.doc.check();
    const attributes = (it: unknown) =>
      JSON.parse(JSON.stringify(it, (_key, value: unknown) => value ?? undefined)) as unknown;
    expect(attributes(made?.doc.toJSON())).toEqual(
      attributes(yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(FRAGMENT), textSchema).toJSON()),
    );
  });

  it('puts them after the cursor’s block, in the place of an empty one, or at the end', () => {
    const lines = (state: EditorState | null) => state?.doc.children.map((node) => node.textContent);
    expect(lines(inserted(['un', 'deux'], 2, 'x'))).toEqual(['un', 'x', 'deux']);
    expect(lines(inserted(['un', '', 'deux'], 5, 'x'))).toEqual(['un', 'x', 'deux']);
    expect(lines(inserted(['un', 'deux'], 1, 'x'))).toEqual(['un', 'deux', 'x']);
    expect(lines(inserted(['un', ''], 1, 'x\n\ny'))).toEqual(['un', 'x', 'y']);
    expect(inserted(['un'], 1, ' \n')).toBeNull();
  });
});
