import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits.ts';
import { joinedParts, partsOf, TEXT_PART_BYTES, textOpenSchema } from './text-lines.ts';

describe('the parts of a frame', () => {
  it('come to the frame, say which is the last, and only the last is short', () => {
    const lengths = fc.oneof(
      fc.nat(3 * TEXT_PART_BYTES + 5),
      fc.constantFrom(0, 1, TEXT_PART_BYTES - 1, TEXT_PART_BYTES, TEXT_PART_BYTES + 1, 2 * TEXT_PART_BYTES),
    );
    fc.assert(
      fc.property(lengths, fc.nat(255), (length, seed) => {
        const frame = Uint8Array.from({ length }, (_, index) => (index * 31 + seed) % 256);
        const parts = partsOf(frame);
        expect(joinedParts(parts.map(({ bytes }) => bytes))).toEqual(frame);
        expect(parts.map(({ more }) => more)).toEqual(parts.map((_, index) => index < parts.length - 1));
        for (const { bytes, more } of parts) {
          if (more) expect(bytes.length).toBe(TEXT_PART_BYTES);
          else expect(bytes.length).toBeLessThanOrEqual(TEXT_PART_BYTES);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('fit one frame of the connection in base64, with its name around', () => {
    expect(Math.ceil(TEXT_PART_BYTES / 3) * 4 + 256).toBeLessThan(LIMITS.commandBytes);
  });
});

describe('the address of a line', () => {
  it.each([
    ['/collab/notes.sitting-1.1?ack=1&v=3.1', true],
    ['/collab/', false],
    ['/collab/a/../b', false],
    ['//elsewhere/collab/x', false],
    ['https://elsewhere/collab/x', false],
    [`/collab/${'x'.repeat(300)}`, false],
  ])('%s', (address, isOne) => {
    expect(v.is(textOpenSchema, { line: 0, address })).toBe(isOne);
  });
});
