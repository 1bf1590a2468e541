/** Actes of eight ateliers with as many points each as are asked for: about a page a point and atelier. */
import type { Actes, ActesBlock, ActesPart } from '#core/actes/actes.ts';
import {
  facts,
  heading,
  item,
  list,
  paragraph,
  part,
  presentation,
  proposal,
  quotation,
  sampleActes,
  table,
} from '../support/sample-actes.ts';

const ATELIERS = 8;
const PEOPLE = 16;
export const SENTENCES = [
  'L’atelier relève trois façons qui marchent, toutes peu coûteuses.',
  'Les habitants viennent quand on va d’abord les chercher, et reviennent quand on leur a répondu.',
  'Une convention de trois pages, que chaque comité adapte, suffirait à commencer.',
  'Le budget dit ce que l’on croit vraiment ; la permanence dit à qui l’on pense.',
  'Reste la question des moyens, que personne n’a voulu éluder.',
];

const sentences = (count: number, first: number): ActesBlock =>
  paragraph(
    Array.from({ length: count }, (_, index) => SENTENCES[(first + index * 3) % SENTENCES.length]).join(' '),
  );

const point = (number: number, seed: number): readonly ActesBlock[] => [
  heading(2, `Point ${number} : se faire connaître`),
  sentences(9, seed),
  list(item(paragraph('une permanence mensuelle, à heure fixe ;')), item(paragraph('un référent par site.'))),
  quotation('Inès Caradec – présidente (Morlaix)', [sentences(2, seed + 1)]),
  sentences(8, seed + 2),
  heading(3, 'Propositions'),
  proposal('proposal', [sentences(1, seed)]),
  table(
    ['Suite proposée', 'Qui', 'Pour le'],
    ['Rédiger la convention type', 'H. Tanguy', '15 février 2027'],
    ['Recenser les référents', 'Chaque comité', '31 janvier 2027'],
  ),
  sentences(3, seed + 3),
];

const atelier = (number: number, points: number): ActesPart =>
  part(
    'atelier',
    heading(1, `Synthèse de l’atelier ${number} : créer du lien`),
    facts('23 participants · 31 contributions'),
    ...Array.from({ length: points }, (_, index) => point(index + 1, index + number)).flat(),
  );

/** `variant` changes a word near the end, as someone does who writes while the pages are shown. */
export const longActes = (points: number, variant = 0): Actes =>
  sampleActes({
    parts: [
      part('preamble', heading(1, 'Préambule'), sentences(12, 0)),
      part(
        'people',
        heading(1, 'Qui sommes-nous'),
        ...Array.from({ length: PEOPLE }, (_, index) =>
          presentation('CARADEC Inès – présidente (Morlaix)', index % 4 === 0 ? '' : 'aller vers', [
            sentences(3, index),
          ]),
        ),
      ),
      ...Array.from({ length: ATELIERS }, (_, index) => atelier(index + 1, points)),
      part('next-meeting', heading(1, 'Prochaine réunion'), paragraph(`Le ${variant + 1} mars à Lorient.`)),
    ],
  });
