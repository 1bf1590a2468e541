import { describe, expect, it } from 'vitest';
import { agendaItem, EMPTY_PLAN } from '#core/agenda/plan.ts';
import type { Plan } from '#core/agenda/plan.ts';
import { project } from '#core/agenda/project.ts';
import { runOf } from '#core/agenda/run.ts';
import type { Run } from '#core/agenda/run.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import { knownPlace, proposedPlace, roomPlace, WHOLE_ATELIER } from './proposed-place.ts';

const item = (id: string, questions: readonly string[]) =>
  agendaItem({ id, title: id, questions: questions.map((text) => ({ id: `${id}-${text}`, text })) });
const plan: Plan = {
  ...EMPTY_PLAN,
  revision: 1,
  items: [item('first', ['a', 'b']), item('second', []), item('third', ['c'])],
};
const notStarted: Run = runOf([]);
const start = instant(1_800_000_000_000);
const minute = (count: number) => instant(start + count * 60_000);

const projected = (of: Plan, run: Run, now: Instant, plannedStart: Instant | null = start) =>
  project({ plan: of, run, plannedStart, sharedTimes: [] }, now);

describe('the place proposed for a contribution', () => {
  it('is the current point and its question', () => {
    const running: Run = {
      ...notStarted,
      status: 'running',
      startedAt: start,
      visits: [{ itemId: 'third', from: start, to: null }],
    };
    const at = minute(1);
    expect(proposedPlace(plan, running, projected(plan, running, at), at)).toEqual({
      itemId: 'third',
      questionId: 'third-c',
    });
  });
  it('is the last point the room was at once it is finished', () => {
    const finished: Run = {
      ...notStarted,
      status: 'finished',
      startedAt: start,
      finishedAt: minute(50),
      visits: [
        { itemId: 'third', from: start, to: minute(20) },
        { itemId: 'first', from: minute(20), to: minute(50) },
      ],
      questionPut: { first: 'first-b' },
    };
    const at = minute(6000);
    expect(proposedPlace(plan, finished, projected(plan, finished, at), at)).toEqual({
      itemId: 'first',
      questionId: 'first-b',
    });
    const shorter: Plan = { ...plan, items: plan.items.slice(1) };
    expect(proposedPlace(shorter, finished, projected(shorter, finished, at), at).itemId).toBe('third');
  });
  it('is the point planned for now when nothing is run', () => {
    const at = minute(40);
    expect(proposedPlace(plan, notStarted, projected(plan, notStarted, at), at)).toEqual({
      itemId: 'second',
      questionId: null,
    });
  });
  it('is the first before, the last for some hours after, and then the first again', () => {
    const early = minute(-600);
    const late = minute(200);
    const daysLater = minute(6000);
    expect(proposedPlace(plan, notStarted, projected(plan, notStarted, early), early).itemId).toBe('first');
    expect(proposedPlace(plan, notStarted, projected(plan, notStarted, late), late).itemId).toBe('third');
    expect(proposedPlace(plan, notStarted, projected(plan, notStarted, daysLater), daysLater).itemId).toBe(
      'first',
    );
  });
  it('is the first point when no time is planned', () => {
    expect(proposedPlace(plan, notStarted, projected(plan, notStarted, start, null), start)).toEqual({
      itemId: 'first',
      questionId: 'first-a',
    });
  });
  it('is the atelier as a whole when it has no point', () => {
    const empty = EMPTY_PLAN;
    expect(proposedPlace(empty, notStarted, projected(empty, notStarted, start), start)).toEqual(
      WHOLE_ATELIER,
    );
  });

  describe('in a pause of the plan', () => {
    const pause = agendaItem({ id: 'coffee', title: 'Café', kind: 'break' });
    const paused: Plan = {
      ...plan,
      items: [pause, ...plan.items, pause].map((it, at) =>
        at > 0 && it === pause ? { ...pause, id: 'lunch' } : it,
      ),
    };
    const at = (visits: readonly string[]): Run => ({
      ...notStarted,
      status: 'running',
      startedAt: start,
      visits: visits.map((itemId, place) => ({
        ...{ itemId, from: minute(place * 10) },
        to: place === visits.length - 1 ? null : minute(place * 10 + 10),
      })),
      questionPut: { first: 'first-b' },
    });
    const placeAt = (run: Run, now: Instant) => {
      const projection = projected(paused, run, now);
      return proposedPlace(paused, run, projection, now);
    };
    it('is the point the room comes from, with the question that was put there', () => {
      expect(placeAt(at(['first', 'lunch']), minute(12))).toEqual({ itemId: 'first', questionId: 'first-b' });
    });
    it('is the next point when the room comes from none', () => {
      expect(placeAt(at(['coffee']), minute(2)).itemId).toBe('first');
      expect(placeAt(notStarted, minute(2)).itemId).toBe('first');
    });
    it('leaves the room where it is', () => {
      const run = at(['first', 'lunch']);
      const projection = projected(paused, run, minute(12));
      expect(roomPlace(projection, WHOLE_ATELIER).itemId).toBe('lunch');
      expect(roomPlace(projected(paused, notStarted, minute(2)), WHOLE_ATELIER)).toEqual(WHOLE_ATELIER);
    });
  });
});

describe('a place the plan may have lost', () => {
  it('keeps what is still there', () => {
    expect(knownPlace(plan, { itemId: 'first', questionId: 'first-b' })).toEqual({
      itemId: 'first',
      questionId: 'first-b',
    });
    expect(knownPlace(plan, { itemId: 'first', questionId: 'gone' })).toEqual({
      itemId: 'first',
      questionId: null,
    });
    expect(knownPlace(plan, { itemId: 'gone', questionId: 'first-a' })).toEqual(WHOLE_ATELIER);
  });
});
