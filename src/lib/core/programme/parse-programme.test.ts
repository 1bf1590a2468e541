import { describe, expect, it } from 'vitest';
import { parseProgramme } from './parse-programme.ts';

const read = (text: string) => parseProgramme(text, { day: '2026-11-26' });
const times = (text: string) =>
  read(text).times.map(({ start, end, kind, title }) => `${start}-${end ?? '?'} ${kind} ${title}`);
const ateliers = (text: string) =>
  read(text).ateliers.map(({ start, end, title, room }) => `${start ?? '?'}-${end ?? '?'} ${title} @${room}`);
const warned = (text: string) => read(text).warnings.map(({ code, line }) => [code, line]);
const missed = (text: string) => read(text).notUnderstood.map(({ reason, line }) => [reason, line]);

const TWO_DAYS = `Rencontre des jardins partagés
Thème : Semer ensemble

Jeudi 26 novembre 2026
Matin
8h30 – 9h00 : Accueil café (hall)
9h00 – 9h30 : Ouverture par Mme Lune, présidente du réseau – amphithéâtre Curie
9h30 - 10h30 Plénière
Le jardin dans la ville
Intervenants : M. Petit, urbaniste
10h30 Pause
10h45 – 12h15 : ateliers en parallèle
- Atelier 1 : L'eau et le sol (salle A)
  Comment partager l'eau ?
- Atelier 2 : Les voisins (salle B), animé par Mme Blé
  1- Accueil (10 min)
  2- Débat : 1 h
  3- Synthèse : 20 min
12h15 Déjeuner sur place
Après-midi
14h-16h : ateliers en parallèle – Atelier 3 : Les écoles (salle A) ; Atelier 4 : Les aînés (salle B)
16h00 – 17h00 Restitution en plénière
17h Fin de la journée

Vendredi 27 novembre
9h Accueil
9h30 – 11h Table ronde « Jardiner demain » avec M. Dupin et Mme Roy
11h Clôture (30 min)`;

describe('[PR1] a programme in the form committees send it is read whole', () => {
  const programme = read(TWO_DAYS);

  it('title, theme, days', () => {
    expect(programme).toMatchObject({
      title: 'Rencontre des jardins partagés',
      theme: 'Semer ensemble',
      days: [
        { day: '2026-11-26', line: 4 },
        { day: '2026-11-27', label: 'Vendredi 27 novembre', line: 25 },
      ],
      notUnderstood: [],
      warnings: [],
    });
  });

  it('shared times with place and speakers', () => {
    expect(
      programme.times.map(({ day, start, end, kind, title, place, speakers }) =>
        [day.slice(8), start, end, kind, title, place, speakers].join(' | '),
      ),
    ).toEqual([
      '26 | 08:30 | 09:00 | welcome | Accueil café | hall | ',
      '26 | 09:00 | 09:30 | opening | Ouverture | amphithéâtre Curie | Mme Lune, présidente du réseau',
      '26 | 09:30 | 10:30 | plenary | Plénière : Le jardin dans la ville |  | M. Petit, urbaniste',
      '26 | 10:30 | 10:45 | break | Pause |  | ',
      '26 | 12:15 | 14:00 | meal | Déjeuner sur place |  | ',
      '26 | 16:00 | 17:00 | plenary | Restitution en plénière |  | ',
      '27 | 09:00 | 09:30 | welcome | Accueil |  | ',
      '27 | 09:30 | 11:00 | plenary | Table ronde « Jardiner demain » |  | M. Dupin et Mme Roy',
      '27 | 11:00 | 11:30 | closing | Clôture |  | ',
    ]);
  });

  it('ateliers with room, time and points', () => {
    expect(programme.ateliers).toMatchObject([
      {
        title: "L'eau et le sol",
        room: 'salle A',
        start: '10:45',
        end: '12:15',
        items: [{ title: "L'eau et le sol", minutes: 90, questions: ["Comment partager l'eau ?"] }],
      },
      {
        title: 'Les voisins',
        room: 'salle B',
        speakers: 'Mme Blé',
        items: [{ minutes: 10 }, { minutes: 60 }, { title: 'Synthèse', minutes: 20, protected: true }],
      },
      { title: 'Les écoles', room: 'salle A', start: '14:00', end: '16:00', items: [] },
      { title: 'Les aînés', room: 'salle B', start: '14:00', end: '16:00', items: [] },
    ]);
  });
});

