/** A document with one of each node and mark, for tests of the schema and of what binds to it. */

const paragraph = (text: string): object => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** As an editor holds it. */
export const EVERYTHING = {
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
