import { describe, expect, it } from 'vitest';
import { attributionLine } from './attribution.ts';

const line = (name: string | null, role: string | null, town: string | null) =>
  attributionLine({ name, function: role, town }, 'Sans nom');

describe('who said it', () => {
  it('gives name, function and town', () => {
    expect(line('Inès Caradec', 'présidente', 'Morlaix')).toBe('Inès Caradec, présidente (Morlaix)');
  });
  it('gives the function alone with a capital', () => {
    expect(line(null, 'présidente', null)).toBe('Présidente');
  });
  it('says when nothing was agreed to', () => {
    expect(line(null, null, null)).toBe('Sans nom');
  });
  it('leaves out what is not known', () => {
    expect(line('Loïc Prigent', null, 'Vannes')).toBe('Loïc Prigent (Vannes)');
  });
});