describe('[PR2] days', () => {
  it('are headed by a date, with or without its year, or by a number', () => {
    const days = (text: string) => read(text).days.map(({ day }) => day);
    expect(days('Jour 1\n9h Accueil\nJour 2\n9h Accueil')).toEqual(['2026-11-26', '2026-11-27']);
    expect(days('Day 1 – Friday 27 November\n9:00 Welcome\nDay 2\n9:00 Welcome')).toEqual([
      '2026-11-27',
      '2026-11-28',
    ]);
    expect(days('1ère journée : 3 décembre 2026\n9h Accueil\n2ème journée\n9h Accueil')).toEqual([
      '2026-12-03',
      '2026-12-04',
    ]);
  });

  it('the first says where it is beside its date, and that is not dropped', () => {
    const found = read(
      'Samedi 28 novembre 2026, Maison du peuple, Trignac\n9h Accueil\nDimanche 29 novembre\n9h Clôture',
    );
    expect(found.days.map(({ day }) => day)).toEqual(['2026-11-28', '2026-11-29']);
    expect(found.notUnderstood).toEqual([
      { line: 1, text: 'Maison du peuple, Trignac', reason: 'programme/detail' },
    ]);
  });

  it('without a heading there is one: that of the title, else the one given', () => {
    expect(read('Séminaire du 3 mars 2027\n9h Accueil').days).toEqual([
      { day: '2027-03-03', label: '', line: 1 },
    ]);
    expect(read('9h Accueil').times).toMatchObject([{ day: '2026-11-26' }]);
  });

  it('a weekday that is not that of its date is pointed at', () => {
    expect(warned('Lundi 26 novembre\n9h – 10h Accueil')).toEqual([['agenda/weekday-contradicts-date', 1]]);
  });
});

describe('[PR3] shared times', () => {
  it.each([
    ['Émargement', 'welcome'],
    ["Petit-déjeuner d'accueil", 'welcome'],
    ['Mot de bienvenue', 'opening'],
    ["Plénière d'ouverture", 'plenary'],
    ['Report back', 'plenary'],
    ['Pause déjeuner', 'meal'],
    ['Lunch', 'meal'],
    ['Coffee break', 'break'],
    ['Clôture', 'closing'],
    ['Visite du jardin', 'other'],
  ])('%s → %s', (title, kind) => {
    expect(read(`9h – 10h ${title}`).times).toMatchObject([{ title, kind }]);
  });

  it('end as written, by their length, or at the next start; the last may have no end', () => {
    const text = '9h Accueil\n9h30 Plénière (1 h)\n11h Vote\n12h Clôture';
    expect(times(text)).toEqual([
      '09:00-09:30 welcome Accueil',
      '09:30-10:30 plenary Plénière',
      '11:00-12:00 other Vote',
      '12:00-? closing Clôture',
    ]);
    expect(warned(text)).toEqual([['programme/no-end', 4]]);
  });

  it('one with a length alone follows the one before', () => {
    expect(times('9h – 10h Plénière\nPause : 15 min\n10h30 – 11h Clôture')).toEqual([
      '09:00-10:00 plenary Plénière',
      '10:00-10:15 break Pause',
      '10:30-11:00 closing Clôture',
    ]);
    expect(missed('Jour 1\nPause : 15 min\n10h – 11h Clôture')).toEqual([['programme/no-time', 2]]);
  });

  it('what contradicts is pointed at', () => {
    expect(warned('9h – 10h Accueil\n9h30 – 11h Plénière')).toEqual([['programme/overlap', 2]]);
    expect(warned('10h – 9h Accueil (20 min)')).toEqual([['agenda/clock-goes-back', 1]]);
    expect(warned('9h – 10h Accueil (20 min)')).toEqual([['agenda/duration-contradicts-clock', 1]]);
  });
});

