import { describe, expect, test } from 'vitest';
import type { Programme } from '#core/programme/programme.ts';
import { checkedTime, daysOf, draftOfTime, newTimeDraft, onDay, programmeWith } from './shared-time-draft.ts';
import type { SharedTimeDraft, SpokenTime } from './shared-time-draft.ts';

const PARIS = 'Europe/Paris';
const draft = (some: Partial<SharedTimeDraft> = {}): SharedTimeDraft => ({
  id: 'accueil-1',
  kind: 'welcome',
  title: 'Accueil',
  place: 'Hall',
  day: '2026-11-26',
  start: '09:00',
  end: '09:30',
  speakers: 'Claire TANGUY',
  atelierId: null,
  ...some,
});
const spoken = (some: Partial<SharedTimeDraft> = {}): SpokenTime => {
  const checked = checkedTime(draft(some), PARIS);
  if (!checked.ok) throw new Error(checked.problem);
  return checked.value;
};
const programmeOf = (...times: readonly SpokenTime[]): Programme => ({
  revision: 3,
  times: times.map(({ time }) => time),
  speakers: Object.fromEntries(times.map(({ time, speakers }) => [time.id, speakers])),
});

describe('a shared time being edited', () => {
  test('stands at the hours clocks of its zone show, and comes back as it was typed', () => {
    const value = spoken();
    expect(new Date(value.time.start).toISOString()).toBe('2026-11-26T08:00:00.000Z');
    expect(draftOfTime(value, PARIS)).toEqual(draft());
  });

  test.each([
    ['title-missing', { title: '  ' }],
    ['day-missing', { day: '' }],
    ['start-wrong', { start: '' }],
    ['end-wrong', { end: '' }],
    ['end-wrong', { end: '09:00' }],
    ['end-wrong', { end: '08:00' }],
  ] as const)('says %s first', (problem, some) => {
    expect(checkedTime(draft(some), PARIS)).toEqual({ ok: false, problem });
  });

  test('goes to another day at the same hours, also where the clocks changed between', () => {
    const copy = onDay(spoken({ day: '2026-10-24' }), 'accueil-2', '2026-10-25', PARIS);
    if (!copy.ok) throw new Error(copy.problem);
    expect(draftOfTime(copy.value, PARIS)).toEqual(draft({ id: 'accueil-2', day: '2026-10-25' }));
  });

  test('begins, when new, where the last of its day ends', () => {
    const times = [spoken().time, spoken({ id: 'pause-001', day: '2026-11-27', end: '18:00' }).time];
    expect(newTimeDraft('nouveau-1', '2026-11-26', times, PARIS).start).toBe('09:30');
    expect(newTimeDraft('nouveau-1', '2026-11-28', times, PARIS).start).toBe('');
  });
});

describe('a change of the programme', () => {
  const welcome = spoken();
  const pause = spoken({ id: 'pause-001', title: 'Pause', start: '10:30', end: '10:45', speakers: '' });

  test('adds in the order of the starts', () => {
    const change = { id: welcome.time.id, before: null, after: welcome };
    expect(programmeWith(programmeOf(pause), change)?.times.map(({ title }) => title)).toEqual([
      'Accueil',
      'Pause',
    ]);
  });

  test('leaves what a colleague changed meanwhile as it is', () => {
    const later = spoken({ title: 'Café' });
    const change = { id: welcome.time.id, before: welcome, after: later };
    const moved = spoken({ id: 'pause-001', title: 'Pause', start: '11:00', end: '11:15', speakers: '' });
    expect(programmeWith(programmeOf(welcome, moved), change)).toEqual({
      times: [later.time, moved.time],
      speakers: { 'accueil-1': 'Claire TANGUY', 'pause-001': '' },
    });
  });

  test('is none where the same time was changed or removed meanwhile', () => {
    const change = { id: welcome.time.id, before: welcome, after: spoken({ title: 'Café' }) };
    expect(programmeWith(programmeOf(spoken({ place: 'Salle Groix' })), change)).toBeNull();
    expect(programmeWith(programmeOf(pause), change)).toBeNull();
  });

  test('counts once, however often it arrives', () => {
    const change = { id: welcome.time.id, before: null, after: welcome };
    const once = programmeWith(programmeOf(pause), change);
    if (once === null) throw new Error('the change is possible');
    expect(programmeWith({ revision: 4, ...once }, change)).toEqual(once);
    const gone = { id: pause.time.id, before: pause, after: null };
    expect(programmeWith(programmeOf(welcome), gone)?.times).toEqual([welcome.time]);
  });

  test('drops the speakers of what goes', () => {
    const gone = { id: welcome.time.id, before: welcome, after: null };
    expect(programmeWith(programmeOf(welcome), gone)).toEqual({ times: [], speakers: {} });
  });
});

test('the days are those of the times and the séminaire’s own, in order', () => {
  const times = [spoken({ day: '2026-11-27' }).time, spoken().time];
  expect(daysOf(times, '2026-11-26', PARIS)).toEqual(['2026-11-26', '2026-11-27']);
  expect(daysOf([], '', PARIS)).toEqual([]);
});
