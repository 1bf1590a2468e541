import { expect, test } from 'vitest';
import type { ComposedPart } from '#core/actes/composition.ts';
import type { FindingCode } from '#core/actes/quality.ts';
import { pageOfFinding, synthesisOfPart } from './finding-places.ts';

const part = (id: string, kind: ComposedPart['kind'], atelierId: string | null = null): ComposedPart => ({
  ...{ id, kind, atelierId, included: true, title: '', before: false, after: false },
});
const atelier = (atelierId: string, ...sittingIds: readonly string[]) => ({
  ...{ atelierId, sittings: sittingIds.map((sittingId) => ({ sittingId })) },
});
const actes = {
  seminarId: 's',
  parts: [
    ...[part('people', 'people'), part('next-steps', 'next-steps'), part('programme', 'programme')],
    ...[part('atelier-a', 'atelier', 'a'), part('atelier-b', 'atelier', 'b')],
  ],
  ateliers: [atelier('a', 'one', 'two'), atelier('b')],
};
const pageOf = (code: FindingCode, at: string | null) =>
  pageOfFinding({ code, part: at, block: null, count: 1, detail: '' }, actes)?.href ?? null;

test('what a synthesis says is mended there, words to confirm and of the programme on their pages, the rest in the part', () => {
  expect(pageOf('quality/synthesis-not-validated', 'atelier-a')).toBe('/ateliers/a/synthese?seance=one');
  expect(pageOf('quality/named-unasked', 'atelier-a')).toBe('/ateliers/a/synthese?seance=one');
  expect(pageOf('quality/named-unasked', 'people')).toBeNull();
  expect(pageOf('quality/named-unasked', 'programme')).toBe('/seminaires/s#programme');
  expect(pageOf('quality/named-unasked', null)).toBe('/seminaires/s#seminar');
  expect(pageOf('quality/empty-part', 'programme')).toBeNull();
  expect(pageOf('quality/words-to-confirm', 'people')).toBe('/seminaires/s/a-confirmer');
  expect(pageOf('quality/image-without-description', 'atelier-a')).toBeNull();
  expect(pageOf('quality/empty-part', 'people')).toBeNull();
  expect(pageOf('quality/steps-left-out', 'next-steps')).toBeNull();
  expect(pageOf('quality/characters-replaced', null)).toBeNull();
});

test('where an erased name stays leads to the page on which those words are changed', () => {
  const pageAt = (detail: string) =>
    pageOfFinding({ code: 'quality/erased-name', part: null, block: null, count: 1, detail }, actes);
  expect(pageAt('description ')).toEqual({ type: 'preparation', href: '/seminaires/s#seminar' });
  expect(pageAt('atelier a')).toEqual({ type: 'preparation', href: '/seminaires/s#points-a' });
  expect(pageAt('synthesis a')).toEqual({ type: 'synthesis', href: '/ateliers/a/synthese?seance=one' });
  expect(pageAt('contributions two')).toEqual({ type: 'sitting', href: '/seances/two/animer' });
  expect(pageAt('part information')).toBeNull();
});

test('an atelier that was never held has no synthesis to open', () => {
  expect(synthesisOfPart('atelier-a', actes)).toEqual({
    type: 'synthesis',
    href: '/ateliers/a/synthese?seance=one',
  });
  for (const id of ['atelier-b', 'people', 'gone', null]) expect(synthesisOfPart(id, actes)).toBeNull();
});
