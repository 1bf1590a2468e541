import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SlidesView } from '#protocol/views.ts';
import type { ApiResult } from './api.ts';
import { ShownSlides } from './shown-slides.svelte.ts';

type Reading = { readonly atelierId: string; answer: (of: ApiResult<SlidesView>) => Promise<void> };
let readings: Reading[];
let slides: ShownSlides;

const view = (title: string): SlidesView => ({
  ...{ title, rapporteurs: [], state: 'draft', slides: [{ type: 'title', title }] },
});
const ok = (title: string): ApiResult<SlidesView> => ({ ok: true, value: view(title) });
const lost: ApiResult<SlidesView> = { ok: false, error: { code: 'network' } };
const opened = (spread = 0): ShownSlides =>
  new ShownSlides({
    spread,
    random: () => 0.5,
    read: (atelierId) =>
      new Promise((resolve) =>
        readings.push({
          atelierId,
          async answer(of) {
            resolve(of);
            await vi.advanceTimersByTimeAsync(0);
          },
        }),
      ),
  });
const reading = (at: number): Reading => {
  const found = readings[at];
  if (!found) throw new Error(`no reading ${at}`);
  return found;
};

beforeEach(() => {
  vi.useFakeTimers();
  readings = [];
  slides = opened();
});
afterEach(() => {
  slides.close();
  vi.useRealTimers();
});

test('they are read anew each time that somebody turns, and stand meanwhile', async () => {
  slides.follow('a');
  await reading(0).answer(ok('first'));
  slides.follow('a');
  expect(slides.view?.title).toBe('first');
  await reading(1).answer(ok('second'));
  expect(slides.view?.title).toBe('second');
});

test('a late answer does not take the place of a newer one, an early one is not thrown away', async () => {
  slides.follow('a');
  slides.follow('a');
  await reading(0).answer(ok('early'));
  expect(slides.view?.title).toBe('early');
  slides.follow('a');
  await reading(2).answer(ok('newest'));
  await reading(1).answer(ok('late'));
  expect(slides.view?.title).toBe('newest');
});

test('of another atelier nothing stands, put away nothing at all', async () => {
  slides.follow('a');
  await reading(0).answer(ok('a'));
  slides.follow('b');
  expect(slides.view).toBeNull();
  slides.follow('a');
  await reading(1).answer(ok('b'));
  expect(slides.view).toBeNull();
  slides.follow(null);
  await reading(2).answer(ok('a'));
  expect([slides.view, readings.length]).toEqual([null, 3]);
});

test('what could not be read is tried again, and what stood goes on standing', async () => {
  slides.follow('a');
  await reading(0).answer(ok('a'));
  slides.follow('a');
  await reading(1).answer(lost);
  expect([slides.view?.title, slides.error]).toEqual(['a', 'network']);
  await vi.advanceTimersByTimeAsync(10_000);
  await reading(2).answer(ok('again'));
  expect([slides.view?.title, slides.error]).toEqual(['again', null]);
});

test('a room that has them does not read them all at once', async () => {
  slides = opened(2_000);
  slides.follow('a');
  await reading(0).answer(ok('a'));
  slides.follow('a');
  expect(readings).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(readings).toHaveLength(2);
});
