/** Who is named in the words of the actes without having agreed to it. */
import { personOnLists } from '../seminar/seminar.ts';
import type { ActesMaterial } from './actes-material.ts';
import { nameableOnLists } from './actes-material.ts';
import type { Bearers, Named, NameNode } from './known-names.ts';
import { knownNames } from './known-names.ts';
import type { NameFound } from './name-search.ts';
import { searchingNames } from './name-search.ts';

/** `name` as it was written where that was surest; `count` how many times they are named. */
type NamedUnasked = { readonly name: string; readonly count: number };

/**
 * By place, each person who does not agree to be named and whom its lines name, nobody whose name, so written, is also
 * that of someone who agrees. The words are gone through once, however many people there are.
 */
export function namedUnasked<Place>(
  material: ActesMaterial,
  linesByPlace: Iterable<readonly [Place, readonly string[]]>,
): ReadonlyMap<Place, readonly NamedUnasked[]> {
  const { foundIn, isName } = searchingNames(namesIn(material));
  // All of it first: an ordinary word anywhere makes a name unsure everywhere.
  const found = [...linesByPlace].map(([place, lines]) => [place, lines.flatMap(foundIn)] as const);
  return new Map(found.map(([place, here]) => [place, byPerson(here.filter(isName))]));
}

function namesIn(material: ActesMaterial): NameNode {
  const nameable = nameableOnLists(material);
  const agreed: Named[] = [];
  const unasked: Named[] = [];
  for (const { id: device, firstName, lastName } of material.people.values()) {
    const id = personOnLists(material.seminar, device);
    (nameable.has(id) ? agreed : unasked).push({ id, firstName, lastName });
  }
  return knownNames(unasked, agreed);
}

/**
 * Those whom several ways of writing name are one, told as the surest of them says it: what is sure before what is not,
 * what fewer people bear before the rest, then what stands first. Where several people bear a name, it is told once.
 */
function byPerson(found: readonly NameFound[]): readonly NamedUnasked[] {
  const counts = new Map<Bearers, { readonly name: string; count: number }>();
  const surest = [...found].sort(
    (one, other) =>
      Number(one.doubt !== null) - Number(other.doubt !== null) || one.bearers.size - other.bearers.size,
  );
  for (const { bearers, name } of surest) {
    const before = counts.get(bearers);
    if (before) before.count += 1;
    else counts.set(bearers, { name, count: 1 });
  }
  const told = new Map<string, { readonly name: string; count: number }>();
  for (const [bearers, once] of counts) {
    const known = [...bearers].flatMap((id) => told.get(id) ?? [])[0];
    if (known) known.count += once.count;
    for (const id of bearers) if (!told.has(id)) told.set(id, known ?? once);
  }
  return [...new Set(told.values())];
}
