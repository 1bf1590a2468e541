import { describe, expect, it } from 'vitest';
import type { Role } from '#core/access/roles.ts';
import type { GrantView } from '#protocol/views.ts';
import { roleFor } from './role-for.ts';

const grant = (role: Role, sittingId: string | null): GrantView => ({
  role,
  seminarId: 'm',
  sittingId,
  seminarTitle: '',
  atelierTitle: null,
  label: '',
  room: '',
  personId: null,
  name: '',
  path: '',
});

describe('as whom a page acts', () => {
  it('takes the first role that reaches the sitting', () => {
    const grants = [grant('organiser', null), grant('animateur', 's1')];
    expect(roleFor(grants, 's1', ['animateur', 'organiser'])).toBe('animateur');
    expect(roleFor(grants, 's2', ['animateur', 'organiser'])).toBe('organiser');
  });
  it('takes a role of another sitting where none reaches this one', () => {
    expect(roleFor([grant('rapporteur', 's1')], 'plenary', ['organiser', 'rapporteur'])).toBe('rapporteur');
  });
  it('lets the server say what is missing', () => {
    expect(roleFor([], 's1', ['animateur', 'organiser'])).toBe('animateur');
  });
});
