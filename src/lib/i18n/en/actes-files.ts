import type fr from '../fr/actes-files.ts';

export default {
  styles: {
    unlisted: (level: number) => `Heading ${level} outside contents`,
    facts: 'Facts',
    attribution: 'Quoted person',
    label: 'Label',
    person: 'Person',
    present: 'Present',
    tableHead: 'Table heading',
    tableText: 'Table text',
    organisation: 'Organisation',
    coverLabel: 'Kind of document',
    coverFacts: 'Cover notes',
    table: 'Table of the actes',
  },
  colon: ':',
  page: {
    skip: 'Skip to the text',
    contents: 'Contents',
    files: 'Download',
    notes: 'Notes',
    table: 'Table',
  },
} satisfies typeof fr;
