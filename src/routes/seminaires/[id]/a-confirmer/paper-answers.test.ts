import { describe, expect, it } from 'vitest';
import type { WaitingWords } from './paper-answers.ts';
import { answered, answersFor, commandsFor, isEmpty, keyOf } from './paper-answers.ts';

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
    expect(commandsFor('maelle', words, answered('agreed', words))).toEqual([
      {
        type: 'contribution/agree-on-paper',
        sittingId: 'sitting-1',
        contributionIds: ['contribution-1'],
      },
    ]);
    expect(typesOf(presentation, answered('agreed', words))).toEqual(['presentation/agree-on-paper']);
  });

  it('corrected: changed where they stand, then agreed to', () => {
    const [changed, agreed] = commandsFor('maelle', words, {
      ...answered('corrected', words),
      text: ' Le jeudi. ',
    });
    expect(changed).toMatchObject({ text: 'Le jeudi.', kind: 'proposal', itemId: 'item-1', key: null });
    expect(agreed?.type).toBe('contribution/agree-on-paper');
  });

  it('corrected to the same words: agreed to', () => {
    expect(typesOf(words, answered('corrected', words))).toEqual(['contribution/agree-on-paper']);
  });

  it('corrected of a presentation: written, then agreed to', () => {
    const given = { ...answered('corrected', presentation), quotation: 'On reste pour un café.' };
    expect(commandsFor('maelle', presentation, given)).toMatchObject([
      { type: 'presentation/write', quotation: 'On reste pour un café.', text: presentation.text },
      { type: 'presentation/agree-on-paper', personId: 'maelle' },
    ]);
  });

  it('corrected to nothing is no answer', () => {
    expect(isEmpty({ answer: 'corrected', quotation: '', text: ' ' })).toBe(true);
    expect(isEmpty(answered('corrected', words))).toBe(false);
    expect(isEmpty({ answer: 'removed', quotation: '', text: '' })).toBe(false);
  });

  it('without my name', () => {
    expect(typesOf(words, answered('disowned', words))).toEqual(['contribution/disown-on-paper']);
  });

  it('a presentation is not left without a name, it is taken away', () => {
    expect(answersFor(presentation)).toEqual(['agreed', 'corrected', 'removed']);
    expect(commandsFor('maelle', presentation, answered('removed', presentation))).toEqual([
      { type: 'presentation/write', sittingId: 'sitting-1', personId: 'maelle', quotation: '', text: '' },
    ]);
  });
});

it('the presentations of two people in a sitting are told apart', () => {
  expect(keyOf({ personId: 'maelle' }, presentation)).not.toBe(keyOf({ personId: 'yann' }, presentation));
});
