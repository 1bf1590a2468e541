import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { idSchema } from './inputs.ts';

describe('ids', () => {
  test.each(['V1StGXR8_Z5jdHi6B-myTA', 'item-one', '-_-_-_-_'])('%s is one', (id) => {
    expect(v.safeParse(idSchema, id).success).toBe(true);
  });

  test.each(['', 'short', 'with space', 'a'.repeat(65), '../../etc', 'seminar:x', 'é'.repeat(10)])(
    '%s is none',
    (id) => {
      expect(v.safeParse(idSchema, id).success).toBe(false);
    },
  );

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__defineGetter__'])(
    '%s, which every object answers to, is none',
    (id) => {
      expect(v.safeParse(idSchema, id).success).toBe(false);
    },
  );
});
