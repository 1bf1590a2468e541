import type fr from '../fr/published-actes.ts';

export default {
  standing: {
    draft: (day: string) => `Draft of ${day}`,
    provisional: (day: string) => `Provisional version of ${day}`,
    approved: (day: string, by: string) =>
      by === '' ? `Approved for publication on ${day}` : `Approved for publication on ${day} – ${by}`,
    erratum: (day: string) => `Corrected version of ${day}`,
    expunged: (day: string) => `Expunged on ${day}`,
    unnamed: 'Without a name',
    removed: 'These words were erased.',
  },
  notes: {
    published: (day: string) => `Published on ${day}.`,
    erratum: (day: string, text: string) => `Erratum of ${day}: ${text}`,
    expunged: (day: string) => `Expunged on ${day}: somebody’s data were erased.`,
  },
  files: { pdf: 'PDF', docx: 'Word (DOCX)', odt: 'OpenDocument (ODT)', md: 'Markdown', json: 'JSON' },
  gone: {
    title: 'These proceedings are no longer published',
    withdrawn: (organisation: string) =>
      organisation === ''
        ? 'They were withdrawn by those who had published them.'
        : `They were withdrawn by those who had published them (${organisation}).`,
    over: (day: string) => `Their time of publication ended on ${day}.`,
    todo: 'To obtain them, ask those who organised the seminar.',
  },
} satisfies typeof fr;
