import { describe, expect, it } from 'vitest';
import { keptTogether, withNoBreakSpaces } from './no-break-spaces.ts';

describe('withNoBreakSpaces', () => {
  it('keeps French marks with their words', () => {
    expect(withNoBreakSpaces('Ensuite :')).toBe('Ensuite\u00a0:');
    expect(withNoBreakSpaces('Retirer « Pause » ?')).toBe('Retirer «\u00a0Pause\u00a0»\u00a0?');
    expect(withNoBreakSpaces('fini ; la suite')).toBe('fini\u00a0; la suite');
  });

  it('keeps numbers with their units and signs', () => {
    expect(withNoBreakSpaces('à 11 h 45, ou 12 h.')).toBe('à 11\u00a0h\u00a045, ou 12\u00a0h.');
    expect(withNoBreakSpaces('Besoin de 10 min')).toBe('Besoin de 10\u00a0min');
    expect(withNoBreakSpaces('− 5 min, raccourcir')).toBe('−\u00a05\u00a0min, raccourcir');
    expect(withNoBreakSpaces('3 minutes')).toBe('3 minutes');
  });

  it('keeps the point between two facts with the first', () => {
    expect(withNoBreakSpaces('Constat · Inès · 10 h')).toBe('Constat\u00a0· Inès\u00a0· 10\u00a0h');
    expect(withNoBreakSpaces('· un minibus')).toBe('· un minibus');
  });

  it('leaves texts of several lines as they were written', () => {
    expect(withNoBreakSpaces('1. Accueil : 10 min\n2. Tour de table')).toBe(
      '1. Accueil : 10 min\n2. Tour de table',
    );
  });
});

describe('keptTogether', () => {
  it('reaches every word, said by functions too', () => {
    const words = keptTogether({
      next: 'Ensuite :',
      phrases: ['Encore 10 min'],
      deep: { give: (count: number) => `Donner ${count} min` },
      none: null,
    });
    expect(words.next).toBe('Ensuite\u00a0:');
    expect(words.phrases).toEqual(['Encore 10\u00a0min']);
    expect(words.deep.give(5)).toBe('Donner 5\u00a0min');
    expect(words.none).toBeNull();
  });
});
