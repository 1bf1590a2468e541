import { describe, expect, it } from 'vitest';
import type { Actes } from '#core/actes/actes.ts';
import {
  entry,
  heading,
  image,
  paragraph,
  part,
  sampleActes,
  table,
} from '../../tests/support/sample-actes.ts';
import { opensBelow, opensOnTheRight } from './opens-below.ts';

const line = paragraph('Une ligne.');
const lines = (count: number) => Array.from({ length: count }, () => line);
const below = (actes: Actes) =>
  actes.parts.flatMap(({ kind }, index) => (opensBelow(actes, index) ? [kind] : []));

describe('where parts open', () => {
  const parts = [
    part('preamble', heading(1, 'Préambule'), line),
    part('programme', heading(1, 'Programme'), table(['Heure', 'Temps'], ['9 h', 'Accueil'])),
    part('people', heading(1, 'Qui sommes-nous'), ...lines(40)),
    part('attendance', heading(1, 'Présents'), {
      type: 'attendance',
      entries: Array.from({ length: 30 }, (_, index) => entry(`P. NOM, Commune ${String(index)}`)),
    }),
    part('atelier', heading(1, 'Atelier 1'), line),
    part('next-steps', heading(1, 'Suites'), ...lines(8)),
    part('notes', heading(1, 'Notes'), ...lines(60)),
    part('paperboards', heading(1, 'Paperboards'), image('Trois colonnes', 'a'.repeat(64)), line, line),
  ];

  it('short parts stand below, the preamble and each atelier open a page', () => {
    expect(below(sampleActes({ parts }))).toEqual(['programme', 'attendance', 'next-steps']);
  });

  it('a first part never stands below the table of contents', () => {
    expect(below(sampleActes({ parts: parts.slice(1, 2) }))).toEqual([]);
  });

  it('all parts of minutes and of the reports of committees follow one another', () => {
    const kinds = parts.map(({ kind }) => kind);
    expect(below(sampleActes({ parts, model: 'meeting', contents: '' }))).toEqual(kinds);
    expect(below(sampleActes({ parts, model: 'committee' }))).toEqual(kinds.slice(1));
  });

  it('only what the ateliers wrote opens on the right', () => {
    const onTheRight = (actes: Actes) =>
      actes.parts.flatMap(({ kind }, index) => (opensOnTheRight(actes, index) ? [kind] : []));
    expect(onTheRight(sampleActes({ parts }))).toEqual(['atelier']);
    expect(onTheRight(sampleActes({ parts, model: 'committee' }))).toEqual([]);
  });
});
