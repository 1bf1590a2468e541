import { expect, test } from 'vitest';
import { instant } from '#core/time/instant.ts';
import type { DotsView, RoundView, SilenceView } from '#protocol/room-views.ts';
import type { ContributionView } from '#protocol/views.ts';
import { givesWay, otherPoint, saysFloor, screenFocus, shortened } from './screen-focus.ts';

const said = (id: string, pinned = false, text: string | null = 'Un café au marché.'): ContributionView => ({
  ...{ id, seq: 1, itemId: null, questionId: null, kind: null, text, unnamed: false, supports: 0 },
  ...{ attribution: { name: null, function: null, town: null }, at: instant(0), entry: 'typed' },
  ...{ toConfirm: false, changed: false, pinned, approved: true, groupId: null, sorting: null },
});
const silence: SilenceView = {
  ...{ id: 's', itemId: null, questionId: null, written: 0 },
  ...{ openedAt: instant(0), endsAt: instant(1) },
};
const dots: DotsView = {
  ...{ id: 'd', budget: 3, shown: false, voters: 0, counts: null },
  contributions: [{ id: 'a', kind: null, text: 'Un café' }],
};
const round: RoundView = { id: 'r', person: null, done: 0, people: 9, closed: false, donePersonIds: [] };

const everything = {
  ...{ stopped: false, paused: false, silence, dots, round },
  restitution: { atelierId: 'a', slide: 2 },
  screenTexts: [said('pinned', true), said('on the wall')],
};

test('one thing at a time: what the room does before what it reads, what was chosen before what comes', () => {
  const order: string[] = [];
  let room: Parameters<typeof screenFocus>[0] = everything;
  const note = (next: Partial<typeof room>): void => {
    order.push(screenFocus(room).is);
    room = { ...room, ...next };
  };
  note({ restitution: null });
  note({ silence: null });
  note({ dots: null });
  note({ round: { ...round, closed: true } });
  note({ screenTexts: [said('on the wall')] });
  note({ screenTexts: [] });
  note({});
  expect(order).toEqual(['restitution', 'silence', 'dots', 'round', 'pinned', 'wall', 'point']);
});

test('nothing of it in a pause', () => {
  expect(screenFocus({ ...everything, restitution: null, paused: true })).toEqual({ is: 'pause' });
});

test('a synthesis stays over a pause that begins, and gives way to what stops the room', () => {
  const restitution = { atelierId: 'a', slide: 2 };
  expect(screenFocus({ ...everything, paused: true })).toEqual({ is: 'restitution', restitution });
  expect(screenFocus({ ...everything, stopped: true })).toEqual({ is: 'pause' });
});

test('pinned texts stand alone, redacted ones not at all', () => {
  const room = { ...everything, restitution: null, silence: null, dots: null, round: null };
  const focus = screenFocus({ ...room, screenTexts: [said('a', true), said('b', true, null), said('c')] });
  expect(focus.is === 'pinned' && focus.texts.map(({ id }) => id)).toEqual(['a']);
});

test('gommettes on nothing that the room sees are none', () => {
  const room = { ...everything, restitution: null, silence: null, round: null, screenTexts: [] };
  expect(screenFocus({ ...room, dots: { ...dots, contributions: [] } }).is).toBe('point');
});

test('who writes in silence keeps the question large', () => {
  expect(givesWay({ is: 'silence', silence })).toBe(false);
  expect(givesWay({ is: 'dots', dots })).toBe(true);
});

test('who speaks is said while somebody may speak', () => {
  expect(saysFloor({ is: 'point' })).toBe(true);
  expect(saysFloor({ is: 'dots', dots })).toBe(true);
  expect(saysFloor({ is: 'silence', silence })).toBe(false);
  expect(saysFloor({ is: 'round', round })).toBe(false);
  expect(saysFloor({ is: 'pause' })).toBe(false);
});

test('a long text ends after a whole word', () => {
  expect(shortened('Un café au marché', 40)).toBe('Un café au marché');
  expect(shortened('Un café au marché chaque jeudi', 20)).toBe('Un café au marché…');
  expect(shortened('a'.repeat(30), 20)).toBe(`${'a'.repeat(19)}…`);
});

test('a pinned text says its point where that is another than the one on the screen', () => {
  const items = [
    { id: 'one', title: 'Accueillir' },
    { id: 'two', title: 'Relier' },
  ];
  expect(otherPoint({ itemId: 'one' }, items, 'two')).toBe('Accueillir');
  expect(otherPoint({ itemId: 'one' }, items, null)).toBe('Accueillir');
  expect(otherPoint({ itemId: 'two' }, items, 'two')).toBe('');
  expect(otherPoint({ itemId: null }, items, 'two')).toBe('');
  expect(otherPoint({ itemId: 'gone' }, items, 'two')).toBe('');
});
