import { describe, expect, it } from 'vitest';
import { parseAgenda } from './parse-agenda.ts';

const points = (text: string) =>
  parseAgenda(text).items.map(({ start, minutes, title }) => `${start ?? '-'} ${String(minutes)} ${title}`);
const warned = (text: string) =>
  parseAgenda(text).warnings.map(({ code, line, minutes }) => [
    code,
    line,
    ...(minutes === undefined ? [] : [minutes]),
  ]);

describe('[IM30] lines with times of day are points', () => {
  it('one that asks too', () => {
    const { items } = parseAgenda('9:00 Welcome\n9:30 What do newcomers need?\n10:30 Break\n10:45 End');
    expect(items.map(({ title, minutes }) => [title, minutes])).toEqual([
      ['Welcome', 30],
      ['What do newcomers need?', 60],
      ['Break', 15],
    ]);
  });
  it('unmarked ones before the lists under them', () => {
    const agenda = parseAgenda(
      'Matinée des jardins, 9h-12h\n9h – 9h30 : Accueil\n9h30 – 11h : Débat\n- le compost : 10 min\n- pour qui ?\n11h/11h15 Pause\n11h15 – 12h Synthèse',
    );
    expect(agenda).toMatchObject({
      title: 'Matinée des jardins, 9h-12h',
      items: [
        { start: '09:00', minutes: 30, title: 'Accueil' },
        { start: '09:30', minutes: 90, context: ['le compost : 10 min'], questions: ['pour qui ?'] },
        { start: '11:00', minutes: 15, kind: 'break' },
        { start: '11:15', minutes: 45, kind: 'synthesis', protected: true },
      ],
      notUnderstood: [],
      warnings: [],
    });
  });

  it('numbered and bulleted ones too', () => {
    const expected = ['09:00 60 Bilan', '10:00 30 Suite'];
    expect(points('1. 9h-10h Bilan\n2. 10h-10h30 Suite')).toEqual(expected);
    expect(points('- 9:00-10:00 Bilan\n- 10:00-10:30 Suite')).toEqual(expected);
  });

  it('a time alone on its line takes the title after it, or before it where such a line is the last', () => {
    const expected = ['09:00 60 Bilan', '10:00 30 Suite'];
    expect(points('9h – 10h\nBilan\n10h – 10h30\nSuite')).toEqual(expected);
    expect(points('Bilan\n9h – 10h\nSuite\n10h – 10h30')).toEqual(expected);
  });

  it('one beside a date heads the whole', () => {
    expect(points('Jeudi 26 novembre 2026, 9h – 12h\nBilan : 20 min\nSuite : 10 min')).toEqual([
      '- 20 Bilan',
      '- 10 Suite',
    ]);
  });
});

describe('[IM31] the next start ends a point', () => {
  it('« 17h Fin » is the end of the last and no point', () => {
    const text = '9h Accueil\n9h30 Tour de table\n10h15 Pause\n10h30 Synthèse\n11h Fin de la matinée';
    expect(points(text)).toEqual([
      '09:00 30 Accueil',
      '09:30 45 Tour de table',
      '10:15 15 Pause',
      '10:30 30 Synthèse',
    ]);
    expect(warned(text)).toEqual([]);
  });

  it('without a next start or a length, the last has half an hour', () => {
    expect(points('9h Accueil\n9h30 Débat')).toEqual(['09:00 30 Accueil', '09:30 30 Débat']);
    expect(warned('9h Accueil\n9h30 Débat')).toEqual([['agenda/no-duration', 2]]);
  });

  it('points without a time of day lie between, and the one without a length takes the rest', () => {
    expect(points('9h Accueil\nTour de table (20 min)\n10h Débat : 30 min')).toEqual([
      '09:00 40 Accueil',
      '09:40 20 Tour de table',
      '10:00 30 Débat',
    ]);
  });

  it('afternoon hours in twelve follow the morning', () => {
    expect(points('11:30 Debate\n12:30 Lunch\n1:30 Vote\n2:00 pm End')).toEqual([
      '11:30 60 Debate',
      '12:30 60 Lunch',
      '13:30 30 Vote',
    ]);
  });
});

