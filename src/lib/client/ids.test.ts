import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { idSchema } from '#protocol/inputs.ts';
import { newId } from './ids.ts';

describe('newId', () => {
  it('makes ids the wire accepts, 22 characters long, never the same twice', () => {
    const ids = Array.from({ length: 500 }, newId);
    for (const id of ids) {
      expect(id).toHaveLength(22);
      expect(v.is(idSchema, id)).toBe(true);
    }
    expect(new Set(ids).size).toBe(ids.length);
  });
});
