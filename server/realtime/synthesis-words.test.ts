import { expect, test } from 'vitest';
import type { RichText } from '#core/actes/rich-text.ts';
import { recordingLogger, settableClock } from '../../tests/support/surroundings.ts';
import { wordsIn } from '#core/synthesis/written-words.ts';
import { createSynthesisWords } from './synthesis-words.ts';

const paragraph = (text: string) =>
  ({ type: 'paragraph', content: [{ type: 'text', text }], sources: [] }) as const;
const TEXT: RichText = [
  { type: 'heading', level: 2, item: 'item-one', content: [{ type: 'text', text: 'Accueillir' }] },
  paragraph('Une permanence, le samedi – déjà.'),
  { type: 'list', ordered: false, start: 1, items: [{ content: [paragraph('12 cafés')], sources: [] }] },
  { type: 'quotation', attribution: 'Yann', content: [paragraph('« Oui ! »')], sources: [] },
];

test('the words are those that people wrote: no headings, no lone marks', () => {
  expect(wordsIn(TEXT)).toBe(8);
});

test('a text is read once in ten seconds, and one that does not open hides nothing else', async () => {
  const clock = settableClock();
  const logger = recordingLogger();
  let reads = 0;
  const richText = ({ id }: { readonly id: string }): Promise<RichText> => {
    reads += 1;
    return id === 'torn' ? Promise.reject(new Error('the text is torn')) : Promise.resolve(TEXT);
  };
  const words = createSynthesisWords({ richText }, clock, logger);
  expect([await words('atelier-1'), await words('atelier-1')]).toEqual([8, 8]);
  expect(reads).toBe(1);
  clock.advance(10_000);
  await words('atelier-1');
  expect(reads).toBe(2);
  expect(await words('torn')).toBe(0);
  expect(logger.lines).toMatchObject([{ event: 'realtime/synthesis-unread' }]);
});