describe('[IM32] what times of day contradict is pointed at', () => {
  it('a gap stays a gap', () => {
    const text = '9h – 9h30 Accueil\n10h – 11h Débat';
    expect(points(text)).toEqual(['09:00 30 Accueil', '10:00 60 Débat']);
    expect(warned(text)).toEqual([['agenda/gap', 2, 30]]);
  });

  it('a gap counts for the declared total', () => {
    expect(warned('Durée : 2 h\n9h – 9h30 Accueil\n10h – 11h Débat')).toEqual([['agenda/gap', 3, 30]]);
  });

  it('a length that differs: the times are kept', () => {
    const text = '9h – 10h Accueil (30 min)\n10h Débat (2 h)\n11h – 12h Vote';
    expect(points(text)).toEqual(['09:00 60 Accueil', '10:00 60 Débat', '11:00 60 Vote']);
    expect(warned(text)).toEqual([
      ['agenda/duration-contradicts-clock', 1, 30],
      ['agenda/duration-contradicts-clock', 2, 120],
    ]);
  });

  it('an overlap, and a clock that goes back', () => {
    expect(warned('9h – 10h Accueil\n9h45 – 11h Débat\n9h30 – 12h Vote')).toEqual([
      ['agenda/overlap', 2, 15],
      ['agenda/clock-goes-back', 3],
    ]);
    expect(warned('11h – 10h Accueil (20 min)')).toEqual([['agenda/clock-goes-back', 1]]);
  });

  it('a weekday that is not that of the date', () => {
    expect(warned('Mercredi 26 novembre 2026\n- Bilan : 20 min')).toEqual([
      ['agenda/weekday-contradicts-date', 1],
    ]);
    expect(warned('Thursday 26 November 2026\n- Bilan : 20 min')).toEqual([]);
    expect(warned('Réunion du lundi 26 novembre 2026\n- Bilan : 20 min')).toHaveLength(1);
  });
});

describe('[IM33] tables are read by their columns', () => {
  const expected = ['09:00 30 Accueil', '09:30 60 Débat', '10:30 30 Synthèse'];
  it.each([
    [
      'Markdown',
      '| Horaire | Sujet | Qui |\n|---|:-:|---|\n| 9h | Accueil | Mme Roy |\n| 9h30 | Débat | M. Petit |\n| 10h30 – 11h | **Synthèse** | |',
    ],
    [
      'tabs',
      'Début\tFin\tTitre\tQui\n9:00\t9:30\tAccueil\tMme Roy\n9:30\t10:30\tDébat\tM. Petit\n10:30\t11:00\tSynthèse\t',
    ],
    [
      'tabs without headings',
      '9h – 9h30\tAccueil\tMme Roy\n9h30 – 10h30\tDébat\tM. Petit\n10h30 – 11h\tSynthèse\t',
    ],
    ['CSV', 'Titre;Heure;Qui\nAccueil;9h;"Mme Roy"\n"Débat";9h30;M. Petit\nSynthèse;10h30-11h;'],
  ])('%s', (_, text) => {
    expect(points(text)).toEqual(expected);
    expect(parseAgenda(text).items.map(({ context }) => context)).toEqual([['Mme Roy'], ['M. Petit'], []]);
    expect(parseAgenda(text).notUnderstood).toEqual([]);
    expect(warned(text)).toEqual([]);
  });

  it('lengths in bare minutes under their heading, ranks, and the row of the total', () => {
    const text = 'N°\tPoint\tDurée (min)\tSalle\n1\tAccueil\t10\tHall\n2\tDébat\t45\tSalle B\nTotal\t\t60\t';
    expect(points(text)).toEqual(['- 10 Accueil', '- 45 Débat']);
    expect(parseAgenda(text)).toMatchObject({ declaredMinutes: 60, items: [{ context: ['Hall'] }, {}] });
    expect(warned(text)).toEqual([['agenda/declared-differs', 4]]);
  });

  it('other columns are context under their heading, questions ask', () => {
    const text =
      '| Time | Topic | Notes |\n|--|--|--|\n| 9:00 - 9:30 | Water | Who pays? |\n| 9:30 - 10:00 | Soil | bring boots |';
    expect(parseAgenda(text).items).toMatchObject([
      { questions: ['Notes : Who pays?'] },
      { context: ['Notes : bring boots'] },
    ]);
  });

  it('a row that only heads a part is a section; the heading of an empty column is told', () => {
    const text =
      '| Horaire | Sujet | Matériel |\n|--|--|--|\n| Matin | | |\n| 9h-10h | Débat | |\n| 10h-11h | Vote | |';
    expect(points(text)).toEqual(['09:00 60 Débat', '10:00 60 Vote']);
    expect(parseAgenda(text).notUnderstood.map(({ reason, line }) => [reason, line])).toEqual([
      ['agenda/table-heading', 1],
      ['agenda/section', 3],
    ]);
  });

  it('what has no column of times is no table', () => {
    expect(parseAgenda('1. Bilan : 20 min\n| a | b |\n| c | d |').items).toMatchObject([
      { title: 'Bilan', context: ['| a | b |', '| c | d |'] },
    ]);
  });
});

