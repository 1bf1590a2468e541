/** Actes with a bit of everything, in the form of those that social action prints; the words are our own. */
import type {
  Actes,
  ActesBlock,
  ActesCell,
  ActesListItem,
  ActesPart,
  AttendanceEntry,
  PartKind,
} from './actes.ts';
import type { Inline } from './rich-text.ts';

type Marks = Omit<Extract<Inline, { type: 'text' }>, 'type' | 'text'>;
type Heading = Extract<ActesBlock, { type: 'heading' }>;

export const words = (text: string, marks: Marks = {}): Inline => ({ type: 'text', text, ...marks });
export const BREAK: Inline = { type: 'break' };

const inlines = (content: readonly (string | Inline)[]): readonly Inline[] =>
  content.map((it) => (typeof it === 'string' ? words(it) : it));

export const paragraph = (...content: readonly (string | Inline)[]): ActesBlock => ({
  type: 'paragraph',
  content: inlines(content),
  sources: [],
});

export const facts = (...content: readonly (string | Inline)[]): ActesBlock => ({
  type: 'facts',
  content: inlines(content),
});

/** A quiet line that names these, as pairs of an id and a name. */
export const factsNaming = (text: string, ...people: readonly (readonly [string, string])[]): ActesBlock => ({
  ...{ type: 'facts', content: [words(text)] },
  people: people.map(([personId, name]) => ({ personId, name })),
});

export const heading = (level: Heading['level'], text: string, inContents = level <= 3): ActesBlock => ({
  type: 'heading',
  level,
  inContents,
  content: [words(text)],
});

export const item = (...content: readonly ActesBlock[]): ActesListItem => ({ content, sources: [] });

export const list = (...items: readonly ActesListItem[]): ActesBlock => ({
  type: 'list',
  ordered: false,
  start: 1,
  items,
});

export const numbered = (start: number, ...items: readonly ActesListItem[]): ActesBlock => ({
  type: 'list',
  ordered: true,
  start,
  items,
});

export const quotation = (
  attribution: string,
  content: readonly ActesBlock[],
  changes: Partial<Extract<ActesBlock, { type: 'quotation' }>> = {},
): ActesBlock => ({ type: 'quotation', attribution, content, sources: [], personId: null, ...changes });

export const proposal = (
  kind: 'proposal' | 'decision',
  content: readonly ActesBlock[],
  sources: readonly string[] = [],
): ActesBlock => ({
  type: 'proposal',
  kind,
  label: kind === 'proposal' ? 'Proposition' : 'Décision',
  content,
  sources,
});

export const contribution = (
  label: string,
  author: string,
  content: readonly ActesBlock[],
  changes: Partial<Extract<ActesBlock, { type: 'contribution' }>> = {},
): ActesBlock => ({ type: 'contribution', label, author, content, sources: [], personId: null, ...changes });

export const presentation = (
  who: string,
  said: string,
  content: readonly ActesBlock[],
  personId: string | null = null,
): ActesBlock => ({
  type: 'presentation',
  who,
  quotation: said === '' ? [] : [paragraph(said)],
  content,
  personId,
});

export const entry = (who: string, note = '', personId: string | null = null): AttendanceEntry => ({
  who,
  note,
  personId,
});

export const cell = (text: string, header = false): ActesCell => ({
  header,
  content: text === '' ? [] : [paragraph(text)],
});

export const table = (head: readonly string[], ...rows: readonly (readonly string[])[]): ActesBlock => ({
  type: 'table',
  columns: head.length,
  rows: [head.map((text) => cell(text, true)), ...rows.map((row) => row.map((text) => cell(text)))],
});

export const image = (alternative: string, file: string | null = null): ActesBlock => ({
  type: 'image',
  alternative,
  file,
  mediaType: file === null ? null : 'image/jpeg',
});

export const part = (kind: PartKind, ...blocks: readonly ActesBlock[]): ActesPart => ({
  kind,
  subject: null,
  blocks,
});

/** A SHA-256 that no file bears. */
export const PAPERBOARD = 'b5d4045c3f466fa91fe2cc6abe79232a1a57cdf104f7a26e716e0a1e2789df78';

