import type { Messages } from '../messages.ts';

const plural = (count: number, one: string, other: string): string => `${count} ${count === 1 ? one : other}`;

/** Nothing is said of what there is none of. */
const counted = (count: number, one: string, other: string): string =>
  count === 0 ? '' : plural(count, one, other);

const facts = (participants: number, contributions: number): string =>
  [
    counted(participants, 'participant', 'participants'),
    counted(contributions, 'contribution', 'contributions'),
  ]
    .filter((it) => it !== '')
    .join(' · ');

const inARow = new Intl.ListFormat('en-GB', { type: 'conjunction' });

const gathered = { atelier: 'in the workshop', plenary: 'in plenary', meeting: 'in the meeting' };

const titles = {
  preamble: 'Foreword',
  programme: 'Programme',
  people: 'Who we are',
  speaker: 'Talk',
  attendance: 'Present, excused, represented',
  points: 'Synthesis by item',
  'next-steps': 'Proposed next steps',
  'next-meeting': 'Next meeting',
  information: 'Other information',
  'not-taken-over': 'Annex: contributions not taken over',
  notes: 'Annex: notes of the workshops',
  paperboards: 'Annex: flip charts',
  times: 'Annex: planned and real times',
  text: 'Text',
};

export default {
  cover: { seminar: 'Proceedings', meeting: 'Minutes', committee: 'Committee report' },
  contents: 'Contents',
  parts: {
    seminar: titles,
    meeting: {
      ...titles,
      points: 'Items discussed',
      'next-steps': 'Actions',
      notes: 'Annex: notes of the meeting',
    },
    committee: {
      ...titles,
      attendance: 'Members of the committee',
      points: 'Work of the committee',
      'next-steps': 'Recommendations',
    },
  },
  named: {
    'working-group': 'Working group',
    mission: 'Mission of the committee',
    outlook: 'Work ahead',
  },
  atelier: (number: number, title: string) => `Synthesis of workshop ${number}: ${title}`,
  atelierName: (number: number, title: string) => `Workshop ${number}: ${title}`,
  group: (place: number) => `group ${place}`,
  questions: 'Questions put',
  synthesis: 'Synthesis',
  noSynthesis: 'The synthesis of this workshop was not written.',
  unnamed: 'Without name',
  kind: {
    observation: 'Observation',
    proposal: 'Proposal',
    experience: 'Experience',
    testimony: 'Testimony',
    'to-clarify': 'To clarify',
  },
  proposal: 'Proposal',
  decision: 'Decision',
  counts: (ateliers: number, participants: number, contributions: number) =>
    [counted(ateliers, 'workshop', 'workshops'), facts(participants, contributions)]
      .filter((it) => it !== '')
      .join(' · '),
  image: 'Image without description',
  facts,
  conducted: (role, names) =>
    `${role === 'animateur' ? 'facilitated by' : 'reported by'} ${inARow.format(names)}`,
  unsigned: (isTestimony, where) =>
    `${isTestimony ? 'Testimony' : 'Words'} gathered ${gathered[where]}, without a name`,
  programme: { time: 'Time', what: 'What', speakers: 'Speakers' },
  attendance: {
    present: 'Present',
    guest: 'Guests',
    speaker: 'Speakers',
    excused: 'Excused',
    represented: 'Represented',
  },
  others: (count: number, beside: boolean) => `${beside ? 'and ' : ''}${plural(count, 'person', 'people')}`,
  representedBy: (name: string) => `represented by ${name}`,
  steps: { what: 'Proposed step', who: 'Who', byWhen: 'By when' },
  times: {
    point: 'Item',
    planned: 'Planned',
    real: 'Real',
    overrun: 'Difference',
    total: 'Total',
    addedPoint: 'Added item',
  },
} satisfies Messages['actesLabels'];
