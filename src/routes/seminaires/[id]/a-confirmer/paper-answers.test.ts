import { describe, expect, it } from 'vitest';
import type { WaitingWords } from './paper-answers.ts';
import { answersFor, commandsFor, keyOf } from './paper-answers.ts';

const words: WaitingWords = {
  sittingId: 'sitting-1',
  atelierTitle: 'Accueillir',
  contributionId: 'contribution-1',
  quotation: '',
  text: 'Une permanence le samedi.',
  kind: 'proposal',
  itemId: 'item-1',
  questionId: null,
};
const presentation: WaitingWords = { ...words, contributionId: null, kind: null, itemId: null };
const typesOf = (of: WaitingWords, answer: Parameters<typeof commandsFor>[2]) =>
  commandsFor('maelle', of, answer).map(({ type }) => type);

describe('what a sheet says', () => {
  it('yes', () => {
    expect(commandsFor('maelle', words, { answer: 'agreed', text: '' })).toEqual([
      {
        type: 'contribution/agree-on-paper',
        sittingId: 'sitting-1',
        contributionIds: ['contribution-1'],
      },
    ]);
    expect(typesOf(presentation, { answer: 'agreed', text: '' })).toEqual(['presentation/agree-on-paper']);
  });

  it('corrected: changed where they stand, then agreed to', () => {
    const [changed, agreed] = commandsFor('maelle', words, { answer: 'corrected', text: ' Le jeudi. ' });
    expect(changed).toMatchObject({ text: 'Le jeudi.', kind: 'proposal', itemId: 'item-1', key: null });
    expect(agreed?.type).toBe('contribution/agree-on-paper');
  });

  it('corrected to the same words: agreed to', () => {
    expect(typesOf(words, { answer: 'corrected', text: words.text })).toEqual([
      'contribution/agree-on-paper',
    ]);
  });

  it('without my name', () => {
    expect(typesOf(words, { answer: 'disowned', text: '' })).toEqual(['contribution/disown-on-paper']);
  });

  it('a presentation is not left without a name, it is taken away', () => {
    expect(answersFor(presentation)).toEqual(['agreed', 'removed']);
    expect(commandsFor('maelle', presentation, { answer: 'removed', text: '' })).toEqual([
      { type: 'presentation/write', sittingId: 'sitting-1', personId: 'maelle', quotation: '', text: '' },
    ]);
  });
});

it('the presentations of two people in a sitting are told apart', () => {
  expect(keyOf({ personId: 'maelle' }, presentation)).not.toBe(keyOf({ personId: 'yann' }, presentation));
});
