import { describe, expect, it } from 'vitest';
import { blockSaying, partsStillSaying, readingParts } from './part-saying.ts';
import { atOnce } from './piecewise.ts';
import {
  entry,
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
const steps = part(
  'next-steps',
  heading(1, 'Suites proposées'),
  table(['Quoi'], ['Essayer à Vannes.'], ['Demander à Louis.']),
);
const notes = part(
  'notes',
  heading(1, 'Notes'),
  paragraph('Elle écoute, dit Louis.'),
  list(item(paragraph('Le samedi.')), item(paragraph('Un référent et une salle'))),
);
const paperboards = part('paperboards', paragraph('Le samedi.'), paragraph('Un référent et une salle libre'));
const told = [people, listed, atelier, steps, notes, paperboards];
const saying = atOnce(readingParts(sampleActes({ parts: told })));

describe('readingParts', () => {
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
    ['Demander à Louis.', steps],
    ['Elle écoute.', people],
    ['Elle écoute', people],
    ['Essayer à Vannes.', atelier],
    ['un référent.', atelier],
    ['Un référent et une salle', notes],
    ['Un référent et une salle lib', paperboards],
  ])('[AC99] finds the part of what is cited as %j', (cited, found) => {
    expect(saying(cited)?.part).toBe(found);
  });

  it('[AC99] finds none for other words, and none for nothing', () => {
    expect(['une autre permanence', ' – ', ''].map(saying)).toEqual([null, null, null]);
  });

  it.each(['Oui.', 'écout', 'Vanne', 'Aller les cherch'])(
    '[AC99] does not take %j for what other words begin or end with',
    (cited) => {
      expect(saying(cited)).toBeNull();
    },
  );

  it.each(['Le samedi.', 'Louis', 'une salle', 'à'])(
    '[AC99] does not choose among the parts that say %j',
    (cited) => {
      expect(saying(cited)).toBeNull();
    },
  );

  it.each([
    ['Qui sommes', people, 0],
    ['Une adresse\nElle écoute.', people, 1],
    ['Atelier 1 Aller', atelier, 0],
    ['un référent.', atelier, 2],
    ['Essayer à Vannes. En mars.', atelier, 3],
    ['Quoi Qui Recenser Chaque com', atelier, 4],
    ['Louis', notes, 1],
    ['Un référent et une salle', notes, 2],
  ])('[AC105] knows in which block %j begins', (cited, found, block) => {
    expect(blockSaying(found)(cited)).toBe(block);
    expect(saying(cited)?.block ?? block).toBe(block);
  });

  it('[AC105] takes whole paragraphs for what is cited, before the same words among others', () => {
    const twice = part(
      'notes',
      paragraph('Elle écoute, dit Louis.'),
      image('', null),
      paragraph('Elle écoute.'),
    );
    expect(['Elle écoute', 'écoute', 'Personne', ''].map(blockSaying(twice))).toEqual([2, 0, null, null]);
    expect(atOnce(readingParts(sampleActes({ parts: [twice] })))('Elle écoute.')?.block).toBe(2);
  });

  it('reads a part a piece', () => {
    const reading = readingParts(sampleActes({ parts: told }));
    const pieces = told.map(() => reading.next().done);
    expect(pieces).toEqual(told.map(() => false));
    expect(reading.next().done).toBe(true);
  });
});

describe('the parts that still say a passage that was corrected', () => {
  const still = partsStillSaying([people, atelier, steps]);

  it('are all that say it, until none does', () => {
    expect(still('Essayer à Vannes.', 'Essayer à Auray.')).toEqual([atelier, steps]);
    expect(still('Essayer à Vannes.', '')).toEqual([atelier, steps]);
    expect(still('Essayer à Lorient.', 'Essayer à Auray.')).toEqual([]);
  });

  it('are none where the new words hold the old ones', () => {
    expect(still('Essayer à Vannes.', 'Essayer à Vannes, dès mars.')).toEqual([]);
  });
});
