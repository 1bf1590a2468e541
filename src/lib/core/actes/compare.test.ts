import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actes } from './actes.ts';
import { changesBetween } from './compare.ts';
import {
  contribution,
  heading,
  item,
  list,
  paragraph,
  part,
  proposal,
  sampleActes,
  table,
  words,
} from './sample-actes.test-support.ts';

const actesOf = (...texts: readonly string[]): Actes =>
  sampleActes({ parts: [part('text', heading(1, 'Titre'), ...texts.map((text) => paragraph(text)))] });
const changes = (before: readonly string[], after: readonly string[]) =>
  changesBetween(actesOf(...before), actesOf(...after)).map(({ before: was, after: is }) => [was, is]);

describe('changesBetween', () => {
  it('[AC85] tells what came, what went and what was written anew, under the title of its part', () => {
    expect(changes(['a', 'b', 'c'], ['a', 'c', 'd'])).toEqual([
      ['b', null],
      [null, 'd'],
    ]);
    const was = 'Une permanence par mois au marché';
    const is = 'Une permanence par semaine au marché';
    expect(changesBetween(actesOf('a', was, 'b'), actesOf('a', is, 'b'))).toEqual([
      { part: 'Titre', before: was, after: is },
    ]);
    expect(changes(['Tout autre chose', was], [is])).toEqual([
      ['Tout autre chose', null],
      [was, is],
    ]);
  });

  it('[AC85] sees the words of lists, tables, labels and the cover, and no change of bold', () => {
    const before = sampleActes({
      parts: [
        part(
          'text',
          heading(1, 'Titre'),
          paragraph('gras'),
          list(item(paragraph('un')), item(paragraph('deux'))),
          table(['Quoi', 'Qui'], ['Écrire la lettre', 'Inès']),
          proposal('proposal', [paragraph('Se revoir.')]),
          contribution('', 'Sans nom', [paragraph('Trop petit.')]),
        ),
      ],
    });
    const after = sampleActes({
      cover: { ...before.cover, standing: '', dayAndPlace: '27 novembre 2026, Vannes' },
      parts: [
        part(
          'text',
          heading(1, 'Titre'),
          paragraph(words('gras', { strong: true })),
          list(item(paragraph('un')), item(paragraph('trois'))),
          table(['Quoi', 'Qui'], ['Écrire la lettre', 'Hervé']),
          proposal('decision', [paragraph('Se revoir.')]),
          contribution('', 'Inès', [paragraph('Trop petit.')]),
        ),
      ],
    });
    expect(changesBetween(before, after).map((it) => [it.before, it.after])).toEqual([
      ['26 novembre 2026, Vannes', '27 novembre 2026, Vannes'],
      [null, 'trois'],
      ['deux', null],
      ['Écrire la lettre | Inès', 'Écrire la lettre | Hervé'],
      [null, 'Décision'],
      ['Proposition', null],
      [null, 'Inès'],
      ['Sans nom', null],
    ]);
    expect(changesBetween(before, before)).toEqual([]);
  });

  it('[AC86] leads from the one to the other: what stayed and came is the later version, and nothing else', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'un deux', 'un deux trois', 'd e f'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const found = changes(before, after);
        const went = found.flatMap(([was]) => was ?? []);
        const came = found.flatMap(([, is]) => is ?? []);
        const counted = (all: readonly (string | null)[]) => JSON.stringify(all.toSorted());
        expect(counted([...after, ...went])).toBe(counted([...before, ...came]));
        expect(isInOrder(went, before) && isInOrder(came, after)).toBe(true);
        const stayed = before.length - went.length;
        if (before.length * after.length > 0)
          expect(stayed).toBeGreaterThanOrEqual(sharedEnds(before, after));
        if (JSON.stringify(before) === JSON.stringify(after)) expect(found).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('[AC87] bears thousands of paragraphs in any order', () => {
    const many = 10_000;
    const numbers = Array.from({ length: many }, (_, index) => `p ${String(index)}`);
    const same = numbers.map(() => 'x');
    expect(changes(numbers, [...numbers.slice(1), 'fin'])).toHaveLength(2);
    expect(changes(numbers, numbers.toReversed()).length).toBeGreaterThan(many - 2);
    expect(changes(same, same.slice(7))).toHaveLength(7);
    expect(
      changes(
        numbers.map((text, index) => (index % 2 === 0 ? text : 'x')),
        same,
      ).length,
    ).toBe(many);
  });
});

const isInOrder = (some: readonly (string | null)[], all: readonly string[]): boolean => {
  let at = 0;
  return some.every((text) => {
    at = all.indexOf(text ?? '', at) + 1;
    return at > 0;
  });
};

/** How many paragraphs at the two ends are the same. */
function sharedEnds(before: readonly string[], after: readonly string[]): number {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start += 1;
  return start;
}
