import { expect, test } from 'vitest';
import { WakeLock } from './wake-lock.ts';

/** A page whose visibility the test sets, and a browser that gives or refuses locks. */
function browser() {
  const target = new EventTarget();
  const given: { released: boolean; release: () => Promise<void>; onrelease: null }[] = [];
  const state = { visibility: 'visible' as DocumentVisibilityState, gives: true, asked: 0 };
  const parts = {
    wakeLock: {
      request: () => {
        state.asked += 1;
        if (!state.gives) return Promise.reject(new Error('NotAllowedError'));
        const sentinel = {
          released: false,
          onrelease: null,
          release: () => {
            sentinel.released = true;
            return Promise.resolve();
          },
        };
        given.push(sentinel);
        return Promise.resolve(sentinel);
      },
    },
    page: {
      get visibilityState() {
        return state.visibility;
      },
      addEventListener: target.addEventListener.bind(target),
      removeEventListener: target.removeEventListener.bind(target),
    },
  };
  const show = async (visibility: DocumentVisibilityState): Promise<void> => {
    state.visibility = visibility;
    if (visibility === 'hidden') given.forEach((sentinel) => (sentinel.released = true));
    target.dispatchEvent(new Event('visibilitychange'));
    await settled();
  };
  return { parts, given, state, show };
}
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('holds the lock until it is closed', async () => {
  const { parts, given } = browser();
  const lock = new WakeLock(parts);
  await settled();
  expect(lock.held).toBe(true);
  lock.close();
  expect(given.map(({ released }) => released)).toEqual([true]);
  expect(lock.held).toBe(false);
});

test('asks again each time the page is seen again, and once for each', async () => {
  const { parts, given, show } = browser();
  const lock = new WakeLock(parts);
  await settled();
  await show('hidden');
  expect(lock.held).toBe(false);
  await show('visible');
  await show('visible');
  expect(lock.held).toBe(true);
  expect(given).toHaveLength(2);
  lock.close();
});

test('refused, it tries when the page is seen the next time', async () => {
  const { parts, state, show } = browser();
  state.gives = false;
  const lock = new WakeLock(parts);
  await settled();
  expect(lock.held).toBe(false);
  state.gives = true;
  await show('visible');
  expect(lock.held).toBe(true);
  lock.close();
});

test('a lock that arrives after the end is given back, and nothing is asked any more', async () => {
  const { parts, given, state, show } = browser();
  const lock = new WakeLock(parts);
  lock.close();
  await settled();
  expect(given.map(({ released }) => released)).toEqual([true]);
  await show('hidden');
  await show('visible');
  expect(state.asked).toBe(1);
});

test('where the browser has none, nothing happens', () => {
  const { parts } = browser();
  const lock = new WakeLock({ ...parts, wakeLock: undefined });
  expect(lock.held).toBe(false);
  lock.close();
});
