/** Where the name of someone who was erased still stands, of what the actes are made from. */
import type { LeftPlace } from '../seminar/left-place.ts';
import type { ActesMaterial } from './actes-material.ts';
import type { ComposedPart, Composition } from './composition.ts';
import { partTextId } from './composition.ts';
import type { PlacedText, ToldWords } from './named-places.ts';
import { NOTHING_KEPT, standingPlaces } from './named-places.ts';
import type { RichText } from './rich-text.ts';

type NameLeft = Pick<LeftPlace, 'kind' | 'id'> & {
  /** How many lines. */
  readonly count: number;
  /** Of those that are included, the one that it is about; null for the whole. */
  readonly part: ComposedPart | null;
};

export function namesLeft(material: ActesMaterial, composition: Composition): readonly NameLeft[] {
  const { seminar } = material;
  if (seminar.namesLeft === undefined) return [];
  const partOf = ({ kind, id }: Pick<LeftPlace, 'kind' | 'id'>): ComposedPart | null => {
    const atelierId = seminar.sittings.find((it) => it.id === id)?.atelierId ?? id;
    const isIt = (part: ComposedPart): boolean => {
      if (kind === 'part') return part.id === id;
      return kind === 'programme' ? part.kind === 'programme' : part.atelierId === atelierId;
    };
    return composition.parts.find((part) => part.included && isIt(part)) ?? null;
  };
  const standing = standingPlaces(seminar.namesLeft, toldIn(material, composition));
  return standing.map((place) => ({ ...place, part: partOf(place) }));
}

/** Of a séminaire's words those that the actes are made from. */
export function toldIn(material: ActesMaterial, composition: Composition): ToldWords {
  const { seminarId, seminar, plans, preamble, texts, notes, syntheses, nextSteps = null } = material;
  const placed = (kind: PlacedText['kind'], of: ReadonlyMap<string, RichText>): readonly PlacedText[] =>
    [...of].map(([id, text]) => ({ kind, id, text }));
  return {
    ...{ seminar, plans },
    versions: [],
    publication: { composition, nextSteps, ...NOTHING_KEPT },
    sittings: new Map(
      seminar.sittings.map(({ id }) => [
        id,
        {
          ownPlan: material.ownPlans?.get(id) ?? null,
          contributions: material.contributions.get(id) ?? [],
          headings: [],
          presentations: [...(material.presentations?.get(id)?.values() ?? [])],
          photos: material.photos?.get(id) ?? [],
        },
      ]),
    ),
    texts: [
      ...placed('synthesis', syntheses),
      ...placed('notes', notes ?? new Map()),
      { kind: 'part', id: 'preamble', text: preamble },
      ...composition.parts.flatMap(({ id }) =>
        (['body', 'before', 'after'] as const).map((place): PlacedText => ({
          ...{ kind: 'part', id, text: texts?.get(partTextId(seminarId, id, place)) ?? [] },
        })),
      ),
    ],
  };
}
