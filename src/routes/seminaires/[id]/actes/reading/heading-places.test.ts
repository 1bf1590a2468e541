import { expect, test } from 'vitest';
import type { ActesBlock } from '#core/actes/actes.ts';
import type { PlacedPart } from '#protocol/actes-views.ts';
import { headingAt, pageOf } from './heading-places.ts';

const heading = (text: string): ActesBlock => ({
  ...{ type: 'heading', level: 2, inContents: true, content: [{ type: 'text', text }] },
});
const facts: ActesBlock = { type: 'facts', content: [] };
const atelier = { kind: 'atelier', subject: 'a' } as const;

test('a block is found on the page of its heading, a part where it opens, what the pages have not nowhere', () => {
  const parts: readonly PlacedPart[] = [
    { kind: 'preamble', subject: null, page: 3, blocks: [3, 3] },
    { ...atelier, page: 4, blocks: [4, 5, 7] },
  ];
  const isIt = ({ kind }: { readonly kind: string }) => kind === 'atelier';
  expect([null, 0, 1, 2, 9].map((block) => pageOf({ isIt, block }, parts))).toEqual([4, 4, 5, 7, 7]);
  expect(pageOf({ isIt: () => false, block: 1 }, parts)).toBeNull();
});

test('as text it is found at the heading', () => {
  const part = { ...atelier, blocks: [facts, heading('Un'), facts, heading('Deux')] };
  expect([0, 1, 2, 3, 4].map((block) => headingAt(part, block)?.words)).toEqual([
    ...[undefined, 'Un', 'Un', 'Deux', 'Deux'],
  ]);
  expect(headingAt(part, 3)?.number).toBe(1);
});
