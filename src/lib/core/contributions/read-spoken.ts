/** What somebody types while others speak, one contribution a line, read: whose each line is, and which words. */
import { CONTRIBUTION_LENGTH } from './contribution.ts';

export type ListedName = {
  readonly personId: string;
  readonly firstName: string;
  readonly lastName: string;
};

/** Whose a line is: no name stands before it, one of the list's, one of several, or one that the list does not have. */
export type Speaker =
  | { readonly is: 'nobody' }
  | { readonly is: 'known'; readonly personId: string }
  | { readonly is: 'ambiguous'; readonly personIds: readonly string[] }
  | { readonly is: 'unknown' };

export type SpokenLine = {
  /** Its place in the text, from 0, blank lines counted. */
  readonly line: number;
  /** The line as typed. */
  readonly typed: string;
  /** Without its bullet, name included. */
  readonly whole: string;
  /** As typed before the colon; '' when no name stands there. */
  readonly name: string;
  /** The words after the name. */
  readonly text: string;
  readonly speaker: Speaker;
};

/** How many characters the words are too long by; 0 when they are not. */
export const tooLongBy = (words: string): number => Math.max(0, words.trim().length - CONTRIBUTION_LENGTH);

const BULLET = /^\s*[-–—•*·▪◦‣]\s+/u;
/** Up to five words, initials and a town in brackets among them, then a colon that belongs neither to a time nor to an address. */
const NAMED =
  /^((?:\p{L}[\p{L}\p{M}'’.-]*)(?:[\s\u00a0\u202f]+\p{L}[\p{L}\p{M}'’.-]*){0,4}(?:[\s\u00a0]*\([^():]{1,60}\))?)[\s\u00a0\u202f]*:(?!\/\/)(?!\d)(.*)$/su;
const TITLE = /^(?:m|mr|mme|mlle|monsieur|madame|mademoiselle|dr|docteur)\s+/;
const PARTICLES: ReadonlySet<string> = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'd',
  'van',
  'von',
  'ben',
  'el',
]);
/** What people write before a colon that is nobody's name. */
const NO_NAMES: ReadonlySet<string> = new Set([
  ...[
    'note',
    'notes',
    'nb',
    'n b',
    'ps',
    'rappel',
    'remarque',
    'remarques',
    'attention',
    'important',
    'info',
  ],
  ...['question', 'questions', 'reponse', 'reponses', 'exemple', 'exemples', 'ex', 'idee', 'idees', 'sujet'],
  ...['theme', 'point', 'points', 'constat', 'constats', 'proposition', 'propositions', 'experience'],
  ...['temoignage', 'a eclaircir', 'a noter', 'a faire', 'a retenir', 'a suivre', 'suite', 'conclusion'],
  ...[
    'synthese',
    'bilan',
    'resume',
    'objectif',
    'objectifs',
    'probleme',
    'problemes',
    'solution',
    'solutions',
  ],
  ...['decision', 'decisions', 'action', 'actions', 'avantage', 'avantages', 'inconvenient', 'inconvenients'],
  ...[
    'budget',
    'cout',
    'date',
    'lieu',
    'horaire',
    'horaires',
    'total',
    'source',
    'moyens',
    'public',
    'partenaires',
  ],
  ...['atelier', 'groupe', 'reminder', 'example', 'answer', 'idea', 'proposal', 'todo', 'to do'],
]);

/** Reads each line that is not blank; nothing typed is lost: a line is its bullet, its name, a colon and its words. */
export function readSpoken(text: string, people: readonly ListedName[]): readonly SpokenLine[] {
  const names = people.map((person) => ({ personId: person.personId, ...spellingsOf(person) }));
  return text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((typed, line) => {
    const whole = typed.replace(BULLET, '').trim();
    return whole === '' ? [] : [{ line, typed, whole, ...attributed(whole, names) }];
  });
}

/** A name as it is compared: without accents, case, hyphens and points. */
export const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A name that the list does not have, in two: capitals are a last name, and of other words the last ones. */
export function splitName(name: string): { readonly firstName: string; readonly lastName: string } {
  const words = name
    .replace(/\([^)]*\)/g, ' ')
    .split(/[\s\u00a0\u202f]+/u)
    .filter((word) => word !== '' && !TITLE.test(`${plainName(word)} `));
  const isCapitals = (word: string): boolean =>
    word.replace(/[^\p{L}]/gu, '').length > 1 && word === word.toLocaleUpperCase();
  const capitals = words.filter(isCapitals);
  if (capitals.length > 0) {
    return { firstName: words.filter((it) => !isCapitals(it)).join(' '), lastName: capitals.join(' ') };
  }
  const [first = '', ...rest] = words;
  return rest.length === 0
    ? { firstName: '', lastName: first }
    : { firstName: first, lastName: rest.join(' ') };
}

type Spelled = {
  readonly personId: string;
  readonly full: readonly string[];
  readonly alone: readonly string[];
  readonly initialled: readonly string[];
};

function spellingsOf({ firstName, lastName }: ListedName): Omit<Spelled, 'personId'> {
  const [first, last] = [plainName(firstName), plainName(lastName)];
  const alone = [first, last].filter((name) => name !== '');
  if (first === '' || last === '') return { full: alone, alone, initialled: [] };
  const initials = first
    .split(' ')
    .map((part) => part.charAt(0))
    .join(' ');
  const initialled = [initials, first.charAt(0)].flatMap((it) => [`${it} ${last}`, `${last} ${it}`]);
  return { full: [`${first} ${last}`, `${last} ${first}`], alone, initialled };
}

function attributed(whole: string, names: readonly Spelled[]): Pick<SpokenLine, 'name' | 'text' | 'speaker'> {
  const [, name = '', after = ''] = NAMED.exec(whole) ?? [];
  const unnamed = { name: '', text: whole, speaker: { is: 'nobody' } } as const;
  if (name === '') return unnamed;
  const said = plainName(name.replace(/\([^)]*\)/g, ' ')).replace(TITLE, '');
  const text = after.trim();
  const found = peopleCalled(said, names);
  const [one, ...others] = found;
  if (one !== undefined) {
    const speaker: Speaker =
      others.length === 0 ? { is: 'known', personId: one } : { is: 'ambiguous', personIds: found };
    return { name, text, speaker };
  }
  return NO_NAMES.has(said) || !looksLikeName(name) ? unnamed : { name, text, speaker: { is: 'unknown' } };
}

/** Of whom the name is whole, else of whom it is the first or the last name, else with an initial. */
function peopleCalled(said: string, names: readonly Spelled[]): readonly string[] {
  if (said === '') return [];
  for (const spelling of ['full', 'alone', 'initialled'] as const) {
    const found = names.filter((it) => it[spelling].includes(said)).map(({ personId }) => personId);
    if (found.length > 0) return found;
  }
  return [];
}

const looksLikeName = (name: string): boolean =>
  name
    .replace(/\([^)]*\)/g, ' ')
    .split(/[\s\u00a0\u202f]+/u)
    .filter((word) => word !== '')
    .every(
      (word) => /^\p{Lu}/u.test(word) || PARTICLES.has(plainName(word)) || /^[dl]['’]\p{Lu}/u.test(word),
    );
