import { describe, expect, it } from 'vitest';
import { partSaying } from './part-saying.ts';
import {
  entry,
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
} from './sample-actes.test-support.ts';

const people = part(
  'people',
  heading(1, 'Qui sommes-nous'),
  presentation('CARADEC Inès – présidente', 'Une adresse', [paragraph('Elle écoute.')], 'ines'),
);
const listed = part('attendance', heading(1, 'Présents'), {
  type: 'attendance',
  entries: [entry('H. TANGUY', 'représenté par A. RIOU'), entry('I. CARADEC')],
});
const atelier = part(
  'atelier',
  heading(1, 'Atelier 1'),
  quotation('Inès Caradec', [paragraph('Aller les chercher,'), paragraph('et répondre.')]),
  list(item(paragraph('une permanence ;')), item(quotation('H. Tanguy', [paragraph('un référent.')]))),
  proposal('proposal', [quotation('H. Tanguy', [paragraph('Essayer à Vannes.')]), paragraph('En mars.')]),
  table(['Quoi', 'Qui'], ['Recenser', 'Chaque comité']),
);
const saying = partSaying(sampleActes({ parts: [people, listed, atelier] }));

describe('partSaying', () => {
  it.each([
    ['Une adresse\nElle écoute.', people],
    ['CARADEC Inès – présidente Une adresse Elle écoute.', people],
    ['H. TANGUY – représenté par A. RIOU', listed],
    ['H. TANGUY ; I. CARADEC', listed],
    ['Aller les chercher,\net répondre.', atelier],
    ['une permanence ; un référent.', atelier],
    ['Essayer à Vannes.\n— H. Tanguy\nEn mars.', atelier],
    ['Essayer à Vannes. En mars.', atelier],
    ['Quoi Qui Recenser Chaque com', atelier],
  ])('[AC99] finds the part of what is cited as %j', (cited, found) => {
    expect(saying(cited)).toBe(found);
  });

  it('[AC99] finds none for other words, and none for nothing', () => {
    expect(['une autre permanence', ' – ', ''].map(saying)).toEqual([null, null, null]);
  });
});
