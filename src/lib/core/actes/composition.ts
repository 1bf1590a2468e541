/** How the organiser puts the actes together: which parts, in which order, under which titles, with which texts around. */
import type { ActesModel, ActesPicture, PartKind } from './actes.ts';

export type ComposedPart = {
  /** Unique in the composition: the kind for what stands once, `atelier-<atelierId>`, or an id made on the device. */
  readonly id: string;
  readonly kind: PartKind;
  /** The atelier that an `atelier` part tells of; null for the others. */
  readonly atelierId: string | null;
  readonly included: boolean;
  /** '' for the title that the labels bring. */
  readonly title: string;
  /** A free text stands before, or after, what the part tells: shared documents (`textPlace`). */
  readonly before: boolean;
  readonly after: boolean;
};

export const ACTES_ORDERS = ['atelier', 'point'] as const;
/** By atelier, or by point across the ateliers that share it. */
export type ActesOrder = (typeof ACTES_ORDERS)[number];

export type Composition = {
  readonly model: ActesModel;
  readonly order: ActesOrder;
  /** In the order of the pages; ateliers added since stand after the last atelier (`completed`). */
  readonly parts: readonly ComposedPart[];
  readonly logo: ActesPicture | null;
  /** The pages are printed on both sides. */
  readonly twoSided: boolean;
};

export const COMPOSITION_LIMITS = { parts: 120, titleLength: 200 } as const;

/** Kinds whose whole content is a text of their own. */
export const TEXT_KINDS: readonly PartKind[] = ['speaker', 'next-meeting', 'information', 'text'];

export type TextPlace = 'body' | 'before' | 'after';

/** The id of the shared document (kind `part`) that holds a free text of the actes; the preamble has a document of its own kind. */
export const partTextId = (seminarId: string, partId: string, place: TextPlace): string =>
  place === 'body' ? `${seminarId}~${partId}` : `${seminarId}~${partId}~${place}`;

/** Free texts that a model brings under a title of the labels; their part bears this id. */
export const NAMED_TEXTS = ['working-group', 'mission', 'outlook'] as const;
export type NamedText = (typeof NAMED_TEXTS)[number];

/** What stands before and after the ateliers, and what of it is not included. */
type Model = {
  readonly order: ActesOrder;
  readonly before: readonly (PartKind | NamedText)[];
  readonly after: readonly (PartKind | NamedText)[];
  readonly off: readonly PartKind[];
};

const MODELS: Readonly<Record<ActesModel, Model>> = {
  seminar: {
    order: 'atelier',
    before: ['preamble', 'programme', 'people', 'attendance', 'points'],
    after: [
      ...(['next-steps', 'next-meeting', 'information'] as const),
      ...(['not-taken-over', 'notes', 'paperboards', 'times'] as const),
    ],
    off: ['notes', 'times'],
  },
  meeting: {
    order: 'point',
    before: ['attendance', 'preamble', 'programme', 'people', 'points'],
    after: [
      ...(['working-group', 'next-steps', 'information', 'next-meeting'] as const),
      ...(['not-taken-over', 'notes', 'paperboards', 'times'] as const),
    ],
    off: ['preamble', 'programme', 'people', 'notes', 'times'],
  },
  committee: {
    order: 'point',
    before: ['preamble', 'mission', 'programme', 'people', 'points'],
    after: [
      ...(['next-steps', 'outlook', 'information', 'next-meeting', 'attendance'] as const),
      ...(['not-taken-over', 'notes', 'paperboards', 'times'] as const),
    ],
    off: ['preamble', 'programme', 'people', 'information', 'next-meeting', 'notes', 'times'],
  },
};

export const isNamedText = (id: string): id is NamedText => NAMED_TEXTS.some((named) => named === id);

const NOTHING_AROUND = { title: '', before: false, after: false } as const;

const atelierPart = (atelierId: string): ComposedPart => ({
  ...{ id: `atelier-${atelierId}`, kind: 'atelier', atelierId, included: true },
  ...NOTHING_AROUND,
});

/** How the actes are put together while nobody composed them: all kinds stand in the order of the model. */
export function defaultComposition(
  model: ActesModel,
  { ateliers }: { readonly ateliers: readonly { readonly id: string }[] },
): Composition {
  const { order, before, after, off } = MODELS[model];
  const part = (id: PartKind | NamedText): ComposedPart => {
    const kind = isNamedText(id) ? 'text' : id;
    return { id, kind, atelierId: null, included: !off.includes(kind), ...NOTHING_AROUND };
  };
  const parts = [...before.map(part), ...ateliers.map(({ id }) => atelierPart(id)), ...after.map(part)];
  return { model, order, parts, logo: null, twoSided: false };
}

/**
 * The composition with one part for each atelier that there is: those added since stand after the last atelier's part,
 * those removed are gone. The same object when nothing was missing.
 */
export function completed(
  composition: Composition,
  { ateliers }: { readonly ateliers: readonly { readonly id: string }[] },
): Composition {
  const { parts } = composition;
  const known = new Set(ateliers.map(({ id }) => id));
  const told = new Set<string>();
  const stands = parts.map(({ kind, atelierId }) => {
    if (kind !== 'atelier') return true;
    if (atelierId === null || !known.has(atelierId) || told.has(atelierId)) return false;
    told.add(atelierId);
    return true;
  });
  const added = ateliers.filter(({ id }) => !told.has(id)).map(({ id }) => atelierPart(id));
  if (added.length === 0 && stands.every(Boolean)) return composition;
  const place = placeOfAteliers(parts);
  const kept = (from: number, to: number) =>
    parts.slice(from, to).filter((_part, index) => stands[from + index] === true);
  return { ...composition, parts: [...kept(0, place), ...added, ...kept(place, parts.length)] };
}

/** After the last part of an atelier; where there is none, after what opens the actes. */
function placeOfAteliers(parts: readonly ComposedPart[]): number {
  const last = parts.findLastIndex(({ kind }) => kind === 'atelier');
  if (last !== -1) return last + 1;
  return parts.findLastIndex(({ kind }) => kind === 'points' || OPENING.includes(kind)) + 1;
}

const OPENING: readonly PartKind[] = ['preamble', 'programme', 'people'];
