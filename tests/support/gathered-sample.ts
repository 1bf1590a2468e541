/** Actes with a bit of everything, and the labels that word them. */
import type { Actes, ActesAtelier, ActesContribution, ActesLabels } from '#core/actes/gathered-actes.ts';
import type { Block, Inline, ListItem, TableCell } from '#core/actes/rich-text.ts';

export const SAMPLE_LABELS: ActesLabels = {
  actes: 'Actes du séminaire',
  contents: 'Sommaire',
  preamble: 'Préambule',
  people: 'Qui sommes-nous',
  paperboards: 'Paperboards',
  photo: (description: string) => `Photo : ${description}`,
  atelier: (number, title) => `Synthèse de l’atelier ${number} : ${title}`,
  questions: 'Questions',
  synthesis: 'Synthèse',
  notTakenOver: 'Contributions non reprises',
  noSynthesis: 'La synthèse n’est pas encore écrite.',
  unnamed: 'Sans nom',
  kind: {
    observation: 'Constat',
    proposal: 'Proposition',
    experience: 'Expérience',
    testimony: 'Témoignage',
    'to-clarify': 'À éclaircir',
  },
  proposal: 'Proposition',
  decision: 'Décision',
  counts: (ateliers, participants, contributions) =>
    `${ateliers} ateliers · ${participants} participants · ${contributions} contributions`,
  image: 'Image sans description',
  facts: (participants, contributions) => `${participants} participants · ${contributions} contributions`,
};

type Marks = Omit<Extract<Inline, { type: 'text' }>, 'type' | 'text'>;

export const words = (text: string, marks: Marks = {}): Inline => ({ type: 'text', text, ...marks });

export const paragraph = (...content: readonly (string | Inline)[]): Block => ({
  type: 'paragraph',
  content: content.map((it) => (typeof it === 'string' ? words(it) : it)),
  sources: [],
});

export const heading = (level: 1 | 2 | 3, text: string): Block => ({
  type: 'heading',
  level,
  item: null,
  content: [words(text)],
});

export const item = (...content: readonly Block[]): ListItem => ({ content, sources: [] });

export const list = (...items: readonly ListItem[]): Block => ({
  type: 'list',
  ordered: false,
  start: 1,
  items,
});

export const cell = (text: string, header = false): TableCell => ({ header, content: [paragraph(text)] });

export const contribution = (
  id: string,
  text: string,
  changes: Partial<ActesContribution> = {},
): ActesContribution => ({
  id,
  text,
  kind: null,
  supports: 0,
  attribution: { name: null, function: null, town: null },
  ...changes,
});

/** An atelier whose parts run over several pages. */
export function sampleAtelier(number: number, title: string): ActesAtelier {
  return {
    id: `atelier-${number}`,
    number,
    title,
    participants: 23,
    contributions: 31,
    items: [
      {
        title: 'Qui sommes-nous ?',
        questions: [
          "Qu'est-ce qu'un comité pour qui n'y est jamais venu?",
          'Comment le dire en une phrase ?',
        ],
        notTakenOver: [
          contribution('c1', 'On nous voit comme un guichet ; nous voulons être une adresse.', {
            kind: 'testimony',
            attribution: { name: 'Inès Caradec', function: 'présidente', town: 'Morlaix' },
          }),
          contribution(
            'c2',
            'Tenir la permanence le jour de paie.\n\nEt le dire partout :\nau hall, au marché.',
            {
              kind: 'proposal',
            },
          ),
        ],
      },
      {
        title: 'Se faire connaître',
        questions: ['Quelles actions ont marché, et pourquoi ?'],
        notTakenOver: [contribution('c3', 'Combien cela coûte-t-il?', { kind: 'to-clarify' })],
      },
    ],
    elsewhere: [contribution('c4', 'La salle était trop petite.')],
    synthesis: [
      heading(1, 'Aller vers'),
      paragraph("L'atelier relève trois façons qui marchent, toutes peu coûteuses. ".repeat(30)),
      list(
        item(paragraph('une permanence mensuelle, à heure fixe ;')),
        item(
          paragraph('un référent nommé par site :'),
          list(item(paragraph('à Morlaix ;')), item(paragraph('à Lorient.'))),
        ),
      ),
      heading(1, 'Travailler avec les associations'),
      {
        type: 'quotation',
        attribution: 'Témoignage recueilli en atelier, sans nom',
        content: [paragraph('On prête la salle, ils prêtent les mains.')],
        sources: [],
      },
      paragraph(
        'Une convention de ',
        words('trois pages', { strong: true }),
        ', que chacun ',
        words('adapte', { emphasis: true }),
        ' ; voir ',
        words('le modèle', { link: 'https://exemple.fr/convention?x=1' }),
        '.',
      ),
      heading(2, 'Ce que l’atelier propose'),
      {
        type: 'proposal',
        kind: 'proposal',
        content: [paragraph('Rédiger la convention type.')],
        sources: [],
      },
      { type: 'proposal', kind: 'decision', content: [paragraph('Se revoir en mars.')], sources: [] },
      {
        type: 'table',
        rows: [
          [cell('Suite proposée', true), cell('Qui', true), cell('Pour le', true)],
          [cell('Recenser les référents par site'), cell('Chaque comité'), cell('31 janvier 2027')],
        ],
      },
      { type: 'image', attachment: 'paperboard', alternative: 'Le paperboard : trois colonnes' },
    ],
  };
}

export function sampleActes(changes: Partial<Actes> = {}): Actes {
  return {
    language: 'fr',
    cover: {
      organisation: "Union départementale des centres communaux d'action sociale",
      title: "Pouvoir d'agir et lien social de proximité",
      theme: "Rencontre départementale de l'action sociale",
      place: 'Vannes',
      day: '2026-11-26',
      participants: 131,
      contributions: 213,
    },
    preamble: [paragraph('Cette journée a voulu rendre le temps de penser ensemble. '.repeat(120))],
    ateliers: [sampleAtelier(1, 'se faire connaître de tous'), sampleAtelier(2, 'créer du lien')],
    ...changes,
  };
}
