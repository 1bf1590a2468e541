import { describe, expect, it } from 'vitest';
import { agendaItem } from '#core/agenda/plan.ts';
import type { ItemTimes } from '#core/agenda/run.ts';
import type { SharedTime } from '#core/programme/programme.ts';
import { duration, instant } from '#core/time/instant.ts';
import { planLines } from './plan-lines.ts';

const at = (clock: string) => instant(Date.parse(`2026-11-26T${clock}:00Z`));
const shared = (title: string, start: string, end: string): SharedTime => ({
  id: title,
  kind: 'other',
  title,
  place: '',
  start: at(start),
  end: at(end),
  atelierId: null,
});
const planned = (itemId: string, start: string, end: string): ItemTimes => ({
  itemId,
  state: 'ahead',
  planned: { start: at(start), end: at(end) },
  estimated: null,
  real: null,
  allotted: duration(0),
  spent: duration(0),
  remaining: duration(0),
});
const ITEMS = [agendaItem({ id: 'un', title: 'Un' }), agendaItem({ id: 'deux', title: 'Deux' })];
const TIMES = [planned('un', '09:00', '10:00'), planned('deux', '10:15', '11:00')];
const names = (times: readonly ItemTimes[], sharedTimes: readonly SharedTime[]): readonly string[] =>
  planLines(ITEMS, { status: 'not-started', items: times }, sharedTimes).map((line) =>
    line.type === 'point' ? line.item.title : line.time.title,
  );

describe('the column of the plan', () => {
  it('shows a pause between the points it parts', () => {
    expect(names(TIMES, [shared('pause', '10:00', '10:15')])).toEqual(['Un', 'pause', 'Deux']);
  });
  it('shows what comes next for all after the last point, and nothing later', () => {
    const times = [shared('plénière', '11:15', '12:00'), shared('déjeuner', '12:00', '14:00')];
    expect(names(TIMES, times)).toEqual(['Un', 'Deux', 'plénière']);
  });
  it('leaves out what was over before the room began', () => {
    expect(names(TIMES, [shared('accueil', '08:00', '09:00')])).toEqual(['Un', 'Deux']);
  });
  it('shows what falls within a point after it', () => {
    expect(names(TIMES, [shared('pause', '09:30', '09:45')])).toEqual(['Un', 'pause', 'Deux']);
    const within = [shared('pause', '10:30', '10:40'), shared('plénière', '11:00', '12:00')];
    expect(names(TIMES, within)).toEqual(['Un', 'Deux', 'pause', 'plénière']);
  });
  it('shows points only when there are no times', () => {
    const without = TIMES.map((times) => ({ ...times, planned: null }));
    expect(names(without, [shared('pause', '10:00', '10:15')])).toEqual(['Un', 'Deux']);
  });
});
