import { describe, expect, test } from 'vitest';
import { documentName, parseDocumentName, parseWireName, wireName } from './document-names.ts';

describe('document names', () => {
  test('a document has a name inside the server', () => {
    expect(documentName({ kind: 'notes', id: 'sE-1_a' })).toBe('notes:sE-1_a');
    expect(parseDocumentName('synthesis:a1')).toEqual({ kind: 'synthesis', id: 'a1' });
    expect(parseDocumentName('preamble:s1')).toEqual({ kind: 'preamble', id: 's1' });
  });

  test('a wire name carries the epoch', () => {
    expect(wireName({ kind: 'notes', id: 'x', epoch: 3 })).toBe('notes.x.3');
    expect(parseWireName('notes.x.3')).toEqual({ kind: 'notes', id: 'x', epoch: 3 });
  });

  test.each([
    '',
    'notes',
    'notes.x',
    'notes.x.0',
    'notes.x.01',
    'notes.x.-1',
    'notes..1',
    'drafts.x.1',
    'notes.é.1',
  ])('%j is no wire name', (name) => expect(parseWireName(name)).toBeNull());

  test.each([
    'notes.x.1\n',
    'notes.x/y.1',
    `notes.${'a'.repeat(65)}.1`,
    'notes.x.1.1',
    'notes.x.99999999999',
    '__proto__.x.1',
  ])('%j is no wire name either', (name) => expect(parseWireName(name)).toBeNull());

  test.each(['notes.x.1', 'notes:', 'notes:a b', 'other:x'])('%j is no document name', (name) =>
    expect(parseDocumentName(name)).toBeNull(),
  );
});
