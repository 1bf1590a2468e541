import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, RichText } from '../actes/rich-text.ts';
import { frenchTypography } from '../actes/french-typography.ts';
import { attributionOf, UNNAMED } from '../seminar/person.ts';
import type { Consent } from '../seminar/person.ts';
import type { KnownSource } from './source-standing.ts';
import { sourcedWords, sourceStanding, takenOverCounts, withAgreedNames } from './source-standing.ts';

const SAID = 'Ouvrir le samedi, "vraiment" : c\'est l\'accueil qui compte !';
const paragraph = (text: string, sources: readonly string[] = []): Block => ({
  ...{ type: 'paragraph', sources, content: [{ type: 'text', text }] },
});
const agreed = (consent: Consent) =>
  attributionOf({
    ...{ id: 'ines', seminarId: 's', firstName: 'Inès', lastName: 'Caradec' },
    ...{ function: 'présidente du CCAS', town: 'Morlaix', consent },
  });
const source = (more: Partial<KnownSource> = {}): KnownSource => ({
  ...{ id: 'c1', text: SAID, attribution: agreed('name-and-function') },
  sorting: { withdrawn: false, hidden: null },
  ...more,
});
const quoted = (text: string, attribution = 'Inès Caradec, présidente du CCAS (Morlaix)'): RichText => [
  { type: 'quotation', attribution, sources: ['c1'], content: [paragraph(text)] },
];
const standingsOf = (text: RichText, known: readonly KnownSource[]) =>
  sourcedWords(text).map((it) => sourceStanding(it, (id) => known.find((one) => one.id === id)));

describe('[SY4] what became of a source', () => {
  test.each([
    [source(), 'as-said'],
    [source({ sorting: { withdrawn: true, hidden: 'doublon' } }), 'withdrawn'],
    [source({ sorting: { withdrawn: false, hidden: '' } }), 'hidden'],
    [source({ attribution: UNNAMED }), 'unnamed'],
    [source({ text: 'Autre chose.' }), 'reworded'],
    [source({ sorting: null }), 'as-said'],
  ] as const)('%#: %s', (known, standing) => {
    expect(standingsOf(quoted(SAID), [known])).toEqual([standing]);
  });
  test('nothing is said of what nobody here knows', () => {
    expect(standingsOf(quoted(SAID), [])).toEqual([null]);
  });
  test('quotations, items, paragraphs and proposals, also those in cells, in their order', () => {
    const text: RichText = [
      paragraph('un', ['a']),
      {
        type: 'list',
        ordered: false,
        start: 1,
        items: [
          { content: [paragraph('deux')], sources: ['b'] },
          { content: [paragraph('sans')], sources: [] },
        ],
      },
      { type: 'proposal', kind: 'proposal', sources: ['c'], content: [paragraph('trois')] },
      { type: 'table', rows: [[{ header: false, content: [paragraph('quatre', ['d', 'e'])] }]] },
    ];
    expect(sourcedWords(text).map(({ text: words, sources }) => [words, ...sources])).toEqual([
      ['un', 'a'],
      ['deux', 'b'],
      ['trois', 'c'],
      ['quatre', 'd', 'e'],
    ]);
  });
});

describe('[SY5] the same words', () => {
  test('are the same in another typography', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aé\'" !?:-«»1.\u202f\u00a0') }), (said) => {
        const known = source({ text: said });
        const words = { text: frenchTypography(said), sources: ['c1'], attribution: '' };
        expect(sourceStanding(words, () => known)).toBe('as-said');
      }),
    );
    expect(standingsOf(quoted(`« ${frenchTypography(SAID)} »`), [source()])).toEqual(['as-said']);
  });
  test('are others once a word is', () => {
    expect(standingsOf(quoted(SAID.replace('samedi', 'dimanche')), [source()])).toEqual(['reworded']);
    expect(standingsOf(quoted(SAID.slice(0, 17)), [source()])).toEqual(['reworded']);
  });
  test('of several sources are those of all, one after the other', () => {
    const two = [source(), source({ id: 'c2', text: 'Le soir aussi.' })];
    const item = (text: string) => ({ text, sources: ['c1', 'c2'], attribution: '' });
    const known = (id: string) => two.find((it) => it.id === id);
    expect(sourceStanding(item(`${SAID}\nLe soir aussi.`), known)).toBe('as-said');
    expect(sourceStanding(item('Ouvrir plus.'), known)).toBe('reworded');
    expect(sourceStanding(item('Ouvrir plus.'), (id) => (id === 'c1' ? two[0] : undefined))).toBe('as-said');
  });
});

describe('[SY6] who stands under it', () => {
  test.each([
    ['Inès Caradec, présidente du CCAS (Morlaix)', 'name-and-function', 'as-said'],
    ['Inès Caradec, présidente du CCAS (Morlaix)', 'function', 'unnamed'],
    ['Présidente du CCAS (Morlaix)', 'function', 'as-said'],
    ['Une présidente de CCAS', 'function', 'as-said'],
    ['Présidente du CCAS (Morlaix)', 'none', 'unnamed'],
    ['', 'none', 'as-said'],
  ] as const)('%s, agreed to %s: %s', (attribution, consent, standing) => {
    const known = source({ attribution: agreed(consent) });
    expect(standingsOf(quoted(SAID, attribution), [known])).toEqual([standing]);
  });
});

test('[SY6] of several sources, whoever is not named keeps quiet beside those who are', () => {
  const known = [source(), source({ id: 'c2', attribution: UNNAMED })];
  const standing = (attribution: string) =>
    sourceStanding({ text: SAID + SAID, sources: ['c1', 'c2'], attribution }, (id) =>
      known.find((one) => one.id === id),
    );
  expect(standing('Inès Caradec, présidente')).toBe('as-said');
  expect(standing('Inès Caradec et Loïc Morvan')).toBe('unnamed');
});

test('[SY6] a name that is not agreed to any more is shown nowhere', () => {
  const named = (known: KnownSource, text: RichText = quoted(SAID)): string =>
    JSON.stringify(withAgreedNames(text, () => known)).includes('Caradec') ? 'named' : 'unnamed';
  const inProposal: RichText = [
    { type: 'proposal', kind: 'proposal', sources: [], content: quoted(SAID) },
    {
      type: 'list',
      ordered: false,
      start: 1,
      items: [{ content: quoted(SAID), sources: [] }],
    },
  ];
  expect(named(source())).toBe('named');
  expect(named(source({ text: 'Autre chose.' }))).toBe('named');
  expect(named(source({ attribution: agreed('function') }))).toBe('unnamed');
  expect(named(source({ sorting: { withdrawn: true, hidden: null } }))).toBe('unnamed');
  expect(named(source({ sorting: { withdrawn: false, hidden: '' } }), inProposal)).toBe('unnamed');
});

test('[SY7] each counts once', () => {
  const text = [...quoted(SAID), paragraph('Samedi.', ['c1', 'c2']), paragraph('Ailleurs.', ['elsewhere'])];
  expect(takenOverCounts(text, ['c1', 'c2', 'c3', 'c3'])).toEqual({ taken: 2, all: 3, left: 1 });
  expect(takenOverCounts([], ['c1'])).toEqual({ taken: 0, all: 1, left: 1 });
});
