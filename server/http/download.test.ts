import { expect, test } from 'vitest';
import { fileName } from './download.ts';

test.each([
  ['Rencontre départementale – « Aller vers » 2026', 'actes-rencontre-departementale-aller-vers-2026.pdf'],
  ['Au cœur de l’Œuvre', 'actes-au-coeur-de-l-oeuvre.pdf'],
  ['CON', 'actes-con.pdf'],
  ['../../etc/passwd', 'actes-etc-passwd.pdf'],
  ['a"b\r\nSet-Cookie: x', 'actes-a-b-set-cookie-x.pdf'],
  ['研讨会', 'actes.pdf'],
  ['', 'actes.pdf'],
  ['   .  ', 'actes.pdf'],
  ['mot '.repeat(60), `actes-${'mot-'.repeat(15).slice(0, -1)}.pdf`],
])('a file of %j has a name that every system takes', (title, name) => {
  expect(fileName('actes', title, 'pdf')).toBe(name);
});
