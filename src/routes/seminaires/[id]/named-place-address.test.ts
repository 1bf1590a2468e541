import { expect, test } from 'vitest';
import { NAMED_PLACE_KINDS } from '#core/seminar/left-place.ts';
import { addressOf } from './named-place-address.ts';

test('each place leads to the page on which its words are changed', () => {
  const of = (kind: (typeof NAMED_PLACE_KINDS)[number], sittingId: string | null = null) =>
    addressOf({ kind, id: 'x', sittingId }, 's');
  expect(Object.fromEntries(NAMED_PLACE_KINDS.map((kind) => [kind, of(kind)]))).toEqual({
    description: '/seminaires/s#seminar',
    programme: '/seminaires/s#programme',
    atelier: '/seminaires/s#points-x',
    synthesis: '/seminaires/s',
    'plan-of-sitting': '/seances/x/animer',
    contributions: '/seances/x/animer',
    presentations: '/seances/x/animer',
    photos: '/seances/x/animer',
    notes: '/seances/x/animer',
    part: '/seminaires/s/actes',
    logo: '/seminaires/s/actes',
    errata: '/seminaires/s/actes',
    version: '/seminaires/s/actes',
    approval: '/seminaires/s/actes',
    corrections: '/seminaires/s/actes',
  });
  expect(of('synthesis', 'morning')).toBe('/ateliers/x/synthese?seance=morning');
});
