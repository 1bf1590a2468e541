/** What passes in a room besides the run and the contributions: floor, tour de table, photos, notes, people. */
import * as v from 'valibot';
import { ABOUT_LENGTH, FLOOR_ORDERS } from '#core/floor/floor.ts';
import { PHOTO_LIMITS } from '#core/photos/photo.ts';
import { PRESENTATION_LIMITS } from '#core/round/round.ts';
import { idSchema, line, requiredLine } from './fields.ts';

const inSitting = <T extends string, E extends v.ObjectEntries>(type: T, entries: E) =>
  v.strictObject({ type: v.literal(type), sittingId: idSchema, ...entries });

const ask = { askId: idSchema };
const round = { roundId: idSchema };
const photo = { photoId: idSchema };

export const roomCommandSchema = v.variant('type', [
  /** `personId`: for whom, when someone else asks for them (no phone); null for oneself. */
  inSitting('floor/ask', { ...ask, personId: v.nullable(idSchema), about: line(ABOUT_LENGTH) }),
  inSitting('floor/withdraw', ask),
  inSitting('floor/give', {
    ...ask,
    minutes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60))),
  }),
  inSitting('floor/end', ask),
  inSitting('floor/order', { order: v.picklist(FLOOR_ORDERS) }),
  inSitting('floor/announce', { announced: v.boolean() }),
  inSitting('round/open', round),
  inSitting('round/turn', { ...round, personId: idSchema }),
  inSitting('round/close', round),
  inSitting('presentation/write', {
    personId: idSchema,
    quotation: line(PRESENTATION_LIMITS.quotation),
    text: line(PRESENTATION_LIMITS.text),
  }),
  inSitting('presentation/agree', { personId: idSchema }),
  inSitting('presentation/agree-on-paper', { personId: idSchema }),
  inSitting('photo/describe', { ...photo, description: requiredLine(PHOTO_LIMITS.description) }),
  inSitting('photo/place', { ...photo, itemId: v.nullable(idSchema), questionId: v.nullable(idSchema) }),
  inSitting('photo/include', { ...photo, included: v.boolean() }),
  inSitting('photo/remove', photo),
  inSitting('notes/open', {}),
  inSitting('notes/close', {}),
  inSitting('sitting/close', {}),
  inSitting('sitting/reopen', {}),
  inSitting('person/remove', {
    personId: idSchema,
    from: v.optional(v.picklist(['list', 'animateur', 'rapporteur'])),
  }),
]);
