/** A séminaire as the régie follows it: one row a sitting. */
import { project } from '#core/agenda/project.ts';
import type { Room, RunProjection } from '#core/agenda/run.ts';
import type { SeminarDescription } from '#core/seminar/description.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { Command } from '#protocol/inputs.ts';
import type { SeminarFrame, SeminarState, SentMessage, SittingRow } from '#protocol/regie-views.ts';
import type { SharedView } from '#protocol/views.ts';
import type { ApiResult } from './api.ts';
import { afterSeminarFrame } from './apply-frame.ts';
import { gapDelay, retryDelay } from './backoff.ts';
import { ServerClock } from './clock.svelte.ts';
import { Connection } from './connection.svelte.ts';
import type { CommandResult } from './connection.svelte.ts';
import { newId } from './ids.ts';
import { noSeminarYet, roomOf } from './nothing-yet.ts';
import { Subscription } from './subscription.ts';
import { Timers } from './timers.ts';

/** Milliseconds without a first state until the page says so; it goes on trying. */
const FIRST_STATE_WITHIN = 15_000;

export type LiveRow = { readonly row: SittingRow; readonly room: Room; readonly projection: RunProjection };

export class LiveSeminar {
  readonly #connection = new Connection();
  readonly #clock = new ServerClock(this.#connection, 'console');
  readonly #subscription: Subscription<SeminarState, SeminarFrame>;
  #state = $state.raw<SeminarState>(noSeminarYet());
  #phase = $state<'loading' | 'live' | 'error'>('loading');
  #error = $state<ErrorCode | 'network' | null>(null);
  readonly #rooms = $derived.by(() =>
    this.#state.rows.map((row) => ({ row, room: roomOf(row, this.#state.shared) })),
  );
  readonly #rows = $derived.by(() =>
    this.#rooms.map(({ row, room }) => ({ row, room, projection: project(room, this.#clock.second) })),
  );
  readonly #timers = new Timers();

  constructor({ seminarId }: { seminarId: string }) {
    this.#subscription = new Subscription<SeminarState, SeminarFrame>({
      ask: () => this.#ask(seminarId),
      after: afterSeminarFrame,
      renewed: (_before, fresh) => fresh,
      changed: (state) => {
        this.#state = state;
        this.#phase = 'live';
        this.#error = null;
      },
      refused: (code) => {
        if (code !== 'network') this.#fail(code);
      },
      pause: (attempt) => this.#timers.pause(retryDelay(attempt, Math.random())),
      spread: () => this.#timers.pause(gapDelay(Math.random())),
    });
    this.#connection.on('seminar', (frame) => {
      if (frame.seminarId === seminarId) this.#subscription.receive(frame);
    });
    this.#connection.on('connected', ({ sittingId, connected, screens }) => {
      this.#subscription.update((state) => ({
        ...state,
        rows: state.rows.map((row) =>
          row.head.sittingId === sittingId ? { ...row, connected, screens } : row,
        ),
      }));
    });
    this.#connection.onLive(() => void this.#subscription.subscribe());
    this.#connection.onRefused((code) => this.#fail(code));
    this.#timers.later(() => {
      if (this.#phase === 'loading') this.#fail('network');
    }, FIRST_STATE_WITHIN);
  }

  get clock(): ServerClock {
    return this.#clock;
  }
  get connection(): Connection {
    return this.#connection;
  }
  get phase(): 'loading' | 'live' | 'error' {
    return this.#phase;
  }
  get error(): ErrorCode | 'network' | null {
    return this.#error;
  }
  get description(): SeminarDescription {
    return this.#state.description;
  }
  /** Each sitting with what its times are computed from, and its times as of the last whole second. */
  get rows(): readonly LiveRow[] {
    return this.#rows;
  }
  get shared(): SharedView {
    return this.#state.shared;
  }
  /** The séminaire is over. */
  get closed(): boolean {
    return this.#state.closed;
  }
  get programmeRestorable(): boolean {
    return this.#state.programmeRestorable;
  }
  /** Newest first, those taken back too. */
  get messages(): readonly SentMessage[] {
    return this.#state.messages;
  }

  /** Sends a command now, once, as organiser. */
  send(command: Command): Promise<CommandResult> {
    return this.#connection.command({
      commandId: newId(),
      as: 'organiser',
      by: null,
      validUntil: this.#clock.validUntil(),
      command,
    });
  }

  close(): void {
    this.#timers.close();
    this.#subscription.close();
    this.#clock.close();
    this.#connection.close();
  }

  async #ask(seminarId: string): Promise<ApiResult<SeminarState>> {
    const answer = await this.#connection.subscribe({ channel: 'seminar', seminarId });
    if (!answer.ok) return answer;
    // One channel, one shape of state; anything else would be a server of another build.
    if (!('rows' in answer.value)) return { ok: false, error: { code: 'protocol/stale-client' } };
    return { ok: true, value: answer.value };
  }

  #fail(code: ErrorCode | 'network'): void {
    if (this.#phase === 'live' && (code === 'protocol/stale-client' || code === 'network')) return;
    this.#phase = 'error';
    this.#error = code;
  }
}
