import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { State } from '#protocol/socket.ts';
import type { ApiResult } from './api.ts';
import { FollowedActes } from './followed-actes.ts';

const SUBSCRIBED: ApiResult<State> = { ok: true, value: { seminarId: 's' } };
const BUSY = { ok: false, error: { code: 'protocol/too-many' } } as const;
const DENIED = { ok: false, error: { code: 'access/forbidden' } } as const;
const REST = 10_000;

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
let answer: ApiResult<State>;
let asked: number;
/** Of each reading, whether somebody asked for it. */
let readings: boolean[];
let canRead: boolean;
let told: (of: { readonly seminarId: string }) => void;
let live: () => void;
let followed: FollowedActes;

const passes = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const news = (seminarId = 's') => {
  told({ seminarId });
  return passes(0);
};
const turnsTo = (state: 'visible' | 'hidden') => {
  page.visibilityState = state;
  page.dispatchEvent(new Event('visibilitychange'));
  return passes(0);
};
/** With its first subscription answered, and the rest after it over. */
async function isFollowing(): Promise<void> {
  live();
  await passes(REST);
  readings = [];
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', page);
  page.visibilityState = 'visible';
  [answer, asked, readings, canRead] = [SUBSCRIBED, 0, [], true];
  followed = new FollowedActes('s', {
    connection: {
      on: (_event, listener) => (told = listener as typeof told),
      onLive: (listener) => (live = listener),
      subscribe() {
        asked += 1;
        return Promise.resolve(answer);
      },
    },
    read(isAsked) {
      readings.push(isAsked);
      return Promise.resolve(canRead);
    },
    random: () => 0.5,
  });
});
afterEach(() => {
  followed.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what became another before it was heard is read: after the first answer, and after each connection', async () => {
  expect(readings).toEqual([]);
  live();
  await passes(0);
  expect(readings).toEqual([false]);
  await passes(REST);
  live();
  await passes(0);
  expect(readings).toEqual([false, false]);
});

test('news of others are read at once, then once after a rest; those of another séminaire are not', async () => {
  await isFollowing();
  await news('other');
  expect(readings).toEqual([]);
  await news();
  await news();
  await news();
  expect(readings).toEqual([false]);
  await passes(REST);
  expect(readings).toEqual([false, false]);
  await passes(10 * REST);
  expect(readings).toEqual([false, false]);
});

test('nothing is read while nobody looks; whoever comes back has it read once', async () => {
  await isFollowing();
  await turnsTo('hidden');
  await news();
  expect(readings).toEqual([]);
  await turnsTo('visible');
  expect(readings).toEqual([false]);
  await passes(10 * REST);
  expect(readings).toEqual([false]);
});

test('a subscription that is refused for the moment is asked for again, later each time; a denied one is not', async () => {
  answer = BUSY;
  live();
  await passes(800 + 1_600);
  expect([asked, readings]).toEqual([3, []]);
  answer = SUBSCRIBED;
  await passes(3_200);
  expect([asked, readings]).toEqual([4, [false]]);
  await passes(10 * REST);
  answer = DENIED;
  live();
  await passes(10 * REST);
  expect(asked).toBe(5);
});

test('a connection made anew asks once, whatever was still to be asked again', async () => {
  answer = BUSY;
  live();
  await passes(0);
  answer = SUBSCRIBED;
  live();
  await passes(10 * REST);
  expect([asked, readings]).toEqual([2, [false]]);
});

test('what could not be read is not lost: it is tried again after the rest, and less and less often', async () => {
  await isFollowing();
  canRead = false;
  await news();
  await passes(REST);
  expect(readings).toHaveLength(2);
  await passes(REST);
  expect(readings).toHaveLength(2);
  await passes(REST);
  expect(readings).toHaveLength(3);
  canRead = true;
  await passes(6 * REST);
  expect(readings).toHaveLength(4);
  await passes(20 * REST);
  expect(readings).toHaveLength(4);
});

test('what is changed here is read at once, and once more with its news after a rest', async () => {
  await isFollowing();
  await followed.readOwnChange();
  expect(readings).toEqual([true]);
  await passes(300);
  await news();
  expect(readings).toEqual([true]);
  await passes(REST);
  expect(readings).toEqual([true, false]);
  await passes(10 * REST);
  expect(readings).toEqual([true, false]);
});

test('without a subscription it is read at once; after the end nothing is', async () => {
  await followed.readOwnChange();
  await followed.readNow();
  expect(readings).toEqual([true, true]);
  followed.close();
  await followed.readOwnChange();
  await followed.readNow();
  await turnsTo('visible');
  expect(readings).toEqual([true, true]);
});
