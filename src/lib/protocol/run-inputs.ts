/** What an animateur asks of the run, as schemas. */
import * as v from 'valibot';
import { REDISTRIBUTION_REASONS } from '#core/events/sitting-events.ts';
import { countSchema, idSchema, instantSchema, pointMinutesSchema } from './fields.ts';

const runCommand = <T extends string, E extends v.ObjectEntries>(type: T, entries: E) =>
  v.strictObject({
    type: v.literal(type),
    sittingId: idSchema,
    expectedRunEvents: countSchema,
    ...entries,
  });

const step = <T extends string, E extends v.ObjectEntries>(type: T, entries: E) =>
  v.strictObject({ type: v.literal(type), ...entries });

const extension = {
  minutes: v.pipe(v.number(), v.integer(), v.minValue(-1440), v.maxValue(1440)),
  itemId: v.optional(idSchema),
  knowingly: v.optional(v.boolean()),
};

export const runCommandSchema = v.variant('type', [
  runCommand('run/start', { itemId: v.optional(idSchema), rehearsal: v.optional(v.boolean()) }),
  runCommand('run/correct-start', { startedAt: instantSchema }),
  runCommand('run/suspend', {}),
  runCommand('run/resume', {}),
  runCommand('run/next', {}),
  runCommand('run/back', {}),
  runCommand('run/jump', { itemId: idSchema }),
  runCommand('run/extend', extension),
  runCommand('run/redistribute', { reason: v.picklist(REDISTRIBUTION_REASONS), points: pointMinutesSchema }),
  runCommand('run/work-through', { sharedTimeId: idSchema }),
  runCommand('run/postpone-synthesis', {
    minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)),
  }),
  runCommand('run/archive', {}),
  runCommand('run/put-question', { questionId: idSchema }),
  runCommand('run/finish', {}),
  runCommand('run/undo', { target: idSchema }),
]);

/** What a console may give alone; `STEPS_ALONE` of core. */
export const stepAloneSchema = v.variant('type', [
  step('run/start', { itemId: v.optional(idSchema), rehearsal: v.optional(v.boolean()) }),
  step('run/suspend', {}),
  step('run/resume', {}),
  step('run/next', {}),
  step('run/back', {}),
  step('run/jump', { itemId: idSchema }),
  step('run/extend', extension),
  step('run/put-question', { questionId: idSchema }),
  step('run/work-through', { sharedTimeId: idSchema }),
  step('run/finish', {}),
]);

/** What a console gave while it was cut off, each step at its own instant. */
export const replaySchema = v.strictObject({
  type: v.literal('run/replay'),
  sittingId: idSchema,
  /** Nothing else happened meanwhile, or the whole is refused. */
  expectedRunEvents: countSchema,
  steps: v.pipe(
    v.array(v.strictObject({ at: instantSchema, step: stepAloneSchema })),
    v.minLength(1),
    v.maxLength(200),
  ),
});
