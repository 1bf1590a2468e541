import { describe, expect, it } from 'vitest';
import { DEFAULT_ITEM_MINUTES, LONG_ITEM_MINUTES, parseAgenda } from './parse-agenda.ts';
import type { ParsedAgenda } from './parse-agenda.ts';

const points = (text: string) => parseAgenda(text).items.map(({ title, minutes }) => [title, minutes]);
const codes = (agenda: ParsedAgenda) => agenda.warnings.map(({ code, line }) => [code, line]);
const missed = (agenda: ParsedAgenda) => agenda.notUnderstood.map(({ reason, line }) => [reason, line]);

/** An agenda as a national committee sends it to its local committees. */
const LETTER = `

Points à débattre dans les ateliers du 14 mai 2026 pour les rencontres des animateur(rice)s de jardins partagés

Thème : La vie d'un(e) animateur(rice) de jardin : 3 heures d'atelier

1- L'animateur(rice) : une personne clé de l'entraide pour les familles et les aînés: 1 heure

Dans chaque quartier, un jardin tient d'abord par la connaissance des envies de ses habitants.

Comment le jardin, avec l'appui de son (sa) animateur(rice), apprend-t'il ce que chacun souhaite y trouver?

2- Le jardin qui relie les voisins : ½ heure

Lieu ouvert, le jardin a pour premier but la rencontre.

Comment les écoles, les commerces, les gardiens et les clubs du quartier ont-ils appris qu'il existe (sport, lecture....)?

Quelles fêtes ont eu lieu, pour qui, avec quelles aides du dedans et du dehors, et avec quel argent?

3- Le jardin et ses associations : ½ heure

Le jardin travaille souvent avec les associations du quartier (troc de graines, repas de rue, ateliers cuisine et compost...).

4- Le jardin dans son réseau de ville : ½ heure

Un jardin dépend d'une ou plusieurs mairies ; la réponse à ses besoins (eau, terre) passe par un accord avec le service des parcs (SPV) et un échange avec les jardins voisins.

Comment travaille la commission de quartier au sein de la mairie? Sa création a-t-elle aidé les jardins à se parler dans la ville ?

Des chantiers communs ont-ils eu lieu? Quelle fête de réseau peut faire naître des projets communs?

5- Synthèse de nos échanges par les rapporteurs avant de tout restituer à l'assemblée: ½ heure`;

describe('[IM1] an agenda in the form committees send it is read whole', () => {
  const agenda = parseAgenda(LETTER);

  it('finds title, theme, date and the declared time, equal to the sum', () => {
    expect(agenda).toMatchObject({
      title:
        'Points à débattre dans les ateliers du 14 mai 2026 pour les rencontres des animateur(rice)s de jardins partagés',
      theme: "La vie d'un(e) animateur(rice) de jardin",
      date: '2026-05-14',
      declaredMinutes: 180,
      notUnderstood: [],
      warnings: [],
    });
  });

  it('finds its points with their minutes and the line each stands on', () => {
    expect(agenda.items.map(({ title, minutes, line }) => [line, minutes, title])).toEqual([
      [7, 60, "L'animateur(rice) : une personne clé de l'entraide pour les familles et les aînés"],
      [13, 30, 'Le jardin qui relie les voisins'],
      [21, 30, 'Le jardin et ses associations'],
      [25, 30, 'Le jardin dans son réseau de ville'],
      [33, 30, "Synthèse de nos échanges par les rapporteurs avant de tout restituer à l'assemblée"],
    ]);
  });

  it('finds the questions and the context of each', () => {
    expect(agenda.items.map(({ questions }) => questions.length)).toEqual([1, 2, 0, 4, 0]);
    expect(agenda.items.map(({ context }) => context.length)).toEqual([1, 1, 1, 1, 0]);
    expect(agenda.items[1]?.questions[0]).toBe(
      "Comment les écoles, les commerces, les gardiens et les clubs du quartier ont-ils appris qu'il existe (sport, lecture....)?",
    );
    expect(agenda.items[3]?.questions).toEqual([
      'Comment travaille la commission de quartier au sein de la mairie?',
      'Sa création a-t-elle aidé les jardins à se parler dans la ville ?',
      'Des chantiers communs ont-ils eu lieu?',
      'Quelle fête de réseau peut faire naître des projets communs?',
    ]);
  });

  it('protects the synthesis alone', () => {
    expect(agenda.items.map(({ kind, protected: kept }) => [kind, kept])).toEqual([
      ['discussion', false],
      ['discussion', false],
      ['discussion', false],
      ['discussion', false],
      ['synthesis', true],
    ]);
  });

  it('leaves out what was not found', () => {
    expect(Object.keys(parseAgenda('- Bilan : 20 min'))).toEqual(['items', 'notUnderstood', 'warnings']);
    expect(parseAgenda('- Bilan : 20 min').items).toEqual([
      {
        title: 'Bilan',
        kind: 'discussion',
        minutes: 20,
        protected: false,
        questions: [],
        context: [],
        line: 1,
      },
    ]);
  });
});

