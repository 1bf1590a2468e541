/** The words that the files of the actes bring: names of styles in word processors, and what stands around the web page. */
export default {
  styles: {
    unlisted: (level: number) => `Titre ${level} hors sommaire`,
    facts: 'Repères',
    attribution: 'Auteur de la citation',
    label: 'Libellé',
    person: 'Personne',
    present: 'Présents',
    tableHead: 'En-tête de tableau',
    tableText: 'Texte de tableau',
    organisation: 'Organisation',
    coverLabel: 'Genre du document',
    coverFacts: 'Mentions de couverture',
    table: 'Tableau des actes',
  },
  colon: '\u00a0:',
  page: {
    skip: 'Aller au texte',
    contents: 'Sommaire',
    files: 'Télécharger',
    notes: 'Mentions',
    table: 'Tableau',
  },
};
