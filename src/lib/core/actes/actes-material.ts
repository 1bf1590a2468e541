/** What the actes are made from, and what of it counts. */
import type { SittingBalance } from '../agenda/balance.ts';
import type { Plan } from '../agenda/plan.ts';
import { EMPTY_PLAN } from '../agenda/plan.ts';
import { agreedAttribution } from '../contributions/agreed-attribution.ts';
import type { Contribution } from '../contributions/contribution.ts';
import type { Photo } from '../photos/photo.ts';
import type { NextStep } from '../publication/publication.ts';
import type { Presentation } from '../round/round.ts';
import type { Attribution, Person } from '../seminar/person.ts';
import { attributionOf } from '../seminar/person.ts';
import type { Atelier, Seminar, Sitting } from '../seminar/seminar.ts';
import { personOnLists, supportsOf } from '../seminar/seminar.ts';
import type { SynthesisStanding } from '../synthesis/synthesis-standing.ts';
import type { Block, RichText } from './rich-text.ts';

/** All that the actes are made from; an absent entry is an empty plan, an empty text, no contribution. */
export type ActesMaterial = ActesMaterialOf<RichText>;

/** The same with its texts in another form. */
export type ActesMaterialOf<Text> = {
  readonly seminarId: string;
  readonly seminar: Seminar;
  readonly people: ReadonlyMap<string, Person>;
  /** By atelier. */
  readonly plans: ReadonlyMap<string, Plan>;
  /** By sitting, where it has one of its own. */
  readonly ownPlans?: ReadonlyMap<string, Plan>;
  /** By sitting: an atelier held several times gathers them. */
  readonly contributions: ReadonlyMap<string, readonly Contribution[]>;
  /** By atelier. */
  readonly syntheses: ReadonlyMap<string, Text>;
  /** By atelier: whether its synthesis was validated. */
  readonly standings?: ReadonlyMap<string, SynthesisStanding>;
  readonly preamble: Text;
  /** The free texts of the actes, by `partTextId`. */
  readonly texts?: ReadonlyMap<string, Text>;
  /** By sitting. */
  readonly notes?: ReadonlyMap<string, Text>;
  /** By sitting, then by person: what people say of themselves. */
  readonly presentations?: ReadonlyMap<string, ReadonlyMap<string, Presentation>>;
  /** By sitting. */
  readonly photos?: ReadonlyMap<string, readonly Photo[]>;
  /** In the order of the ateliers; read only where the times are asked for. */
  readonly balances?: readonly SittingBalance[];
  /** Null, or absent: proposed from the syntheses. */
  readonly nextSteps?: readonly NextStep[] | null;
};

export type Said = Contribution & { readonly text: string };

const isQuotable = (it: Contribution): it is Said =>
  it.text !== null && it.text.trim() !== '' && !it.withdrawn && it.hidden === null;

export const sittingsOf = (
  { seminar }: Pick<ActesMaterial, 'seminar'>,
  atelierId: string,
): readonly Sitting[] => seminar.sittings.filter((sitting) => sitting.atelierId === atelierId);

export const planOfAtelier = ({ plans }: ActesMaterial, atelierId: string): Plan =>
  plans.get(atelierId) ?? EMPTY_PLAN;

/** What was said in all sittings of the atelier and can be shown. */
export const saidIn = (material: ActesMaterial, atelierId: string): readonly Said[] =>
  sittingsOf(material, atelierId)
    .flatMap(({ id }) => material.contributions.get(id) ?? [])
    .filter(isQuotable);

/** What can be shown, by id. */
export const saidById = ({ seminar, contributions }: ActesMaterial): ReadonlyMap<string, Said> =>
  new Map(
    seminar.sittings
      .flatMap(({ id }) => contributions.get(id) ?? [])
      .filter(isQuotable)
      .map((said) => [said.id, said]),
  );

/** Most supported first, then as they were said; the id settles what was said at once. */
export const bySupportsThenTime =
  (seminar: Seminar) =>
  (one: Said, other: Said): number =>
    supportsOf(other, seminar) - supportsOf(one, seminar) ||
    one.at - other.at ||
    (one.id < other.id ? -1 : Number(one.id > other.id));

/** As its author agreed: nobody is named by words that another entered for them until they say that they are theirs. */
export const attributed = (said: Said, { people }: ActesMaterial): Attribution =>
  agreedAttribution(said, people);

/** Those whom the actes may name, by the id they have on the lists: who agreed to it on each of their devices. */
export function nameableOnLists({ seminar, people }: ActesMaterial): ReadonlySet<string> {
  const agreed = new Set<string>();
  const refused = new Set<string>();
  for (const person of people.values()) {
    const listed = personOnLists(seminar, person.id);
    if (person.consent !== 'name-and-function') refused.add(listed);
    else if (attributionOf(person).name !== null && person.id === listed) agreed.add(listed);
  }
  return new Set([...agreed].filter((id) => !refused.has(id)));
}

/** How many people the lists of these sittings hold, each counted once. */
export const peopleCount = ({ seminar }: ActesMaterial, sittings: readonly Sitting[]): number =>
  new Set(sittings.flatMap(({ id }) => seminar.attendance[id] ?? [])).size;

/** What the synthesis of the atelier says; empty when nobody wrote. */
export const synthesisOf = ({ syntheses }: ActesMaterial, atelierId: string): RichText =>
  writtenSections(syntheses.get(atelierId) ?? []);

/** A plenary has a part only when something was written or said there. */
export const hasPart = (atelier: Atelier, material: ActesMaterial): boolean =>
  !atelier.plenary || synthesisOf(material, atelier.id).length > 0 || saidIn(material, atelier.id).length > 0;

/** The text without the headings of points under which nobody wrote; empty when nobody wrote at all. */
export function writtenSections(text: RichText): RichText {
  const written = text.filter((block, index) => {
    if (block.type !== 'heading' || block.item === null) return true;
    for (let at = index + 1; at < text.length; at += 1) {
      const below = text[at] as Block;
      if (below.type === 'heading' && below.level <= block.level) return false;
      if (saysSomething(below)) return true;
    }
    return false;
  });
  if (!written.some(saysSomething)) return [];
  return written.length === text.length ? text : written;
}

/** A paragraph that holds no more than the place to write says nothing. */
const saysSomething = (block: Block): boolean =>
  block.type !== 'paragraph' ||
  block.content.some((inline) => inline.type === 'text' && inline.text.trim() !== '');
