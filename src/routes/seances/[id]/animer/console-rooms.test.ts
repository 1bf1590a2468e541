import { describe, expect, it } from 'vitest';
import type { GrantView } from '#protocol/views.ts';
import { roomsToRun } from './console-rooms.ts';

const grant = (more: Partial<GrantView>): GrantView => ({
  role: 'animateur',
  seminarId: 'journee',
  sittingId: null,
  seminarTitle: '',
  atelierTitle: null,
  label: '',
  room: '',
  personId: null,
  name: '',
  path: '/',
  ...more,
});

describe('the rooms of one console', () => {
  it('are the one in the address and those this device runs too, each once', () => {
    const grants = [
      grant({ sittingId: 'ouessant' }),
      grant({ sittingId: 'molene' }),
      grant({ sittingId: 'ouessant' }),
    ];
    expect(roomsToRun(grants, 'molene', 'journee')).toEqual(['molene', 'ouessant']);
  });
  it('are not those of another séminaire, another role, or of all at once', () => {
    const grants = [
      grant({ sittingId: 'sein', seminarId: 'autre' }),
      grant({ sittingId: 'batz', role: 'participant' }),
      grant({ role: 'organiser' }),
    ];
    expect(roomsToRun(grants, 'molene', 'journee')).toEqual(['molene']);
  });
  it('are four at most', () => {
    const grants = ['a', 'b', 'c', 'd', 'e'].map((sittingId) => grant({ sittingId }));
    expect(roomsToRun(grants, 'e', 'journee')).toEqual(['e', 'a', 'b', 'c']);
  });
});
