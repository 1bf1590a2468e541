import { describe, expect, it } from 'vitest';
import { agendaItem, EMPTY_PLAN } from '#core/agenda/plan.ts';
import type { ItemTimes } from '#core/agenda/run.ts';
import { duration, minutes } from '#core/time/instant.ts';
import { minutesInForce, pointsAhead, withRest } from './plan-rest.ts';

const point = (id: string, title = id) => agendaItem({ id, title });
const PLAN = { ...EMPTY_PLAN, items: ['un', 'deux', 'trois', 'quatre'].map((id) => point(id)) };
const standing = (...states: readonly ItemTimes['state'][]) => ({
  items: states.map((state, index) => ({
    itemId: PLAN.items[index]?.id ?? '',
    state,
    planned: null,
    estimated: null,
    real: null,
    allotted: duration(0),
    spent: duration(0),
    remaining: duration(0),
  })),
});
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe('the points still to come', () => {
  it('are those ahead of the room', () => {
    expect(ids(pointsAhead(PLAN, standing('done', 'current', 'ahead', 'ahead')))).toEqual([
      'trois',
      'quatre',
    ]);
    expect(pointsAhead(PLAN, standing('ahead', 'ahead', 'ahead', 'ahead'))).toHaveLength(4);
  });
  it('take the place of those that were ahead, after what is done', () => {
    const rest = [point('quatre'), point('cinq')];
    const items = withRest(PLAN, standing('done', 'current', 'ahead', 'ahead'), rest);
    expect(ids(items)).toEqual(['un', 'deux', 'quatre', 'cinq']);
  });
  it('leave alone what the room has come to meanwhile, changed or taken out', () => {
    const items = withRest(PLAN, standing('done', 'done', 'current', 'ahead'), [
      point('trois', 'Autre'),
      point('quatre'),
    ]);
    expect(items.map(({ title }) => title)).toEqual(['un', 'deux', 'trois', 'quatre']);
    expect(ids(withRest(PLAN, standing('done', 'done', 'current', 'ahead'), []))).toEqual([
      'un',
      'deux',
      'trois',
    ]);
  });
  it('tell which minutes count where the room has changed them', () => {
    const items = ['un', 'deux', 'trois'].map((id) =>
      agendaItem({ id, title: id, plannedMinutes: minutes(id === 'un' ? 30 : 20) }),
    );
    const allotted: Record<string, number> = { un: 45, deux: 25, trois: 20 };
    const times = standing('current', 'ahead', 'ahead').items.map((it) => ({
      ...it,
      allotted: duration((allotted[it.itemId] ?? 0) * 60_000),
    }));
    expect([...minutesInForce({ ...EMPTY_PLAN, items }, { items: times })]).toEqual([
      ['deux', { planned: 20, inForce: 25 }],
    ]);
  });
});
