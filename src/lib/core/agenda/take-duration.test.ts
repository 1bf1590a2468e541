import { describe, expect, it } from 'vitest';
import { durationAlone, takeDuration, trimTitle } from './take-duration.ts';

describe('[IM7] a time set apart leaves the title with its separator', () => {
  it.each<[string, string, number]>([
    ['Bilan de la saison : 1 heure', 'Bilan de la saison', 60],
    ['Bilan de la saison: ½ heure', 'Bilan de la saison', 30],
    ['Bilan de la saison - 45 min', 'Bilan de la saison', 45],
    ['Bilan de la saison – 45 min.', 'Bilan de la saison', 45],
    ['Bilan de la saison, 45 mn', 'Bilan de la saison', 45],
    ['Bilan de la saison (10 minutes)', 'Bilan de la saison', 10],
    ['Bilan de la saison [20 mn]', 'Bilan de la saison', 20],
    ['Bilan de la saison ( 20 mn )', 'Bilan de la saison', 20],
    ['Bilan de la saison (durée : 20 mn)', 'Bilan de la saison', 20],
    ['Bilan de la saison – durée prévue 20 mn', 'Bilan de la saison', 20],
    ["Bilan de la saison 20'", 'Bilan de la saison', 20],
    ['Bilan de la saison ........ 20 min', 'Bilan de la saison', 20],
    ['Bilan de la saison\t20 min', 'Bilan de la saison', 20],
    ['Bilan de la saison (: 20 min', 'Bilan de la saison', 20],
    ['(10 minutes) Bilan de la saison', 'Bilan de la saison', 10],
    ['20 min : Bilan de la saison', 'Bilan de la saison', 20],
    ['20 min. Bilan de la saison', 'Bilan de la saison', 20],
    ['½ h Bilan de la saison', 'Bilan de la saison', 30],
    ['Bilan de la saison => 20 min', 'Bilan de la saison', 20],
    ['Bilan : 20 min Mme Perrin', 'Bilan : Mme Perrin', 20],
    ['Bilan - 20 min - Mme Perrin', 'Bilan - Mme Perrin', 20],
    ['Bilan (20 min) par Mme Perrin', 'Bilan par Mme Perrin', 20],
    ['Bilan (20 min, salle B)', 'Bilan (salle B)', 20],
    ['Bilan (Mme Perrin, 20 min)', 'Bilan (Mme Perrin)', 20],
    ['Bilan\t20 min\tMme Perrin', 'Bilan Mme Perrin', 20],
    ['La(e) trésorier(e) : un métier … à aimer : 1 heure', 'La(e) trésorier(e) : un métier … à aimer', 60],
    ['Quels moyens ? 30 min', 'Quels moyens ?', 30],
    ['Fêtes, sorties, etc. 30 min', 'Fêtes, sorties, etc.', 30],
    ['Gestion du temps : 30 min', 'Gestion du temps', 30],
    ['Agents à 35 heures : 1 h', 'Agents à 35 heures', 60],
  ])('%s', (line, rest, minutes) => {
    expect(takeDuration(line)).toMatchObject({ rest, minutes, several: false });
  });

  it.each<[string, number]>([
    ['Exposé de 20 min', 20],
    ['20 min de silence', 20],
    ["Bilan des 30 minutes d'essai", 30],
    ["Marche d'une demi-heure", 30],
    ['Bilan : 3 min par personne', 3],
    ['Bilan : 2 heures de travail', 120],
  ])('a time that is part of a sentence is read and stays: %s', (line, minutes) => {
    expect(takeDuration(line)).toMatchObject({ rest: line, minutes, placement: 'inside' });
  });

  it('says nothing where no time stands, or only a time of day', () => {
    expect(takeDuration('Bilan de la saison')).toBeNull();
    expect(takeDuration('9h30 Bilan')).toBeNull();
  });

  it('takes the words of the whole off a heading only', () => {
    expect(takeDuration("Le lien : 2 heures d'atelier", 'heading')).toMatchObject({
      rest: 'Le lien',
      minutes: 120,
    });
    expect(takeDuration("Le lien : 2 heures d'atelier")).toMatchObject({
      rest: "Le lien : 2 heures d'atelier",
    });
  });

  it('leaves no separator around a title', () => {
    expect(trimTitle(' – Bilan : (')).toBe('Bilan');
    expect(trimTitle(' : - ')).toBe('');
  });
});

describe('[IM8] of several times on a line the last set apart counts', () => {
  it.each<[string, string, number]>([
    ['Exposé (10 min) puis débat (20 min)', 'Exposé (10 min) puis débat', 20],
    ['Débat (20 min par groupe) : 1 heure', 'Débat (20 min par groupe)', 60],
  ])('%s', (line, rest, minutes) => {
    expect(takeDuration(line)).toMatchObject({ rest, minutes, several: true });
  });

  it('says nothing of parts that add up', () => {
    expect(takeDuration('Exposé 20 min, débat 40 min : 1 heure')).toMatchObject({
      minutes: 60,
      several: false,
    });
  });
});

describe('[IM9] a line may hold nothing but a time', () => {
  it.each<[string, number]>([
    ['20 min', 20],
    ['(20 minutes)', 20],
    ['- 1 h 30 -', 90],
    ['Durée : 20 min.', 20],
    ['durée prévue : ½ heure', 30],
    ['Temps : 20 mn', 20],
  ])('of a point: %s', (line, minutes) => {
    expect(durationAlone(line)).toEqual({ minutes, total: false });
  });

  it.each<[string, number]>([
    ["3 heures d'atelier", 180],
    ['Durée totale 2h30', 150],
    ['Durée totale : 8h', 480],
    ['Total : 3 h', 180],
    ['Durée de la réunion : 2 heures', 120],
    ['2 h au total', 120],
  ])('of the whole: %s', (line, minutes) => {
    expect(durationAlone(line)).toEqual({ minutes, total: true });
  });

  it.each([['9h30'], ['20 min de silence'], ['Bilan : 20 min'], ['Durée : une journée'], ['']])(
    'not: %s',
    (line) => {
      expect(durationAlone(line)).toBeNull();
    },
  );
});
