import { describe, expect, it } from 'vitest';
import type { SittingBalance } from '../agenda/balance.ts';
import { duration, instant, minutes } from '../time/instant.ts';
import type { Actes, ActesLabels } from './gathered-actes.ts';
import { balanceAnnex, withBalance } from './balance-annex.ts';
import { toMarkdown } from './gathered-markdown.ts';

const labels = {
  title: 'Temps prévus et temps réels',
  sitting: (number: number, title: string, label: string) =>
    [number === 0 ? title : `Atelier ${number} : ${title}`, label].filter((it) => it !== '').join(' – '),
  point: 'Point',
  planned: 'Prévu',
  real: 'Réel',
  overrun: 'Écart',
  total: 'Total',
  addedPoint: 'Point ajouté',
};

const row = (itemId: string, title: string, planned: number | null, real: number) => ({
  itemId,
  title,
  kind: 'discussion' as const,
  planned: planned === null ? null : minutes(planned),
  plannedStart: null,
  realStart: null,
  real: duration(real * 60_000),
  settled: true,
});

const run = (runId: string, rehearsal: boolean) => ({
  runId,
  rehearsal,
  archived: false,
  startedAt: instant(0),
  finishedAt: instant(1),
  rows: [row('p1', `Bilan | ${runId}`, 30, 64.2), row('p2', '', null, 5), row('p3', 'Suite', 20, 17)],
  planned: minutes(50),
  real: duration(86.2 * 60_000),
  settled: true,
  late: null,
});

const sitting = (id: string, runs: SittingBalance['runs']): SittingBalance => ({
  sittingId: id,
  atelierId: 'a1',
  atelierNumber: 2,
  atelierTitle: 'Accueillir',
  plenary: false,
  label: 'Groupe 1',
  room: 'Ouessant',
  runs,
});

const ACTES: Actes = {
  language: 'fr',
  cover: {
    organisation: 'Union',
    title: 'Journée',
    theme: '',
    place: '',
    day: '',
    participants: 0,
    contributions: 0,
  },
  preamble: [],
  ateliers: [],
};

const actesLabels: ActesLabels = {
  actes: 'Actes',
  contents: 'Sommaire',
  preamble: 'Préambule',
  people: 'Qui sommes-nous',
  paperboards: 'Paperboards',
  photo: (description: string) => `Photo : ${description}`,
  atelier: (number, title) => `${number} ${title}`,
  questions: '',
  synthesis: '',
  notTakenOver: '',
  noSynthesis: '',
  unnamed: '',
  kind: { observation: '', proposal: '', experience: '', testimony: '', 'to-clarify': '' },
  proposal: '',
  decision: '',
  counts: () => '',
  image: '',
  facts: () => '',
};

describe('[BA8] the balance in the actes', () => {
  it('is an annex with a table for each sitting, of its last run that is no rehearsal', () => {
    const actes = withBalance(
      ACTES,
      [sitting('s1', [run('first', false), run('last', false), run('dry', true)]), sitting('s2', [])],
      labels,
    );
    expect(toMarkdown(actes, actesLabels).replace(/[\u00a0\u202f]/gu, '~')).toBe(
      [
        '# Actes – Journée',
        '',
        'Union',
        '',
        '## Temps prévus et temps réels',
        '',
        '### Atelier 2~: Accueillir – Groupe 1',
        '',
        '| Point | Prévu | Réel | Écart |',
        '| --- | --- | --- | --- |',
        '| Bilan \\| last | ½~h | 1~h~04 | +34~min |',
        '| Point ajouté | – | 5~min | – |',
        '| Suite | 20~min | 17~min | −3~min |',
        '| Total | 50~min | 1~h~26 | +36~min |',
        '',
      ].join('\n'),
    );
  });

  it('is none where nothing was run, and the actes stay as they are', () => {
    const sittings = [sitting('s1', [run('dry', true)]), sitting('s2', [])];
    expect(balanceAnnex(sittings, labels)).toBeNull();
    expect(withBalance(ACTES, sittings, labels)).toBe(ACTES);
  });
});
