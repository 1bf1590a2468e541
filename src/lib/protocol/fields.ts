/** The fields that what people send is made of. */
import * as v from 'valibot';
import { PLAN_LIMITS } from '#core/agenda/plan.ts';
import { instant, minutes } from '#core/time/instant.ts';

/** Ids are made on devices. The names that every object answers to are none: ids are the keys of records. */
export const idSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{8,64}$/),
  v.check((id) => !(id in {})),
);
/** SHA-256, in hexadecimal. */
export const hashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** A device's secret for words without a name: 128 random bits or more. */
export const keySchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22,64}$/));
export const line = (length: number) =>
  v.pipe(
    v.string(),
    v.maxLength(length),
    v.transform((text) => text.trim()),
  );
export const requiredLine = (length: number) => v.pipe(line(length), v.minLength(1));
export const instantSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.transform(instant));
export const daySchema = v.union([v.literal(''), v.pipe(v.string(), v.isoDate())]);
/** Any IANA zone this runtime can display. */
export const zoneSchema = v.pipe(
  v.string(),
  v.maxLength(60),
  v.check((zone) => {
    try {
      new Intl.DateTimeFormat('fr', { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  }),
);

export const plannedMinutesSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(PLAN_LIMITS.itemMinutes),
  v.transform(minutes),
);

export const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
export const fewIds = (most: number) => v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(most));

/** The minutes that points have from now on. */
export const pointMinutesSchema = v.pipe(
  v.array(v.strictObject({ itemId: idSchema, minutes: plannedMinutesSchema })),
  v.minLength(1),
  v.maxLength(PLAN_LIMITS.items),
  v.check((points) => new Set(points.map(({ itemId }) => itemId)).size === points.length),
);
