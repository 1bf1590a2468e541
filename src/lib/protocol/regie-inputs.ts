/** What the régie does, and what passes between it and the rooms, as schemas. */
import * as v from 'valibot';
import { REDISTRIBUTION_REASONS } from '#core/events/sitting-events.ts';
import { MESSAGE_LENGTH } from '#core/seminar/messages.ts';
import { minutes } from '#core/time/instant.ts';
import { countSchema, fewIds, idSchema, pointMinutesSchema, requiredLine } from './fields.ts';
import { LIMITS } from './limits.ts';

/** What the régie does to several rooms at once, and what passes between it and them. */
export const regieCommandSchema = v.variant('type', [
  /** Suspends every run that goes on, and resumes those that this suspended. */
  v.strictObject({ type: v.literal('rooms/suspend'), seminarId: idSchema, alarmId: idSchema }),
  v.strictObject({ type: v.literal('rooms/resume'), seminarId: idSchema, alarmId: idSchema }),
  v.strictObject({
    type: v.literal('rooms/redistribute'),
    seminarId: idSchema,
    reason: v.picklist(REDISTRIBUTION_REASONS),
    rooms: v.pipe(
      v.array(
        v.strictObject({ sittingId: idSchema, expectedRunEvents: countSchema, points: pointMinutesSchema }),
      ),
      v.minLength(1),
      v.maxLength(LIMITS.roomsAtOnce),
      v.check((rooms) => new Set(rooms.map(({ sittingId }) => sittingId)).size === rooms.length),
    ),
  }),
  v.strictObject({
    type: v.literal('message/send'),
    seminarId: idSchema,
    messageId: idSchema,
    sittingIds: fewIds(LIMITS.roomsAtOnce),
    screens: v.boolean(),
    phones: v.boolean(),
    text: requiredLine(MESSAGE_LENGTH),
  }),
  v.strictObject({ type: v.literal('message/withdraw'), seminarId: idSchema, messageId: idSchema }),
  v.strictObject({ type: v.literal('message/acknowledge'), sittingId: idSchema, messageId: idSchema }),
  v.strictObject({
    type: v.literal('help/call'),
    sittingId: idSchema,
    helpId: idSchema,
    need: v.picklist(['help', 'minutes']),
    minutes: v.nullable(
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120), v.transform(minutes)),
    ),
  }),
  v.strictObject({ type: v.literal('help/answer'), sittingId: idSchema, helpId: idSchema }),
  v.strictObject({ type: v.literal('help/withdraw'), sittingId: idSchema, helpId: idSchema }),
]);