describe('[IM34] one sentence can tell several points', () => {
  it.each([
    [
      '10 min opening, 15 min context, 20 min discussion and 5 min wrap-up.',
      ['- 10 opening', '- 15 context', '- 20 discussion', '- 5 wrap-up'],
    ],
    [
      "10 min d'ouverture, 15 min de contexte puis 20 min d'échanges",
      ['- 10 ouverture', '- 15 contexte', '- 20 échanges'],
    ],
    [
      'accueil (10 min), contexte et enjeux (15 min), débat (1 h)',
      ['- 10 accueil', '- 15 contexte et enjeux', '- 60 débat'],
    ],
    ['half an hour of context, then an hour and a half of debate', ['- 30 context', '- 90 debate']],
  ])('%s', (text, expected) => {
    expect(points(text)).toEqual(expected);
  });

  it('what leads to them is kept: before a colon above them, else under the first', () => {
    expect(parseAgenda('Déroulé des jardins : accueil 10 min, débat 20 min')).toMatchObject({
      title: 'Déroulé des jardins',
      items: [{ title: 'accueil' }, { title: 'débat' }],
    });
    expect(parseAgenda('We plan 10 min opening, 20 min debate').items).toMatchObject([
      { title: 'opening', context: ['We plan'] },
      { title: 'debate' },
    ]);
  });

  it('but not under a point, nor when it asks', () => {
    expect(points("1- Bilan : 1 h\n10 min d'ouverture, 50 min de débat")).toEqual(['- 60 Bilan']);
    expect(points('Bilan : 1 h\n10 min de vote, 20 min de débat')).toEqual(['- 60 Bilan']);
    expect(points('1. Suite (10 min) et fin (5 min)')).toHaveLength(1);
  });
});

describe('[IM35] English is read as French is', () => {
  it('marks, lengths, questions, kinds, totals', () => {
    expect(
      parseAgenda(
        'Subject: Garden meeting\nTheme: Water for all: 3 hours in total\nThursday 26 November 2026\nItem 1: Welcome - a quarter of an hour\nPart 2: Discussion (an hour and a half)\nHow do we share water\nWho pays?\nItem 3: Coffee break – 15 minutes\nItem 4: Report back – one hour',
      ),
    ).toMatchObject({
      title: 'Garden meeting',
      theme: 'Water for all',
      date: '2026-11-26',
      declaredMinutes: 180,
      items: [
        { title: 'Welcome', minutes: 15, kind: 'presentation' },
        { title: 'Discussion', minutes: 90, questions: ['How do we share water', 'Who pays?'] },
        { title: 'Coffee break', minutes: 15, kind: 'break' },
        { title: 'Report back', minutes: 60, kind: 'synthesis', protected: true },
      ],
      warnings: [],
      notUnderstood: [],
    });
  });
});
