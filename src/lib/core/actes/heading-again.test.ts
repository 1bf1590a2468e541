import { expect, test } from 'vitest';
import { headingAgain } from './heading-again.ts';
import { heading, paragraph, part } from './sample-actes.test-support.ts';

const before = part(
  'atelier',
  heading(1, 'Atelier 1'),
  heading(2, 'Un'),
  heading(3, 'Propositions'),
  paragraph('a'),
  heading(2, 'Deux'),
  heading(3, 'Propositions'),
  paragraph('b'),
);
const again = (after: typeof before) =>
  before.blocks.map((_, block) => headingAgain({ part: before, block }, after));

test('[AC105] the heading that words stood under, the same of several', () => {
  expect(again(before)).toEqual([0, 1, 2, 2, 4, 5, 5]);
  const longer = part(
    'atelier',
    paragraph('c'),
    ...before.blocks.slice(0, 4),
    paragraph('d'),
    heading(2, 'Deux'),
  );
  expect(again(longer)).toEqual([1, 2, 3, 3, 6, 6, 6]);
});

test('[AC105] none where all headings above have gone', () => {
  expect(again(part('atelier', heading(1, 'Atelier A'), heading(2, 'Deux')))).toEqual([
    ...[null, null, null, null],
    ...[1, 1, 1],
  ]);
});
