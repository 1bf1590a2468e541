import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Block, RichText } from '#core/actes/rich-text.ts';
import { composeDocument, seedDocument, SERVER_CLIENT_ID } from './compose.ts';
import { FRAGMENT } from './schema.ts';
import { richTextOf, richTextOfLog } from './snapshot.ts';

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  content: text === '' ? [] : [{ type: 'text', text }],
  sources: [],
});

const everything: RichText = [
  { type: 'heading', level: 2, item: 'p1', content: [{ type: 'text', text: 'Créer du lien' }] },
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'un ' },
      { type: 'text', text: 'deux', strong: true },
      { type: 'break' },
      { type: 'text', text: 'trois', emphasis: true, link: 'https://exemple.fr/' },
    ],
    sources: ['c1', 'c2'],
  },
  { type: 'list', ordered: false, start: 1, items: [{ content: [paragraph('a')], sources: ['c3'] }] },
  {
    type: 'list',
    ordered: true,
    start: 4,
    items: [{ content: [paragraph('b'), paragraph('')], sources: [] }],
  },
  { type: 'quotation', attribution: 'Une élue', content: [paragraph('c')], sources: ['c4'] },
  { type: 'proposal', kind: 'decision', content: [paragraph('d')], sources: [] },
  {
    type: 'table',
    rows: [
      [
        { header: true, content: [paragraph('e')] },
        { header: false, content: [paragraph('f')] },
      ],
    ],
  },
  { type: 'image', attachment: 'h1', alternative: 'Le tableau de papier' },
];

describe('plain snapshots', () => {
  test('composing and reading are each other’s inverse', () => {
    expect(richTextOfLog([composeDocument(everything)])).toEqual(everything);
  });

  test('reading leaves the document as it is', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, composeDocument(everything));
    const before = Y.encodeStateAsUpdate(doc);
    richTextOf(doc);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  test('an empty document has an empty text', () => {
    expect(richTextOf(new Y.Doc())).toEqual([]);
  });

  test('sections are seeded with their points, the same each time, under the server’s id', () => {
    const sections = [
      { itemId: 'p1', title: 'Créer du lien' },
      { itemId: 'p2', title: '  Porter\nl’action ' },
    ];
    const seed = seedDocument(sections);
    expect(seed).toEqual(seedDocument(sections));
    expect(richTextOfLog([seed])).toEqual([
      { type: 'heading', level: 2, item: 'p1', content: [{ type: 'text', text: 'Créer du lien' }] },
      paragraph(''),
      { type: 'heading', level: 2, item: 'p2', content: [{ type: 'text', text: 'Porter l’action' }] },
      paragraph(''),
    ]);
    expect([...Y.decodeStateVector(Y.encodeStateVectorFromUpdate(seed)).keys()]).toEqual([SERVER_CLIENT_ID]);
  });

  test('unknown nodes, marks and attributes are skipped and their neighbours kept', () => {
    const doc = new Y.Doc();
    const fragment = doc.getXmlFragment(FRAGMENT);
    const known = new Y.XmlElement('paragraph');
    const text = new Y.XmlText();
    text.applyDelta([
      { insert: 'gardé', attributes: { blink: {}, link: { href: 'javascript:x' } } },
      { insert: { embed: true } },
      { insert: ' aussi' },
    ]);
    known.insert(0, [text, new Y.XmlElement('marquee')]);
    known.setAttribute('sources', 'c1 <script>');
    known.setAttribute('onclick', 'x');
    fragment.insert(0, [new Y.XmlElement('script'), known, new Y.XmlText('perdu')]);
    expect(richTextOf(doc)).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'gardé aussi' }], sources: ['c1'] },
    ]);
  });

  test('nesting without end is cut', () => {
    const doc = new Y.Doc();
    let inner: Y.XmlFragment = doc.getXmlFragment(FRAGMENT);
    for (let depth = 0; depth < 500; depth += 1) {
      const quotation = new Y.XmlElement('quotation');
      inner.insert(0, [quotation]);
      inner = quotation;
    }
    expect(() => richTextOf(doc)).not.toThrow();
  });

  test('a fragment of another kind is no text', () => {
    const doc = new Y.Doc();
    doc.getMap(FRAGMENT).set('a', 1);
    expect(richTextOf(doc)).toEqual([]);
    const array = new Y.Doc();
    array.getArray(FRAGMENT).insert(0, [1, 'x', { y: 2 }, new Y.Map()]);
    expect(richTextOf(array)).toEqual([]);
  });

  test('no bytes make the reading throw', () => {
    const sound = composeDocument(everything);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 4 }), (edits) => {
        const bytes = Uint8Array.from(sound);
        for (const [at, value] of edits) bytes[at] = value;
        expect(Array.isArray(richTextOfLog([bytes]))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
