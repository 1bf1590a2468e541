/** A sitting as a page follows it: what the server says, what this device has said, and the commands. */
import { SvelteSet } from 'svelte/reactivity';
import type { Role } from '#core/access/roles.ts';
import { project } from '#core/agenda/project.ts';
import type { Room, RunProjection } from '#core/agenda/run.ts';
import type { Instant } from '#core/time/instant.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { Audience, Command, CommandType } from '#protocol/inputs.ts';
import type { RunView } from '#protocol/run-views.ts';
import type { GrantView, Own, SittingFrame, SittingState } from '#protocol/views.ts';
import type { ApiResult } from './api.ts';
import { afterSittingFrame, resubscribed, withOlderPage } from './apply-frame.ts';
import { ArrivingWords } from './arriving-words.svelte.ts';
import { gapDelay, retryDelay } from './backoff.ts';
import { ServerClock } from './clock.svelte.ts';
import { CommandsNow } from './commands-now.svelte.ts';
import type { Refusal, RunCommandWithoutExpectation } from './commands-now.svelte.ts';
import { Connection } from './connection.svelte.ts';
import type { CommandResult } from './connection.svelte.ts';
import { chosenPerson, isSharedDevice } from './chosen-person.ts';
import { device } from './device.ts';
import { keptDocuments } from './kept-records.ts';
import type { Keeping } from './kept-records.ts';
import { meAfter, meTold } from './me-after.ts';
import { roomOf } from './nothing-yet.ts';
import { OfflineRun } from './offline-run.svelte.ts';
import type { GivenAlone } from './offline-run.svelte.ts';
import type { PendingCommand, RefusedCommand } from './outbox-queue.ts';
import { supportsAfter } from './outbox-queue.ts';
import { Outbox } from './outbox.svelte.ts';
import { OwnWords } from './own-words.svelte.ts';
import { ShownSitting } from './shown-sitting.svelte.ts';
import { SittingOnDevice } from './sitting-on-device.ts';
import { SittingWords } from './sitting-words.ts';
import { Subscription } from './subscription.ts';
import { Timers } from './timers.ts';

/** Milliseconds without a first state until the page says so; it goes on trying. */
const FIRST_STATE_WITHIN = 15_000;
/** Milliseconds without a first state until what this device saw last is shown meanwhile. */
const KEPT_AFTER = 3_000;
/** Commands after which what is this person's own is another. */
const OWN_TYPES: ReadonlySet<CommandType> = new Set([
  'contribution/make',
  'contribution/change',
  'contribution/withdraw',
  'contribution/agree',
  'contribution/disown',
  'presentation/write',
  'presentation/agree',
]);

export type LiveSittingParts = {
  readonly sittingId: string;
  readonly audience: Audience;
  readonly as: Role;
  /** The rights of this device, kept with what it saw last. */
  readonly grants: readonly GrantView[];
  /** Of the page. */
  readonly build: string;
  /** There was no network when the page opened: what this device saw last is shown at once. */
  readonly offline: boolean;
};

