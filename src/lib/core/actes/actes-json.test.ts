import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACTES_MODELS, PART_KINDS } from './actes.ts';
import { actesJson } from './actes-json.ts';
import { hostileActes } from './hostile-actes.test-support.ts';
import { normaliseActes } from './normalise-actes.ts';
import { sampleActes } from './sample-actes.test-support.ts';

type Schema = { readonly [keyword: string]: unknown };

const SCHEMA = JSON.parse(
  readFileSync(new URL('../../../../static/schemas/actes-1.json', import.meta.url), 'utf8'),
) as Schema;

const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  null: (value) => value === null,
};

/** What each keyword of the schema asks of a value: where it is not so, in JSON paths. A keyword unknown here throws. */
function faults(value: unknown, schema: Schema, path: string): readonly string[] {
  return Object.entries(schema).flatMap(([keyword, asked]): readonly string[] => {
    const unless = (isFine: boolean): readonly string[] => (isFine ? [] : [`${path}: ${keyword}`]);
    const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
    switch (keyword) {
      case '$schema':
      case '$id':
      case '$defs':
      case 'title':
      case 'description':
        return [];
      case '$ref':
        return faults(value, resolved(schema), path);
      case 'type':
        return unless(TYPES[asked as string]?.(value) === true);
      case 'const':
        return unless(value === asked);
      case 'enum':
        return unless((asked as readonly unknown[]).includes(value));
      case 'pattern':
        return unless(typeof value === 'string' && new RegExp(asked as string, 'u').test(value));
      case 'minimum':
        return unless(typeof value === 'number' && value >= (asked as number));
      case 'anyOf': {
        // A block is only held against the one shape that bears its type: each holds others again.
        const near = (asked as readonly Schema[]).map(resolved).filter((one) => bearsType(value, one));
        const all = near.map((one) => faults(value, one, path));
        return all.some(({ length }) => length === 0) ? [] : (all[0] ?? [`${path}: anyOf`]);
      }
      case 'required':
        return isObject(value)
          ? (asked as readonly string[])
              .filter((key) => !(key in value))
              .map((key) => `${path}/${key}: missing`)
          : [];
      case 'properties':
        return isObject(value)
          ? Object.entries(value).flatMap(([key, it]) =>
              properties[key] === undefined ? [] : faults(it, properties[key], `${path}/${key}`),
            )
          : [];
      case 'additionalProperties':
        return isObject(value)
          ? Object.keys(value)
              .filter((key) => !(key in properties))
              .map((key) => `${path}/${key}: unknown`)
          : [];
      case 'items':
        return Array.isArray(value)
          ? value.flatMap((it, index) => faults(it, asked as Schema, `${path}/${String(index)}`))
          : [];
      default:
        throw new Error(`The schema says "${keyword}", which this test does not read.`);
    }
  });
}

const resolved = (schema: Schema): Schema => {
  const name = (schema['$ref'] as string | undefined)?.replace('#/$defs/', '');
  if (name === undefined) return schema;
  const named = (SCHEMA['$defs'] as Readonly<Record<string, Schema>>)[name];
  if (named === undefined) throw new Error(`The schema has no "${name}".`);
  return named;
};

const bearsType = (value: unknown, schema: Schema): boolean => {
  const { type } = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  return type?.['const'] === undefined || (isObject(value) && value['type'] === type['const']);
};

const faultsOf = (json: string): readonly string[] => faults(JSON.parse(json), SCHEMA, '');

describe('actesJson', () => {
  it('[AC80] is what the published schema says, for every kind of part and block and for hostile actes', () => {
    expect(faultsOf(actesJson(sampleActes()))).toEqual([]);
    for (let seed = 0; seed < 200; seed += 1) {
      const actes = hostileActes(seed);
      const labels = { actes: 'Actes', image: 'Image' };
      expect(faultsOf(actesJson(actes))).toEqual([]);
      expect(faultsOf(actesJson(normaliseActes(actes, { covers: () => true, labels }).actes))).toEqual([]);
    }
  });

  it('[AC80] is refused by the schema with anything more, less or other', () => {
    const written = JSON.parse(actesJson(sampleActes())) as Record<string, unknown>;
    const spoilt: readonly Record<string, unknown>[] = [
      { ...written, version: 2 },
      { ...written, extra: 1 },
      { ...written, cover: {} },
      { ...written, parts: [{ kind: 'other', subject: null, blocks: [] }] },
      { ...written, parts: [{ kind: 'text', subject: null, blocks: [{ type: 'paragraph', content: [] }] }] },
      { ...written, parts: [{ kind: 'text', subject: null, blocks: [{ type: 'other' }] }] },
      { ...written, logo: { alternative: '', file: '../x', mediaType: 'image/png' } },
    ];
    for (const one of spoilt) expect(faultsOf(JSON.stringify(one))).not.toEqual([]);
  });

  it('[AC80] has a schema that names the kinds of parts and the models there are', () => {
    const defs = SCHEMA['$defs'] as { part: { properties: { kind: Schema } } };
    expect(defs.part.properties.kind['enum']).toEqual(PART_KINDS);
    const { model } = SCHEMA['properties'] as { model: Schema };
    expect(model['enum']).toEqual(ACTES_MODELS);
  });

  it('[AC81] says its format and version first, and the same bytes whatever order the keys had', () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (!isObject(value)) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, it]) => [key, shuffled(it)]),
      );
    };
    const json = actesJson(sampleActes());
    expect(json.startsWith('{\n  "format": "pleniere-actes",\n  "version": 1,\n')).toBe(true);
    expect(actesJson(shuffled(sampleActes()) as ReturnType<typeof sampleActes>)).toBe(json);
    expect(JSON.parse(json)).toEqual({ format: 'pleniere-actes', version: 1, ...sampleActes() });
  });
});
