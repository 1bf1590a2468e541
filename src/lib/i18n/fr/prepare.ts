import example from './example.ts';
import hazards from './hazards.ts';
import plan from './plan.ts';
import programme from './programme.ts';
import sittings from './sittings.ts';

const plural = (count: number, one: string, other: string): string => `${count} ${count < 2 ? one : other}`;

export default {
  newTitle: 'Préparer un séminaire',
  newIntro:
    'Coller l’ordre du jour tel qu’il est écrit. Ce qui est compris se place à côté ; rien n’est enregistré avant votre accord.',
  example,
  paste: {
    label: 'Ordre du jour d’un atelier',
    hint: 'Points, durées, questions : tels qu’ils sont dans votre message ou votre document.',
    understand: 'Comprendre',
    understandAgain: 'Comprendre à nouveau',
    understanding: 'Lecture…',
    replaceWarning: 'Comprendre à nouveau remplace les corrections faites à côté.',
    emptyText: 'Coller d’abord un ordre du jour.',
    without: 'Écrire les points à la main',
  },
  understood: {
    title: 'Ce qui est compris',
    empty: 'Les points compris apparaîtront ici.',
    replaced: 'Vos corrections ont été remplacées ; elles sont gardées.',
    backToCorrections: 'Revenir à vos corrections',
    summary: (items: number, duration: string) => `${plural(items, 'point', 'points')}, ${duration} en tout`,
    declaredEqual: (duration: string) => `Le texte annonce ${duration} : c’est bien la somme des points.`,
    declaredDiffers: (declared: string, sum: string) =>
      `Le texte annonce ${declared}, la somme des points fait ${sum}.`,
    notUnderstood: (count: number) =>
      count < 2 ? 'Une ligne n’est pas comprise' : `${count} lignes ne sont pas comprises`,
    notUnderstoodHint: (count: number): string =>
      count < 2
        ? 'Elle n’est pas reprise : l’ajouter à un point si elle compte.'
        : 'Elles ne sont pas reprises : les ajouter à un point si elles comptent.',
    warnings: 'À vérifier',
    line: (number: number) => `Ligne ${number}`,
    showLine: (number: number) => `Montrer la ligne ${number} dans le texte`,
  },
  plan,
  programme,
  sittings,
  hazards,
  seminar: {
    title: 'Le séminaire',
    name: 'Titre',
    organisation: 'Organisation',
    theme: 'Thème',
    place: 'Lieu',
    day: 'Date',
    language: 'Langue des documents',
    languages: { fr: 'Français', en: 'Anglais' },
    saveDescription: 'Enregistrer le séminaire',
  },
  sitting: {
    title: 'L’atelier',
    atelierTitle: 'Titre de l’atelier',
    room: 'Salle',
    day: 'Jour',
    start: 'Heure de début',
    startNeedsDay: 'Indiquer d’abord la date du séminaire.',
    placeSave: 'Enregistrer la salle et l’heure',
  },
  create: 'Créer le séminaire',
  creating: 'Création…',
  itemTitleMissing: (position: number) => `Donner un intitulé au point ${position}.`,
  minutesWrong: (position: number) =>
    `Indiquer pour le point ${position} une durée entière, d’une minute à un jour.`,
  floorWrong: (position: number) =>
    `Le minimum du point ${position} est une durée entière, sans dépasser sa durée prévue.`,
  tooManyItems: (limit: number) =>
    `Un atelier compte ${limit} points au plus : en réunir, ou faire deux ateliers.`,
  saved: 'Enregistré',
  saving: 'Enregistrement…',
  leave: 'Des modifications ne sont pas enregistrées. Quitter cette page sans elles ?',
  unsaved: 'Modifications non enregistrées',
  pageTitle: (title: string) => `Préparation : ${title}`,
  pages: {
    title: 'Suivre et publier',
    regie: 'Régie',
    regieHint: 'Tous les ateliers en direct',
    actes: 'Actes',
    actesHint: 'Assembler et télécharger',
    organiserLink: 'Lien d’organisation',
    organiserLinkHint: 'Il ouvre toute la préparation : le garder pour vous et vos collègues.',
  },
  ateliers: {
    title: 'Ateliers',
    none: 'Aucun atelier pour l’instant : en ajouter un en collant son ordre du jour.',
    add: 'Ajouter un atelier',
    addTitle: 'Nouvel atelier',
    addSave: 'Ajouter cet atelier',
    rename: 'Enregistrer le titre',
    renameOpen: 'Renommer',
    editPlan: 'Modifier les points',
    savePlan: 'Enregistrer les points',
    people: (count: number) => plural(count, 'personne inscrite', 'personnes inscrites'),
    links: 'Accès',
    openConsole: 'Animer',
    openScreen: 'Écran de la salle',
    openSynthesis: 'Synthèse',
    openParticipant: 'Page des participants',
    animateurLink: 'Lien d’animation',
    animateurLinkHint: 'À envoyer à la personne qui anime.',
    rapporteurLink: 'Lien de rapport',
    rapporteurLinkHint: 'À envoyer à la personne qui rédige la synthèse.',
    screenLink: 'Lien de l’écran',
    screenLinkHint: 'À ouvrir sur l’ordinateur relié au projecteur.',
    code: 'Code de la salle',
    joinLink: 'Lien pour rejoindre',
    joinHint: 'À afficher ou à imprimer : les téléphones lisent le QR code, les autres saisissent le code.',
  },
  stale: {
    title: 'Les points ont changé entre-temps',
    theirs: 'Prendre la version enregistrée',
    mine: 'Garder mes corrections et enregistrer',
  },
};
