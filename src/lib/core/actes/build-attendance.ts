/** Présents, invités, intervenants, excusés, représentés: by name those who agreed to it, the others by their number. */
import { attributionOf } from '../seminar/person.ts';
import type { Person } from '../seminar/person.ts';
import { PRESENCES } from '../seminar/presence.ts';
import type { PersonPresence } from '../seminar/presence.ts';
import { isNamedIn } from '../seminar/same-name.ts';
import { personOnLists } from '../seminar/seminar.ts';
import type { ActesBlock, ActesModel, AttendanceEntry } from './actes.ts';
import type { ActesMaterial } from './actes-material.ts';
import { attributionInWords, nameInCapitals, shortNameInWords } from './names-in-words.ts';
import type { Making } from './text-blocks.ts';
import { heading } from './text-blocks.ts';

/** Under a heading for each presence, but for the only one that the title says; in the order of the last names. */
export function attendanceBlocks(
  { material, labels, nameable }: Making,
  model: ActesModel,
  titleSaysWho: boolean,
): readonly ActesBlock[] {
  const all = everyone(material);
  const isSaid = titleSaysWho && new Set(all.map(({ presence }) => presence)).size === 1;
  return PRESENCES.flatMap((presence): ActesBlock[] => {
    const theirs = all.filter((it) => it.presence === presence);
    if (theirs.length === 0) return [];
    const named = theirs
      .flatMap((it) => {
        const person = nameable.has(it.personId) ? material.people.get(it.personId) : undefined;
        return person === undefined ? [] : [{ ...it, person }];
      })
      .toSorted((a, b) => byName(a.person, b.person));
    const others = theirs.length - named.length;
    const entries = named.map(({ personId, person, representedBy }): AttendanceEntry => {
      const by = isKeptQuiet(representedBy, material) ? '' : representedBy.trim();
      return {
        ...{ who: nameOn(person, model), personId },
        note: presence === 'represented' && by !== '' ? labels.representedBy(by) : '',
      };
    });
    const counted = { who: labels.others(others, named.length > 0), note: '', personId: null };
    return [
      ...(isSaid ? [] : [heading(2, labels.attendance[presence], false)]),
      { type: 'attendance', entries: others === 0 ? entries : [...entries, counted] },
    ];
  });
}

/** « Présents, excusés »: of those there are, in one line. */
export function attendanceTitle({ material, labels }: Making): string {
  const there = new Set(everyone(material).map(({ presence }) => presence));
  const names = PRESENCES.filter((it) => there.has(it)).map((it) => labels.attendance[it]);
  return names.map((name, index) => (index === 0 ? name : name.toLocaleLowerCase('fr'))).join(', ');
}

/** Everyone on a sitting's list was there; the organiser's word tells how, and who else is to be named. */
function everyone({ seminar }: ActesMaterial): readonly PersonPresence[] {
  const there = new Set(seminar.sittings.flatMap(({ id }) => seminar.attendance[id] ?? []));
  const said = new Map<string, PersonPresence>();
  for (const it of seminar.presences) said.set(personOnLists(seminar, it.personId), it);
  const came = [...there].map((personId): PersonPresence => {
    const presence = said.get(personId)?.presence ?? 'present';
    const isThere = presence === 'guest' || presence === 'speaker';
    return { personId, presence: isThere ? presence : 'present', representedBy: '' };
  });
  const others = [...said].flatMap(([personId, { presence, representedBy }]): PersonPresence[] =>
    there.has(personId) ? [] : [{ personId, presence, representedBy }],
  );
  return [...came, ...others];
}

/** Whether the words name someone who does not want to be named. */
const isKeptQuiet = (words: string, { people }: ActesMaterial): boolean =>
  [...people.values()].some((person) => person.consent !== 'name-and-function' && isNamedIn(person, words));

/** `NOM Prénom – fonction (commune)`; minutes say `F. PERON, St Martin d’Hères`. */
function nameOn(person: Person, model: ActesModel): string {
  if (model === 'meeting') return shortNameInWords(person);
  return attributionInWords({ ...attributionOf(person), name: nameInCapitals(person) });
}

const FRENCH = new Intl.Collator('fr');

const byName = (one: Person, other: Person): number =>
  FRENCH.compare(one.lastName, other.lastName) ||
  FRENCH.compare(one.firstName, other.firstName) ||
  (one.id < other.id ? -1 : Number(one.id > other.id));
