/** Another model for actes that are being put together, of the house or one's own: texts, logo and ateliers stay. */
import * as v from 'valibot';
import { ACTES_MODELS } from '#core/actes/actes.ts';
import type { ActesModel } from '#core/actes/actes.ts';
import { defaultComposition } from '#core/actes/composition.ts';
import type { ComposedPart, Composition } from '#core/actes/composition.ts';
import { compositionSchema } from '#protocol/actes-inputs.ts';
import type { SavedModel } from '#protocol/actes-views.ts';
import type { CompositionChange } from './composition-changes.ts';
import { isByHand } from './composition-changes.ts';

/** The parts, their order and what is in the actes are those of the model; titles and texts around are kept. */
export const toModel =
  (model: ActesModel): CompositionChange =>
  (composition) => {
    const known = new Map(composition.parts.map((part) => [part.id, part]));
    const wanted = defaultComposition(model, { ateliers: [] });
    const parts = wanted.parts.map((part) => {
      const { title, before, after } = known.get(part.id) ?? part;
      return { ...part, title, before, after };
    });
    const opening = parts.findLastIndex(({ kind }) => kind === 'points') + 1;
    return { ...composition, model, order: wanted.order, parts: arranged(parts, opening, composition.parts) };
  };

/** Order, titles and settings are those of the saved model. */
export const toSavedModel =
  ({ composition: wanted, model }: SavedModel): CompositionChange =>
  (composition) => {
    const first = wanted.parts.findIndex(({ kind }) => kind === 'atelier');
    const parts = wanted.parts.filter(({ kind }) => kind !== 'atelier');
    const place = first < 0 ? parts.length : first;
    return {
      ...{ ...wanted, model, logo: composition.logo },
      parts: arranged(parts, place, composition.parts),
    };
  };

/**
 * The parts with the ateliers of these actes at a place counted from 0, and what was composed by hand after the part
 * that it followed.
 */
function arranged(
  parts: readonly ComposedPart[],
  place: number,
  present: readonly ComposedPart[],
): readonly ComposedPart[] {
  const ateliers = present.filter(({ kind }) => kind === 'atelier');
  let all: readonly ComposedPart[] = parts.toSpliced(place, 0, ...ateliers);
  for (const [index, part] of present.entries()) {
    if (!isByHand(part) || all.some(({ id }) => id === part.id)) continue;
    const there = new Set(all.map(({ id }) => id));
    const followed = present.slice(0, index).findLast(({ id }) => there.has(id));
    const after = all.findIndex(({ id }) => id === followed?.id);
    all = all.toSpliced(after + 1, 0, part);
  }
  return all;
}

/** As a file keeps it: without the ateliers and the logo, which are these actes' own. */
export const savedModel = (name: string, composition: Composition): SavedModel => ({
  ...{ format: 'pleniere-model', name, model: composition.model },
  composition: {
    ...{ ...composition, logo: null },
    parts: composition.parts.flatMap((part, index, parts) => {
      if (part.kind !== 'atelier') return [part];
      const isFirst = parts.findIndex(({ kind }) => kind === 'atelier') === index;
      return isFirst ? [{ ...part, id: 'ateliers', atelierId: null, title: '' }] : [];
    }),
  },
});

const savedModelSchema = v.object({
  format: v.literal('pleniere-model'),
  name: v.pipe(v.string(), v.maxLength(200)),
  model: v.picklist(ACTES_MODELS),
  composition: compositionSchema,
});

/** What a file says; null when it is no model. */
export function readModel(text: string): SavedModel | null {
  try {
    const parsed = v.safeParse(savedModelSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
