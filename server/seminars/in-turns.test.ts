import { describe, expect, test } from 'vitest';
import { inTurns } from './in-turns.ts';

const LONG_MILLISECONDS = 3;

function* longPieces(count: number): Generator<undefined, string> {
  for (let piece = 0; piece < count; piece += 1) {
    for (const began = performance.now(); performance.now() - began < LONG_MILLISECONDS;);
    yield;
  }
  return 'done';
}

/** How often others had their turn meanwhile. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const takeTurn = (): void => {
    turns += 1;
    if (!isDone) setImmediate(takeTurn);
  };
  setImmediate(takeTurn);
  await work;
  isDone = true;
  return turns;
}

describe('inTurns', () => {
  test('lets others have their turn after each piece that is long', async () => {
    const work = inTurns(longPieces(10));
    expect(await turnsDuring(work)).toBeGreaterThanOrEqual(10);
    expect(await work).toBe('done');
  });

  test('throws what the work throws', async () => {
    function* failing(): Generator<undefined, never> {
      yield;
      throw new Error('no');
    }
    await expect(inTurns(failing())).rejects.toThrow('no');
  });
});
