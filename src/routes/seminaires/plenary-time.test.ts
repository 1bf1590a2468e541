import { describe, expect, test } from 'vitest';
import type { SharedTime } from '#core/programme/programme.ts';
import { instant } from '#core/time/instant.ts';
import { plenaryTimeOf, proposedTimeOf } from './plenary-time.ts';

const plenary = (id: string, start: number, some: Partial<SharedTime> = {}): SharedTime => ({
  id,
  kind: 'plenary',
  title: 'Plénière',
  place: '',
  start: instant(start),
  end: instant(start + 1),
  atelierId: null,
  ...some,
});
const opening = plenary('ouverture', 10);
const afterwards = plenary('apres', 30);
const later = plenary('lendemain', 90);

describe('the restitution is held', () => {
  test('in the plenary that is named so', () => {
    const named = plenary('nommee', 95, { title: 'Restitution des ateliers' });
    expect(plenaryTimeOf([opening, afterwards, named], [instant(20)])?.id).toBe('nommee');
  });

  test('else in the first after the last atelier began', () => {
    expect(plenaryTimeOf([opening, afterwards, later], [instant(20), instant(15)])?.id).toBe('apres');
  });

  test('else in the last', () => {
    expect(plenaryTimeOf([opening, later], [instant(99)])?.id).toBe('lendemain');
  });

  test('a second time only in a plenary that is named so', () => {
    expect(proposedTimeOf([opening, afterwards], [instant(20)], true)?.id).toBe('apres');
    expect(proposedTimeOf([opening, afterwards], [instant(20)], false)).toBeNull();
    const named = plenary('nommee', 95, { title: 'Restitution des ateliers' });
    expect(proposedTimeOf([opening, named], [instant(20)], false)?.id).toBe('nommee');
  });

  test('in none where something is held already, or that is no plenary', () => {
    const held = plenary('tenue', 30, { atelierId: 'autre' });
    expect(plenaryTimeOf([held, plenary('pause', 40, { kind: 'break' })], [instant(20)])).toBeNull();
  });
});
