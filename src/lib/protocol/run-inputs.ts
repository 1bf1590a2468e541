/** What an animateur asks of the run, and what people say during it, as schemas. */
import * as v from 'valibot';
import { CONTRIBUTION_KINDS, CONTRIBUTION_LENGTH } from '#core/contributions/contribution.ts';
import { REDISTRIBUTION_REASONS } from '#core/events/event-types.ts';
import { countSchema, idSchema, instantSchema, pointMinutesSchema, requiredLine } from './fields.ts';

const runCommand = <T extends string, E extends v.ObjectEntries>(type: T, entries: E) =>
  v.strictObject({
    type: v.literal(type),
    sittingId: idSchema,
    expectedRunEvents: countSchema,
    ...entries,
  });

export const runCommandSchema = v.variant('type', [
  runCommand('run/start', { itemId: v.optional(idSchema), rehearsal: v.optional(v.boolean()) }),
  runCommand('run/correct-start', { startedAt: instantSchema }),
  runCommand('run/suspend', {}),
  runCommand('run/resume', {}),
  runCommand('run/next', {}),
  runCommand('run/back', {}),
  runCommand('run/jump', { itemId: idSchema }),
  runCommand('run/extend', {
    minutes: v.pipe(v.number(), v.integer(), v.minValue(-1440), v.maxValue(1440)),
    itemId: v.optional(idSchema),
    knowingly: v.optional(v.boolean()),
  }),
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

export const contributionCommandSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('contribution/make'),
    sittingId: idSchema,
    /** Made on the device, so that a late resend counts once. */
    contributionId: idSchema,
    itemId: v.nullable(idSchema),
    questionId: v.nullable(idSchema),
    kind: v.nullable(v.picklist(CONTRIBUTION_KINDS)),
    text: requiredLine(CONTRIBUTION_LENGTH),
    unnamed: v.boolean(),
  }),
  v.strictObject({ type: v.literal('contribution/support'), sittingId: idSchema, contributionId: idSchema }),
  v.strictObject({
    type: v.literal('contribution/unsupport'),
    sittingId: idSchema,
    contributionId: idSchema,
  }),
]);
