import { describe, expect, it } from 'vitest';
import type { SharedTime } from '#core/programme/programme.ts';
import { EMPTY_PROGRAMME } from '#core/programme/programme.ts';
import { minutes } from '#core/time/instant.ts';
import { hazardsOf } from './hazards.ts';
import type { Hazard, Prepared, PreparedAtelier, PreparedSitting } from './hazards.ts';
import type { AgendaItem } from './plan.ts';
import { at, itemFor, planWith, sharedTime } from './run-log.test-support.ts';

const SYNTHESIS = itemFor('synthesis', 30, { kind: 'synthesis', protected: true });

const sitting = (id: string, more: Partial<PreparedSitting> = {}): PreparedSitting => ({
  sittingId: id,
  room: `Salle ${id}`,
  start: at(0),
  label: '',
  ownPlan: null,
  animateurs: [],
  rapporteurs: [],
  ...more,
});

const atelier = (
  id: string,
  items: readonly AgendaItem[],
  sittings: readonly PreparedSitting[] = [sitting(`${id}1`)],
  more: Partial<PreparedAtelier> = {},
): PreparedAtelier => ({
  atelierId: id,
  title: `Atelier ${id}`,
  plenary: false,
  plan: planWith(...items),
  sittings,
  ...more,
});

const found = (
  ateliers: readonly PreparedAtelier[],
  times: readonly SharedTime[] = [],
  description: Partial<Prepared['description']> = {},
): readonly Hazard[] =>
  hazardsOf({
    description: {
      title: 'Journée',
      theme: '',
      day: '2026-11-26',
      zone: 'Europe/Paris',
      ...description,
    },
    programme: { ...EMPTY_PROGRAMME, times },
    ateliers,
  });

const time = (
  kind: SharedTime['kind'],
  from: number,
  to: number,
  more: Partial<SharedTime> = {},
): SharedTime => ({ ...sharedTime(kind, from, to), kind, ...more });

const calm = atelier('a', [itemFor('p1', 60), SYNTHESIS]);

