/** From what a séminaire holds to its actes. */
import type { AgendaItem, Plan } from '../agenda/plan.ts';
import { EMPTY_PLAN } from '../agenda/plan.ts';
import type { Contribution } from '../contributions/contribution.ts';
import type { Photo } from '../photos/photo.ts';
import type { Presentation } from '../round/round.ts';
import type { Attribution, Person } from '../seminar/person.ts';
import { attributionOf, UNNAMED } from '../seminar/person.ts';
import type { Atelier, Seminar } from '../seminar/seminar.ts';
import { supportsOf } from '../seminar/seminar.ts';
import type { Actes, ActesAtelier, ActesContribution, ActesItem } from './gathered-actes.ts';
import { paperboardsOf } from './build-paperboards.ts';
import { peopleOfActes } from './build-people.ts';
import type { Block, RichText } from './rich-text.ts';
import { takenOver } from './rich-text.ts';

/** All that the actes are made from; an absent entry is an empty plan, an empty text, no contribution. */
export type ActesMaterial = {
  readonly seminar: Seminar;
  readonly people: ReadonlyMap<string, Person>;
  /** By atelier. */
  readonly plans: ReadonlyMap<string, Plan>;
  /** By sitting, where it has one of its own. */
  readonly ownPlans?: ReadonlyMap<string, Plan>;
  /** By sitting: an atelier held several times gathers them. */
  readonly contributions: ReadonlyMap<string, readonly Contribution[]>;
  /** By atelier. */
  readonly syntheses: ReadonlyMap<string, RichText>;
  readonly preamble: RichText;
  /** By sitting, then by person: what people say of themselves. */
  readonly presentations?: ReadonlyMap<string, ReadonlyMap<string, Presentation>>;
  /** By sitting. */
  readonly photos?: ReadonlyMap<string, readonly Photo[]>;
};

type Said = Contribution & { readonly text: string };

/** The actes of the séminaire: the same material gives the same tree. */
export function buildActes(material: ActesMaterial): Actes {
  const { description, ateliers, attendance } = material.seminar;
  const parts = ateliers
    .map((atelier) => ({ plenary: atelier.plenary, part: partOf(atelier, material) }))
    .filter(({ plenary, part }) => !plenary || part.synthesis.length > 0 || part.contributions > 0)
    .map(({ part }) => part);
  const people = peopleOfActes(material.seminar, material.people, material.presentations ?? new Map());
  const paperboards = paperboardsOf(
    material.seminar,
    material.plans,
    material.ownPlans ?? new Map(),
    material.photos ?? new Map(),
  );
  return {
    language: description.language,
    cover: {
      organisation: description.organisation,
      title: description.title,
      theme: description.theme,
      place: description.place,
      day: description.day,
      participants: new Set(Object.values(attendance).flat()).size,
      contributions: parts.reduce((sum, part) => sum + part.contributions, 0),
    },
    preamble: material.preamble,
    ...(people.length === 0 ? {} : { people }),
    ateliers: parts,
    ...(paperboards.length === 0 ? {} : { paperboards }),
  };
}

function partOf(atelier: Atelier, material: ActesMaterial): ActesAtelier {
  const sittings = material.seminar.sittings.filter((sitting) => sitting.atelierId === atelier.id);
  const plan = material.plans.get(atelier.id) ?? EMPTY_PLAN;
  const synthesis = writtenSections(material.syntheses.get(atelier.id) ?? []);
  const said = sittings.flatMap(({ id }) => material.contributions.get(id) ?? []).filter(isQuotable);
  const taken = takenOver(synthesis);
  const left = said.filter(({ id }) => !taken.has(id)).sort(bySupportsThenTime(material.seminar));
  const planned = new Set(plan.items.map(({ id }) => id));
  const quote = (contribution: Said) => quoted(contribution, material);
  return {
    id: atelier.id,
    number: atelier.number,
    title: atelier.title,
    participants: new Set(sittings.flatMap(({ id }) => material.seminar.attendance[id] ?? [])).size,
    contributions: said.length,
    items: plan.items
      .map((item) => recalled(item, left.filter(({ itemId }) => itemId === item.id).map(quote)))
      .filter((item, index) => plan.items[index]?.kind !== 'break' || speaks(item)),
    elsewhere: left.filter(({ itemId }) => itemId === null || !planned.has(itemId)).map(quote),
    synthesis,
  };
}

const recalled = (item: AgendaItem, notTakenOver: readonly ActesContribution[]): ActesItem => ({
  title: item.title,
  questions: item.questions.map(({ text }) => text),
  notTakenOver,
});

const speaks = (item: ActesItem): boolean => item.questions.length > 0 || item.notTakenOver.length > 0;

const isQuotable = (it: Contribution): it is Said =>
  it.text !== null && it.text.trim() !== '' && !it.withdrawn && it.hidden === null;

/** Most supported first, then as they were said; the id settles what was said at once. */
const bySupportsThenTime =
  (seminar: Seminar) =>
  (one: Said, other: Said): number =>
    supportsOf(other, seminar) - supportsOf(one, seminar) ||
    one.at - other.at ||
    (one.id < other.id ? -1 : Number(one.id > other.id));

function quoted(
  contribution: Said,
  { people, seminar }: Pick<ActesMaterial, 'people' | 'seminar'>,
): ActesContribution {
  return {
    id: contribution.id,
    text: contribution.text,
    kind: contribution.kind,
    attribution: attributed(contribution, people),
    supports: supportsOf(contribution, seminar),
  };
}

/** As its author agreed: nobody is named by words that another entered for them until they say that they are theirs. */
function attributed(
  { author: id, agreed, unnamed, function: said, town }: Said,
  people: ReadonlyMap<string, Person>,
): Attribution {
  if (unnamed) return { name: null, function: said, town };
  const author = id === null || !agreed ? undefined : people.get(id);
  return author === undefined ? UNNAMED : attributionOf(author);
}

/** The text without the headings of points under which nobody wrote; empty when nobody wrote at all. */
function writtenSections(text: RichText): RichText {
  const written = text.filter((block, index) => {
    if (block.type !== 'heading' || block.item === null) return true;
    const below = text.slice(index + 1);
    const next = below.findIndex((it) => it.type === 'heading' && it.level <= block.level);
    return below.slice(0, next === -1 ? below.length : next).some(saysSomething);
  });
  if (!written.some(saysSomething)) return [];
  return written.length === text.length ? text : written;
}

/** A paragraph that holds no more than the place to write says nothing. */
const saysSomething = (block: Block): boolean =>
  block.type !== 'paragraph' ||
  block.content.some((inline) => inline.type === 'text' && inline.text.trim() !== '');
