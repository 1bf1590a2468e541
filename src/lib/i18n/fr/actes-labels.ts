/** The words that the actes themselves bring: `ActesLabels` of core. */
const plural = (count: number, one: string, other: string): string => `${count} ${count < 2 ? one : other}`;

export default {
  actes: 'Actes',
  contents: 'Sommaire',
  preamble: 'Préambule',
  people: 'Qui sommes-nous',
  paperboards: 'Paperboards',
  photo: (description: string) => `Photo de paperboard : ${description}`,
  atelier: (number: number, title: string) => `Synthèse de l’atelier ${number} : ${title}`,
  questions: 'Questions posées',
  synthesis: 'Synthèse',
  notTakenOver: 'Contributions non reprises',
  noSynthesis: 'La synthèse de cet atelier n’a pas été rédigée.',
  unnamed: 'Sans nom',
  kind: {
    observation: 'Constat',
    proposal: 'Proposition',
    experience: 'Expérience',
    testimony: 'Témoignage',
    'to-clarify': 'À éclaircir',
  },
  proposal: 'Proposition',
  decision: 'Décision',
  counts: (ateliers: number, participants: number, contributions: number) =>
    [
      plural(ateliers, 'atelier', 'ateliers'),
      plural(participants, 'participant', 'participants'),
      plural(contributions, 'contribution', 'contributions'),
    ].join(', '),
  image: 'Image sans description',
  facts: (participants: number, contributions: number) =>
    `${plural(participants, 'participant', 'participants')}, ${plural(contributions, 'contribution', 'contributions')}`,
};
