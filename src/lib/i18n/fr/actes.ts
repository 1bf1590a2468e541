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
  making: 'Préparation du document…',
  made: 'Le document est téléchargé.',
  facts: 'En chiffres',
  ateliers: (count: number) => plural(count, 'atelier', 'ateliers'),
  participants: (count: number) => plural(count, 'participant', 'participants'),
  contributions: (count: number) => plural(count, 'contribution', 'contributions'),
  notTakenOver: (count: number) => `${count} non ${count < 2 ? 'reprise' : 'reprises'} dans les synthèses`,
  noSynthesis: (count: number) =>
    count < 2 ? 'Une synthèse n’est pas encore écrite' : `${count} synthèses ne sont pas encore écrites`,
  toSynthesis: (title: string) => `Ouvrir la synthèse : ${title}`,
  syntheses: 'Synthèses',
  written: 'commencée',
  notWritten: 'à écrire',
  empty: 'Pas encore d’atelier dans ce séminaire. Le préambule peut déjà s’écrire.',
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
