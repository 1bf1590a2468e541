import { expect, test } from 'vitest';
import { defaultComposition } from '#core/actes/composition.ts';
import type { Composition } from '#core/actes/composition.ts';
import {
  addPart,
  includePart,
  isByHand,
  movePart,
  newPart,
  removePart,
  renamePart,
  surroundPart,
} from './composition-changes.ts';

const composed = defaultComposition('seminar', { ateliers: [{ id: 'one' }, { id: 'two' }] });
const ids = ({ parts }: Composition): readonly string[] => parts.map(({ id }) => id);
const part = (composition: Composition, id: string) => composition.parts.find((it) => it.id === id);

test('a part goes before another, and to the end when that is gone', () => {
  const moved = movePart('atelier-two', 'atelier-one')(composed);
  expect(ids(moved).indexOf('atelier-two')).toBe(ids(moved).indexOf('atelier-one') - 1);
  expect(ids(movePart('preamble', 'gone')(composed)).at(-1)).toBe('preamble');
  expect(movePart('gone', 'preamble')(composed)).toBe(composed);
});

test('changes find their part by id, and are made again on another composition without it', () => {
  const changed = [
    includePart('programme', false),
    renamePart('people', '  Nous  '),
    surroundPart('preamble', 'after', true),
  ].reduce((composition, change) => change(composition), composed);
  expect(part(changed, 'programme')?.included).toBe(false);
  expect(part(changed, 'people')?.title).toBe('Nous');
  expect(part(changed, 'preamble')).toMatchObject({ before: false, after: true });
  expect(includePart('programme', false)(removePart('programme')(composed))).toEqual(
    removePart('programme')(composed),
  );
});

test('a part is added once, after the one that is looked at', () => {
  const speaker = newPart('speaker', 'made-here');
  const added = addPart(speaker, 'programme')(composed);
  expect(ids(added).indexOf('made-here')).toBe(ids(added).indexOf('programme') + 1);
  expect(addPart(speaker, 'programme')(added)).toBe(added);
  expect(ids(addPart(speaker, null)(composed)).at(-1)).toBe('made-here');
  expect(isByHand(speaker)).toBe(true);
  expect(isByHand(newPart('text', 'mission'))).toBe(false);
});
