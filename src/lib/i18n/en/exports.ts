import type fr from '../fr/exports.ts';

export default {
  agenda: {
    theme: 'Theme',
    day: 'Date',
    place: 'Place',
    total: 'Total duration',
    questions: 'Questions',
    animateurNotes: 'Notes for the facilitator',
    protected: 'protected',
    floor: (length: string) => `at least ${length}`,
    colon: ':',
    yes: 'yes',
    no: 'no',
    columns: {
      number: 'No.',
      title: 'Item',
      kind: 'Kind',
      minutes: 'Length (min)',
      start: 'Start',
      end: 'End',
      protected: 'Protected',
      floor: 'At least (min)',
      context: 'Context',
    },
  },
  balance: {
    columns: {
      atelier: 'No.',
      title: 'Workshop',
      label: 'Session',
      room: 'Room',
      day: 'Day',
      run: 'Run',
      point: 'Item',
      planned: 'Planned (min)',
      real: 'Real (min)',
      overrun: 'Difference (min)',
      plannedStart: 'Planned start',
      realStart: 'Real start',
    },
    total: 'Total',
    addedPoint: 'Added item',
    plenary: 'Plenary',
    run: { held: 'held', goingOn: 'going on', rehearsal: 'rehearsal', archived: 'begun again' },
  },
  balanceAnnex: {
    title: 'Annex: planned and real times',
    sitting: (number: number, title: string, label: string) =>
      [number === 0 ? title : `Workshop ${number}: ${title}`, label]
        .filter((words) => words !== '')
        .join(' – '),
    point: 'Item',
    planned: 'Planned',
    real: 'Real',
    overrun: 'Difference',
    total: 'Total',
    addedPoint: 'Added item',
  },
  fileNames: { agenda: 'agenda', programme: 'programme', balance: 'balance' },
} satisfies typeof fr;
