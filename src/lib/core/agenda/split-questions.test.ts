import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asks, sentencesOf, splitQuestions } from './split-questions.ts';

describe('[IM16] sentences that ask are questions, the others context', () => {
  it('a paragraph with several questions gives several', () => {
    expect(splitQuestions('Qui décide? Sur quels critères ? Avec qui\u00a0? Et quand\u202f?')).toEqual({
      questions: ['Qui décide?', 'Sur quels critères ?', 'Avec qui\u00a0?', 'Et quand\u202f?'],
      context: [],
    });
  });

  it('statements around a question stay context, those that follow each other together', () => {
    expect(
      splitQuestions('La fête a lieu en mai. Elle coûte cher. Faut-il la garder ? Le budget baisse.'),
    ).toEqual({
      questions: ['Faut-il la garder ?'],
      context: ['La fête a lieu en mai. Elle coûte cher.', 'Le budget baisse.'],
    });
  });

  it('a question that stands against the next without a space is cut', () => {
    expect(splitQuestions('Pour qui?Avec quoi?').questions).toEqual(['Pour qui?', 'Avec quoi?']);
  });

  it.each([
    ['La question posée : est-ce utile ?'],
    ['Est-ce utile ?!'],
    ['« Est-ce utile ? »'],
    ['Quels moyens (et lesquels ?)'],
    ['Comment accueillir les nouveaux'],
    ['Quelles sorties cette année'],
    ['Pourquoi si peu de monde…?'],
    ['?'],
  ])('asks: %s', (sentence) => {
    expect(asks(sentence)).toBe(true);
  });

  it.each([
    ['Le comité se réunit.'],
    ['Comment nous avons fait.'],
    ['Quelle que soit la saison'],
    ['Le comité (lequel ?) décide.'],
    ['Commentaires des agents'],
    [''],
  ])('states: %s', (sentence) => {
    expect(asks(sentence)).toBe(false);
  });
});

describe('[IM17] what is inside a sentence does not cut it', () => {
  it.each([
    ['Avec quelles associations (sport, lecture....)?'],
    ['Avec quelles associations (sport, autres..) et pour qui ?'],
    ['Comment M. Perrin et Mme. Roy voient-ils la suite ?'],
    ['Que dit l’art. 12 du règlement (cf. p. 3) ?'],
    ['Que pense F. Perrin de cela ?'],
    ['Comment (est-ce possible ?) faire autrement ?'],
    ['Comment comprendre « Qui fait quoi ? » dans un comité ?'],
    ['Où trouver https://exemple.fr/?page=2 sur le site ?'],
    ['Que coûte une sortie à 12.50 par agent ?'],
    ['Pour les fêtes... et les sorties, que faire ?'],
    ['Comment le comité (C.A.S. local) Nord travaille-t-il ?'],
    ['Qui décide, qui paie (et avec quoi ?) ; qui agit ?'],
  ])('%s', (question) => {
    expect(splitQuestions(question)).toEqual({ questions: [question], context: [] });
  });

  it('a bracket that never closes hides nothing', () => {
    expect(splitQuestions('Les moyens (humains. Sont-ils là ? Le reste suit.')).toEqual({
      questions: ['Sont-ils là ?'],
      context: ['Les moyens (humains.', 'Le reste suit.'],
    });
  });

  it('a quotation or a whole parenthesis ends where a new sentence begins', () => {
    expect(sentencesOf('« Tout va bien. » Le reste suit. (Voir plus loin.) Qui vient ?')).toEqual([
      '« Tout va bien. »',
      'Le reste suit.',
      '(Voir plus loin.)',
      'Qui vient ?',
    ]);
  });

  it('loses no character but blanks, whatever the text', () => {
    const pieces = fc.constantFrom(
      'mot',
      'Mot',
      '?',
      '!',
      '.',
      '...',
      '…',
      ' ',
      '\u00a0',
      '(',
      ')',
      '«',
      '»',
      '"',
      ',',
      ';',
      '1',
    );
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (paragraph) => {
        const bare = (written: string) => written.replace(/\s/gu, '');
        expect(bare(sentencesOf(paragraph).join(''))).toBe(bare(paragraph));
        const { questions, context } = splitQuestions(paragraph);
        expect(bare([...questions, ...context].join('')).length).toBe(bare(paragraph).length);
      }),
    );
  });
});
