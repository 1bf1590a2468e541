import { describe, expect, test } from 'vitest';
import { ACTES_MODELS, PART_KINDS } from './actes.ts';
import { completed, defaultComposition } from './composition.ts';

const seminar = (...ids: readonly string[]) => ({ ateliers: ids.map((id) => ({ id })) });
const idsOf = ({ parts }: ReturnType<typeof completed>) => parts.map(({ id }) => id);
const includedOf = ({ parts }: ReturnType<typeof completed>) =>
  parts.filter(({ included }) => included).map(({ id }) => id);

describe('[AC60] the default of a model', () => {
  test('actes de séminaire: in the order of the field, real times and notes left out', () => {
    const composition = defaultComposition('seminar', seminar('a', 'b'));
    expect(composition).toMatchObject({ order: 'atelier', logo: null, twoSided: false });
    expect(includedOf(composition)).toEqual([
      ...['preamble', 'programme', 'people', 'attendance', 'points', 'atelier-a', 'atelier-b'],
      ...['next-steps', 'next-meeting', 'information', 'not-taken-over', 'paperboards'],
    ]);
  });

  test('compte rendu: who was there first, by point, the working group and the next appointment', () => {
    const composition = defaultComposition('meeting', seminar('a'));
    expect(composition.order).toBe('point');
    expect(includedOf(composition)).toEqual([
      ...['attendance', 'points', 'atelier-a', 'working-group', 'next-steps', 'information'],
      ...['next-meeting', 'not-taken-over', 'paperboards'],
    ]);
  });

  test('rapport de commission: its mission, its work, what it recommends, who sat in it', () => {
    expect(includedOf(defaultComposition('committee', seminar('a')))).toEqual([
      ...['mission', 'points', 'atelier-a', 'next-steps', 'outlook', 'attendance', 'not-taken-over'],
      'paperboards',
    ]);
  });

  test.each(ACTES_MODELS)('%s: every kind that stands once is there to be included', (model) => {
    const { parts } = defaultComposition(model, seminar('a'));
    const once = PART_KINDS.filter((kind) => kind !== 'speaker' && kind !== 'text' && kind !== 'atelier');
    expect(once.filter((kind) => parts.filter((part) => part.kind === kind).length !== 1)).toEqual([]);
    expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
  });
});

describe('[AC61] completed', () => {
  test('changes nothing where nothing is missing', () => {
    const composition = defaultComposition('seminar', seminar('a', 'b'));
    expect(completed(composition, seminar('a', 'b'))).toBe(composition);
    expect(completed(composition, seminar('b', 'a'))).toBe(composition);
  });

  test('puts the ateliers added since after the last one, and drops those removed', () => {
    const composition = defaultComposition('seminar', seminar('a', 'b'));
    const now = completed(composition, seminar('b', 'c', 'd'));
    expect(idsOf(now).filter((id) => id.startsWith('atelier-'))).toEqual([
      'atelier-b',
      'atelier-c',
      'atelier-d',
    ]);
    expect(idsOf(now).indexOf('atelier-c')).toBe(idsOf(composition).indexOf('atelier-b'));
  });

  test('of a model saved elsewhere, the ateliers stand where its own stood', () => {
    const composition = defaultComposition('meeting', seminar('elsewhere'));
    expect(idsOf(completed(composition, seminar('a', 'b')))).toEqual(
      idsOf(defaultComposition('meeting', seminar('a', 'b'))),
    );
    const none = defaultComposition('committee', seminar());
    expect(idsOf(completed(none, seminar('a')))).toEqual(
      idsOf(defaultComposition('committee', seminar('a'))),
    );
  });

  test('an atelier stands once', () => {
    const composition = defaultComposition('seminar', seminar('a'));
    const again = {
      ...composition.parts.find(({ kind }) => kind === 'atelier'),
      id: 'again',
    } as (typeof composition.parts)[number];
    const twice = { ...composition, parts: [...composition.parts, again] };
    expect(idsOf(completed(twice, seminar('a')))).toEqual(idsOf(composition));
  });
});