describe('[IM2] the text is read whatever it was pasted from', () => {
  it.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
    ['blank lines of spaces', '\n \t\u00a0\n'],
  ])('%s', (_, end) => {
    expect(points(`1- Bilan : 20 min${end}2- Suite : 10 min${end}`)).toEqual([
      ['Bilan', 20],
      ['Suite', 10],
    ]);
  });

  it('counts lines as they were pasted', () => {
    expect(
      parseAgenda('\ufeff\r\n\r\n1- Bilan : 20 min\r\n\r\nContexte.\v2- Suite : 10 min').items,
    ).toMatchObject([{ line: 3, context: ['Contexte.'] }, { line: 5 }]);
  });

  it('reads leftovers of Windows-1252, no-break spaces, tabs and invisible characters', () => {
    expect(
      points(
        '\ufeff\u0095\u00a0L\u0092appel\u00a0\u0096 20\u00a0min\n\u0095\tLe\u200b c\u009cur\t1\u202fh\u00ad',
      ),
    ).toEqual([
      ['L’appel', 20],
      ['Le cœur', 60],
    ]);
  });

  it("reads Word's bullets", () => {
    expect(points('\uf0b7\tBilan : 20 min\n\uf0b7\tSuite : 10 min')).toEqual([
      ['Bilan', 20],
      ['Suite', 10],
    ]);
    expect(parseAgenda('\uf0b7\tBilan : 20 min\no\tle budget\no\tpour qui ?').items).toMatchObject([
      { context: ['le budget'], questions: ['pour qui ?'] },
    ]);
  });

  it('leaves out the marks of Markdown', () => {
    expect(points('# Réunion\n## 1. Bilan (20 min)\n**2. Suite** : 5 min')).toEqual([
      ['Bilan', 20],
      ['Suite', 5],
    ]);
  });

  it('keeps a no-break space inside a sentence and replaces half characters', () => {
    expect(parseAgenda('1- Bilan : 20 min\nQui vient\u00a0?\n\ud800 suite').items).toMatchObject([
      { questions: ['Qui vient\u00a0?'], context: ['\ufffd suite'] },
    ]);
  });
});

describe('[IM3] points are numbered, lettered or bulleted', () => {
  it.each([
    ['1- ', '2- '],
    ['1) ', '2) '],
    ['1. ', '2. '],
    ['1° ', '2° '],
    ['1.', '2.'],
    ['1. ', '1. '],
    ['3- ', '4- '],
    ['1- ', '2) '],
    ['I. ', 'II. '],
    ['I – ', 'II – '],
    ['a) ', 'b) '],
    ['A. ', 'B. '],
    ['- ', '- '],
    ['• ', '• '],
    ['* ', '* '],
    ['– ', '- '],
    ['· ', '• '],
    ['◦ ', '◦ '],
    ['Point 1 : ', 'Point 2 : '],
  ])('%s%s', (first, second) => {
    expect(points(`${first}Bilan (20 min)\n${second}Suite (10 min)`)).toEqual([
      ['Bilan', 20],
      ['Suite', 10],
    ]);
  });
});

