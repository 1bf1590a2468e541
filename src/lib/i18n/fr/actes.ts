const plural = (count: number, one: string, other: string): string => `${count} ${count < 2 ? one : other}`;

export default {
  pageTitle: (title: string) => `Actes : ${title}`,
  title: 'Actes',
  prepare: 'Préparer',
  regie: 'Régie',
  state: 'Relevé à chaud',
  stateHint: 'Document provisoire, fait à l’instant des textes enregistrés.',
  preamble: 'Préambule',
  preambleHint: 'Il ouvre les actes, avant les synthèses des ateliers.',
  preambleLabel: 'Texte du préambule',
  preview: 'Aperçu',
  previewLabel: 'Aperçu des actes',
  refresh: 'Actualiser l’aperçu',
  refreshing: 'Lecture…',
  export: 'Télécharger',
  pdf: 'PDF',
  pdfHint: 'Pour imprimer et diffuser, lisible par un lecteur d’écran',
  markdown: 'Markdown',
  markdownHint: 'Pour reprendre le texte ailleurs',
  balance: 'Avec le bilan de la journée',
  balanceHint: 'En annexe : le temps prévu et le temps réel de chaque point.',
  making: 'Préparation du document…',
  made: 'Le document est téléchargé.',
  facts: 'En chiffres',
  ateliers: (count: number) => plural(count, 'atelier', 'ateliers'),
  participants: (count: number) => plural(count, 'participant', 'participants'),
  contributions: (count: number) => plural(count, 'contribution', 'contributions'),
  notTakenOver: (count: number) => `${count} non ${count < 2 ? 'reprise' : 'reprises'} dans les synthèses`,
  toSynthesis: (title: string) => `Ouvrir la synthèse : ${title}`,
  syntheses: 'Synthèses',
  notesHint:
    'Les notes des séances servent à écrire la synthèse : elles n’entrent pas telles quelles dans les actes.',
  written: 'commencée',
  notWritten: 'à écrire',
  empty: 'Pas encore d’atelier dans ce séminaire. Le préambule peut déjà s’écrire.',
  paperboards: {
    title: 'Photos des paperboards',
    included: (included: number, count: number) => `${included} sur ${count} dans les actes`,
    include: 'Dans les actes',
    includeOf: (description: string) => `Dans les actes : ${description}`,
    open: (description: string) => `Voir la photo en grand : ${description}`,
    withoutItem: 'Sans point',
  },
  people: {
    title: 'Qui sommes-nous',
    included: (count: number) =>
      count === 0 ? 'Aucune présentation pour l’instant' : plural(count, 'présentation', 'présentations'),
    toConfirm: (count: number) =>
      `${count} à confirmer, ${count < 2 ? 'gardée' : 'gardées'} hors des actes d’ici là`,
    list: 'La feuille à imprimer et à cocher',
  },
  repairs: 'Adapté pour un PDF lisible par tous',
  repairsHint: 'Les textes eux-mêmes n’ont pas changé.',
  noRepairs: 'Rien n’a dû être adapté pour le PDF.',
  /** Where, as the report says it. */
  inPreamble: 'préambule',
  inAtelier: (number: string) => `atelier ${number}`,
  repair: {
    'actes/empty-title': (detail: string) =>
      `Le séminaire n’a pas de titre : le document s’appelle « ${detail} ».`,
    'actes/stripped-characters': (detail: string) => `Des caractères invisibles ont été retirés : ${detail}.`,
    'actes/uncovered-characters': (detail: string) =>
      `Des caractères qu’aucune police ne possède sont remplacés par un signe visible : ${detail}.`,
    'actes/empty-heading': (detail: string) => `Un titre vide a été retiré (${detail}).`,
    'actes/heading-level': (detail: string) =>
      `Un titre a été rapproché du niveau de celui qui le précède (${detail}).`,
    'actes/nested-heading': (detail: string) =>
      `Un titre placé dans un autre bloc est devenu un paragraphe (${detail}).`,
    'actes/image-without-alternative': (detail: string) => `Une image n’a pas de description (${detail}).`,
    'actes/deep-nesting': (detail: string) => `Des listes trop imbriquées ont été aplanies (${detail}).`,
    'actes/wide-table': (detail: string) => `Un tableau trop large a été réduit (${detail}).`,
  },
};