describe('what will hurt', () => {
  it('[HZ0] a day that fits has no hazard', () => {
    const times = [
      time('opening', -60, -10),
      time('break', 60, 75),
      time('meal', 105, 200),
      time('plenary', 200, 260),
    ];
    expect(found([calm], times)).toEqual([]);
  });

  it('[HZ1] more minutes than the room has until a shared time that ends it', () => {
    expect(found([calm], [time('closing', 75, 90)])).toEqual([
      { code: 'hazard/too-long', atelierId: 'a', sittingId: 'a1', sharedTimeId: 'closing', minutes: 15 },
    ]);
    expect(found([calm], [time('closing', 90, 100)])).toEqual([]);
  });

  it('[HZ1] a meal ends the room’s time for a point that it cuts, and is laid around between two', () => {
    expect(found([calm], [time('meal', 75, 135)])).toEqual([
      { code: 'hazard/too-long', atelierId: 'a', sittingId: 'a1', sharedTimeId: 'meal', minutes: 15 },
    ]);
    expect(found([calm], [time('meal', 60, 120)])).toEqual([]);
  });

  it('[HZ1] a planned pause is never too long, wherever it cuts', () => {
    expect(found([calm], [time('break', 30, 45)])).toEqual([]);
  });

  it('[HZ1] what lies in later shared times is not counted as work', () => {
    const times = [time('closing', 75, 90), time('meal', 95, 155)];
    expect(found([calm], times)).toMatchObject([{ sharedTimeId: 'closing', minutes: 15 }]);
  });

  it('[HZ2] an end after the plenary’s start; the plenary’s own sitting is not disturbed by itself', () => {
    const plenary = time('plenary', 80, 140, { atelierId: 'p' });
    const held = atelier('p', [itemFor('r1', 60)], [sitting('p1', { start: at(80) })], { plenary: true });
    expect(found([calm, held], [plenary])).toEqual([
      { code: 'hazard/into-plenary', atelierId: 'a', sittingId: 'a1', sharedTimeId: 'plenary', minutes: 10 },
    ]);
  });

  it('[HZ3] no pause in two hours, neither a point nor a shared one', () => {
    const long = [itemFor('p1', 60), itemFor('p2', 60), SYNTHESIS];
    expect(found([atelier('a', long)])).toEqual([
      { code: 'hazard/no-pause', atelierId: 'a', sittingId: 'a1', from: at(0), minutes: 150 },
    ]);
    const withBreak = [itemFor('p1', 60), itemFor('b', 10, { kind: 'break' }), itemFor('p2', 60), SYNTHESIS];
    expect(found([atelier('a', withBreak)])).toEqual([]);
    expect(found([atelier('a', long)], [time('break', 120, 130)])).toEqual([]);
    expect(found([atelier('a', [itemFor('p1', 90), SYNTHESIS])])).toEqual([]);
    expect(found([atelier('a', [itemFor('p1', 91), SYNTHESIS])])).toMatchObject([{ minutes: 121 }]);
  });

  it('[HZ3] without a start the plan alone is looked at', () => {
    const long = [itemFor('b', 10, { kind: 'break' }), itemFor('p1', 110), SYNTHESIS];
    expect(found([atelier('a', long, [sitting('a1', { start: null })])])).toEqual([
      { code: 'hazard/no-pause-planned', atelierId: 'a', sittingId: null, minutes: 140 },
    ]);
  });

  it('[HZ4] no synthesis, save in a plenary', () => {
    expect(found([atelier('a', [itemFor('p1', 30)])])).toEqual([
      { code: 'hazard/no-synthesis', atelierId: 'a', sittingId: null },
    ]);
    expect(found([atelier('a', [itemFor('p1', 30)], [sitting('a1')], { plenary: true })])).toEqual([]);
  });

  it('[HZ5] an empty plan, once for all sittings that follow it; a sitting’s own plan is its own', () => {
    const own = sitting('a2', { room: 'Salle', ownPlan: planWith() });
    expect(found([atelier('a', [itemFor('p1', 30), SYNTHESIS], [sitting('a1'), own])])).toEqual([
      { code: 'hazard/empty-plan', atelierId: 'a', sittingId: 'a2' },
    ]);
    expect(found([atelier('a', [], [sitting('a1'), sitting('a2')])])).toEqual([
      { code: 'hazard/empty-plan', atelierId: 'a', sittingId: null },
    ]);
    expect(found([atelier('a', [], [own])])).toEqual([
      { code: 'hazard/empty-plan', atelierId: 'a', sittingId: 'a2' },
    ]);
  });

  it('[HZ6] a floor above the planned minutes', () => {
    const raised = itemFor('p1', 30, { floorMinutes: minutes(40) });
    expect(found([atelier('a', [raised, SYNTHESIS])])).toEqual([
      { code: 'hazard/floor-above-planned', atelierId: 'a', sittingId: null, itemId: 'p1' },
    ]);
    expect(found([atelier('a', [{ ...raised, floorMinutes: minutes(30) }, SYNTHESIS])])).toEqual([]);
  });

  it('[HZ7] a sitting without a start while others have one', () => {
    const undated = sitting('a2', { start: null });
    expect(found([atelier('a', [SYNTHESIS], [sitting('a1'), undated])])).toEqual([
      { code: 'hazard/no-start', atelierId: 'a', sittingId: 'a2' },
    ]);
    expect(found([atelier('a', [SYNTHESIS], [undated])])).toEqual([]);
  });

  it('[HZ8] a sitting on a day that is neither the séminaire’s nor the programme’s', () => {
    const tomorrow = sitting('a1', { start: at(24 * 60) });
    expect(found([atelier('a', [SYNTHESIS], [tomorrow])])).toEqual([
      { code: 'hazard/other-day', atelierId: 'a', sittingId: 'a1' },
    ]);
    expect(found([atelier('a', [SYNTHESIS], [tomorrow])], [time('welcome', 1380, 1400)])).toEqual([]);
    expect(found([atelier('a', [SYNTHESIS], [tomorrow])], [], { day: '' })).toEqual([]);
  });

  it('[HZ9] two sittings in the same room overlap, however the room is written', () => {
    const one = atelier('a', [SYNTHESIS], [sitting('a1', { room: 'Salle Ouessant' })]);
    const other = (start: number) =>
      atelier('b', [SYNTHESIS], [sitting('b1', { room: ' salle  ouessant', start: at(start) })]);
    expect(found([one, other(29)])).toEqual([
      { code: 'hazard/same-room', atelierId: 'a', sittingId: 'a1', otherSittingId: 'b1' },
    ]);
    expect(found([one, other(30)])).toEqual([]);
    expect(found([other(29), one])).toHaveLength(1);
  });

  it('[HZ10] someone is wanted in two places at once, or with less than five minutes to walk', () => {
    const one = atelier('a', [SYNTHESIS], [sitting('a1', { animateurs: ['Awa', 'Yann'] })]);
    const other = (start: number, more: Partial<PreparedSitting> = {}) =>
      atelier(
        'b',
        [SYNTHESIS],
        [sitting('b1', { start: at(start), rapporteurs: ['Yann'], animateurs: ['Inès'], ...more })],
      );
    const of = { atelierId: 'a', sittingId: 'a1', otherSittingId: 'b1', who: 'Yann' };
    expect(found([one, other(20)])).toEqual([{ code: 'hazard/two-places', ...of }]);
    expect(found([one, other(34)])).toEqual([{ code: 'hazard/no-time-to-walk', ...of }]);
    expect(found([one, other(-31)])).toEqual([{ code: 'hazard/no-time-to-walk', ...of }]);
    expect(found([one, other(35)])).toEqual([]);
    expect(found([one, other(30, { room: 'Salle a1' })])).toEqual([]);
    expect(found([one, other(30, { room: '' })])).toEqual([]);
  });

  it('[HZ10] so is a group, but not a morning', () => {
    const labelled = (id: string, label: string) => atelier(id, [SYNTHESIS], [sitting(`${id}1`, { label })]);
    expect(found([labelled('a', 'Groupe 2'), labelled('b', 'groupe 2')])).toMatchObject([
      { code: 'hazard/two-places', who: 'Groupe 2' },
    ]);
    expect(found([labelled('a', 'Groupe 1'), labelled('b', 'Groupe 2')])).toEqual([]);
    expect(found([labelled('a', 'Matin'), labelled('b', 'Matin')])).toEqual([]);
  });

  it('[HZ10] what begins or ended elsewhere the same minute leaves no time to walk; nobody hurries to a pause', () => {
    const hall = { place: 'Grande salle' };
    expect(found([calm], [time('plenary', 90, 120, hall)])).toEqual([
      { code: 'hazard/no-time-to-shared', atelierId: 'a', sittingId: 'a1', sharedTimeId: 'plenary' },
    ]);
    expect(found([calm], [time('opening', -30, -1, hall)])).toMatchObject([{ sharedTimeId: 'opening' }]);
    expect(found([calm], [time('plenary', 95, 120, hall), time('opening', -30, -5, hall)])).toEqual([]);
    expect(found([calm], [time('plenary', 90, 120, { place: 'salle A1' })])).toEqual([]);
    expect(found([calm], [time('plenary', 90, 120, { place: '' })])).toEqual([]);
    expect(found([calm], [time('meal', 90, 120, hall)])).toEqual([]);
  });

  it('[HZ11] a day of the week that contradicts its date, in any title', () => {
    expect(
      found([atelier('a', [SYNTHESIS], [sitting('a1')], { title: 'Bilan du vendredi 26 novembre' })], [], {
        title: 'Rencontre du jeudi 26 novembre 2026',
        theme: 'Suites du jeudi 3 décembre 2026',
      }),
    ).toEqual([
      { code: 'hazard/other-date', text: 'jeudi 3 décembre 2026' },
      { code: 'hazard/weekday', text: 'vendredi 26 novembre' },
    ]);
  });
});
