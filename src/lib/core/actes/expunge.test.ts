import { describe, expect, it } from 'vitest';
import { actesJson } from './actes-json.ts';
import { built, partOf, peopleOf, person, SEMINAR } from './actes-material.test-support.ts';
import type { Actes, ActesBlock } from './actes.ts';
import type { Expunging } from './expunge.ts';
import { expunged } from './expunge.ts';
import { hostileActes } from './hostile-actes.test-support.ts';
import { namesOfErased } from './names-of-erased.ts';
import { namesTakenOut } from './names-taken-out.ts';
import { passagesQuoting, quotingPassages } from './passages.ts';
import {
  contribution,
  entry,
  facts,
  factsNaming,
  heading,
  image,
  item,
  list,
  paragraph,
  part,
  presentation,
  proposal,
  quotation,
  sampleActes,
  table,
  words,
} from './sample-actes.test-support.ts';
import { typeset } from './typeset.ts';

const NAMES = ['Inès Caradec', 'CARADEC Inès', 'I. CARADEC'];
const taken = (...names: readonly string[]) => namesTakenOut(names, 'Sans nom');
const INES: Expunging = {
  personId: 'ines',
  contributionIds: ['c1', 'c2'],
  names: taken(...NAMES),
  labels: { unnamed: 'Sans nom', removed: 'Ces mots ont été retirés.' },
};

const without = (...blocks: readonly ActesBlock[]): readonly ActesBlock[] =>
  expunged(actesOf(...blocks), INES).parts.flatMap((it) => it.blocks.slice(1));
const actesOf = (...blocks: readonly ActesBlock[]): Actes =>
  sampleActes({ parts: [part('text', heading(1, 'Titre'), ...blocks)] });