export class LiveSitting extends ShownSitting {
  readonly #sittingId: string;
  /** The person who took this page up; another one on the same device takes up a page of their own. */
  #by: string | null;
  readonly #connection = new Connection();
  readonly #clock: ServerClock;
  readonly #outbox: Outbox;
  readonly #own: OwnWords;
  readonly #words: SittingWords;
  readonly #subscription: Subscription<SittingState, SittingFrame>;
  readonly #onDevice: SittingOnDevice;
  readonly #commands: CommandsNow;
  #staleSince = $state<Instant | null>(null);
  #phase = $state<'loading' | 'live' | 'error'>('loading');
  #error = $state<ErrorCode | 'network' | null>(null);
  /** On a console that runs the sitting: what is given while it is cut off. */
  readonly #alone: OfflineRun | null;
  /** The subscription has answered over the present connection. */
  #answered = false;
  readonly #run = $derived.by(() => this.#alone?.run ?? this.state.run);
  readonly #room = $derived(roomOf({ ...this.state, run: this.#run }, this.state.shared));
  readonly #projection = $derived.by(() => project(this.#room, this.#clock.second));
  readonly #pending = $derived.by(() => [
    ...this.#arriving.notIn(this.state.contributions),
    ...this.#outbox.waiting,
  ]);
  #loadingOlder = false;
  readonly #timers = new Timers();
  readonly #arriving = new ArrivingWords(this.#timers);
  readonly #madeHere = new SvelteSet<string>();
  #reveals = $state(0);
  /** Called when what was said in the atelier's other sittings became another. */
  heardElsewhere: () => void = () => undefined;

  constructor({ sittingId, audience, as, grants, build, offline }: LiveSittingParts) {
    super();
    this.#sittingId = sittingId;
    this.#by = as === 'participant' ? chosenPerson(sittingId) : null;
    this.#clock = new ServerClock(this.#connection, audience);
    this.#alone =
      audience === 'console' && as !== 'rapporteur'
        ? new OfflineRun({
            ...{ sittingId, connection: this.#connection, clock: this.#clock },
            state: () => this.state,
            staleSince: () => this.#staleSince,
            send: (command, commandId) => this.send(command, commandId),
          })
        : null;
    this.#commands = new CommandsNow({
      ...{ sittingId, as, connection: this.#connection, clock: this.#clock, timers: this.#timers },
      alone: this.#alone,
      by: () => this.#by,
      state: () => this.state,
      asked: (askId) => this.#subscription.update((state) => ({ ...state, me: { ...state.me, askId } })),
    });
    this.#outbox = new Outbox({
      sittingId,
      as,
      by: () => this.#by,
      device: device(),
      connection: this.#connection,
      now: () => this.#clock.now(),
      random: () => Math.random(),
      arrived: (pending) => this.#arrived(pending),
      refused: (pending, code) => {
        this.#commands.setRefusal({ code, commandType: pending.command.type });
      },
    });
    this.#own = new OwnWords({
      ...{ sittingId, device: device(), connection: this.#connection },
      by: () => this.#by,
      told: (own) => this.#toldOfMe(own),
    });
    this.#words = new SittingWords({
      sittingId,
      own: this.#own,
      seminarId: () => this.state.head.seminarId,
      put: (command) => this.#outbox.put(command),
      waiting: () => this.#outbox.waiting,
      dots: () => this.state.me.dots,
    });
    this.#subscription = new Subscription<SittingState, SittingFrame>({
      ask: () => this.#ask(audience),
      after: afterSittingFrame,
      renewed: resubscribed,
      changed: (state) => this.#changed(state),
      refused: (code) => this.#refused(code),
      pause: (attempt) => this.#timers.pause(retryDelay(attempt, Math.random())),
      spread: () => this.#timers.pause(gapDelay(Math.random())),
    });
    this.#connection.on('sitting', (frame) => {
      if (frame.sittingId !== sittingId) return;
      this.#subscription.receive(frame);
      if (frame.changes.some((it) => it.type === 'contributions-gone' && it.ids.some((id) => this.isOwn(id))))
        void this.#own.refresh();
    });
    this.#connection.on('own', ({ sittingId: where }) => {
      if (where === sittingId) void this.#own.refresh();
    });
    this.#connection.on('elsewhere', ({ sittingId: where }) => {
      if (where === sittingId) this.heardElsewhere();
    });
    this.#connection.on('connected', ({ sittingId: where, connected }) => {
      if (where === sittingId) this.#subscription.update((state) => ({ ...state, connected }));
    });
    this.#onDevice = new SittingOnDevice({
      ...{ audience, sittingId, build, grants, device: device() },
      now: () => this.#clock.now(),
      isShared: () => this.onSharedDevice,
      current: () => (this.#isCurrent ? this.state : null),
      hasUnsent: () => this.hasUnsent,
      left: () => this.#outbox.release(),
    });
    if (offline) this.#showKept();
    else this.#timers.later(() => this.#showKept(), KEPT_AFTER);
    this.#connection.onLost(() => this.#alone?.lost());
    this.#connection.onLive(() => {
      this.#answered = false;
      this.#alone?.reconnected();
      this.#outbox.reconnected();
      void this.#subscription.subscribe();
      if (audience === 'participant') void this.#own.refresh();
    });
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
  /** Before `live` there is nothing to show: what follows is then empty. */
  get phase(): 'loading' | 'live' | 'error' {
    return this.#phase;
  }
  get error(): ErrorCode | 'network' | null {
    return this.#error;
  }

  /** While the page has had no answer yet and shows what this device saw last: when that was. Else null. */
  get staleSince(): Instant | null {
    return this.#staleSince;
  }
  /** Whoever takes part here shares the device: nothing is to outlive their visit. */
  get onSharedDevice(): boolean {
    return isSharedDevice(this.#sittingId, this.state.me.personId);
  }
  /** How the shared texts of this sitting are kept on this device. */
  get keeping(): Keeping {
    const { seminarId } = this.state.head;
    const until = this.onSharedDevice ? 'sent' : 'purged';
    return { seminarId, by: this.state.me.personId, until };
  }
  /** Something said or written here is on this device only. */
  get hasUnsent(): boolean {
    const texts = Object.values(this.state.documents);
    return (
      this.#outbox.waiting.length > 0 ||
      keptDocuments(device()).some((it) => it.unsent && texts.includes(it.wireName))
    );
  }

  get run(): RunView {
    return this.#run;
  }
  /** Null but on a console that runs the sitting. */
  get alone(): OfflineRun | null {
    return this.#alone;
  }
  /** What the times are computed from. */
  get room(): Room {
    return this.#room;
  }
  /** What this page says, and what is this person's own. */
  get words(): SittingWords {
    return this.#words;
  }
  /** The times of every point, as of the last whole second. */
  get projection(): RunProjection {
    return this.#projection;
  }
  async loadOlder(): Promise<void> {
    const before = this.state.olderBefore;
    if (before === null || this.#loadingOlder) return;
    this.#loadingOlder = true;
    const page = await this.#connection.page({ sittingId: this.#sittingId, before, by: this.#by });
    this.#loadingOlder = false;
    // Subscribed anew meanwhile, the page may no longer join on.
    if (page.ok && this.state.olderBefore === before) {
      this.#subscription.update((state) => withOlderPage(state, page.value));
    }
  }

  /** Whether this person supports it, taps that have not arrived yet included. */
  supports(contributionId: string): boolean {
    return supportsAfter(
      this.#outbox.waiting,
      contributionId,
      this.state.me.supported.includes(contributionId),
    );
  }

  isOwn(contributionId: string): boolean {
    return this.state.me.own.includes(contributionId) || this.#own.has(contributionId);
  }

  /** Sent from this page, whoever's words they are: what its person just entered is no news to them. */
  wasMadeHere(contributionId: string): boolean {
    return this.#madeHere.has(contributionId);
  }

  /** How many silent writings ended while this page looked on: their words were asked for. */
  get reveals(): number {
    return this.#reveals;
  }

  /** In the outbox or on the way back from the server, oldest first. */
  get pending(): readonly PendingCommand[] {
    return this.#pending;
  }

  /** Whether what is pending would outlive this page. */
  get pendingIsKept(): boolean {
    return this.#outbox.isKept;
  }

  /** Contributions the server did not take, with their words, until each is dismissed. */
  get refusedContributions(): readonly RefusedCommand[] {
    return this.#outbox.refused;
  }

  dismissRefusedContribution(commandId: string): void {
    this.#outbox.dismiss(commandId);
  }

  get lastRefusal(): Refusal | null {
    return this.#commands.lastRefusal;
  }

  dismissRefusal(): void {
    this.#commands.setRefusal(null);
  }

  /**
   * Gives a run command now or not at all: decided here while a console is cut off, refused when the run is no longer as
   * this page shows it. Resolves when the page shows its effect, or what it was refused for.
   */
  runCommand(command: RunCommandWithoutExpectation): Promise<GivenAlone> {
    return this.#commands.run(command);
  }

  /** Sends a command now, once; the server refuses it when it comes too late. */
  send(command: Command, commandId?: string): Promise<CommandResult> {
    return this.#commands.send(command, commandId);
  }

  /** As `send`, and resolves once the page shows what came of it. */
  sendAndSee(command: Command): Promise<CommandResult> {
    return this.#commands.sendAndSee(command);
  }

  close(): void {
    this.#timers.close();
    this.#subscription.close();
    this.#onDevice.close();
    this.#outbox.close();
    this.#own.close();
    this.#clock.close();
    this.#connection.close();
  }

  async #ask(audience: Audience): Promise<ApiResult<SittingState>> {
    const answer = await this.#connection.subscribe({
      channel: 'sitting',
      sittingId: this.#sittingId,
      audience,
      by: this.#by,
    });
    if (!answer.ok) return answer;
    // One channel, one shape of state; anything else would be a server of another build.
    if (!('head' in answer.value)) return { ok: false, error: { code: 'protocol/stale-client' } };
    this.#answered = true;
    return { ok: true, value: answer.value };
  }

  #changed(state: SittingState): void {
    const silence = this.state.silence;
    this.state = state;
    if (silence !== null && state.silence?.id !== silence.id) {
      this.#reveals += 1;
      this.#outbox.release((it) => it.type === 'contribution/make' && it.silenceId === silence.id);
    }
    this.#arriving.settle(state.contributions);
    this.#by = state.me.personId;
    this.#phase = 'live';
    this.#error = null;
    this.#staleSince = null;
    if (this.#answered) this.#alone?.caughtUp();
    this.#onDevice.told(state);
    this.#commands.look();
    this.#outbox.flush();
  }

  #toldOfMe(own: Own): void {
    const me = meTold(this.state.me, own);
    if (me !== this.state.me) this.#subscription.update((state) => ({ ...state, me: meTold(state.me, own) }));
  }

  #refused(code: ErrorCode | 'network'): void {
    // A page that shows something goes on showing it; its connection says that it may be old.
    if (code !== 'network') this.#fail(code);
  }

  #fail(code: ErrorCode | 'network'): void {
    if (this.#phase === 'live' && (code === 'protocol/stale-client' || code === 'network')) return;
    this.#phase = 'error';
    this.#error = code;
    if (code.startsWith('access/')) this.#onDevice.drop();
  }

  #showKept(): void {
    if (this.#phase !== 'loading') return;
    const kept = this.#onDevice.kept(this.#by);
    if (kept === null) return;
    this.state = kept.state;
    this.#by = kept.by;
    this.#staleSince = kept.at;
    this.#phase = 'live';
  }

  get #isCurrent(): boolean {
    return this.#phase === 'live' && this.#connection.status === 'live' && this.#staleSince === null;
  }

  #arrived(pending: PendingCommand): void {
    const { command } = pending;
    // What an earlier person of this device left waiting is theirs, not that of whoever holds it now.
    if (pending.by === null || pending.by === this.#by) {
      this.#subscription.update((state) => ({ ...state, me: meAfter(state.me, command) }));
    }
    if (OWN_TYPES.has(command.type)) void this.#own.refresh();
    if (command.type === 'contribution/make') {
      this.#madeHere.add(command.contributionId);
      this.#arriving.add(pending);
    }
  }
}