describe('[IM9] a time may stand alone on the line after its point', () => {
  it.each([['20 min'], ['(20 minutes)'], ['Durée : 20 mn'], ['\n20 min']])('%j', (alone) => {
    expect(points(`1- Bilan\n${alone}\n2- Suite\n10 min`)).toEqual([
      ['Bilan', 20],
      ['Suite', 10],
    ]);
  });

  it('or after its context', () => {
    expect(points('1- Bilan\nLe contexte.\n20 min\n2- Suite : 10 min')).toEqual([
      ['Bilan', 20],
      ['Suite', 10],
    ]);
  });

  it('a second one is pointed at', () => {
    const agenda = parseAgenda('Durée : 30 min\n1- Bilan : 20 min\n5 min\n2- Suite : 10 min');
    expect(missed(agenda)).toEqual([['agenda/second-duration', 3]]);
  });

  it('times points that have no mark at all', () => {
    expect(points('Bilan\n20 min\nSuite\n1 heure')).toEqual([
      ['Bilan', 20],
      ['Suite', 60],
    ]);
  });
});

describe('[IM10] minutes are always told', () => {
  it('half an hour is proposed where none are written', () => {
    const agenda = parseAgenda('1- Bilan : 20 min\n2- Suite');
    expect(agenda.items[1]?.minutes).toBe(DEFAULT_ITEM_MINUTES);
    expect(codes(agenda)).toEqual([['agenda/no-duration', 2]]);
  });

  it('very long points and points with several times are pointed at', () => {
    expect(codes(parseAgenda('1- Bilan : 5 heures\n2- Suite (10 min) et fin (5 min)'))).toEqual([
      ['agenda/long-item', 1],
      ['agenda/several-durations', 2],
    ]);
    expect(codes(parseAgenda(`1- Bilan : ${LONG_ITEM_MINUTES} min`))).toEqual([]);
  });
});

describe('[IM11] the outermost list holds the points', () => {
  it('a list inside a point is its context and questions', () => {
    const agenda = parseAgenda(
      '1- Bilan : 20 min\n- les fêtes\n- pour qui ?\na) le budget\nb) les aides\n2- Suite : 10 min\n1) avec qui ?\n2) comment faire',
    );
    expect(agenda.items).toMatchObject([
      { title: 'Bilan', context: ['les fêtes', 'le budget', 'les aides'], questions: ['pour qui ?'] },
      { title: 'Suite', context: [], questions: ['avec qui ?', 'comment faire'] },
    ]);
    expect(agenda.notUnderstood).toEqual([]);
  });

  it('a list that begins again under a timed point is inside it', () => {
    expect(points('1. Bilan : 20 min\n1. les fêtes\n2. les aides\n2. Suite : 10 min')).toEqual([
      ['Bilan', 20],
      ['Suite', 10],
    ]);
  });

  it('deeper lines of the same list are inside the point', () => {
    expect(
      parseAgenda('- Bilan : 20 min\n    - les fêtes\n    - les aides : 5 min\n- Suite : 10 min').items,
    ).toMatchObject([{ title: 'Bilan', context: ['les fêtes', 'les aides : 5 min'] }, { title: 'Suite' }]);
  });

  it('a numbered point stays one without a time and as a question', () => {
    expect(points('1- Bilan : 20 min\n2- Que faire ensuite ?\n3- Fin : 5 min')).toEqual([
      ['Bilan', 20],
      ['Que faire ensuite ?', 30],
      ['Fin', 5],
    ]);
  });

  it('numbered questions under lines with a time are theirs', () => {
    expect(
      parseAgenda('Bilan : 1 heure\n1. Pour qui ?\n2. Avec quoi ?\nSuite : ½ heure\n1. Quand ?').items,
    ).toMatchObject([
      { title: 'Bilan', minutes: 60, questions: ['Pour qui ?', 'Avec quoi ?'] },
      { title: 'Suite', minutes: 30, questions: ['Quand ?'] },
    ]);
  });
});

