import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Contribution } from '../contributions/contribution.ts';
import type { Photo } from '../photos/photo.ts';
import type { Seminar } from '../seminar/seminar.ts';
import { instant } from '../time/instant.ts';
import type { Actes } from './actes.ts';
import {
  built,
  heading,
  lineOf,
  material,
  paragraph,
  partOf,
  peopleOf,
  person,
  planOf,
  point,
  proposal,
  quotation,
  said,
  SEMINAR,
  texts,
} from './actes-material.test-support.ts';
import { citedFiles } from './cited-files.ts';
import { partTextId } from './composition.ts';
import type { RichText } from './rich-text.ts';

const here = (contributions: readonly Contribution[], synthesis: RichText = []) =>
  built({
    contributions: new Map([['morning', contributions]]),
    syntheses: new Map([['a1', synthesis]]),
  });

const sourcesLeft = (actes: Actes): readonly string[] =>
  actes.parts
    .filter(({ kind }) => kind === 'not-taken-over')
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'contribution' ? block.sources : [])));

const factsOf = (actes: Actes, atelierId: string): string | undefined =>
  partOf(actes, 'atelier', atelierId)?.[1];

const titles = (actes: Actes): readonly string[] =>
  actes.parts.map(({ blocks: [first] }) => (first ? lineOf(first) : ''));

