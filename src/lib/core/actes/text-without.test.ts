import { expect, test } from 'vitest';
import { writtenNames } from './names-in-words.ts';
import { namesTakenOut } from './names-taken-out.ts';
import type { Block, RichText } from './rich-text.ts';
import { textWithout } from './text-without.ts';

const paragraph = (text: string): Block => ({
  ...{ type: 'paragraph', content: [{ type: 'text', text }], sources: [] },
});
const quotation = (attribution: string, sources: readonly string[]): Block => ({
  ...{ type: 'quotation', attribution, content: [paragraph('Un banc.')], sources },
});
const written = writtenNames({ firstName: 'Anne-Marie', lastName: 'Le Goff' });
const names = namesTakenOut(written, 'Sans nom');
const job = { contributionIds: new Set(['hers']), names, unnamed: 'Sans nom' };

test('quotations of someone erased stand without a name, and their name goes from every block', () => {
  const text: RichText = [
    quotation('Présidente (Auray)', ['hers']),
    quotation('Yann RIO', ['his']),
    paragraph('LE GOFF Anne-Marie et A.-M. LE GOFF viennent.'),
    {
      type: 'list',
      ordered: false,
      start: 1,
      items: [{ content: [paragraph('Anne-Marie LE GOFF')], sources: [] }],
    },
    { type: 'table', rows: [[{ header: true, content: [paragraph('Anne-Marie Le Goff')] }]] },
    { type: 'image', attachment: 'photo', alternative: 'Anne-Marie Le Goff au marché' },
    { type: 'proposal', kind: 'proposal', content: [quotation('Anne-Marie Le Goff', [])], sources: [] },
  ];
  const without = textWithout(text, job);
  expect(JSON.stringify(without)).not.toMatch(/goff|auray/i);
  expect(JSON.stringify(without).match(/Sans nom/g)).toHaveLength(7);
  expect(without[1]).toEqual(text[1]);
  expect(textWithout(without, job)).toBe(without);
});

test('a text that does not name them is the same text', () => {
  const text = [quotation('Yann RIO', ['his']), paragraph('Anne-Marie Le Goffic, et la Rose.')];
  expect(textWithout(text, job)).toBe(text);
  expect(writtenNames({ firstName: 'Rose', lastName: ' ' })).toEqual([]);
});
