/**
 * A console that is cut off runs on: what its animateur does is decided on the device, shown there alone, and kept.
 * When the server is there again it is offered, never sent by itself: applied at the moments it was done, or let go of.
 */
import { namedStep, replayRun } from '#core/agenda/replay.ts';
import type { Replayed, StepAlone, StepGiven } from '#core/agenda/replay.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { Command } from '#protocol/inputs.ts';
import type { RunStepView, RunView, UndoneView } from '#protocol/run-views.ts';
import type { SittingState } from '#protocol/views.ts';
import type { ServerClock } from './clock.svelte.ts';
import type { CommandResult, Connection } from './connection.svelte.ts';
import { newId } from './ids.ts';
import { roomOf } from './nothing-yet.ts';
import type { KeptStep, KeptSteps, SaidStep } from './steps-alone.ts';
import {
  isApplied,
  isStepAlone,
  keepSteps,
  keptSteps,
  lastMomentOf,
  othersSteps,
  runViewAfter,
  saidStep,
  settledSteps,
} from './steps-alone.ts';

export type OfflineRunParts = {
  readonly sittingId: string;
  readonly connection: Connection;
  readonly clock: ServerClock;
  /** As the server last said. */
  readonly state: () => SittingState;
  /** While what is shown was kept from an earlier page: when the server had last said so. */
  readonly staleSince: () => Instant | null;
  readonly send: (command: Command, commandId: string) => Promise<CommandResult>;
};

/** `cut-off`: it makes no sense without the server. */
export type GivenAlone = CommandResult | { readonly ok: false; readonly error: { readonly code: 'cut-off' } };

/** What was done alone, once the server is there again. */
export type Offer = {
  readonly from: Instant;
  readonly to: Instant;
  readonly steps: readonly SaidStep[];
  /** Why it can no longer be applied; null when it can. */
  readonly impossible: ErrorCode | null;
  /** What happened in the room meanwhile. */
  readonly others: readonly RunStepView[];
  /** What was taken back in the room meanwhile, when that is the last thing that happened. */
  readonly undone: UndoneView | null;
};

export class OfflineRun {
  readonly #parts: OfflineRunParts;
  #kept = $state.raw<KeptSteps | null>(null);
  #isKept = $state(true);
  /** What is shown was said by the server over the present connection. */
  #caughtUp = $state(false);
  #lostAt: Instant | null = null;
  #backAt = $state<Instant | null>(null);
  /** Its animateur put the offer off, to look at the room first. */
  #putOff = $state(false);
  #busy = $state(false);
  #refusal = $state<ErrorCode | 'network' | null>(null);
  readonly #replayed = $derived.by(() => this.#replayedAlone());
  readonly #run = $derived.by(() => this.#runAlone());
  readonly #offer = $derived.by(() => this.#offerNow());

  constructor(parts: OfflineRunParts) {
    this.#parts = parts;
    this.#kept = keptSteps(parts.sittingId, parts.clock.now());
  }

  /** The server is out of reach, and what is given here is decided here. */
  get isCutOff(): boolean {
    const { status } = this.#parts.connection;
    if (status === 'live') return !this.#caughtUp && this.#kept !== null;
    return status === 'connecting' || status === 'reconnecting';
  }
  /** The run as this console alone takes it to be; null when it is as the server last said. */
  get run(): RunView | null {
    return this.#run;
  }
  /** How many steps this console took alone and has not yet decided upon. */
  get count(): number {
    return this.#kept?.steps.length ?? 0;
  }
  /** Whether they would outlive this page. */
  get isKept(): boolean {
    return this.#isKept;
  }
  /** What is to be decided, now that the server is there again; null when nothing is. */
  get offer(): Offer | null {
    return this.#offer;
  }
  /** The offer is asked about, not put off. */
  get asks(): boolean {
    return this.#offer !== null && !this.#putOff;
  }
  /** It is being applied. */
  get busy(): boolean {
    return this.#busy;
  }
  /** Why it was not applied when it was asked to be. */
  get refusal(): ErrorCode | 'network' | null {
    return this.#refusal;
  }

  /** The connection is gone. */
  lost(): void {
    this.#lostAt = this.#parts.clock.now();
  }

  /** The connection is back; what is shown is still as it was. */
  reconnected(): void {
    this.#caughtUp = false;
  }