describe('buildActes', () => {
  it('[AC1] takes cover and language from the description, and counts over all ateliers', () => {
    const actes = built({ contributions: new Map([['other', [said('c1')]]]) });
    expect(actes).toMatchObject({
      ...{ language: 'fr', model: 'seminar', organisation: 'Union', day: '2026-11-26', logo: null },
      title: 'Actes – Pouvoir d’agir',
      contents: 'Sommaire',
      cover: {
        ...{ label: 'Actes', title: 'Pouvoir d’agir', theme: 'Le lien', standing: '' },
        dayAndPlace: '26\u00a0novembre\u00a02026, Vannes',
        counts: '2 ateliers, 3 participants, 1 dits',
      },
    });
  });

  it('[AC14] leaves out a day that the calendar has not', () => {
    const seminar = { ...SEMINAR, description: { ...SEMINAR.description, day: '2026-02-30' } };
    expect(built({ seminar })).toMatchObject({ day: '', cover: { dayAndPlace: 'Vannes' } });
  });

  it('[AC112] says each day of the programme, the sittings and the description, and dates by the last of these', () => {
    const at = (iso: string) => instant(Date.parse(iso));
    const opening = { id: 't', kind: 'other', title: 'Accueil', place: '', atelierId: null } as const;
    const start = at('2026-11-30T23:30:00Z');
    const times = [{ ...opening, start, end: at('2026-12-01T08:00:00Z') }];
    const programme = { revision: 1, times, speakers: {} };
    const on = (day: string, sitting: string) => {
      const sittings = SEMINAR.sittings.map((it) => (it.id === 'other' ? { ...it, start: at(sitting) } : it));
      const description = { ...SEMINAR.description, day };
      const { cover, ...actes } = built({ seminar: { ...SEMINAR, description, programme, sittings } });
      return [actes.day, cover.dayAndPlace.replaceAll('\u00a0', ' ')];
    };
    expect(on('2026-11-30', '2026-12-01T09:00:00Z')).toEqual([
      '2026-11-30',
      '30 novembre et 1er décembre 2026, Vannes',
    ]);
    expect(on('2026-12-02', '2026-12-03T09:00:00Z')).toEqual([
      '2026-12-02',
      'Du 1er au 3 décembre 2026, Vannes',
    ]);
    expect(on('', '2026-12-01T09:00:00Z')).toEqual(['2026-12-01', '1er décembre 2026, Vannes']);
  });

  it('[AC114] names who conducted an atelier and told of it, as far as they agreed, each once', () => {
    const as = (role: 'animateur' | 'rapporteur', ...ids: readonly string[]) =>
      ids.map((personId) => ({ personId, role }));
    const seminar: Seminar = {
      ...SEMINAR,
      samePerson: { 'ines-2': 'ines' },
      appointments: {
        morning: [...as('animateur', 'ines', 'quiet'), ...as('rapporteur', 'quiet')],
        afternoon: [...as('animateur', 'ines-2', 'yann'), ...as('rapporteur', 'ines', 'nobody')],
        other: as('animateur', 'quiet'),
      },
    };
    const people = peopleOf(
      ...[person('ines'), person('ines-2')],
      person('yann', { firstName: 'Yann', lastName: 'Le Goff' }),
      person('quiet', { firstName: 'Loïc', lastName: 'Morvan', consent: 'function' }),
    );
    const actes = built({ seminar, people });
    expect([factsOf(actes, 'a1'), factsOf(actes, 'a2')]).toEqual([
      '3 participants, 0 dits · animateur : Inès Caradec, Yann Le Goff · rapporteur : Inès Caradec',
      '1 participants, 0 dits',
    ]);
  });

  it('[AC2] makes one part per atelier, in order, from all its sittings; a person counts once', () => {
    const actes = built({
      contributions: new Map([
        ['morning', [said('c1')]],
        ['afternoon', [said('c2', { supporters: ['x'] })]],
        ['other', [said('c3')]],
      ]),
    });
    expect([factsOf(actes, 'a1'), factsOf(actes, 'a2')]).toEqual([
      '3 participants, 2 dits',
      '1 participants, 1 dits',
    ]);
    expect(sourcesLeft(actes)).toEqual(['c2', 'c1', 'c3']);
  });

  it('[AC2] makes a part of a plenary only when something was written or said there', () => {
    const withPlenary: Seminar = {
      ...SEMINAR,
      ateliers: [...SEMINAR.ateliers, { id: 'plenary', title: 'Restitution', number: 0, plenary: true }],
      sittings: [
        ...SEMINAR.sittings,
        { id: 'hall', atelierId: 'plenary', room: 'Auditorium', start: null, label: '' },
      ],
    };
    const none = built({ seminar: withPlenary });
    expect(partOf(none, 'atelier', 'plenary')).toBeUndefined();
    expect(none.cover.counts).toContain('2 ateliers');
    const spoken = built({ seminar: withPlenary, contributions: new Map([['hall', [said('c1')]]]) });
    expect(partOf(spoken, 'atelier', 'plenary')?.[0]).toBe('# Restitution');
    const syntheses = new Map([['plenary', [paragraph('Oui.')]]]);
    expect(partOf(built({ seminar: withPlenary, syntheses }), 'atelier', 'plenary')).toBeDefined();
  });

  it('[AC3] [AC11] says facts, then questions by point, then the synthesis or that there is none', () => {
    expect(partOf(built(), 'atelier', 'a1')).toEqual([
      '# Synthèse de l’atelier 1 : Dire',
      '3 participants, 0 dits',
      ...['## Questions', '### Point p1', 'Question de p1 ?', '### Point p2', 'Question de p2 ?'],
      ...['## Synthèse', 'Rien d’écrit'],
    ]);
    const text = [heading(2, 'Un', 'p1'), paragraph('Oui.'), heading(3, 'Plus bas'), paragraph('Non.')];
    expect(partOf(here([], text), 'atelier', 'a1')?.slice(-4)).toEqual([
      ...['### Un', 'Oui.', '#### Plus bas', 'Non.'],
    ]);
  });

  it('[AC3] names a break in the annex only when something was said there', () => {
    const plans = new Map([['a1', planOf(point('p1'), point('pause', { kind: 'break', questions: [] }))]]);
    expect(partOf(built({ plans }), 'atelier', 'a1')).not.toContain('### Point pause');
    const contributions = new Map([['morning', [said('c1', { itemId: 'pause' })]]]);
    expect(partOf(built({ plans, contributions }), 'not-taken-over')).toEqual([
      ...['# Non repris', '## Atelier 1 : Dire', '### Point pause', 'Constat Sans nom: Parole c1'],
    ]);
  });

  it('[AC4] leaves out of the rest what the synthesis took over, wherever it stands in it', () => {
    const synthesis: RichText = [
      paragraph('', ['c1']),
      { type: 'list', ordered: false, start: 1, items: [{ content: [], sources: ['c2'] }] },
      { type: 'table', rows: [[{ header: false, content: [quotation('', ['c3'])] }]] },
    ];
    const actes = here([said('c1'), said('c2'), said('c3'), said('c4')], synthesis);
    expect(sourcesLeft(actes)).toEqual(['c4']);
    expect(factsOf(actes, 'a1')).toBe('3 participants, 4 dits');
  });

  it('[AC5] orders the rest by supports, then by time, then by id', () => {
    const actes = here([
      said('late', { at: instant(9_000) }),
      said('b', { at: instant(2_000) }),
      said('a', { at: instant(2_000) }),
      said('loved', { at: instant(9_999), supporters: ['x', 'y'] }),
    ]);
    expect(sourcesLeft(actes)).toEqual(['loved', 'a', 'b', 'late']);
  });

  it('[AC6] never shows words that were redacted, empty, hidden or withdrawn, and does not count them', () => {
    const actes = here([
      said('gone', { text: null }),
      said('blank', { text: ' \n ' }),
      said('hidden', { hidden: { reason: 'Une personne y est nommée.' } }),
      said('withdrawn', { withdrawn: true }),
      said('c1'),
    ]);
    expect(sourcesLeft(actes)).toEqual(['c1']);
    expect(factsOf(actes, 'a1')).toBe('3 participants, 1 dits');
  });

  it('[AC7] puts what belongs to no point of the plan before the points', () => {
    const actes = here([said('c1', { itemId: null }), said('c2', { itemId: 'removed' }), said('c3')]);
    expect(partOf(actes, 'not-taken-over')?.slice(2)).toEqual([
      ...['Constat Sans nom: Parole c1', 'Constat Sans nom: Parole c2'],
      ...['### Point p1', 'Constat Sans nom: Parole c3'],
    ]);
  });

  it('[AC8] [AC13] signs words as far as their author agreed', () => {
    const people = peopleOf(
      person('named'),
      person('function', { consent: 'function' }),
      person('none', { consent: 'none' }),
    );
    const spoken = [
      ...['named', 'function', 'none', 'unknown', null].map((author, index) => said(`c${index}`, { author })),
      said('c5', { author: 'named', unnamed: true }),
      said('c6', { unnamed: true, function: 'directrice', town: 'Auray' }),
      said('c7', { author: 'named', enteredBy: 'rapporteur', agreed: false }),
      said('c8', { author: 'named', enteredBy: 'rapporteur', agreed: true }),
    ];
    const { parts } = built({ people, contributions: new Map([['morning', spoken]]) });
    const blocks = parts.find(({ kind }) => kind === 'not-taken-over')?.blocks ?? [];
    const named = 'Inès Caradec – présidente (Morlaix)';
    expect(blocks.flatMap((block) => (block.type === 'contribution' ? [block.author] : []))).toEqual([
      ...[named, 'présidente (Morlaix)', 'Sans nom', 'Sans nom', 'Sans nom', 'Sans nom'],
      ...['directrice (Auray)', 'Sans nom', named],
    ]);
  });

  it('[AC16] leaves out the headings of points under which nobody wrote, and no other', () => {
    const synthesisOf = (text: RichText) =>
      partOf(here([], text), 'atelier', 'a1')
        ?.slice(-4)
        .filter((line) => line.startsWith('###'));
    const seeded = [heading(2, 'Un', 'p1'), paragraph(''), heading(2, 'Deux', 'p2'), paragraph('Écrit.')];
    expect(synthesisOf(seeded)).toEqual(['### Deux']);
    const own = [heading(1, 'À nous'), heading(2, 'Un', 'p1'), heading(3, 'Plus bas'), paragraph('')];
    expect(synthesisOf(own)).toEqual(['### À nous', '#### Un', '##### Plus bas']);
    const unwritten = partOf(here([], [heading(2, 'Un', 'p1'), paragraph(' ')]), 'atelier', 'a1');
    expect(unwritten?.at(-1)).toBe('Rien d’écrit');
  });

  it('[AC15] keeps the words of a link that leads elsewhere than it should', () => {
    const link = (to: string) => ({ type: 'text', text: to, link: to }) as const;
    const content = [link('javascript:alert(1)'), link('https://exemple.fr/a')];
    const { parts } = here([], [{ type: 'paragraph', content, sources: [] }]);
    expect(parts.flatMap(({ blocks }) => blocks)).toContainEqual({
      ...{ type: 'paragraph', sources: [] },
      content: [{ type: 'text', text: 'javascript:alert(1)' }, link('https://exemple.fr/a')],
    });
  });

  it('[AC9] gives the same tree for the same material, whatever the order it was read in', () => {
    const arbitrary = fc.array(
      fc.record({
        id: fc.uuid(),
        itemId: fc.constantFrom('p1', 'p2', null, 'removed'),
        at: fc.nat(3).map(instant),
        supporters: fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(arbitrary, (all) => {
        const contributions = all.map(({ id, ...changes }) => said(id, changes));
        expect(here(contributions.toReversed())).toEqual(here(contributions));
      }),
    );
  });
});

test('[AC12] proposals and decisions stay where they were written, each under its label', () => {
  const synthesis = [
    heading(2, 'Un'),
    proposal('Ouvrir le samedi.'),
    paragraph('Entre les deux.'),
    { ...proposal('Écrire au maire.'), kind: 'decision' } as const,
  ];
  const { parts } = built({ syntheses: new Map([['a1', synthesis]]) });
  const blocks = parts.find(({ subject }) => subject === 'a1')?.blocks ?? [];
  const told = blocks.map((block) => (block.type === 'proposal' ? block.label : lineOf(block)));
  expect(told.slice(told.indexOf('### Un'))).toEqual([
    ...['### Un', 'Proposition', 'Entre les deux.', 'Décision'],
  ]);
});

describe('[AC66] who signs a quotation', () => {
  const people = peopleOf(
    person('ines'),
    person('quiet', {
      ...{ consent: 'none', firstName: 'Loïc', lastName: 'Morvan' },
      ...{ function: 'trésorier', town: 'Lorient' },
    }),
  );
  const contributions = new Map([
    [
      'morning',
      [
        said('c1', { author: 'ines' }),
        said('c2', { author: 'quiet' }),
        said('c3', { author: 'ines', withdrawn: true }),
        said('c4', { author: 'ines', agreed: false }),
      ],
    ],
  ]);
  const signed = (sources: readonly string[], attribution: string) => {
    const actes = built({
      people,
      contributions,
      syntheses: new Map([['a1', [quotation('Oui.', sources, attribution)]]]),
    });
    return actes.parts
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.type === 'quotation' ? [[block.attribution, block.personId]] : []))[0];
  };
  test.each([
    [['c1'], 'Autrement écrit', 'Inès Caradec – présidente (Morlaix)', 'ines'],
    [['c2'], 'Loïc Morvan', 'Propos sans nom (atelier)', null],
    [['c3'], 'Inès Caradec', '', null],
    [['c4'], 'Inès Caradec', 'Propos sans nom (atelier)', null],
    [['elsewhere'], 'Inès Caradec', '', null],
    [[], 'Un proverbe', 'Un proverbe', null],
    [['c1', 'c2'], 'Deux voix', 'Deux voix', null],
    [['c1', 'c2'], 'Inès Caradec et Loïc Morvan', 'Propos sans nom (atelier)', null],
    [['c1', 'c2'], 'Mme CARADEC et M. MORVAN', 'Propos sans nom (atelier)', null],
    [['c1', 'c2'], 'Inès Caradec et le trésorier (Lorient)', 'Propos sans nom (atelier)', null],
    [['c1', 'c2'], 'Inès Caradec (Morlaix) et un collègue', 'Inès Caradec (Morlaix) et un collègue', null],
    [['c1', 'c3'], 'Deux voix', 'Propos sans nom (atelier)', null],
  ] as const)('%j written as %s: %s', (sources, written, attribution, personId) => {
    expect(signed(sources, written)).toEqual([attribution, personId]);
  });
  test('[AC113] words that nobody signs say so, and where they were said', () => {
    const ateliers = SEMINAR.ateliers.map((it) => ({ ...it, plenary: it.id === 'a2' }));
    const testimony = said('c5', { kind: 'testimony' });
    const all = new Map([...contributions, ['other', [testimony, said('c6')]]]);
    const line = (sources: readonly string[], more: Parameters<typeof built>[2] = {}) =>
      built(
        {
          ...{ people, contributions: all, seminar: { ...SEMINAR, ateliers } },
          syntheses: new Map([['a1', [quotation('Oui.', sources)]]]),
        },
        {},
        more,
      ).parts.flatMap(({ blocks }) =>
        blocks.flatMap((it) => (it.type === 'quotation' ? it.attribution : [])),
      );
    expect(line(['c2'])).toEqual(['Propos sans nom (atelier)']);
    expect(line(['c5'])).toEqual(['Témoignage sans nom (plenary)']);
    expect(line(['c5', 'c6'])).toEqual(['Propos sans nom (plenary)']);
    expect(line(['c5'], { model: 'committee' })).toEqual(['Témoignage sans nom (meeting)']);
    expect([line([]), line(['c3'])]).toEqual([[''], ['']]);
  });
  test('sources stay with every block that has some', () => {
    const item = { content: [paragraph('b')], sources: ['c2'] };
    const { parts } = built({
      syntheses: new Map([
        ['a1', [paragraph('a', ['c1']), { type: 'list', ordered: false, start: 1, items: [item] }]],
      ]),
    });
    const blocks = parts.find(({ subject }) => subject === 'a1')?.blocks ?? [];
    expect(blocks).toContainEqual({
      type: 'paragraph',
      content: [{ type: 'text', text: 'a' }],
      sources: ['c1'],
    });
    expect(blocks).toContainEqual({ type: 'list', ordered: false, start: 1, items: [item] });
  });
});

