import type { Messages } from '../messages.ts';

const plural = (count: number, one: string, other: string): string => `${count} ${count === 1 ? one : other}`;

export default {
  actes: 'Proceedings',
  contents: 'Contents',
  preamble: 'Foreword',
  people: 'Who we are',
  paperboards: 'Flip charts',
  photo: (description: string) => `Flip chart photo: ${description}`,
  atelier: (number: number, title: string) => `Synthesis of workshop ${number}: ${title}`,
  questions: 'Questions put',
  synthesis: 'Synthesis',
  notTakenOver: 'Contributions not taken over',
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
    [
      plural(ateliers, 'workshop', 'workshops'),
      plural(participants, 'participant', 'participants'),
      plural(contributions, 'contribution', 'contributions'),
    ].join(', '),
  image: 'Image without description',
  facts: (participants: number, contributions: number) =>
    `${plural(participants, 'participant', 'participants')}, ${plural(contributions, 'contribution', 'contributions')}`,
} satisfies Messages['actesLabels'];
