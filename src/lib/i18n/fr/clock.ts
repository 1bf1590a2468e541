export default {
  minutesShort: 'min',
  secondsShort: 's',
  minutes: (count: number) => `${count} ${count < 2 ? 'minute' : 'minutes'}`,
  seconds: (count: number) => `${count} ${count < 2 ? 'seconde' : 'secondes'}`,
  /** What a screen reader says for the figure. */
  left: (time: string) => `Temps restant : ${time}`,
  overBy: (minutes: number) => `dépasse de ${minutes} min`,
  overSince: (time: string) => `Temps dépassé de ${time}`,
  justOver: 'temps écoulé',
  soon: 'bientôt fini',
  suspended: 'suspendu',
  notStarted: 'pas encore démarré',
  finished: 'terminé',
  now: 'Heure',
  late: (length: string) => `retard ${length}`,
  early: (length: string) => `avance ${length}`,
  onTime: 'à l’heure',
  startsAt: (time: string) => `prévu à ${time}`,
  /** How the minutes of the remaining points would change. */
  redistribution: {
    label: 'Points qui restent, avant et après',
    before: (length: string) => `avant ${length}`,
    after: (length: string) => `après ${length}`,
    protected: 'protégé',
    atFloor: 'déjà au plus court',
    unchanged: 'inchangé',
  },
};
