import { describe, expect, test } from 'vitest';
import { normaliseActes, normalisingActes } from '#core/actes/normalise-actes.ts';
import { typeset, typesetting } from '#core/actes/typeset.ts';
import { hostileActes } from '../../tests/support/sample-actes.ts';
import { inTurns } from './in-turns.ts';

const normalising = {
  covers: (codePoint: number) => codePoint % 7 !== 0,
  labels: { actes: 'Actes', image: 'Image' },
};

describe('inTurns', () => {
  test('comes to what is made at once, and lets others have their turn after each part', async () => {
    const actes = hostileActes(32);
    let turns = 0;
    let isDone = false;
    const takeTurn = (): void => {
      turns += 1;
      if (!isDone) setImmediate(takeTurn);
    };
    setImmediate(takeTurn);
    const set = await inTurns(typesetting(actes));
    const made = await inTurns(normalisingActes(set, normalising));
    isDone = true;
    expect(made).toEqual(normaliseActes(typeset(actes), normalising));
    expect(actes.parts.length).toBeGreaterThan(2);
    expect(turns).toBeGreaterThanOrEqual(2 * actes.parts.length);
  });

  test('throws what the work throws', async () => {
    function* failing(): Generator<undefined, never> {
      yield;
      throw new Error('no');
    }
    await expect(inTurns(failing())).rejects.toThrow('no');
  });
});
