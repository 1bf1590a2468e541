import { describe, expect, it, test } from 'vitest';
import { parsedCsv } from '../../agenda/export/csv.test-support.ts';
import type { ContributionKind } from '../../contributions/contribution.ts';
import type { Photo } from '../../photos/photo.ts';
import { instant } from '../../time/instant.ts';
import {
  LABELS as ACTES_LABELS,
  composed,
  material,
  paragraph,
  peopleOf,
  person,
  quotation,
  said,
} from '../actes-material.test-support.ts';
import type { ActesMaterial } from '../actes-material.ts';
import { buildActes } from '../build-actes.ts';
import { toMarkdown } from '../to-markdown.ts';
import type { ArchiveLabels } from './archive-texts.ts';
import { archivePictures, archiveTexts } from './archive-texts.ts';
import { contributionsCsv } from './contributions-csv.ts';

const KIND: Readonly<Record<ContributionKind, string>> = {
  ...{ observation: 'constat', proposal: 'proposition', experience: 'expérience', testimony: 'témoignage' },
  'to-clarify': 'à éclaircir',
};

const BALANCE_COLUMNS = {
  ...{ atelier: 'N°', title: 'Atelier', label: 'Séance', room: 'Salle', day: 'Jour', run: 'Déroulé' },
  ...{ point: 'Point', planned: 'Prévu', real: 'Réel', overrun: 'Écart' },
  ...{ plannedStart: 'Début prévu', realStart: 'Début réel' },
};

const LABELS: ArchiveLabels = {
  balance: {
    ...{ columns: BALANCE_COLUMNS, total: 'Total', addedPoint: 'Ajouté', plenary: 'Plénière' },
    run: { held: 'tenu', goingOn: 'en cours', rehearsal: 'répétition', archived: 'recommencé' },
  },
  contributions: {
    columns: {
      ...{ atelier: 'N°', title: 'Atelier', sitting: 'Séance', day: 'Jour', time: 'Heure', point: 'Point' },
      ...{ question: 'Question', kind: 'Genre', words: 'Contribution', author: 'Par' },
      ...{ supports: 'Soutiens', takenOver: 'Reprise' },
    },
    ...{ kind: KIND, unnamed: 'Sans nom', plenary: 'Plénière', yes: 'oui', no: 'non' },
  },
  names: {
    ...{ runs: 'deroules', contributions: 'contributions', notes: 'notes' },
    ...{ descriptions: 'descriptions', atelier: 'atelier', plenary: 'pleniere', group: 'groupe' },
  },
  columns: { picture: 'Image', sitting: 'Séance', description: 'Description' },
};

const rowsOf = (of: ActesMaterial): string[][] =>
  parsedCsv(contributionsCsv(of, LABELS.contributions), ';').slice(1);

const NINE = Date.UTC(2026, 10, 26, 8, 12, 34, 567);

describe('contributions.csv', () => {
  it('tells when, where, what, by whom as they agreed, and whether it was taken over', () => {
    const [row, ...more] = rowsOf(
      material({
        people: peopleOf(person('x')),
        contributions: new Map([
          [
            'morning',
            [
              said('c1', {
                ...{ author: 'x', at: instant(NINE), questionId: 'p1-q', supporters: ['y', 'z'] },
                text: '=SOMME(1)\nen deux lignes',
              }),
            ],
          ],
        ]),
        syntheses: new Map([['a1', [quotation('Dit.', ['c1'])]]]),
      }),
    );
    expect(more).toEqual([]);
    expect(row).toEqual([
      ...['1', 'Dire', 'A', '2026-11-26', '09:12', 'Point p1', 'Question de p1 ?', 'constat'],
      ...["'=SOMME(1)\nen deux lignes", 'Inès Caradec – présidente (Morlaix)', '2', 'oui'],
    ]);
  });

  test.each([
    ['who agreed to their function alone', { consent: 'function' }, {}, 'présidente (Morlaix)'],
    ['who agreed to nothing', { consent: 'none' }, {}, 'Sans nom'],
    ['whose words another entered, until they agree', {}, { agreed: false }, 'Sans nom'],
    ['who spoke without a name', {}, { unnamed: true, function: 'élue', town: null }, 'élue'],
  ] as const)('never names someone %s', (_who, about, how, expected) => {
    const [row] = rowsOf(
      material({
        people: peopleOf(person('x', about)),
        contributions: new Map([['other', [said('c1', { author: 'x', ...how })]]]),
      }),
    );
    expect(row?.[9]).toBe(expected);
  });

  it('holds nothing that was withdrawn, hidden or erased', () => {
    const hidden = [
      said('c1', { withdrawn: true }),
      said('c2', { hidden: { reason: null } }),
      said('c3', { text: null }),
    ];
    expect(rowsOf(material({ contributions: new Map([['other', hidden]]) }))).toEqual([]);
  });

  it('does not tell by its order who spoke after whom within a minute', () => {
    const inOneMinute = [
      said('c9', { at: instant(NINE) }),
      said('c1', { at: instant(NINE + 20_000) }),
      said('c5', { at: instant(NINE - 60_000) }),
    ];
    const rows = rowsOf(material({ contributions: new Map([['other', inOneMinute]]) }));
    expect(rows.map((row) => row[8])).toEqual(['Parole c5', 'Parole c1', 'Parole c9']);
  });
});

describe('what else an archive holds', () => {
  const photo: Photo = {
    ...{ id: 'f1', itemId: null, questionId: null, file: 'ab', included: false },
    mediaType: 'image/jpeg',
    ...{ width: 10, height: 10, description: 'Trois colonnes', at: instant(NINE) },
  };
  const of = material({
    notes: new Map([['afternoon', [paragraph('Début à 14 h.')]]]),
    photos: new Map([['other', [photo, { ...photo, id: 'f2', file: 'cd', description: null }]]]),
  });

  it('has runs, contributions, the notes that someone wrote, and what the pictures show', () => {
    const texts = archiveTexts(of, LABELS);
    expect(texts.map(({ path }) => path)).toEqual([
      'deroules.csv',
      'contributions.csv',
      'notes/atelier-1-dire-groupe-2.md',
      'images/descriptions.csv',
    ]);
    expect(texts[2]?.text).toBe('# Dire\n\nDébut à 14 h.\n');
    expect(parsedCsv(texts[3]?.text ?? '', ';').slice(1)).toEqual([
      ['images/ab.jpg', 'atelier-2-faire', 'Trois colonnes'],
      ['images/cd.jpg', 'atelier-2-faire', ''],
    ]);
  });

  it('[AC117] has every picture where the Markdown of the actes looks for it', () => {
    const paths = archivePictures(of, LABELS).map(({ path, file }) => [path, file]);
    expect(paths).toEqual([
      ['images/ab.jpg', 'ab'],
      ['images/cd.jpg', 'cd'],
    ]);
    const shown = { ...of, photos: new Map([['other', [{ ...photo, included: true }]]]) };
    const actes = buildActes(shown, composed(shown), ACTES_LABELS);
    expect(toMarkdown(actes)).toContain('(images/ab.jpg)');
  });
});