describe('expunged', () => {
  it('[AC90] takes what they say of themselves and their line among those present', () => {
    expect(
      without(
        presentation('CARADEC Inès – présidente', 'a', [paragraph('b')], 'ines'),
        presentation('TANGUY Hervé', '', [paragraph('c')], 'herve'),
        {
          type: 'attendance',
          entries: [
            entry('I. CARADEC, Morlaix', '', 'ines'),
            entry('I. Caradec, Morlaix'),
            entry('H. TANGUY', 'représenté par Inès Caradec', 'herve'),
          ],
        },
      ),
    ).toEqual([
      presentation('TANGUY Hervé', '', [paragraph('c')], 'herve'),
      { type: 'attendance', entries: [entry('H. TANGUY', '', 'herve')] },
    ]);
  });

  it('[AC91] leaves words that were taken over without a name, and takes those that were not', () => {
    expect(
      without(
        quotation('Inès Caradec – présidente (Morlaix)', [paragraph('a')], {
          personId: 'ines',
          sources: ['c1'],
        }),
        quotation('la présidente', [paragraph('b')], { sources: ['c2', 'c9'] }),
        quotation('Inès Caradec', [paragraph('écrit à la main')]),
        quotation('Hervé Tanguy', [paragraph('c')], { personId: 'herve', sources: ['c9'] }),
        contribution('Constat', 'Inès Caradec', [paragraph('d')], { personId: 'ines', sources: ['c1'] }),
        contribution('', 'Hervé', [paragraph('e')], { personId: 'herve', sources: ['c9'] }),
        proposal('proposal', [paragraph('f')], ['c1', 'c9']),
        list({ content: [paragraph('g')], sources: ['c2'] }),
      ),
    ).toEqual([
      quotation('', [paragraph('a')]),
      quotation('', [paragraph('b')], { sources: ['c9'] }),
      quotation('', [paragraph('écrit à la main')]),
      quotation('Hervé Tanguy', [paragraph('c')], { personId: 'herve', sources: ['c9'] }),
      contribution('Constat', 'Sans nom', [paragraph('Ces mots ont été retirés.')]),
      contribution('', 'Hervé', [paragraph('e')], { personId: 'herve', sources: ['c9'] }),
      proposal('proposal', [paragraph('f')], ['c9']),
      list(item(paragraph('g'))),
    ]);
  });

  it('[AC92] puts the label in place of their names in anybody’s words, however they are set', () => {
    expect(
      without(
        paragraph('Merci à inès\u00a0CARADEC, et à Inèsia Caradecque.'),
        paragraph('Avec Inès ', words('Caradec', { strong: true }), '.'),
        paragraph('Inès', { type: 'break' }, 'Caradec parle'),
        paragraph(words('écrire', { link: 'mailto:In%C3%A8s%20Caradec@exemple.fr' })),
        table(['Qui'], ['I. CARADEC']),
        image('Inès Caradec au tableau'),
      ),
    ).toEqual([
      paragraph('Merci à Sans nom, et à Inèsia Caradecque.'),
      paragraph('Avec Sans nom', '.'),
      paragraph('Sans nom', ' parle'),
      paragraph('écrire'),
      table(['Qui'], ['Sans nom']),
      image('Sans nom au tableau'),
    ]);
  });

  it('[AC135] takes who conducted an atelier out of its facts, and no other words', () => {
    const left = (text: string, ...people: readonly (readonly [string, string])[]) =>
      without(factsNaming(text, ...people));
    const [soizic, yann, lea, ana] = [
      ['ines', 'Soizic'],
      ['yann', 'Yann Le Goff'],
      ['lea', 'Léa Par'],
      ['ana', 'Soizic Ana'],
    ] as const;
    expect(left('3 participants · animé par Soizic · rapporté par Yann Le Goff', soizic, yann)).toEqual([
      factsNaming('3 participants · rapporté par Yann Le Goff', yann),
    ]);
    expect(left('animation\u00a0: Yann Le Goff, Soizic et Léa Par', yann, soizic, lea)).toEqual([
      factsNaming('animation\u00a0: Yann Le Goff et Léa Par', yann, lea),
    ]);
    expect(left('animé par Yann Le Goff, Soizic Ana et Soizic', yann, ana, soizic)).toEqual([
      factsNaming('animé par Yann Le Goff et Soizic Ana', yann, ana),
    ]);
    expect(left('led by Soizic, Léa Par, and Soizic Ana', soizic, lea, ana)).toEqual([
      factsNaming('led by Léa Par and Soizic Ana', lea, ana),
    ]);
    expect(left('led by Léa Par, Soizic, Yann Le Goff, and Soizic Ana', lea, soizic, yann, ana)).toEqual([
      factsNaming('led by Léa Par, Yann Le Goff, and Soizic Ana', lea, yann, ana),
    ]);
    expect(left('2 dits · animé par Par · rapporté par Par', ['ines', 'Par'], ['ines', 'Par'])).toEqual([
      facts('2 dits'),
    ]);
    expect(left('animé par Soizic', soizic)).toEqual([]);
  });

  it('[AC135] takes a namesake’s words by the name, and whoever an older tree names', () => {
    const both = [
      ['yann', 'Yann'],
      ['other', 'Inès Caradec'],
    ] as const;
    expect(without(factsNaming('animé par Yann et Inès Caradec', ...both))).toEqual([
      factsNaming('animé par Yann et Sans nom', both[0], ['other', 'Sans nom']),
    ]);
    expect(without(facts('animé par Yann et Inès Caradec'))).toEqual([facts('animé par Yann et Sans nom')]);
  });

  it('[AC135] an atelier no longer names who was erased, by half a name and whatever they are called since', () => {
    const seminar = {
      ...SEMINAR,
      appointments: {
        morning: [
          { personId: 'soizic', role: 'animateur' } as const,
          { personId: 'yann', role: 'animateur' } as const,
        ],
      },
    };
    const of = (lastName: string) => [
      person('soizic', { firstName: 'Soizic', lastName }),
      person('yann', { firstName: "Yann  d'Arvor", lastName: '' }),
    ];
    const toldOf = (actes: Actes) => partOf(actes, 'atelier', 'a1')?.[1];
    for (const lastName of ['', 'Le Gof']) {
      const actes = typeset(built({ seminar, people: peopleOf(...of(lastName)) }));
      const names = namesOfErased(of('Le Goff').slice(0, 1), [], 'Sans nom').surely;
      const asked = { personId: 'soizic', contributionIds: [], names, labels: { unnamed: '', removed: '' } };
      expect(toldOf(expunged(actes, asked))).toBe(
        '3 participants, 0 dits\u00a0· animateur\u00a0: Yann d’Arvor',
      );
      const yanns = { ...asked, personId: 'yann' };
      expect(toldOf(expunged(expunged(actes, asked), yanns))).toBe('3 participants, 0 dits');
    }
  });

  it('[AC136] takes what was judged to be them from words, and from no line of somebody else', () => {
    const people = [person('soizic', { firstName: 'Soizic', lastName: 'Le Goff' })];
    const { judged } = namesOfErased(
      people,
      [person('sylvie', { firstName: 'Sylvie', lastName: 'Le Goff' })],
      '…',
    );
    const asked = { ...INES, personId: 'soizic', contributionIds: [], names: judged };
    const others = [
      quotation('S. Le Goff', [paragraph('a')], { personId: 'sylvie', sources: ['c9'] }),
      { type: 'attendance', entries: [entry('S. LE GOFF, Brest', '', 'sylvie')] },
    ] as const;
    const said = [quotation('Mme Le Goff', [paragraph('b')]), paragraph('Merci à S. Le Goff.')];
    const left = expunged(actesOf(...others, ...said), asked).parts.flatMap((it) => it.blocks.slice(1));
    expect(left).toEqual([...others, quotation('…', [paragraph('b')]), paragraph('Merci à ….')]);
  });

  it('[AC93] takes headings and parts that are empty by it, and no others', () => {
    const actes = sampleActes({
      parts: [
        part(
          'people',
          heading(1, 'Qui sommes-nous'),
          heading(2, 'Morlaix'),
          presentation('CARADEC Inès', '', [], 'ines'),
        ),
        part(
          'text',
          heading(1, 'Texte'),
          heading(2, 'Vide depuis toujours'),
          heading(2, 'Vidé'),
          heading(3, 'Dessous'),
          presentation('CARADEC Inès', '', [], 'ines'),
          heading(2, 'Reste'),
          paragraph('a'),
        ),
      ],
    });
    expect(expunged(actes, INES).parts).toEqual([
      part(
        'text',
        heading(1, 'Texte'),
        heading(2, 'Vide depuis toujours'),
        heading(2, 'Reste'),
        paragraph('a'),
      ),
    ]);
  });

  it('[AC94] leaves their names nowhere, and changes nothing the second time', () => {
    const named = (seed: number): Actes =>
      JSON.parse(
        actesJson(hostileActes(seed))
          .replaceAll('mot', ' Inès Caradec ')
          .replaceAll('Marie', ' CARADEC Inès '),
        (key, value: unknown) =>
          key === 'sources' && Array.isArray(value)
            ? ['c1', ...(value as readonly unknown[]).slice(1)]
            : value,
      ) as Actes;
    const all = [sampleActes(), ...Array.from({ length: 40 }, (_, seed) => named(seed))];
    for (const actes of all) {
      for (const personId of ['ines', 'person-1', 'person-2']) {
        const asked = { ...INES, personId, names: taken(...NAMES, 'CARADEC', 'Caradec') };
        const once = expunged(actes, asked);
        const json = actesJson(once);
        expect(/.{0,40}(?:caradec|"c1"|"c2").{0,40}/iu.exec(json)?.[0]).toBeUndefined();
        expect(json.includes(`"${personId}"`)).toBe(false);
        expect(actesJson(expunged(once, asked)) === json).toBe(true);
      }
    }
  });

  it('[AC94] leaves actes that do not tell of them as they are', () => {
    const actes = sampleActes();
    const asked = { ...INES, names: taken('Quelqu’un d’autre'), contributionIds: ['autre'] };
    expect(expunged(actes, asked)).toEqual(actes);
    expect(expunged(actes, { ...asked, names: taken('', ' ', '.') })).toEqual(actes);
  });
});

