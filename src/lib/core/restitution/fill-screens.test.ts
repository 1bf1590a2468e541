import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Piece } from './fill-screens.ts';
import { fillScreens } from './fill-screens.ts';

const LINES = 9;
const listOf = (...lines: readonly number[]): readonly Piece[] => {
  const list = {};
  return lines.map((it) => ({ lines: it, list }));
};
const words = (lines: number): Piece => ({ lines, list: null });
const sizes = (pieces: readonly Piece[]): readonly number[] =>
  fillScreens(pieces, LINES).map((screen) => screen.length);

/** Items that stand alone while others of their list stand elsewhere. */
const loneItems = (screens: readonly (readonly Piece[])[]): number => {
  const all = screens.flat();
  const of = (pieces: readonly Piece[], list: object | null): number =>
    pieces.filter((it) => it.list === list).length;
  return screens.flatMap((screen) =>
    screen.filter(({ list }) => list !== null && of(screen, list) === 1 && of(all, list) > 1),
  ).length;
};
const fits = (screen: readonly Piece[]): boolean =>
  screen.length === 1 || screen.reduce((sum, { lines }) => sum + lines, 0) <= LINES;

/** Every way of ending screens between the pieces. */
function everyWay(pieces: readonly Piece[]): readonly (readonly (readonly Piece[])[])[] {
  if (pieces.length === 0) return [[]];
  return pieces.flatMap((_, at) => {
    const screen = pieces.slice(0, at + 1);
    return fits(screen) ? everyWay(pieces.slice(at + 1)).map((after) => [screen, ...after]) : [];
  });
}

describe('[RS11] no item of a list is left by itself', () => {
  test('at the foot of the first screen', () => {
    expect(sizes([words(8), ...listOf(1, 1, 1)])).toEqual([1, 3]);
  });
  test('on the last screen, however far back that reaches', () => {
    expect(sizes(listOf(1, 1, 1, 1, 1, 1, 1, 1, 1, 1))).toEqual([8, 2]);
    expect(sizes(listOf(2, 2, 2, 2, 5, 4, 5))).toEqual([3, 2, 2]);
  });
  test('a list of one, or of items as large as a screen, stands as it can', () => {
    expect(sizes([words(8), ...listOf(1)])).toEqual([2]);
    expect(sizes(listOf(9, 9, 9))).toEqual([1, 1, 1]);
    expect(sizes([words(20), words(1)])).toEqual([1, 1]);
    expect(fillScreens([], LINES)).toEqual([]);
  });
  test('of all ways that with the fewest of them, then with the fewest screens, in their order', () => {
    const run = fc.oneof(
      fc.integer({ min: 1, max: 11 }).map((lines) => [words(lines)]),
      fc
        .array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 6 })
        .map((lines) => listOf(...lines)),
    );
    const piecesArbitrary = fc.array(run, { maxLength: 4 }).map((runs) => runs.flat().slice(0, 11));
    fc.assert(
      fc.property(piecesArbitrary, (pieces) => {
        const screens = fillScreens(pieces, LINES);
        expect(screens.flat()).toEqual(pieces);
        expect(screens.every(fits)).toBe(true);
        const ways = everyWay(pieces);
        const fewestLone = Math.min(...ways.map(loneItems));
        expect(loneItems(screens)).toBe(fewestLone);
        const fewest = ways.filter((way) => loneItems(way) === fewestLone).map(({ length }) => length);
        expect(screens).toHaveLength(Math.min(...fewest));
      }),
      { numRuns: 300 },
    );
  });
  test('a list without end is parted in no time that grows with its square', () => {
    const items = listOf(...Array.from({ length: 50_000 }, () => 0));
    expect(fillScreens(items, LINES)).toHaveLength(Math.ceil(50_000 / LINES));
  });
});
