import { beforeEach, expect, test } from 'vitest';
import { heldTimers } from '../../tests/support/timers.ts';
import type { HeldTimers } from '../../tests/support/timers.ts';
import type { Presence } from './presence.ts';
import { createPresence } from './presence.ts';

let timers: HeldTimers;
let presence: Presence;
let changes: number;
const count = () => presence.screens('s1');

beforeEach(() => {
  timers = heldTimers();
  changes = 0;
  presence = createPresence(() => (changes += 1), timers);
});

test('a projector counts once, however many of its pages are open', () => {
  presence.enterScreen('s1', 'd1');
  presence.enterScreen('s1', 'd1');
  presence.enterScreen('s1', 'd2');
  expect(count()).toEqual({ connected: 2, lost: 0 });
  presence.leaveScreen('s1', 'd1', 'closed');
  expect(count()).toEqual({ connected: 2, lost: 0 });
  expect(presence.screens('s2')).toEqual({ connected: 0, lost: 0 });
});

test('cut off and back in time, nothing happened; not back, it is lost until it comes', () => {
  presence.enterScreen('s1', 'd1');
  presence.leaveScreen('s1', 'd1', 'cut');
  presence.enterScreen('s1', 'd1');
  expect(timers.waiting()).toBe(0);
  presence.leaveScreen('s1', 'd1', 'cut');
  expect(count()).toEqual({ connected: 1, lost: 0 });
  timers.runAll();
  expect(count()).toEqual({ connected: 0, lost: 1 });
  presence.enterScreen('s1', 'd1');
  expect(count()).toEqual({ connected: 1, lost: 0 });
});

test('silent for long, it is lost at once; closed by somebody, it is not', () => {
  presence.enterScreen('s1', 'd1');
  presence.leaveScreen('s1', 'd1', 'silent');
  expect(count()).toEqual({ connected: 0, lost: 1 });
  presence.enterScreen('s1', 'd2');
  presence.leaveScreen('s1', 'd2', 'closed');
  expect(count()).toEqual({ connected: 0, lost: 1 });
});

test('lost and never seen again, it is forgotten one day', () => {
  presence.enterScreen('s1', 'd1');
  presence.leaveScreen('s1', 'd1', 'silent');
  timers.runAll();
  expect(count()).toEqual({ connected: 0, lost: 0 });
});

test('a paired projector that does not come is lost, and so is one whose window was closed', () => {
  presence.expectScreen('s1', 'd1');
  expect(count()).toEqual({ connected: 0, lost: 0 });
  timers.runAll();
  expect(count()).toEqual({ connected: 0, lost: 1 });
  presence.enterScreen('s1', 'd1');
  presence.leaveScreen('s1', 'd1', 'closed');
  timers.runAll();
  timers.runAll();
  expect(count()).toEqual({ connected: 0, lost: 1 });
});

test('told to show something else, or withdrawn, it is no loss', () => {
  presence.expectScreen('s1', 'd1');
  presence.enterScreen('s1', 'd1');
  presence.forgetScreen('s1', 'd1');
  presence.leaveScreen('s1', 'd1', 'closed');
  expect(count()).toEqual({ connected: 0, lost: 0 });
  expect(timers.waiting()).toBe(0);
  expect(changes).toBe(2);
});

test('what waits ends with it', () => {
  presence.expectScreen('s1', 'd1');
  presence.close();
  expect(timers.waiting()).toBe(0);
});

test('somebody is there while a participant’s page or a projector’s is open in any sitting', () => {
  presence.expectScreen('s1', 'd1');
  expect(presence.isAnybodyThere()).toBe(false);
  presence.enterScreen('s1', 'd1');
  expect(presence.isAnybodyThere()).toBe(true);
  presence.leaveScreen('s1', 'd1', 'closed');
  expect(presence.isAnybodyThere()).toBe(false);
  presence.enter('s2', 'd2');
  presence.enter('s2', 'd2');
  presence.leave('s2', 'd2');
  expect(presence.isAnybodyThere()).toBe(true);
  presence.leave('s2', 'd2');
  expect(presence.isAnybodyThere()).toBe(false);
});
