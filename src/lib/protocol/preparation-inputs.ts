/** What those who prepare a séminaire send, as schemas. */
import * as v from 'valibot';
import { AGENDA_ITEM_KINDS, PLAN_LIMITS } from '#core/agenda/plan.ts';
import type { AgendaItem } from '#core/agenda/plan.ts';
import { PROGRAMME_LIMITS, SHARED_TIME_KINDS } from '#core/programme/programme.ts';
import {
  countSchema,
  daySchema,
  idSchema,
  instantSchema,
  line,
  plannedMinutesSchema,
  requiredLine,
  zoneSchema,
} from './fields.ts';
import { LIMITS } from './limits.ts';

export const descriptionSchema = v.strictObject({
  title: requiredLine(LIMITS.titleLength),
  organisation: line(LIMITS.titleLength),
  theme: line(LIMITS.themeLength),
  place: line(LIMITS.titleLength),
  day: daySchema,
  language: v.picklist(['fr', 'en']),
  zone: zoneSchema,
});

const questionSchema = v.strictObject({ id: idSchema, text: requiredLine(PLAN_LIMITS.textLength) });

export const agendaItemSchema: v.GenericSchema<unknown, AgendaItem> = v.strictObject({
  id: idSchema,
  title: requiredLine(PLAN_LIMITS.titleLength),
  kind: v.picklist(AGENDA_ITEM_KINDS),
  plannedMinutes: plannedMinutesSchema,
  protected: v.boolean(),
  floorMinutes: v.nullable(plannedMinutesSchema),
  autoAdvance: v.boolean(),
  context: v.pipe(v.array(v.pipe(v.string(), v.maxLength(PLAN_LIMITS.textLength))), v.maxLength(60)),
  questions: v.pipe(v.array(questionSchema), v.maxLength(PLAN_LIMITS.questionsPerItem)),
  animateurNotes: line(PLAN_LIMITS.textLength),
  restitutes: v.nullable(idSchema),
});

export const itemsSchema = v.pipe(
  v.array(agendaItemSchema),
  v.maxLength(PLAN_LIMITS.items),
  v.check((items) => new Set(items.map((item) => item.id)).size === items.length),
);

const sharedTimeSchema = v.pipe(
  v.strictObject({
    id: idSchema,
    kind: v.picklist(SHARED_TIME_KINDS),
    title: requiredLine(LIMITS.titleLength),
    place: line(LIMITS.titleLength),
    start: instantSchema,
    end: instantSchema,
    atelierId: v.nullable(idSchema),
  }),
  v.check(({ start, end }) => start < end),
);

export const preparationCommandSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('seminar/describe'),
    seminarId: idSchema,
    description: descriptionSchema,
  }),
  v.strictObject({
    type: v.literal('atelier/add'),
    seminarId: idSchema,
    atelierId: idSchema,
    sittingId: idSchema,
    title: requiredLine(LIMITS.titleLength),
    room: line(LIMITS.titleLength),
    start: v.nullable(instantSchema),
    plenary: v.boolean(),
    items: itemsSchema,
  }),
  v.strictObject({
    type: v.literal('atelier/rename'),
    atelierId: idSchema,
    title: requiredLine(LIMITS.titleLength),
  }),
  v.strictObject({
    type: v.literal('sitting/place'),
    sittingId: idSchema,
    room: line(LIMITS.titleLength),
    start: v.nullable(instantSchema),
    label: line(LIMITS.nameLength),
  }),
  v.strictObject({
    type: v.literal('sittings/add'),
    atelierId: idSchema,
    sittings: v.pipe(
      v.array(
        v.strictObject({
          sittingId: idSchema,
          room: line(LIMITS.titleLength),
          start: v.nullable(instantSchema),
          label: line(LIMITS.nameLength),
        }),
      ),
      v.minLength(1),
      v.maxLength(LIMITS.sittingsAtOnce),
      v.check((sittings) => new Set(sittings.map(({ sittingId }) => sittingId)).size === sittings.length),
    ),
  }),
  v.strictObject({ type: v.literal('sitting/remove'), sittingId: idSchema }),
  v.strictObject({
    type: v.literal('sitting/revise-plan'),
    sittingId: idSchema,
    expectedRevision: countSchema,
    items: itemsSchema,
  }),
  v.strictObject({ type: v.literal('sitting/share-plan'), sittingId: idSchema }),
  v.strictObject({
    type: v.literal('programme/revise'),
    seminarId: idSchema,
    expectedRevision: countSchema,
    times: v.pipe(
      v.array(sharedTimeSchema),
      v.maxLength(PROGRAMME_LIMITS.times),
      v.check((times) => new Set(times.map(({ id }) => id)).size === times.length),
    ),
    speakers: v.record(idSchema, line(PROGRAMME_LIMITS.speakersLength)),
  }),
  /** Takes the last change of the programme back. */
  v.strictObject({
    type: v.literal('programme/restore'),
    seminarId: idSchema,
    expectedRevision: countSchema,
  }),
  v.strictObject({
    type: v.literal('seminar/set-warnings'),
    seminarId: idSchema,
    minutes: v.pipe(
      v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120))),
      v.maxLength(6),
      v.check((minutes) => new Set(minutes).size === minutes.length),
    ),
  }),
  v.strictObject({ type: v.literal('seminar/close'), seminarId: idSchema }),
  v.strictObject({ type: v.literal('seminar/reopen'), seminarId: idSchema }),
  v.strictObject({
    type: v.literal('plan/revise'),
    atelierId: idSchema,
    expectedRevision: v.pipe(v.number(), v.integer(), v.minValue(0)),
    items: itemsSchema,
  }),
]);

/** The ids are made on the device, so that a creation sent again after a lost answer creates nothing twice. */
export const createSeminarSchema = v.strictObject({
  seminarId: idSchema,
  description: descriptionSchema,
  atelier: v.nullable(
    v.strictObject({
      atelierId: idSchema,
      sittingId: idSchema,
      title: requiredLine(LIMITS.titleLength),
      room: line(LIMITS.titleLength),
      start: v.nullable(instantSchema),
      items: itemsSchema,
    }),
  ),
});
export type CreateSeminar = v.InferOutput<typeof createSeminarSchema>;

export const parseAgendaSchema = v.strictObject({ text: v.string() });
/** `day` is the ISO day that clock times without a date belong to, '' when none is known. */
export const parseProgrammeSchema = v.strictObject({ text: v.string(), day: daySchema, zone: zoneSchema });
