/** What those who make, reread, approve and publish the actes send over HTTP, as schemas. */
import * as v from 'valibot';
import { ACTES_MODELS, PART_KINDS } from '#core/actes/actes.ts';
import { ACTES_ORDERS, COMPOSITION_LIMITS } from '#core/actes/composition.ts';
import type { Composition } from '#core/actes/composition.ts';
import { PHOTO_LIMITS, PHOTO_TYPES } from '#core/photos/photo.ts';
import { NEXT_STEP_LIMITS, PUBLICATION_LIMITS } from '#core/publication/publication.ts';
import { PRESENCES } from '#core/seminar/presence.ts';
import { CONSENTS } from '#core/seminar/person.ts';
import { countSchema, hashSchema, idSchema, instantSchema, line, requiredLine } from './fields.ts';
import { LIMITS } from './limits.ts';

/** Its id makes a second sending harmless. */
const commandId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/));

const partIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,80}$/));

export const logoSchema = v.strictObject({
  alternative: requiredLine(PHOTO_LIMITS.description),
  file: hashSchema,
  mediaType: v.picklist(PHOTO_TYPES),
});

export const compositionSchema: v.GenericSchema<unknown, Composition> = v.strictObject({
  model: v.picklist(ACTES_MODELS),
  order: v.picklist(ACTES_ORDERS),
  parts: v.pipe(
    v.array(
      v.strictObject({
        id: partIdSchema,
        kind: v.picklist(PART_KINDS),
        atelierId: v.nullable(idSchema),
        included: v.boolean(),
        title: line(COMPOSITION_LIMITS.titleLength),
        before: v.boolean(),
        after: v.boolean(),
      }),
    ),
    v.maxLength(COMPOSITION_LIMITS.parts),
    v.check((parts) => new Set(parts.map(({ id }) => id)).size === parts.length),
  ),
  logo: v.nullable(logoSchema),
  twoSided: v.boolean(),
});

export const composeSchema = v.strictObject({
  commandId,
  expectedRevision: countSchema,
  composition: compositionSchema,
});
export const reviseNextStepsSchema = v.strictObject({
  commandId,
  expectedRevision: countSchema,
  steps: v.pipe(
    v.array(
      v.strictObject({
        id: idSchema,
        what: line(NEXT_STEP_LIMITS.whatLength),
        who: line(NEXT_STEP_LIMITS.whoLength),
        byWhen: line(NEXT_STEP_LIMITS.byWhenLength),
        sources: v.pipe(v.array(idSchema), v.maxLength(50)),
      }),
    ),
    v.maxLength(NEXT_STEP_LIMITS.steps),
  ),
});
/** « Relevé à chaud, version provisoire ». */
export const keepVersionSchema = v.strictObject({ commandId });
export const openReviewSchema = v.strictObject({ commandId, until: instantSchema });
export const closeReviewSchema = v.strictObject({ commandId });
export const correctionSchema = v.strictObject({
  commandId,
  correctionId: idSchema,
  /** The person the page acts as, or null when the right names nobody. */
  by: v.nullable(idSchema),
  passage: v.nullable(line(PUBLICATION_LIMITS.passageLength)),
  text: requiredLine(PUBLICATION_LIMITS.textLength),
});
export const settleCorrectionSchema = v.strictObject({ commandId, accepted: v.boolean() });
export const askApprovalSchema = v.strictObject({ commandId });
export const answerApprovalSchema = v.strictObject({
  commandId,
  versionId: idSchema,
  given: v.boolean(),
  /** Who signs, as they write it. */
  by: requiredLine(200),
  remarks: line(PUBLICATION_LIMITS.textLength),
});
export const publishSchema = v.strictObject({
  commandId,
  versionId: idSchema,
  indexed: v.boolean(),
  /** When it is taken down; null for never. */
  until: v.nullable(instantSchema),
});
export const correctPublishedSchema = v.strictObject({
  commandId,
  erratum: requiredLine(PUBLICATION_LIMITS.textLength),
});
export const withdrawSchema = v.strictObject({ commandId });
/** Someone the organiser lists as excused, represented, guest, speaker or present; `presence` null takes them off again. */
export const presenceSchema = v.strictObject({
  commandId,
  personId: idSchema,
  /** Null leaves what is told of them: only someone new must be told of. */
  person: v.nullable(
    v.strictObject({
      firstName: line(LIMITS.nameLength),
      lastName: line(LIMITS.nameLength),
      function: line(LIMITS.nameLength),
      town: line(LIMITS.nameLength),
      consent: v.picklist(CONSENTS),
    }),
  ),
  presence: v.nullable(v.picklist(PRESENCES)),
  /** Who came in their stead, as the organiser writes it; '' for nobody. */
  representedBy: line(LIMITS.nameLength),
});
export const eraseSchema = v.strictObject({ commandId, keptToo: v.optional(v.boolean(), false) });
