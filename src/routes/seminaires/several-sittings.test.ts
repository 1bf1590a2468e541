import { describe, expect, test } from 'vitest';
import { instant } from '#core/time/instant.ts';
import { sittingsOf } from './several-sittings.ts';
import type { ExistingSitting } from './several-sittings.ts';

const words = {
  group: (number: number) => `Groupe ${number}`,
  table: (number: number) => `Table ${number}`,
  morning: 'Matin',
  afternoon: 'Après-midi',
  again: (number: number) => `Séance ${number}`,
};
const only: ExistingSitting = {
  sittingId: 'first-000',
  label: '',
  room: 'Groix',
  start: instant(1),
  day: '2026-11-26',
  time: '09:30',
};
const ids = () => {
  let last = 0;
  return () => `added-${String((last += 1)).padStart(3, '0')}`;
};

describe('an atelier held several times', () => {
  test('in groups that begin together, each in a room of its own', () => {
    expect(sittingsOf('groups', 3, [only], words, ids())).toEqual([
      {
        sittingId: 'first-000',
        exists: true,
        label: 'Groupe 1',
        room: 'Groix',
        day: '2026-11-26',
        time: '09:30',
      },
      {
        sittingId: 'added-001',
        exists: false,
        label: 'Groupe 2',
        room: '',
        day: '2026-11-26',
        time: '09:30',
      },
      {
        sittingId: 'added-002',
        exists: false,
        label: 'Groupe 3',
        room: '',
        day: '2026-11-26',
        time: '09:30',
      },
    ]);
  });

  test('at tables of one room', () => {
    const tables = sittingsOf('tables', 8, [only], words, ids());
    expect(tables.map(({ label }) => label).slice(0, 3)).toEqual(['Table 1', 'Table 2', 'Table 3']);
    expect(new Set(tables.map(({ room }) => room))).toEqual(new Set(['Groix']));
    expect(tables).toHaveLength(8);
  });

  test.each([
    ['09:30', 'Matin', 'Après-midi'],
    ['14:00', 'Après-midi', 'Matin'],
    ['', 'Matin', 'Après-midi'],
  ])('from %s: %s and %s, the same day, at an hour to be given', (time, first, second) => {
    const both = sittingsOf('halves', 2, [{ ...only, time }], words, ids());
    expect(both.map(({ label }) => label)).toEqual([first, second]);
    expect(both[1]).toMatchObject({ day: '2026-11-26', time: '', room: 'Groix' });
  });

  test('again on a day to be given', () => {
    expect(sittingsOf('later', 2, [only], words, ids())[1]).toMatchObject({ label: 'Séance 2', day: '' });
  });

  test('keeps the names that were given, and takes none away', () => {
    const named = { ...only, label: 'Territoire nord' };
    const groups = sittingsOf('groups', 1, [named, { ...only, sittingId: 'other-000' }], words, ids());
    expect(groups.map(({ label }) => label)).toEqual(['Territoire nord', 'Groupe 2']);
  });
});