describe('passagesQuoting', () => {
  it('[AC95] tells what bears their id or takes over their words, once, with how they are named', () => {
    const actes = actesOf(
      presentation('CARADEC Inès – présidente', 'Une adresse', [paragraph('Elle écoute.')], 'ines'),
      quotation('Inès Caradec', [paragraph('a'), paragraph('b')], { personId: 'ines', sources: ['c1'] }),
      quotation('Hervé Tanguy', [paragraph('c')], { personId: 'herve', sources: ['c9'] }),
      list({ content: [paragraph('d')], sources: ['c2'] }, item(paragraph('e'))),
      proposal('decision', [list({ content: [paragraph('f')], sources: ['c1'] })], ['c2']),
      { type: 'attendance', entries: [entry('I. CARADEC', 'invitée', 'ines'), entry('H. TANGUY')] },
      contribution('Constat', 'Inès Caradec', [paragraph('g')], { sources: ['c1'] }),
      { type: 'paragraph', content: [words('h')], sources: ['c2'] },
    );
    const part_ = 'Titre';
    expect(passagesQuoting(actes, 'ines', ['c1', 'c2'])).toEqual([
      {
        part: part_,
        text: 'Une adresse\nElle écoute.',
        attribution: 'CARADEC Inès – présidente',
        listed: false,
      },
      { part: part_, text: 'a\nb', attribution: 'Inès Caradec', listed: false },
      { part: part_, text: 'd', attribution: '', listed: false },
      { part: part_, text: 'f', attribution: '', listed: false },
      { part: part_, text: 'I. CARADEC – invitée', attribution: 'I. CARADEC', listed: true },
      { part: part_, text: 'g', attribution: 'Inès Caradec', listed: false },
      { part: part_, text: 'h', attribution: '', listed: false },
    ]);
    expect(passagesQuoting(actes, 'nobody', [])).toEqual([]);
    const quoting = quotingPassages(passagesQuoting(actes, 'ines', ['c1', 'c2']));
    expect(quoting.map(({ text }) => text)).toEqual([
      'Une adresse\nElle écoute.',
      'a\nb',
      'd',
      'f',
      'g',
      'h',
    ]);
  });
});
