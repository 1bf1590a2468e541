import { expect, test } from 'vitest';
import { placeAt } from './drag-order.svelte.ts';

test.each([
  [0, 1, 0],
  [120, 0, 0],
  [160, 0, 1],
  [999, 0, 2],
  [260, 2, 2],
  [40, 2, 0],
])('a row dragged to the height %i from place %i belongs at place %i', (height, from, place) => {
  expect(placeAt(height, [50, 150, 250], from)).toBe(place);
});
