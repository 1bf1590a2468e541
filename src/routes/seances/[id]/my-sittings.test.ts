import { describe, expect, it } from 'vitest';
import type { GrantView } from '#protocol/views.ts';
import { mySittings, sittingLine } from './my-sittings.ts';

const grant = (more: Partial<GrantView>): GrantView => ({
  ...{ role: 'participant', seminarId: 'journee', sittingId: 'molene', seminarTitle: 'Journée' },
  ...{ atelierTitle: 'Accueillir', label: '', room: '', personId: 'ana', name: '', path: '/' },
  ...more,
});
const idsOf = (grants: readonly GrantView[]) => grants.map(({ sittingId }) => sittingId);

describe('the sittings of someone', () => {
  it('are those of this séminaire that they take part in', () => {
    const grants = [
      grant({}),
      grant({ sittingId: 'ouessant' }),
      grant({ sittingId: 'sein', role: 'animateur' }),
      grant({ sittingId: null, role: 'organiser' }),
      grant({ sittingId: 'groix', seminarId: 'autre' }),
    ];
    expect(idsOf(mySittings(grants, 'journee', 'ana'))).toEqual(['molene', 'ouessant']);
  });
  it('stand once, their own before another’s on the same device', () => {
    const grants = [grant({ personId: 'yann' }), grant({}), grant({ sittingId: 'sein', personId: 'yann' })];
    const mine = mySittings(grants, 'journee', 'ana');
    expect(idsOf(mine)).toEqual(['molene', 'sein']);
    expect(mine[0]?.personId).toBe('ana');
  });
  it('are named by what is known of them', () => {
    expect(sittingLine(grant({ label: 'groupe 2', room: 'Ouessant' }))).toBe(
      'Accueillir · groupe 2 · Ouessant',
    );
    expect(sittingLine(grant({}))).toBe('Accueillir');
  });
});