/** An atelier whose part runs over several pages. */
export function sampleAtelier(number: number, title: string): ActesPart {
  const id = `atelier-${String(number)}`;
  return {
    kind: 'atelier',
    subject: id,
    blocks: [
      heading(1, `Synthèse de l’atelier ${String(number)} : ${title}`),
      facts('23 participants · 31 contributions'),
      heading(2, 'Questions', false),
      heading(3, 'Qui sommes-nous ?', false),
      list(
        item(paragraph('Qu’est-ce qu’un comité pour qui n’y est jamais venu ?')),
        item(paragraph('Comment le dire en une phrase ?')),
      ),
      heading(2, 'Synthèse', false),
      heading(3, 'Aller vers'),
      {
        type: 'paragraph',
        content: [
          words('L’atelier relève trois façons qui marchent, toutes peu coûteuses. '.repeat(30).trim()),
        ],
        sources: [`${id}-c1`, `${id}-c2`],
      },
      list(
        {
          content: [paragraph('une permanence mensuelle, à heure fixe ;')],
          sources: [`${id}-c3`],
        },
        item(
          paragraph('un référent nommé par site :'),
          numbered(1, item(paragraph('à Morlaix ;')), item(paragraph('à Lorient.'))),
        ),
      ),
      heading(3, 'Travailler avec les associations'),
      quotation(
        'Inès Caradec – présidente (Morlaix)',
        [paragraph('On prête la salle, ils prêtent les mains.')],
        {
          sources: [`${id}-c4`],
          personId: 'person-1',
        },
      ),
      quotation('', [paragraph('Personne ne vient parce qu’on l’a convoqué.')], { sources: [`${id}-c5`] }),
      paragraph(
        'Une convention de ',
        words('trois pages', { strong: true }),
        ', que chacun ',
        words('adapte', { emphasis: true }),
        ' ; voir ',
        words('le modèle', { link: 'https://exemple.fr/convention?x=1' }),
        '.',
      ),
      heading(4, 'Ce que l’atelier propose', false),
      proposal('proposal', [paragraph('Rédiger la convention type.')], [`${id}-c6`]),
      proposal('decision', [
        paragraph('Se revoir en mars :'),
        list(item(paragraph('à Vannes ;')), item(paragraph('sur une journée.'))),
      ]),
      image('Le paperboard : trois colonnes, quoi, qui, quand', PAPERBOARD),
    ],
  };
}

const programme = part(
  'programme',
  heading(1, 'Programme'),
  facts('26 novembre 2026'),
  table(
    ['Heure', 'Temps', 'Avec'],
    ['9 h 00', 'Accueil', ''],
    ['9 h 30', 'Ouverture : pourquoi cette journée', 'Yann Prigent'],
    ['10 h 15', 'Deux ateliers', 'Maud Le Bihan, Sami Haddad'],
    ['16 h 00', 'Restitution en plénière', ''],
  ),
);

const people = part(
  'people',
  heading(1, 'Qui sommes-nous'),
  paragraph('Chacun a dit en quelques mots d’où il parle.'),
  presentation(
    'CARADEC Inès – présidente (Morlaix)',
    'Une adresse avant d’être un guichet',
    [
      paragraph(
        'Le comité reçoit ceux qui ont fait le tour des autres portes. Il les connaît par leur prénom.',
      ),
      list(item(paragraph('écouter d’abord ;')), item(paragraph('orienter ensuite.'))),
    ],
    'person-1',
  ),
  presentation(
    'TANGUY Hervé – directeur (Lorient)',
    '',
    [paragraph('Les métiers changent vite ; les mots pour les dire, moins.')],
    'person-2',
  ),
  presentation('OUALI Nadia – chargée de mission (Auray)', 'Faire avec, et non pour', [], 'person-3'),
);

const speaker = part(
  'speaker',
  heading(1, 'Intervention de Yann Prigent, sociologue'),
  heading(2, 'Habiter un territoire'),
  paragraph('Un territoire se parcourt, se raconte et se partage ; il ne se découpe pas seulement.'),
  heading(3, 'Quatre degrés de participation'),
  table(
    ['Degré', 'Ce que l’on fait', 'Qui vient'],
    ['Information', 'On annonce', 'Ceux qui le voulaient déjà'],
    ['Consultation', 'On écoute', 'Ceux que cela gêne'],
    ['Concertation', 'On cherche ensemble', 'Ceux que l’on est allé voir'],
    ['Décision', 'On tranche à plusieurs', 'Ceux qui sont revenus'],
  ),
);

