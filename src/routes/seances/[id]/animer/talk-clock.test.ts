import { expect, test } from 'vitest';
import { instant, minutes } from '#core/time/instant.ts';
import fr from '#i18n/fr.ts';
import { talkClock, talkMinutes, waitingWords } from './talk-clock.ts';

const SECOND = 1000;
const begun = instant(10_000_000);
const at = (seconds: number) => instant(begun + seconds * SECOND);

test('how long someone waits, in whole minutes that went by', () => {
  expect(waitingWords(begun, at(59), 'à l’instant')).toBe('à l’instant');
  expect(waitingWords(begun, at(119), 'à l’instant')).toBe('1\u00a0min');
  // A clock that is a little behind does not count backwards.
  expect(waitingWords(at(5), begun, 'à l’instant')).toBe('à l’instant');
});

test('a talk counts down, then says that it is over', () => {
  const clock = (seconds: number) => talkClock({ since: begun, minutes: minutes(3) }, at(seconds), fr.clock);
  expect(clock(0)?.words).toBe('3\u00a0min');
  // By a clock that is a little behind no more than the whole is left.
  expect(clock(-5)?.words).toBe('3\u00a0min');
  expect(clock(170)?.words).toBe('10\u00a0s');
  expect(clock(190)).toEqual({ words: fr.clock.justOver, state: 'over' });
  expect(clock(250)).toEqual({ words: fr.clock.overBy(1), state: 'over' });
});

test('a talk without a limit has no clock', () => {
  expect(talkClock({ since: begun, minutes: null }, at(600), fr.clock)).toBeNull();
});

test('only a choice that there is comes back from the device', () => {
  expect(talkMinutes('3')).toBe(3);
  expect(talkMinutes('7')).toBeNull();
  expect(talkMinutes(null)).toBeNull();
});
