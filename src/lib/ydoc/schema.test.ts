import { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { safeHref, sourcesAttribute, sourcesOf } from './attributes.ts';
import { EVERYTHING } from './everything.test-support.ts';
import { SCHEMA_VERSION, textSchema } from './schema.ts';

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
    Node.fromJSON(textSchema, EVERYTHING).check();
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
