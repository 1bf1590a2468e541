import { describe, expect, test } from 'vitest';
import type { ParsedAtelier, ParsedProgramme, ParsedSharedTime } from '#core/programme/parsed-programme.ts';
import { ProgrammeImport } from './programme-import.svelte.ts';

const PARIS = 'Europe/Paris';
const time = (some: Partial<ParsedSharedTime> = {}): ParsedSharedTime => ({
  kind: 'welcome',
  title: 'Accueil café',
  place: 'Hall',
  speakers: '',
  day: '',
  start: '09:00',
  end: '09:30',
  line: 2,
  ...some,
});
const atelier = (some: Partial<ParsedAtelier> = {}): ParsedAtelier => ({
  title: 'Accueillir',
  room: 'Groix',
  speakers: '',
  day: '2026-11-27',
  start: '10:00',
  end: null,
  items: [
    {
      title: 'Tour de table',
      kind: 'round',
      minutes: 30,
      protected: false,
      questions: [],
      context: [],
      line: 5,
    },
  ],
  line: 4,
  ...some,
});
const imported = (some: Partial<ParsedProgramme> = {}): ProgrammeImport => {
  const all = new ProgrammeImport();
  all.replaceWith(
    { days: [], times: [time()], ateliers: [atelier()], notUnderstood: [], warnings: [], ...some },
    '2026-11-26',
  );
  return all;
};

describe('a pasted programme', () => {
  test('becomes shared times and ateliers, on the usual day where none is named', () => {
    const checked = imported().checked(PARIS);
    if (!checked.ok) throw new Error('it is whole');
    expect(checked.times.map(({ time: { start } }) => new Date(start).toISOString())).toEqual([
      '2026-11-26T08:00:00.000Z',
    ]);
    const [made] = checked.ateliers;
    expect(made).toMatchObject({ title: 'Accueillir', room: 'Groix' });
    expect(new Date(made?.start ?? 0).toISOString()).toBe('2026-11-27T09:00:00.000Z');
    expect(made?.items.map(({ title }) => title)).toEqual(['Tour de table']);
  });

  test('says what has to be corrected first', () => {
    expect(imported({ times: [time({ end: null })] }).checked(PARIS)).toEqual({
      ok: false,
      problem: { of: 'time', title: 'Accueil café', problem: 'end-wrong' },
    });
    expect(imported({ ateliers: [atelier(), atelier({ title: ' ' })] }).checked(PARIS)).toEqual({
      ok: false,
      problem: { of: 'atelier', position: 2, problem: 'title-missing' },
    });
  });

  test('leaves out what is taken away, and knows that it was corrected', () => {
    const all = imported();
    expect(all.isChanged).toBe(false);
    const [first] = all.times;
    if (first) all.removeTime(first.id);
    const [room] = all.ateliers;
    if (room) all.removeAtelier(room.atelierId);
    expect(all.isEmpty).toBe(true);
    expect(all.isChanged).toBe(true);
  });

  test('holds an atelier without a time', () => {
    const checked = imported({ ateliers: [atelier({ start: null })] }).checked(PARIS);
    expect(checked.ok && checked.ateliers[0]?.start).toBeNull();
  });
});