const attendance = part(
  'attendance',
  heading(1, 'Présents et excusés'),
  heading(2, 'Présents'),
  {
    type: 'attendance',
    entries: [
      entry('I. CARADEC, Morlaix', '', 'person-1'),
      entry('H. TANGUY, Lorient', '', 'person-2'),
      entry('N. OUALI, Auray', '', 'person-3'),
      entry('et 3 personnes'),
    ],
  },
  heading(2, 'Excusés et représentés'),
  {
    type: 'attendance',
    entries: [
      entry('P. JÉZÉQUEL, St Nolff', '', 'person-4'),
      entry('C. LE GALL, Vannes', 'représentée par S. HADDAD', 'person-5'),
    ],
  },
);

const endings: readonly ActesPart[] = [
  part(
    'next-steps',
    heading(1, 'Suites proposées'),
    table(
      ['Quoi', 'Qui', 'Pour le'],
      ['Recenser les référents par site', 'Chaque comité', '31 janvier 2027'],
      ['Rédiger la convention type', 'H. Tanguy', '15 mars 2027'],
    ),
  ),
  part(
    'next-meeting',
    heading(1, 'Prochaine réunion'),
    paragraph('Le 18 mars 2027 à 14 h 00, à Lorient.', BREAK, 'Salle du conseil.'),
  ),
  part(
    'information',
    heading(1, 'Informations diverses'),
    list(item(paragraph('Le guide des aides paraît en avril.'))),
  ),
  part(
    'not-taken-over',
    heading(1, 'Contributions non reprises'),
    heading(2, 'Atelier 1 : se faire connaître de tous'),
    contribution('', 'Sans nom', [paragraph('La salle était trop petite.')], { sources: ['c10'] }),
    heading(3, 'Se faire connaître', false),
    contribution(
      'Témoignage',
      'Inès Caradec – présidente (Morlaix)',
      [paragraph('On nous voit comme un guichet ; nous voulons être une adresse.')],
      { sources: ['c11'], personId: 'person-1' },
    ),
    contribution(
      'Proposition',
      'Sans nom',
      [
        paragraph('Tenir la permanence le jour de paie.'),
        paragraph('Et le dire partout :', BREAK, 'au hall, au marché.'),
      ],
      { sources: ['c12'] },
    ),
  ),
  part('notes', heading(1, 'Notes des ateliers'), heading(2, 'Atelier 1'), paragraph('Début à 10 h 15.')),
  part(
    'paperboards',
    heading(1, 'Paperboards'),
    heading(2, 'Atelier 2 : créer du lien'),
    image('Trois colonnes : quoi, qui, quand', PAPERBOARD),
    image('Une photo dont le fichier manque'),
  ),
  part(
    'times',
    heading(1, 'Temps prévus et réels'),
    table(['Point', 'Prévu', 'Réel', 'Écart'], ['Aller vers', '45 min', '50 min', '+5 min']),
  ),
  part('text', heading(1, 'Groupe de travail'), paragraph('Cinq comités se sont portés volontaires.')),
];

/** Every kind of part and of block; the same at each call. */
export function sampleActes(changes: Partial<Actes> = {}): Actes {
  return {
    language: 'fr',
    model: 'seminar',
    title: 'Actes du séminaire – Pouvoir d’agir et lien social de proximité',
    organisation: 'Union départementale des centres communaux d’action sociale',
    day: '2026-11-26',
    logo: { alternative: 'Union départementale', file: PAPERBOARD, mediaType: 'image/png' },
    cover: {
      label: 'Actes du séminaire',
      title: 'Pouvoir d’agir et lien social de proximité',
      theme: 'Rencontre départementale de l’action sociale',
      dayAndPlace: '26 novembre 2026, Vannes',
      counts: '2 ateliers · 131 participants · 213 contributions',
      standing: 'Version provisoire du 26 novembre 2026',
    },
    contents: 'Sommaire',
    parts: [
      part(
        'preamble',
        heading(1, 'Préambule'),
        paragraph('Cette journée a voulu rendre le temps de penser ensemble. '.repeat(60).trim()),
      ),
      programme,
      people,
      speaker,
      attendance,
      sampleAtelier(1, 'se faire connaître de tous'),
      sampleAtelier(2, 'créer du lien'),
      part(
        'points',
        heading(1, 'Aller vers'),
        heading(2, 'Atelier 1'),
        paragraph('Une permanence à heure fixe.'),
        heading(2, 'Atelier 2'),
        paragraph('Le marché, le jeudi.'),
      ),
      ...endings,
    ],
    ...changes,
  };
}
