import { describe, expect, test } from 'vitest';
import { agendaItem } from '#core/agenda/plan.ts';
import type { Plan } from '#core/agenda/plan.ts';
import type { Programme, SharedTime } from '#core/programme/programme.ts';
import { minutes } from '#core/time/instant.ts';
import type { Instant } from '#core/time/instant.ts';
import { instantOf } from '#core/time/zone-times.ts';
import { dayAxisOf, worked } from './day-axis.ts';
import type { PlannedSitting } from './day-axis.ts';

const PARIS = 'Europe/Paris';
const DAY = '2026-11-26';
const at = (time: string, day = DAY): Instant => {
  const moment = instantOf(day, time, PARIS);
  if (moment === null) throw new Error(`no time: ${time}`);
  return moment;
};
const shared = (id: string, start: string, end: string, atelierId: string | null = null): SharedTime => ({
  id,
  kind: 'break',
  title: id,
  place: '',
  start: at(start),
  end: at(end),
  atelierId,
});
const programmeOf = (...times: readonly SharedTime[]): Programme => ({ revision: 1, times, speakers: {} });
const planOf = (...lengths: readonly number[]): Plan => ({
  revision: 1,
  minutesRevised: {},
  items: lengths.map((length, index) =>
    agendaItem({ id: `point-${index}`, title: 'Point', plannedMinutes: minutes(length) }),
  ),
});
const sitting = (some: Partial<PlannedSitting> = {}): PlannedSitting => ({
  sittingId: 's',
  atelierId: 'a',
  title: 'Accueillir',
  room: 'Groix',
  start: at('10:00'),
  plan: planOf(60, 60),
  ...some,
});

describe('the axis of a day', () => {
  test('runs over whole hours from the first start to the last end', () => {
    const axis = dayAxisOf(DAY, PARIS, programmeOf(shared('accueil', '09:30', '10:00')), [sitting()]);
    expect([axis?.from, axis?.to]).toEqual([at('09:00'), at('12:00')]);
    expect(axis?.hours.map(({ place }) => place)).toEqual([0, 33.33, 66.67, 100]);
  });

  test('lays a sitting around the shared times', () => {
    const programme = programmeOf(shared('accueil', '09:00', '10:00'), shared('pause', '11:00', '11:15'));
    const row = dayAxisOf(DAY, PARIS, programme, [sitting()])?.rows[0];
    expect(row?.end).toBe(at('12:15'));
    expect(row?.stretches).toEqual([
      { from: 25, width: 25 },
      { from: 56.25, width: 25 },
    ]);
  });

  test('does not cut a plenary at the time it is held in', () => {
    const programme = programmeOf(shared('pleniere', '10:00', '12:00', 'a'));
    expect(dayAxisOf(DAY, PARIS, programme, [sitting()])?.rows[0]?.stretches).toHaveLength(1);
  });

  test('holds what is of its day only, and is none when nothing is', () => {
    const programme = programmeOf(shared('accueil', '09:00', '10:00'));
    const other = sitting({ start: at('10:00', '2026-11-27') });
    expect(dayAxisOf(DAY, PARIS, programme, [other])?.rows).toEqual([]);
    expect(dayAxisOf('2026-11-28', PARIS, programme, [other])).toBeNull();
  });

  test('shows a sitting without points for an hour', () => {
    expect(dayAxisOf(DAY, PARIS, programmeOf(), [sitting({ plan: planOf() })])?.rows[0]?.end).toBe(
      at('11:00'),
    );
  });
});

test('what is worked leaves shared times out, also those that overlap or begin before', () => {
  const around = [
    shared('une', '09:30', '10:15'),
    shared('deux', '11:00', '11:30'),
    shared('trois', '11:15', '11:45'),
  ];
  expect(worked(at('10:00'), at('12:00'), around)).toEqual([
    { start: at('10:15'), end: at('11:00') },
    { start: at('11:45'), end: at('12:00') },
  ]);
});
