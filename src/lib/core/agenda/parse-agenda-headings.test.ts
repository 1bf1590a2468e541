import { describe, expect, it } from 'vitest';
import { parseAgenda } from './parse-agenda.ts';
import type { ParsedAgenda } from './parse-agenda.ts';

const points = (text: string) => parseAgenda(text).items.map(({ title, minutes }) => [title, minutes]);
const codes = (agenda: ParsedAgenda) => agenda.warnings.map(({ code, line }) => [code, line]);
const missed = (agenda: ParsedAgenda) => agenda.notUnderstood.map(({ reason, line }) => [reason, line]);

describe('[IM19] a declared total is kept and compared with the sum', () => {
  it.each([
    ["3 heures d'atelier"],
    ['durée : 3 h'],
    ['Durée totale 3h00'],
    ['Total : 180 min'],
    ['(3 heures)'],
    ["Thème : le lien : 3 heures d'atelier"],
    ['Thème : le lien (3 h)'],
    ['Soirée des jardins – 3 heures'],
  ])('%s', (head) => {
    expect(parseAgenda(`${head}\n1- Bilan : 2 h\n2- Suite : 1 h`)).toMatchObject({
      declaredMinutes: 180,
      warnings: [],
    });
    expect(codes(parseAgenda(`\n${head}\n1- Bilan : 2 h\n2- Suite : 30 min`))).toEqual([
      ['agenda/declared-differs', 2],
    ]);
  });

  it('may stand below the points', () => {
    const agenda = parseAgenda('1- Bilan : 2 h\n2- Suite : 1 h\n\nDurée totale : 3 h');
    expect([agenda.declaredMinutes, agenda.warnings, agenda.items[1]?.minutes]).toEqual([180, [], 60]);
  });

  it('a second one is pointed at', () => {
    expect(missed(parseAgenda('Durée : 3 h\nTotal : 2 h\n1- Bilan : 3 h\nTotal : 4 h'))).toEqual([
      ['agenda/second-total', 2],
      ['agenda/second-total', 4],
    ]);
  });
});

describe('[IM20] the title is the first heading that is nothing else', () => {
  it.each<[string, string | undefined]>([
    ['Réunion du bureau', 'Réunion du bureau'],
    ['Objet : Réunion du bureau', 'Réunion du bureau'],
    ['Thème : le lien\nRéunion du bureau', 'Réunion du bureau'],
    ['Le 3/12/2026\nRéunion du bureau', 'Réunion du bureau'],
    ['Ordre du jour', 'Ordre du jour'],
    ['Ordre du jour :\nRéunion du bureau', 'Réunion du bureau'],
    ['Bonjour,\nRéunion du bureau', 'Réunion du bureau'],
    ['Lundi 5 octobre 2026 – Salle Jaurès\nRéunion du bureau', 'Réunion du bureau'],
    ['Lundi 5 octobre 2026 – Salle Jaurès', 'Lundi 5 octobre 2026 – Salle Jaurès'],
    ['Une phrase entière.', undefined],
  ])('%j', (head, title) => {
    expect(parseAgenda(`${head}\n1- Bilan : 20 min`).title).toBe(title);
  });
});

describe('[IM21] the theme follows its label', () => {
  it.each([
    ['Thème : le lien'],
    ['THÈME: le lien'],
    ["Thème de l'atelier : le lien"],
    ['Thématique : le lien'],
    ['- Thème : le lien'],
    ['Thème :\n\nle lien'],
  ])('%j', (head) => {
    expect(parseAgenda(`Réunion\n${head}\n1- Bilan : 20 min`)).toMatchObject({
      title: 'Réunion',
      theme: 'le lien',
    });
  });

  it('several themes with times are points', () => {
    expect(points('Thème : le lien (20 min)\nThème : les moyens (10 min)')).toHaveLength(2);
    expect(points('Thème 1 : le lien (20 min)\nThème 2 : les moyens (10 min)')).toEqual([
      ['le lien', 20],
      ['les moyens', 10],
    ]);
  });
});

describe('[IM22] the date is found above the points only', () => {
  it.each([
    ['Réunion du 3/12/2026'],
    ['Réunion\nle 3 décembre 2026'],
    ['Réunion\nDate : 2026-12-03 à Dijon'],
  ])('%j', (head) => {
    expect(parseAgenda(`${head}\n1- Bilan : 20 min\nSuite le 4/12/2026.`).date).toBe('2026-12-03');
  });

  it('not below', () => {
    expect(parseAgenda('1- Bilan : 20 min\nSuite le 4/12/2026.').date).toBeUndefined();
  });
});
