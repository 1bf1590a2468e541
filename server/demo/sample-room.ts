/** What passed in the first room beside the run and the contributions, in minutes before the moment it ends at. */

export const SIGN_IN_SHEET_BEFORE = 91;

/** Words said again by their author, better. */
export const CHANGED = {
  key: 'etudiants',
  first: 'Les étudiants.',
  minutesAfter: 2,
} as const;
export const WITHDRAWN = { key: 'retiree', before: 0.6 } as const;
export const HIDDEN = {
  key: 'nommee',
  before: 20.5,
  reason: 'Une personne absente y est nommée. Vous pouvez le redire sans son nom.',
} as const;

/** Of what the rapporteur entered for others, what stands on the sheet that the organiser ticked. */
export const AGREED_ON_PAPER = { keys: ['lessive'], before: 5 } as const;

export const GROUPS = [
  {
    before: 49,
    heading: 'Ceux qui savent tôt, et à qui personne ne demande',
    keys: ['tournee', 'pansement', 'volets', 'domicile'],
  },
  { before: 1.8, heading: 'Un refus n’est pas un non', keys: ['refuser', 'rien', 'danger'] },
] as const;

export const WALL = {
  before: 85,
  approved: [
    { before: 30, key: 'fiche' },
    { before: 12, key: 'deux' },
    { before: 10, key: 'cuisine' },
  ],
} as const;
export const PINNED = { before: 9, key: 'prenom' } as const;

/** Which proposals of the second point go to the plenary; everybody with a phone has three gommettes. */
export const DOTS = {
  openedBefore: 23.5,
  placedBefore: [23, 21],
  shownBefore: 20,
  budget: 3,
  keys: ['fiche', 'ligne', 'mardi', 'gardiens'],
  /** How each of them shares them out, in turn. */
  shares: [
    [2, 1, 0, 0],
    [1, 1, 1, 0],
    [3, 0, 0, 0],
    [1, 0, 1, 1],
    [0, 2, 1, 0],
  ],
} as const;

/** The tour de table goes once around the list. */
export const ROUND = { openedBefore: 87, turnsBefore: [86.8, 55], closedBefore: 53 } as const;

/** What people say of themselves; `by` the rapporteur, it waits for them to confirm it, on paper where it says so. */
export const PRESENTATIONS = [
  {
    ...{ name: 'Belkacem', before: 84, onPaper: false },
    quotation: 'Je compte ceux qui viennent. J’apprends à compter les autres.',
    text: 'À Marsolles depuis onze ans, un service de sept agents, 3 100 foyers.',
  },
  {
    ...{ name: 'Diallo', before: 77, onPaper: false },
    quotation: '',
    text: 'Le centre social des Quatre-Vents ouvre à quatre-vingts familles par semaine, le mercredi surtout.',
  },
  {
    ...{ name: 'Hervouet', before: 66, onPaper: false },
    quotation: 'Une carte écrite à la main, cela se garde.',
    text: 'Préside le comité local depuis 2019 ; chaque bureau écrit aux retraités de l’année.',
  },
  {
    ...{ name: 'Vasseur', before: 58, onPaper: true },
    quotation: 'Une chaise vide, cela se remarque.',
    text: 'Quarante-trois adhérents, deux jeudis par mois, et un téléphone qui sert à demander des nouvelles.',
  },
  {
    ...{ name: 'Lemaître', before: 55.5, onPaper: false },
    quotation: '',
    text: 'Trente et un ans de tournée à Courcelle-les-Prés, aujourd’hui habitant-relais.',
  },
] as const;

/** Who asks for the floor; the first speaks, the others wait. */
export const FLOOR = {
  announcedBefore: 80,
  asks: [
    { name: 'Mouchel', before: 5, about: 'La troisième fois' },
    { name: 'Quéméner', before: 4, about: 'La personne qui se met en danger' },
    { name: 'Vasseur', before: 3, about: 'Ce que l’on dit au téléphone' },
    { name: 'Diallo', before: 2, about: 'Qui imprimerait la carte ?' },
  ],
  given: { before: 1.2, minutes: 3 },
} as const;

export const PAPERBOARD = {
  before: 19,
  includedBefore: 7,
  point: 2,
  file: 'paperboard.png',
  mediaType: 'image/png',
  description:
    'Repérer sans surveiller. On le fait : avec la personne, jamais sans elle ; une fiche d’une page ; quelqu’un ' +
    'rappelle sous deux jours. On ne le fait pas : un fichier que tout le monde ouvre ; le pourquoi, à qui n’a pas à ' +
    'savoir. Reste à trancher : qui a le droit de nous prévenir ?',
} as const;
