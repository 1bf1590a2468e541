const plural = (count: number, one: string, other: string): string => `${count} ${count < 2 ? one : other}`;

export default {
  pageTitle: (atelier: string) => `Écran : ${atelier}`,
  position: 'sur',
  question: (position: number, count: number) => `question ${position} sur ${count}`,
  until: (time: string) => `encore, jusqu’à ${time}`,
  over: 'le temps prévu est passé',
  soon: (time: string) => `bientôt fini, jusqu’à ${time}`,
  suspended: 'temps suspendu',
  startsAt: (time: string) => `Début prévu à ${time}`,
  notStarted: 'L’atelier n’a pas encore démarré',
  welcome: 'Pour contribuer depuis un téléphone',
  finished: 'L’atelier est terminé',
  plenaryFinished: 'La plénière est terminée',
  finishedHint: 'Vous pouvez encore contribuer et soutenir.',
  between: 'Entre deux points',
  next: 'Ensuite :',
  first: 'Pour commencer :',
  last: 'Dernier point',
  plannedEnd: 'Fin prévue à',
  shared: (title: string) => `${title} à`,
  /** Under the name of a shared time that is now. */
  resumesAt: (time: string) => `Reprise à ${time}`,
  endsAt: (time: string) => `Jusqu’à ${time}`,
  alarm: 'Suspendu',
  alarmHint: 'Le temps est arrêté dans toutes les salles.',
  rehearsal: 'Répétition',
  message: 'Message de l’organisation',
  restitution: 'Restitution',
  presentedBy: (names: string) => `Par ${names}`,
  names: (names: readonly string[]) => new Intl.ListFormat('fr', { type: 'conjunction' }).format(names),
  warning: (minutes: number): string => {
    if (minutes === 0) return 'C’est la fin du temps prévu';
    return minutes === 1 ? 'Dernière minute' : `Encore ${minutes}\u00a0min`;
  },
  discreet: 'Horloge discrète',
  large: 'Grande horloge',
  key: 'touche h',
  reconnecting: 'Reconnexion…',
  lost: 'Connexion perdue : cet écran peut être en retard sur la salle.',
  bar: 'Avancement des points',
  address: 'Adresse',
  code: 'Code',
  /** Who nobody may name. */
  someone: 'une personne de la salle',
  floor: (name: string) => `La parole est à ${name}`,
  floorNext: (name: string) => `ensuite ${name}`,
  floorFirst: (name: string) => `Prochaine prise de parole : ${name}`,
  silence: {
    title: 'Écriture silencieuse',
    over: 'le temps d’écrire est passé',
    written: (count: number) =>
      count === 0 ? 'rien d’écrit encore' : plural(count, 'contribution écrite', 'contributions écrites'),
    hint: 'Chacun écrit pour soi ; tout se lira ensemble, ensuite.',
  },
  dots: {
    vote: 'Votez',
    budget: (count: number) => `${plural(count, 'gommette', 'gommettes')} par personne, sur votre téléphone`,
    voters: (count: number) => (count < 2 ? `${count} personne a voté` : `${count} personnes ont voté`),
    results: 'Résultats des gommettes',
    count: (count: number) => plural(count, 'gommette', 'gommettes'),
    others: (count: number) => `et ${plural(count, 'autre', 'autres')}, sur votre téléphone`,
  },
  round: {
    title: 'Tour de table',
    turnOf: 'C’est le tour de',
    someone: 'la personne suivante',
    begins: 'Le tour de table commence',
    left: (count: number) =>
      count === 0
        ? 'la dernière personne'
        : count === 1
          ? 'encore une personne ensuite'
          : `encore ${count} personnes ensuite`,
    toCome: (count: number) => plural(count, 'personne', 'personnes'),
    finished: 'Chacun a eu son tour',
  },
  pinned: 'À l’écran',
  wall: 'Ce qui se dit',
  page: 'Page',
  closed: 'Atelier clos',
  seminarClosed: 'Séminaire clos',
};