describe('[PR4] places and speakers', () => {
  it.each([
    ['Accueil (hall)', 'Accueil', 'hall', ''],
    ['Accueil – salle Jaurès', 'Accueil', 'salle Jaurès', ''],
    ['Débat en salle B', 'Débat', 'en salle B', ''],
    ['Ouverture par M. Roy, maire', 'Ouverture', '', 'M. Roy, maire'],
    ['Ouverture – Mme Roy, directrice', 'Ouverture', '', 'Mme Roy, directrice'],
    ['Welcome by Dr Green (Room 3)', 'Welcome', 'Room 3', 'Dr Green'],
    ['Débat (salle B, Mme Roy)', 'Débat', 'salle B', 'Mme Roy'],
    ["L'entraide par le jardin", "L'entraide par le jardin", '', ''],
  ])('%s', (text, title, place, speakers) => {
    expect(read(`9h – 10h ${text}`).times).toMatchObject([{ title, place, speakers }]);
  });

  it('stand under the time too; what else stands there is told', () => {
    const text = '9h – 10h Pause\nSalle B\nAnimation : Mme Roy\nVestiaire ouvert';
    expect(read(text).times).toMatchObject([{ place: 'Salle B', speakers: 'Mme Roy' }]);
    expect(missed(text)).toEqual([['programme/detail', 4]]);
  });
});

describe('[PR5] ateliers', () => {
  it('fill a slot as a list, with or without their name', () => {
    expect(
      ateliers('14h – 16h : Ateliers\n- Le sol (salle A)\n- Le ciel (salle B)\n16h – 17h Plénière'),
    ).toEqual(['14:00-16:00 Le sol @salle A', '14:00-16:00 Le ciel @salle B']);
  });

  it('have times of their own, and agendas with times inside these', () => {
    const text = '14h-16h Atelier 1 : Le sol\n14h-15h Débat\n15h-16h Synthèse\n16h-17h Plénière';
    expect(read(text).ateliers).toMatchObject([
      { start: '14:00', items: [{ start: '14:00' }, { start: '15:00' }] },
    ]);
    expect(times(text)).toEqual(['16:00-17:00 plenary Plénière']);
  });

  it('told after the times they take the slot that names none', () => {
    const text =
      '9h – 10h Accueil\n10h – 12h Ateliers\nAtelier 1 – Le sol\n1. Débat : 2 h\nAtelier 2 – Le ciel';
    expect(ateliers(text)).toEqual(['10:00-12:00 Le sol @', '10:00-12:00 Le ciel @']);
    const apart = '10h – 12h Ateliers\n12h – 13h Déjeuner\nAtelier 1 – Le sol\nAtelier 2 – Le ciel';
    expect(ateliers(apart)).toEqual(['10:00-12:00 Le sol @', '10:00-12:00 Le ciel @']);
  });

  it('a slot without any is one itself', () => {
    expect(ateliers('10h – 12h Ateliers en parallèle\n12h – 13h Déjeuner')).toEqual([
      '10:00-12:00 Ateliers en parallèle @',
    ]);
  });
});

describe('[PR6] tables', () => {
  it('have rooms and speakers in their columns', () => {
    const text =
      '| Horaire | Intitulé | Intervenant | Lieu |\n|--|--|--|--|\n| 9h-9h30 | Accueil | | Hall |\n| 9h30-10h30 | Plénière | Mme Roy | Amphi |\n| 10h30-12h | Atelier 1 : Eau | M. Petit | Salle A |\n| 10h30-12h | Atelier 2 : Sol | | Salle B |';
    expect(read(text).times).toMatchObject([{ place: 'Hall' }, { place: 'Amphi', speakers: 'Mme Roy' }]);
    expect(ateliers(text)).toEqual(['10:30-12:00 Eau @Salle A', '10:30-12:00 Sol @Salle B']);
    expect(missed(text)).toEqual([]);
  });
});

describe('[PR7] moments', () => {
  it('come with a zone, over midnight on the next day', () => {
    const {
      times: [time],
    } = parseProgramme('22h – 1h Fête', { day: '2026-11-26', zone: 'Europe/Paris' });
    expect([time?.startsAt, time?.endsAt].map((at) => new Date(at ?? 0).toISOString())).toEqual([
      '2026-11-26T21:00:00.000Z',
      '2026-11-27T00:00:00.000Z',
    ]);
    expect(read('9h – 10h Accueil').times[0]).not.toHaveProperty('startsAt');
  });
});

describe('[PR8] what is no programme', () => {
  it('says so', () => {
    expect(warned('')).toEqual([['agenda/empty', 1]]);
    expect(warned('Bonjour\nVoici des notes.')).toEqual([['programme/nothing', 1]]);
    expect(missed('Bonjour\nVoici des notes.')).toEqual([['programme/before-first-time', 2]]);
  });
});
