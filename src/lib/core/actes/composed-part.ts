/** Which part of the composition a part of the actes comes from. */
import type { ActesPart } from './actes.ts';
import type { ComposedPart, Composition } from './composition.ts';

/** Null for one that the composition has no more. */
export const composedPartOf = (
  made: Pick<ActesPart, 'kind' | 'subject'>,
  { parts }: Pick<Composition, 'parts'>,
): ComposedPart | null =>
  parts.find(
    ({ id, kind, atelierId }) => kind === made.kind && [id, atelierId, null].includes(made.subject),
  ) ?? null;