  /** What is shown is what the server says now. */
  caughtUp(): void {
    if (this.#caughtUp) return;
    this.#caughtUp = true;
    this.#backAt = this.#parts.clock.now();
    this.#putOff = false;
    this.#refusal = null;
    if (this.#kept !== null && isApplied(this.#parts.state().run, this.#kept)) this.#become(null);
  }

  /** Decides a command here. Undoing one's own step leaves it out. */
  give(command: { readonly type: string }): GivenAlone {
    const last = this.#replayed?.events.at(-1);
    if (command.type === 'run/undo' && 'target' in command && this.#kept !== null) {
      if (last === undefined || last.actor === null || command.target !== last.id) return CUT_OFF;
      const steps = this.#kept.steps.slice(0, -1);
      this.#become(steps.length === 0 ? null : { ...this.#kept, steps });
      return DONE;
    }
    if (!isStepAlone(command) || this.#isOutdated) return CUT_OFF;
    const { clock } = this.#parts;
    const given: KeptStep = { at: clock.now(), byDevice: clock.validUntil() === null, step: command };
    const before = this.#kept?.steps ?? [];
    const replayed = this.#replay([...before, given]);
    if (!replayed.ok) return { ok: false, error: { code: replayed.error.code } };
    const event = replayed.value.events.findLast(({ actor }) => actor !== null);
    const step: StepAlone = event === undefined ? command : namedStep(command, event);
    const { run } = this.#parts.state();
    this.#become({
      commandId: this.#kept?.commandId ?? newId(),
      from: this.#kept?.from ?? this.#lostAt ?? this.#parts.staleSince() ?? given.at,
      expectedRunEvents: run.eventCount,
      lastStep: run.steps.at(-1)?.eventId ?? null,
      steps: [...before, { ...given, step }],
    });
    return DONE;
  }

  /** Offers the steps to the server, at the moments they were given. */
  async apply(): Promise<void> {
    const kept = this.#kept;
    if (kept === null || this.#busy) return;
    const steps = this.#settled(kept.steps);
    // From here on the moments stand: should the answer be lost, the steps are known again by them.
    this.#become({ ...kept, steps: steps.map((it) => ({ ...it, byDevice: false })) });
    this.#busy = true;
    const { sittingId, send } = this.#parts;
    const { expectedRunEvents, commandId } = kept;
    const answer = await send(
      { type: 'run/replay', sittingId, expectedRunEvents, steps: [...steps] },
      commandId,
    );
    this.#busy = false;
    this.#refusal = answer.ok ? null : answer.error.code;
    if (answer.ok) this.#become(null);
  }

  /** The room goes on from where it is, without what was done here alone. */
  letGo(): void {
    this.#refusal = null;
    this.#become(null);
  }

  putOff(): void {
    this.#putOff = true;
  }

  /** Asks again about what was put off. */
  ask(): void {
    this.#putOff = false;
  }

  #become(kept: KeptSteps | null): void {
    this.#kept = kept;
    this.#isKept = keepSteps(this.#parts.sittingId, kept);
  }

  /** What was given alone goes on from a run that is no longer the one shown. */
  get #isOutdated(): boolean {
    return this.#kept !== null && this.#kept.expectedRunEvents !== this.#parts.state().run.eventCount;
  }

  #replayedAlone(): Replayed | null {
    if (this.#kept === null || !this.isCutOff || this.#isOutdated) return null;
    const replayed = this.#replay(this.#kept.steps);
    return replayed.ok ? replayed.value : null;
  }

  #runAlone(): RunView | null {
    if (this.#replayed === null) return null;
    const { run, me } = this.#parts.state();
    return runViewAfter(run, this.#replayed.room.run, me.name);
  }

  #offerNow(): Offer | null {
    const kept = this.#kept;
    const back = this.#backAt;
    const { status } = this.#parts.connection;
    if (kept === null || back === null || status !== 'live' || !this.#caughtUp) return null;
    const { run } = this.#parts.state();
    if (isApplied(run, kept)) return null;
    const replayed = this.#replay(kept.steps);
    return {
      from: kept.from,
      to: back,
      steps: this.#settled(kept.steps).map(saidStep),
      impossible: this.#isOutdated ? 'run/stale' : replayed.ok ? null : replayed.error.code,
      others: this.#isOutdated ? othersSteps(run, kept) : [],
      undone: this.#isOutdated ? run.undone : null,
    };
  }

  #settled(steps: readonly KeptStep[]): readonly StepGiven[] {
    const { clock, state } = this.#parts;
    const now = clock.now();
    const ahead = clock.validUntil() === null ? 0 : now - Date.now();
    const since = this.#isOutdated ? null : lastMomentOf(state().run);
    return settledSteps(steps, { since, now, ahead });
  }

  #replay(steps: readonly KeptStep[]) {
    const { clock, state } = this.#parts;
    const { me, shared, ...sitting } = state();
    const settled = this.#settled(steps);
    const now = instant(Math.max(clock.second, settled.at(-1)?.at ?? 0));
    let count = 0;
    // The same steps get the same ids each time: what is listed by them stays where it is.
    const newIdHere = (): string => `alone-${String((count += 1))}`;
    const actor = me.personId ?? 'here';
    return replayRun(roomOf(sitting, shared), settled, { now, actor, newId: newIdHere, since: null });
  }
}

const DONE = { ok: true, value: { seqs: {} } } as const;
const CUT_OFF = { ok: false, error: { code: 'cut-off' } } as const;
