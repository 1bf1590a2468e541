/** The words that the actes themselves bring: `ActesLabels` of core. */
const plural = (count: number, one: string, other: string): string => `${count} ${count < 2 ? one : other}`;

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

const inARow = new Intl.ListFormat('fr', { type: 'conjunction' });

const conducted = {
  animateur: { atelier: 'animé par ', plenary: 'animation\u00a0: ' },
  rapporteur: { atelier: 'rapporté par ', plenary: 'rapport\u00a0: ' },
};

const gathered = { atelier: 'en atelier', plenary: 'en plénière', meeting: 'en séance' };

const titles = {
  preamble: 'Préambule',
  programme: 'Programme',
  people: 'Qui sommes-nous\u00a0?',
  speaker: 'Intervention',
  attendance: 'Présents, excusés, représentés',
  points: 'Synthèse par point',
  'next-steps': 'Suites proposées',
  'next-meeting': 'Prochaine réunion',
  information: 'Informations diverses',
  'not-taken-over': 'Annexe : contributions non reprises',
  notes: 'Annexe : notes des ateliers',
  paperboards: 'Annexe : paperboards',
  times: 'Annexe : temps prévus et temps réels',
  text: 'Texte',
};

export default {
  cover: {
    seminar: 'Actes du séminaire',
    meeting: 'Compte rendu de réunion',
    committee: 'Rapport de commission',
  },
  contents: 'Sommaire',
  parts: {
    seminar: titles,
    meeting: {
      ...titles,
      points: 'Points abordés',
      'next-steps': 'Suites à donner',
      'next-meeting': 'Prochain rendez-vous',
      notes: 'Annexe : notes de séance',
    },
    committee: {
      ...titles,
      attendance: 'Membres de la commission',
      points: 'Travaux de la commission',
      'next-steps': 'Recommandations',
    },
  },
  named: {
    'working-group': 'Groupe de travail',
    mission: 'Mission de la commission',
    outlook: 'Suite des travaux',
  },
  atelier: (number: number, title: string) => `Synthèse de l’atelier ${number} : ${title}`,
  atelierName: (number: number, title: string) => `Atelier ${number} : ${title}`,
  group: (place: number) => `groupe ${place}`,
  questions: 'Questions posées',
  synthesis: 'Synthèse',
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
    [counted(ateliers, 'atelier', 'ateliers'), facts(participants, contributions)]
      .filter((it) => it !== '')
      .join(' · '),
  image: 'Image sans description',
  facts,
  conducted: (role: keyof typeof conducted, names: readonly string[], plenary: boolean) =>
    conducted[role][plenary ? 'plenary' : 'atelier'] + inARow.format(names),
  unsigned: (isTestimony: boolean, where: keyof typeof gathered) =>
    `${isTestimony ? 'Témoignage recueilli' : 'Propos recueillis'} ${gathered[where]}, sans nom`,
  programme: { time: 'Horaire', what: 'Déroulement', speakers: 'Intervenants' },
  attendance: {
    present: 'Présents',
    guest: 'Invités',
    speaker: 'Intervenants',
    excused: 'Excusés',
    represented: 'Représentés',
  },
  others: (count: number, beside: boolean) =>
    `${beside ? 'et ' : ''}${plural(count, 'personne', 'personnes')}`,
  representedBy: (name: string) => `par ${name}`,
  steps: { what: 'Suite proposée', who: 'Qui', byWhen: 'Pour le' },
  times: {
    point: 'Point',
    planned: 'Prévu',
    real: 'Réel',
    overrun: 'Écart',
    total: 'Total',
    addedPoint: 'Point ajouté',
  },
};
