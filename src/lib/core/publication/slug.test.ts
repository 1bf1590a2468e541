import { expect, it } from 'vitest';
import { slugOf } from './slug.ts';

it('[PB13] an address is readable in any keyboard, and never empty', () => {
  expect(slugOf('Rencontre départementale – « Aller vers » 2026')).toBe(
    'rencontre-departementale-aller-vers-2026',
  );
  expect(slugOf('Les cœurs, ǽ et Œuvres')).toBe('les-coeurs-ae-et-oeuvres');
  expect(slugOf('研讨会')).toBe('actes');
  expect(slugOf(`${'mot '.repeat(40)}`)).toMatch(/^(?:mot-)+mot?$/);
  expect(slugOf(`${'mot '.repeat(40)}`).length).toBeLessThanOrEqual(60);
});