describe('[AC60] the parts', () => {
  test('stand in the order of the composition, under its titles; what is not included or empty is left out', () => {
    const preamble = [heading(2, 'Pourquoi'), paragraph('Parce que.')];
    expect(titles(built({ preamble }))).toEqual([
      ...['# Préambule', '# Présents'],
      ...['# Synthèse de l’atelier 1 : Dire', '# Synthèse de l’atelier 2 : Faire'],
    ]);
    const renamed = built(
      { preamble },
      {
        preamble: { title: 'Mot du président' },
        'atelier-a2': { included: false },
        attendance: { included: false },
      },
    );
    expect(titles(renamed)).toEqual(['# Mot du président', '# Synthèse de l’atelier 1 : Dire']);
    expect(partOf(built({ preamble }), 'preamble')).toEqual(['# Préambule', '## Pourquoi', 'Parce que.']);
  });

  test('have free texts before and after, and texts of their own', () => {
    const id = (part: string, place: 'body' | 'before' | 'after') => partTextId('seminar', part, place);
    const free = texts({
      [id('atelier-a2', 'before')]: 'Avant.',
      [id('atelier-a2', 'after')]: 'Après.',
      [id('atelier-a1', 'before')]: 'Non demandé.',
      [id('next-meeting', 'body')]: 'Le 3 mars.',
      [id('working-group', 'body')]: 'Quatre volontaires.',
    });
    const actes = built(
      { texts: free },
      { 'atelier-a2': { before: true, after: true } },
      { model: 'meeting' },
    );
    expect(partOf(actes, 'atelier', 'a2')?.[1]).toBe('Avant.');
    expect(partOf(actes, 'atelier', 'a2')?.at(-1)).toBe('Après.');
    expect(JSON.stringify(actes)).not.toContain('Non demandé');
    expect(partOf(actes, 'next-meeting')).toEqual(['# Prochain rendez-vous', 'Le 3 mars.']);
    expect(partOf(actes, 'text', 'working-group')).toEqual(['# Groupe de travail', 'Quatre volontaires.']);
    expect(actes).toMatchObject({ contents: '', cover: { label: 'Compte rendu' } });
    expect(actes.cover.counts).toContain('0 ateliers');
  });

  test('an atelier that was added since is there, one without a title has no colon', () => {
    const seminar = {
      ...SEMINAR,
      ateliers: [...SEMINAR.ateliers, { id: 'a3', title: '', number: 3, plenary: false }],
    };
    const before = built();
    expect(partOf(before, 'atelier', 'a3')).toBeUndefined();
    const actes = built({ seminar });
    expect(partOf(actes, 'atelier', 'a3')?.[0]).toBe('# Synthèse de l’atelier 3');
  });

  test('the pictures they show are cited once, the logo first', () => {
    const logo = { alternative: 'Logo', file: 'f'.repeat(64), mediaType: 'image/png' } as const;
    const taken: Photo = {
      ...{ id: 'photo', itemId: null, questionId: null, file: 'a'.repeat(64), mediaType: 'image/png' },
      ...{ width: 1, height: 1, description: 'Tableau', at: instant(0), included: true },
    };
    const syntheses = new Map<string, RichText>([
      [
        'a1',
        [
          { type: 'image', attachment: 'photo', alternative: 'Vu' },
          { type: 'image', attachment: 'x', alternative: '' },
        ],
      ],
    ]);
    const actes = built({ photos: new Map([['other', [taken]]]), syntheses }, {}, { logo });
    expect(citedFiles(actes)).toEqual([logo.file, taken.file]);
    expect(material().photos).toBeUndefined();
  });
});
