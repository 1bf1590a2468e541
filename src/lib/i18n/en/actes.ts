import type { Messages } from '../messages.ts';

const plural = (count: number, one: string, other: string): string => `${count} ${count === 1 ? one : other}`;

export default {
  pageTitle: (title: string) => `Proceedings: ${title}`,
  title: 'Proceedings',
  prepare: 'Prepare',
  regie: 'Control',
  state: 'First record',
  stateHint: 'A provisional document, made this moment from the texts that are saved.',
  preamble: 'Foreword',
  preambleHint: 'It opens the proceedings, before the syntheses of the workshops.',
  preambleLabel: 'Text of the foreword',
  preview: 'Preview',
  previewLabel: 'Preview of the proceedings',
  refresh: 'Refresh the preview',
  refreshing: 'Reading…',
  export: 'Download',
  pdf: 'PDF',
  pdfHint: 'To print and circulate, readable with a screen reader',
  markdown: 'Markdown',
  markdownHint: 'To use the text elsewhere',
  making: 'Preparing the document…',
  made: 'The document is downloaded.',
  facts: 'In figures',
  ateliers: (count: number) => plural(count, 'workshop', 'workshops'),
  participants: (count: number) => plural(count, 'participant', 'participants'),
  contributions: (count: number) => plural(count, 'contribution', 'contributions'),
  notTakenOver: (count: number) => `${count} not taken over in the syntheses`,
  noSynthesis: (count: number) =>
    count === 1 ? 'One synthesis is not written yet' : `${count} syntheses are not written yet`,
  toSynthesis: (title: string) => `Open the synthesis: ${title}`,
  syntheses: 'Syntheses',
  written: 'begun',
  notWritten: 'to be written',
  empty: 'No workshop in this seminar yet. The foreword can already be written.',
  repairs: 'Adapted for a PDF that everybody can read',
  repairsHint: 'The texts themselves have not changed.',
  noRepairs: 'Nothing had to be adapted for the PDF.',
  inPreamble: 'foreword',
  inAtelier: (number: string) => `workshop ${number}`,
  repair: {
    'actes/empty-title': (detail: string) => `The seminar has no title: the document is called “${detail}”.`,
    'actes/stripped-characters': (detail: string) => `Invisible characters were removed: ${detail}.`,
    'actes/uncovered-characters': (detail: string) =>
      `Characters that no font has are replaced by a visible sign: ${detail}.`,
    'actes/empty-heading': (detail: string) => `An empty heading was removed (${detail}).`,
    'actes/heading-level': (detail: string) =>
      `A heading was brought nearer the level of the one before it (${detail}).`,
    'actes/nested-heading': (detail: string) =>
      `A heading inside another block became a paragraph (${detail}).`,
    'actes/image-without-alternative': (detail: string) => `An image has no description (${detail}).`,
    'actes/deep-nesting': (detail: string) => `Lists nested too deeply were flattened (${detail}).`,
    'actes/wide-table': (detail: string) => `A table that was too wide was reduced (${detail}).`,
  },
} satisfies Messages['actes'];
