import { describe, expect, it } from 'vitest';
import common from '#i18n/fr/common.ts';
import { atelierName } from './atelier-name.ts';

const ATELIER = {
  atelierTitle: 'Créer du lien',
  atelierNumber: 2,
  ateliersCount: 3,
  plenary: false,
} as const;

describe('the name of an atelier', () => {
  it('says which one it is among several', () => {
    expect(atelierName(ATELIER, common).replaceAll('\u00a0', ' ')).toBe('Atelier 2 · Créer du lien');
  });
  it('is its title when it is the only one, or a plenary', () => {
    expect(atelierName({ ...ATELIER, ateliersCount: 1 }, common)).toBe('Créer du lien');
    const plenary = { ...ATELIER, atelierTitle: 'Restitution', atelierNumber: 0, plenary: true };
    expect(atelierName(plenary, common)).toBe('Restitution');
  });
});
