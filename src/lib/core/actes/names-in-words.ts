/** How people are named in the actes, as far as they agreed. */
import type { Attribution, Person } from '../seminar/person.ts';

/** `Prénom Nom – fonction (commune)`, as far as the person agreed; '' when nothing may be said. */
export function attributionInWords({ name, function: role, town }: Attribution): string {
  const who = [name, role].filter((it) => it !== null).join(' – ');
  if (town === null) return who;
  return who === '' ? town : `${who} (${town})`;
}

/** `NOM Prénom`. */
export const nameInCapitals = ({ firstName, lastName }: Pick<Person, 'firstName' | 'lastName'>): string =>
  `${lastName.toLocaleUpperCase('fr')} ${firstName}`.trim();

/** `F. PERON, St Martin d’Hères`: as minutes list those who came; without a town, the function. */
export function shortNameInWords({ firstName, lastName, function: role, town }: Person): string {
  const initials = firstName
    .trim()
    .split(/\s+/u)
    .map((word) =>
      word
        .split('-')
        .map(initialOf)
        .filter((it) => it !== '')
        .join('-'),
    )
    .join(' ')
    .trim();
  const name = `${initials} ${lastName.toLocaleUpperCase('fr')}`.trim();
  const from = town === '' ? role : town;
  return from === '' ? name : `${name}, ${from}`;
}

/** `É.` for « Émilie ». */
const initialOf = (word: string): string => {
  const [first = ''] = word.normalize('NFC');
  return first === '' ? '' : `${first.toLocaleUpperCase('fr')}.`;
};

/** Someone's name in full, in every way that the actes write it; none of a person who gave one half of it only. */
export function writtenNames({
  firstName,
  lastName,
}: Pick<Person, 'firstName' | 'lastName'>): readonly string[] {
  const [first, last] = [firstName.trim(), lastName.trim()];
  // Half a name is a word like others: « Rose » would take every rose out.
  if (first === '' || last === '') return [];
  const initials = first
    .split(/\s+/u)
    .map((word) => word.split('-').map(initialOf).join('-'))
    .join(' ');
  return [`${first} ${last}`, `${last} ${first}`, `${initials} ${last}`];
}
