import { expect, test } from 'vitest';
import { markedWords } from './marked-words.ts';

test('words that went and came are marked, the others stand once', () => {
  expect(markedWords('une action par an', 'une grande action par mois')).toEqual([
    { mark: 'same', words: 'une ' },
    { mark: 'came', words: 'grande ' },
    { mark: 'same', words: 'action par ' },
    { mark: 'went', words: 'an' },
    { mark: 'came', words: 'mois' },
  ]);
});

test('what has only one wording came or went whole', () => {
  expect(markedWords('', 'tout neuf')).toEqual([{ mark: 'came', words: 'tout neuf' }]);
  expect(markedWords('disparu', '')).toEqual([{ mark: 'went', words: 'disparu' }]);
  expect(markedWords('', '')).toEqual([]);
});