describe('[IM12] a short line with a time set apart is a point amid a list', () => {
  it('a pause between numbered points', () => {
    expect(
      parseAgenda('1- Bilan : 20 min\nPause : 15 min\n- Pause bis (5 min)\n2- Suite : 10 min').items,
    ).toMatchObject([
      { title: 'Bilan', kind: 'discussion' },
      { title: 'Pause', kind: 'break', minutes: 15 },
      { title: 'Pause bis', kind: 'break', minutes: 5 },
      { title: 'Suite' },
    ]);
  });

  it('a welcome before the first', () => {
    expect(points('Réunion du bureau\nAccueil café : 15 min\n1- Bilan : 20 min')).toEqual([
      ['Accueil café', 15],
      ['Bilan', 20],
    ]);
  });

  it('but not a sentence', () => {
    expect(parseAgenda('1- Bilan : 20 min\nChaque groupe a ensuite 10 minutes.').items).toMatchObject([
      { context: ['Chaque groupe a ensuite 10 minutes.'] },
    ]);
  });
});

describe('[IM13] a point without a time whose own points carry times is a section', () => {
  it('its points are the points, and it is pointed at', () => {
    const agenda = parseAgenda(
      'I- Matin\nSalle du bas\n1. Bilan : 20 min\n2. Suite : 10 min\nII- Soir\n1. Vote : 5 min',
    );
    expect(agenda.items.map(({ title }) => title)).toEqual(['Bilan', 'Suite', 'Vote']);
    expect(missed(agenda)).toEqual([
      ['agenda/section', 1],
      ['agenda/section', 2],
      ['agenda/section', 5],
    ]);
  });

  it('a point with a time keeps its parts as context', () => {
    expect(
      parseAgenda('1. Ouverture : 30 min\n- Accueil : 10 min\n- Jeu : 20 min\n2. Fin : 5 min').items,
    ).toMatchObject([
      { title: 'Ouverture', minutes: 30, context: ['Accueil : 10 min', 'Jeu : 20 min'] },
      { title: 'Fin' },
    ]);
  });
});

describe('[IM14] bullets are the points where nothing is numbered', () => {
  it('with or without times', () => {
    expect(points('- Bilan\n- Suite')).toEqual([
      ['Bilan', 30],
      ['Suite', 30],
    ]);
    expect(points('- Bilan : 20 min\n- Suite')).toEqual([
      ['Bilan', 20],
      ['Suite', 30],
    ]);
  });

  it('a bullet that asks amid timed bullets is a question', () => {
    expect(parseAgenda('- Bilan : 20 min\n- Pour qui ?\n- Suite : 10 min').items).toMatchObject([
      { title: 'Bilan', questions: ['Pour qui ?'] },
      { title: 'Suite' },
    ]);
  });

  it('bullets under unmarked lines with times are inside them', () => {
    expect(parseAgenda('Bilan : 20 min\n- les fêtes\nSuite : 10 min\n- quand ?').items).toMatchObject([
      { title: 'Bilan', context: ['les fêtes'] },
      { title: 'Suite', questions: ['quand ?'] },
    ]);
  });
});

describe('[IM15] without a list, the lines that carry a time are the points', () => {
  it('and what stands between is theirs', () => {
    expect(
      parseAgenda('Soirée des jardins\nBilan : 20 min\nOn se présente. Qui vient ?\n10 min Suite\nFin 5 min')
        .items,
    ).toMatchObject([
      { title: 'Bilan', minutes: 20, context: ['On se présente.'], questions: ['Qui vient ?'] },
      { title: 'Suite', minutes: 10 },
      { title: 'Fin', minutes: 5 },
    ]);
  });

  it('a first line that holds the sum of the others is the title', () => {
    expect(parseAgenda('Soirée des jardins (1 heure)\nBilan : 40 min\nSuite : 20 min')).toMatchObject({
      title: 'Soirée des jardins',
      declaredMinutes: 60,
      items: [{ title: 'Bilan' }, { title: 'Suite' }],
      warnings: [],
    });
  });

  it('columns are read as far as the time', () => {
    expect(points('Bilan\t20 min\tMme Roy\nSuite      10 min')).toEqual([
      ['Bilan Mme Roy', 20],
      ['Suite', 10],
    ]);
  });
});
