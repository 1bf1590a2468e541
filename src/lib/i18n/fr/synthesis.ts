const plural = (count: number, one: string, other: string): string => `${count} ${count < 2 ? one : other}`;

export default {
  pageTitle: (atelier: string) => `Synthèse : ${atelier}`,
  title: 'Synthèse de l’atelier',
  titleOf: (number: number) => `Synthèse de l’atelier ${number}`,
  console: 'Animer',
  participants: (count: number) => plural(count, 'participant', 'participants'),
  editorLabel: 'Texte de la synthèse',
  people: (names: string) => `Écrivent ici : ${names}`,
  closed: 'Votre accès ne permet pas d’ouvrir cette synthèse.',
  unknown: 'Aucune séance de cet atelier n’est ouverte à cet appareil.',
  contributions: 'Contributions',
  showContributions: (count: number) => `Contributions (${count})`,
  backToText: 'Revenir au texte',
  notTakenOverFirst: 'non reprises d’abord',
  items: 'Points de l’atelier',
  withoutItem: 'Sans point',
  empty: 'Pas de contribution sur ce point.',
  emptyAll: 'Pas encore de contribution. Celles de la salle arriveront ici, point par point.',
  asQuotation: 'Citer',
  asList: 'Ajouter à la liste',
  asProposal: 'En proposition',
  takeOver: (how: string, words: string) => `${how} : ${words}`,
  takenOver: 'reprise',
  takenOverIn: (heading: string) => `reprise dans « ${heading} »`,
  taken: (where: string | null) =>
    where === null ? 'Contribution reprise.' : `Contribution reprise dans « ${where} ».`,
  countBefore: (taken: number, all: number) =>
    taken === 0
      ? `Aucune contribution reprise sur ${all}`
      : `${plural(taken, 'contribution', 'contributions')} sur ${all} ${taken < 2 ? 'reprise' : 'reprises'}`,
  countLeft: (left: number) => `${left} non ${left < 2 ? 'reprise' : 'reprises'}`,
  allTaken: 'toutes reprises',
  synthesisAt: (time: string) => `Temps de synthèse à ${time}`,
  inMinutes: (time: string) => `dans ${time}`,
  synthesisNow: (time: string) => `Temps de synthèse en cours, encore ${time}`,
  synthesisOver: 'Temps de synthèse dépassé',
  older: 'Charger les précédentes',
  order: 'Ordre',
  allItems: 'Tous les points',
  question: 'Question',
  allQuestions: 'Toutes les questions',
  takeGroup: 'Reprendre le groupe',
  takeGroupOf: (heading: string) => `Reprendre le groupe : ${heading}`,
  tookGroup: (count: number) =>
    `${plural(count, 'contribution reprise', 'contributions reprises')}, sous l’intitulé du groupe.`,
  /** Taken over, then withdrawn by their author or hidden. */
  gone: {
    count: (count: number) =>
      count < 2 ? `${count} reprise n’est plus là` : `${count} reprises ne sont plus là`,
    meaning: 'Le texte n’a pas changé : à vous de voir si ces mots y restent.',
    withdrawn: 'retirée par son auteur',
    hidden: 'masquée',
    hiddenFor: (reason: string) => `masquée : ${reason}`,
    noWords: 'Mots effacés',
    where: (heading: string) => `dans « ${heading} »`,
  },
};
