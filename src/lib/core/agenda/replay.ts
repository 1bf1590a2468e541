/** The steps of a console that was cut off, decided afterwards as if it had been connected. */
import type { NewDomainEvent } from '#core/events/event-types.ts';
import type { DecisionContext } from '#core/events/new-event.ts';
import { newEvent } from '#core/events/new-event.ts';
import type { Ok } from '#core/result.ts';
import { ok } from '#core/result.ts';
import type { Duration, Instant } from '#core/time/instant.ts';
import { between, duration } from '#core/time/instant.ts';
import { dueAdvance } from './auto-advance.ts';
import type { RunCommand } from './decide-run.ts';
import { decideRun } from './decide-run.ts';
import type { Room, StepEvent } from './run.ts';
import { runAfter } from './run.ts';
import type { RunErrorCode } from './run-decision.ts';

/** What a console may give alone: not what takes a look at the others, nor what changes what lies behind. */
export const STEPS_ALONE = [
  'run/start',
  'run/suspend',
  'run/resume',
  'run/next',
  'run/back',
  'run/jump',
  'run/extend',
  'run/put-question',
  'run/work-through',
  'run/finish',
] as const satisfies readonly RunCommand['type'][];

type WithoutExpectation<C> = C extends RunCommand ? Omit<C, 'expectedRunEvents'> : never;
export type StepAlone = Extract<
  WithoutExpectation<RunCommand>,
  { readonly type: (typeof STEPS_ALONE)[number] }
>;
/** A step and the moment it was given. */
export type StepGiven = { readonly at: Instant; readonly step: StepAlone };

/** The events of all steps and of the moves that were due meanwhile, and the room after them. */
export type Replayed = { readonly events: readonly StepEvent[]; readonly room: Room };
/** Why nothing of it can be, and at which step. */
export type ReplayRefused = {
  readonly ok: false;
  readonly error: { readonly code: RunErrorCode; readonly index: number };
};

/** How long a console may have been cut off. */
export const LONGEST_CUT: Duration = duration(12 * 3_600_000);

/**
 * Decides steps one after the other, each at its own instant: none before the one before it or before `since` (the last
 * thing that happened in the run), none after now or older than `LONGEST_CUT`. Points that advance by themselves do so
 * between them, and until now. All of them, or the first refusal.
 */
export const replayRun = (
  room: Room,
  steps: readonly StepGiven[],
  context: DecisionContext & { readonly since: Instant | null },
): Ok<Replayed> | ReplayRefused => {
  let replayed: Replayed = { events: [], room };
  let last = context.since ?? Number.NEGATIVE_INFINITY;
  for (const [index, { at, step }] of steps.entries()) {
    if (at < last || at > context.now || between(at, context.now) > LONGEST_CUT)
      return refusedAt(index, 'run/impossible-instant');
    replayed = withMovesDue(replayed, at, context);
    const { run } = replayed.room;
    const command = { ...step, expectedRunEvents: run.eventCount } as RunCommand;
    const decided = decideRun(replayed.room, command, { ...context, now: at });
    if (!decided.ok) return refusedAt(index, decided.error.code);
    replayed = decided.value.filter(isStep).reduce(afterEvent, replayed);
    last = at;
  }
  return ok(withMovesDue(replayed, context.now, context));
};

const refusedAt = (index: number, code: RunErrorCode): ReplayRefused => ({
  ok: false,
  error: { code, index },
});

const withMovesDue = (before: Replayed, until: Instant, { newId }: DecisionContext): Replayed => {
  let replayed = before;
  for (let due = dueAdvance(before.room); due !== null && due.at <= until; due = dueAdvance(replayed.room)) {
    const context = { now: due.at, actor: null, newId };
    const move = newEvent('run/moved', { itemId: due.itemId, automatic: true }, context);
    if (isStep(move)) replayed = afterEvent(replayed, move);
  }
  return replayed;
};

const afterEvent = ({ events, room }: Replayed, event: StepEvent): Replayed => ({
  events: [...events, event],
  room: { ...room, run: runAfter(room.run, event) },
});

const isStep = (event: NewDomainEvent): event is StepEvent =>
  event.type.startsWith('run/') && event.type !== 'run/undone';

/** The step by what it came to: whatever becomes of the plan meanwhile, it means the point that was meant. */
export const namedStep = (step: StepAlone, event: StepEvent): StepAlone => {
  if (event.type === 'run/moved') return { type: 'run/jump', itemId: event.payload.itemId };
  if (step.type === 'run/extend' && event.type === 'run/extended')
    return { ...step, itemId: event.payload.itemId };
  if (step.type === 'run/start' && event.type === 'run/started')
    return { ...step, itemId: event.payload.itemId };
  return step;
};
