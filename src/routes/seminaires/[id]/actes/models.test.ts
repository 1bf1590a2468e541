import { expect, test } from 'vitest';
import { defaultComposition } from '#core/actes/composition.ts';
import type { Composition } from '#core/actes/composition.ts';
import { addPart, newPart, renamePart, surroundPart } from './composition-changes.ts';
import { readModel, savedModel, toModel, toSavedModel } from './models.ts';

const ofTwo = defaultComposition('seminar', { ateliers: [{ id: 'one' }, { id: 'two' }] });
const own = [
  addPart(newPart('speaker', 'made-here'), 'programme'),
  renamePart('people', 'Qui parle'),
  surroundPart('attendance', 'before', true),
].reduce((composition, change) => change(composition), ofTwo);
const ids = ({ parts }: Composition): readonly string[] => parts.map(({ id }) => id);

test('another model brings its order, and keeps titles, texts, ateliers and what was composed by hand', () => {
  const minutes = toModel('meeting')(own);
  const wanted = defaultComposition('meeting', { ateliers: [{ id: 'one' }, { id: 'two' }] });
  expect(minutes).toMatchObject({ model: 'meeting', order: 'point' });
  expect(ids(minutes).filter((id) => id !== 'made-here')).toEqual(ids(wanted));
  expect(ids(minutes)[ids(minutes).indexOf('made-here') - 1]).toBe('programme');
  const found = (id: string) => minutes.parts.find((part) => part.id === id);
  expect(found('people')?.title).toBe('Qui parle');
  expect(found('attendance')?.before).toBe(true);
});

test('a saved model read back in another séminaire stands around the ateliers of that one', () => {
  const file = JSON.stringify(savedModel('Le nôtre', own));
  expect(file).not.toContain('atelier-one');
  const model = readModel(file);
  if (model === null) throw new Error('it was a model');
  const elsewhere = toSavedModel(model)(defaultComposition('committee', { ateliers: [{ id: 'three' }] }));
  expect(ids(elsewhere)).toEqual(
    ids(own).flatMap((id) =>
      id === 'atelier-one' ? ['atelier-three'] : id.startsWith('atelier-') ? [] : [id],
    ),
  );
  expect(elsewhere.model).toBe('seminar');
});

test('what is no model is none', () => {
  expect(readModel('{')).toBeNull();
  expect(readModel('{"format":"pleniere-model","name":"","model":"seminar","composition":{}}')).toBeNull();
});
