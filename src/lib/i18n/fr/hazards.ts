/** Before opening: what will hurt, and how to mend it. */
export default {
  title: 'Avant d’ouvrir',
  none: 'Rien ne semble devoir gêner la journée.',
  count: (count: number): string => (count < 2 ? 'Une chose à regarder' : `${count} choses à regarder`),
  here: 'À regarder',
  /** After a sentence about one atelier: the same holds for others. */
  others: (count: number) => (count === 1 ? 'De même pour un autre.' : `De même pour ${count} autres.`),
  more: (count: number): string => (count < 2 ? 'Une autre plus bas' : `${count} autres plus bas`),
  mend: {
    points: 'Voir les points',
    place: 'Voir la salle et l’heure',
    programme: 'Voir le programme',
    seminar: 'Voir le séminaire',
  },
  tooLong: (where: string, length: string, time: string) =>
    `${where} : ${length} d’ordre du jour restent quand commence « ${time} ».`,
  intoPlenary: (where: string, length: string, time: string) =>
    `${where} : la fin déborde de ${length} sur la plénière « ${time} ».`,
  noPause: (where: string, length: string, from: string) =>
    `${where} : ${length} sans pause à partir de ${from}.`,
  noPausePlanned: (where: string, length: string) => `${where} : ${length} sans pause.`,
  noSynthesis: (where: string) => `${where} : aucun point n’est réservé à la synthèse.`,
  emptyPlan: (where: string) => `${where} : aucun point à l’ordre du jour.`,
  floorAbovePlanned: (where: string, item: string) =>
    `${where} : le minimum de « ${item} » dépasse sa durée prévue.`,
  noStart: (where: string) => `${where} : l’heure de début n’est pas indiquée.`,
  otherDay: (where: string) => `${where} : le jour n’est pas un jour du programme.`,
  sameRoom: (one: string, other: string, room: string) =>
    `${one} et ${other} occupent ${room} en même temps.`,
  twoPlaces: (who: string, one: string, other: string) =>
    `${who} : attendu en même temps à ${one} et à ${other}.`,
  noTimeToWalk: (who: string, one: string, other: string) =>
    `${who} : moins de 5 min pour aller de ${one} à ${other}.`,
  noTimeToShared: (where: string, time: string) =>
    `${where} : moins de 5 min pour changer de lieu avant ou après « ${time} ».`,
  weekday: (text: string) => `« ${text} » : ce jour de la semaine n’est pas celui de la date.`,
  otherDate: (text: string) => `« ${text} » : cette date n’est pas celle du séminaire.`,
};
