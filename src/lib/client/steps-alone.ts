/** What a console gave while it was cut off, as this device keeps it until its animateur has decided what becomes of it. */
import * as v from 'valibot';
import type { StepAlone, StepGiven } from '#core/agenda/replay.ts';
import { LONGEST_CUT, STEPS_ALONE } from '#core/agenda/replay.ts';
import type { Run } from '#core/agenda/run.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant, minutes } from '#core/time/instant.ts';
import { instantSchema } from '#protocol/inputs.ts';
import { stepAloneSchema } from '#protocol/run-inputs.ts';
import type { RunStepView, RunView } from '#protocol/run-views.ts';
import { dropStored, keepStored, readStored } from './device-storage.ts';

const stepSchema = v.strictObject({
  at: instantSchema,
  /** `at` is by the device's own clock, right or wrong: the server's was not known yet. */
  byDevice: v.boolean(),
  step: stepAloneSchema,
});
const keptSchema = v.strictObject({
  /** Of the one offer that the server takes. */
  commandId: v.string(),
  /** When the connection was lost. */
  from: instantSchema,
  /** The run that the steps go on from: its count of events, and the last of its steps. */
  expectedRunEvents: v.number(),
  lastStep: v.nullable(v.string()),
  steps: v.pipe(v.array(stepSchema), v.minLength(1), v.maxLength(200)),
});
export type KeptStep = v.InferOutput<typeof stepSchema>;
export type KeptSteps = v.InferOutput<typeof keptSchema>;

const keyOf = (sittingId: string): string => `alone.${sittingId}`;

/** What was given alone in the sitting and not yet decided; null when nothing was, or too long ago for any server. */
export function keptSteps(sittingId: string, now: Instant): KeptSteps | null {
  const parsed = v.safeParse(keptSchema, jsonIn(readStored(keyOf(sittingId)) ?? ''));
  if (!parsed.success) return null;
  const first = parsed.output.steps[0];
  if (first !== undefined && now - first.at <= LONGEST_CUT) return parsed.output;
  dropStored(keyOf(sittingId));
  return null;
}

/** Whether it would outlive this page. */
export function keepSteps(sittingId: string, kept: KeptSteps | null): boolean {
  if (kept !== null) return keepStored(keyOf(sittingId), JSON.stringify(kept));
  dropStored(keyOf(sittingId));
  return true;
}

/** Whether a console may give it alone; a rehearsal's end needs the server, so its start does too. */
export const isStepAlone = (command: { readonly type: string }): command is StepAlone =>
  (STEPS_ALONE as readonly string[]).includes(command.type) &&
  !('rehearsal' in command && command.rehearsal === true);

/**
 * The steps in server time, in order: by so many milliseconds that is ahead of the device's clock. None is before what
 * happened last in the run, nor after `now`.
 */
export function settledSteps(
  steps: readonly KeptStep[],
  { since, now, ahead }: { readonly since: Instant | null; readonly now: Instant; readonly ahead: number },
): readonly StepGiven[] {
  let last = since ?? 0;
  return steps.map(({ at, byDevice, step }) => {
    last = Math.max(last, Math.min(now, byDevice ? Math.round(at + ahead) : at));
    return { at: instant(last), step };
  });
}

/** The last moment at which something happened in the run, as far as a page knows; null before anything did. */
export const lastMomentOf = ({ steps, undone }: RunView): Instant | null => {
  const moments = [steps.at(-1)?.at, undone?.at].filter((it) => it !== undefined);
  return moments.length === 0 ? null : instant(Math.max(...moments));
};

/** The run after what was given alone, as a page shows it; `by` gave it. */
export const runViewAfter = (before: RunView, after: Run, by: string): RunView => ({
  ...after,
  archives: before.archives,
  undone: null,
  steps: after.steps.map(
    ({ actor: _actor, ...step }, place) =>
      before.steps[place] ?? { ...step, by: step.automatic || by === '' ? null : by },
  ),
});

/** A step as it is said. */
export type SaidStep = Pick<RunStepView, 'type' | 'at' | 'minutes' | 'itemId' | 'automatic'>;

const TYPES = {
  'run/start': 'run/started',
  'run/suspend': 'run/suspended',
  'run/resume': 'run/resumed',
  'run/next': 'run/moved',
  'run/back': 'run/moved',
  'run/jump': 'run/moved',
  'run/extend': 'run/extended',
  'run/put-question': 'run/question-put',
  'run/work-through': 'run/worked-through',
  'run/finish': 'run/finished',
} as const satisfies Record<StepAlone['type'], RunStepView['type']>;

export const saidStep = ({ at, step }: StepGiven): SaidStep => ({
  type: TYPES[step.type],
  at,
  minutes: step.type === 'run/extend' ? minutes(step.minutes) : null,
  itemId: 'itemId' in step ? (step.itemId ?? null) : null,
  automatic: false,
});

/** What happened in the room since the console was cut off, as far as it still counts. */
export function othersSteps(run: RunView, kept: KeptSteps): readonly RunStepView[] {
  const place = run.steps.findIndex(({ eventId }) => eventId === kept.lastStep);
  return place === -1 ? run.steps.filter(({ at }) => at >= kept.from) : run.steps.slice(place + 1);
}

/** Whether the run already holds these steps: they were applied, and the answer was lost. */
export const isApplied = (run: RunView, kept: KeptSteps): boolean =>
  run.eventCount >= kept.expectedRunEvents + kept.steps.length &&
  kept.steps.every(({ at, step }) => run.steps.some((it) => it.at === at && it.type === TYPES[step.type]));

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
