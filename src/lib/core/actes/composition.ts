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
