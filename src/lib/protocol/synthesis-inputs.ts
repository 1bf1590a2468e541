/** What those who write and show a synthesis send, as schemas. */
import * as v from 'valibot';
import { idSchema } from './fields.ts';

const inAtelier = <T extends string>(type: T) =>
  v.strictObject({ type: v.literal(type), atelierId: idSchema });

/** A slide of an atelier's restitution, counted from 0. */
const slideSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999));

export const synthesisCommandSchema = v.variant('type', [
  inAtelier('synthesis/propose'),
  inAtelier('synthesis/validate'),
  inAtelier('synthesis/reopen'),
  v.strictObject({ ...inAtelier('synthesis/show').entries, shown: v.boolean() }),
  /** `sittingId` is the plenary's. */
  v.strictObject({
    type: v.literal('restitution/show'),
    sittingId: idSchema,
    atelierId: idSchema,
    slide: slideSchema,
  }),
  v.strictObject({ type: v.literal('restitution/put-away'), sittingId: idSchema }),
]);
