/** The words around actes that were kept or published: on covers, on the page at their address, and once it is empty. */
export default {
  standing: {
    draft: (day: string) => `Brouillon du ${day}`,
    provisional: (day: string) => `Version provisoire du ${day}`,
    approved: (day: string, by: string) =>
      by === '' ? `Bon pour diffusion le ${day}` : `Bon pour diffusion le ${day} – ${by}`,
    erratum: (day: string) => `Version corrigée du ${day}`,
    expunged: (day: string) => `Expurgé le ${day}`,
    unnamed: 'Sans nom',
    removed: 'Ces mots ont été effacés.',
  },
  notes: {
    published: (day: string) => `Publié le ${day}.`,
    erratum: (day: string, text: string) => `Erratum du ${day}\u00a0: ${text}`,
    expunged: (day: string) => `Expurgé le ${day}\u00a0: les données d’une personne ont été effacées.`,
  },
  files: { pdf: 'PDF', docx: 'Word (DOCX)', odt: 'OpenDocument (ODT)', md: 'Markdown', json: 'JSON' },
  gone: {
    title: 'Ces actes ne sont plus publiés',
    withdrawn: (organisation: string) =>
      organisation === ''
        ? 'Ils ont été retirés par ceux qui les avaient publiés.'
        : `Ils ont été retirés par ceux qui les avaient publiés (${organisation}).`,
    over: (day: string) => `Leur durée de publication s’est achevée le ${day}.`,
    todo: 'Pour les obtenir, s’adresser à l’organisation du séminaire.',
  },
};
