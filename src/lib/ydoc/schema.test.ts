import { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { safeHref, sourcesAttribute, sourcesOf } from './attributes.ts';
import { SCHEMA_VERSION, textSchema } from './schema.ts';

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

describe('the closed schema', () => {
  test('holds every node and mark from its first version', () => {
    expect(SCHEMA_VERSION).toBe(1);
    expect(Object.keys(textSchema.nodes)).toEqual([
      'doc',
      'paragraph',
      'heading',
      'bullet_list',
      'ordered_list',
      'list_item',
      'quotation',
      'proposal',
      'table',
      'table_row',
      'table_cell',
      'table_header',
      'image',
      'hard_break',
      'text',
    ]);
    expect(Object.keys(textSchema.marks)).toEqual(['link', 'emphasis', 'strong']);
    Node.fromJSON(textSchema, everything).check();
  });

  test('the tables are those of the table commands', () => {
    const roles = Object.values(textSchema.nodes).map((type) => type.spec['tableRole'] as unknown);
    expect(roles.filter((role) => role !== undefined)).toEqual(['table', 'row', 'cell', 'header_cell']);
    expect(textSchema.nodes.table_cell.create().attrs).toEqual({ colspan: 1, rowspan: 1, colwidth: null });
  });

  test('no sequence of content can be broken by two edits at once', () => {
    for (const type of Object.values(textSchema.nodes)) {
      expect(type.spec.content ?? '').toMatch(/^$|^\(?[a-z_]+( \| [a-z_]+)*\)?[+*]$/);
    }
  });

  test.each([
    'javascript:alert(1)',
    ' javascript:x',
    'JaVaScRiPt:x',
    'data:text/html,x',
    '//x',
    '/x',
    'https://a b',
    'https://\u0000',
    'vbscript:x',
    '',
  ])('a link does not lead to %j', (href) => {
    expect(safeHref(href)).toBeNull();
    const mark = textSchema.marks.link.create({ href });
    expect(textSchema.marks.link.spec.toDOM?.(mark, true)).toEqual(['span', 0]);
  });

  test.each([
    'https://exemple.fr/a?b=c#d',
    'http://192.168.1.2:3000',
    'mailto:ccas@exemple.fr',
    'HTTPS://EXEMPLE.FR',
  ])('a link leads to %j', (href) => expect(safeHref(href)).toBe(href));

  test('what a peer wrote into attributes never reaches the page as it is', () => {
    const heading = textSchema.nodes.heading.create({ level: '1><script>', item: '"><img src=x>' });
    expect(textSchema.nodes.heading.spec.toDOM?.(heading)).toEqual(['h2', {}, 0]);
    const image = textSchema.nodes.image.create({ attachment: 'javascript:x', alternative: 'a\u0000b' });
    expect(textSchema.nodes.image.spec.toDOM?.(image)).toEqual(['img', { alt: 'a b' }]);
  });

  test('sources are ids joined by spaces, each once, null when there are none', () => {
    expect(sourcesAttribute(['a', 'b', 'a', 'not an id', ''])).toBe('a b not an id');
    expect(sourcesOf('a  b <x> a')).toEqual(['a', 'b']);
    expect(sourcesAttribute([])).toBeNull();
    expect(sourcesOf({ length: 1 })).toEqual([]);
  });
});
