/** What the régie has just done or was refused, and the way to take it back. */
import type { SharedTime } from '#core/programme/programme.ts';
import type { Instant, Minutes } from '#core/time/instant.ts';
import { newId } from '#lib/client/ids.ts';
import type { LiveSeminar } from '#lib/client/live-seminar.svelte.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { Command } from '#protocol/inputs.ts';
import type { SittingRow } from '#protocol/regie-views.ts';
import type { AppliedIn, RoomMinutes } from './several-rooms.ts';
import { roomTitle } from './room-words.ts';
import { redistributeCommand, takeBackCommands } from './several-rooms.ts';
import type { Started } from './started-room.ts';
import { startUndoOf } from './started-room.ts';

export type Done =
  | {
      readonly type: 'moved';
      readonly title: string;
      readonly before: Instant;
      readonly after: Instant;
      /** The programme's revision it made. */
      readonly revision: number;
    }
  | { readonly type: 'restored' }
  | {
      readonly type: 'minutes';
      /** Taken when positive, given when negative. */
      readonly asked: number;
      /** How many minutes that made, in all rooms together. */
      readonly minutes: number;
      readonly rooms: readonly AppliedIn[];
    }
  | { readonly type: 'message'; readonly messageId: string; readonly text: string }
  | ({ readonly type: 'started'; readonly title: string } & Started)
  | { readonly type: 'plenary' };

export type Refused = ErrorCode | 'network';

type Call = { readonly sittingId: string; readonly helpId: string };

export class RegieActs {
  readonly #live: LiveSeminar;
  readonly #seminarId: string;
  #done = $state.raw<Done | null>(null);
  #refused = $state<Refused | null>(null);
  #busy = $state(false);

  constructor(live: LiveSeminar, seminarId: string) {
    this.#live = live;
    this.#seminarId = seminarId;
  }

  get done(): Done | null {
    return this.#done;
  }
  get refused(): Refused | null {
    return this.#refused;
  }
  /** Something was sent and not answered yet: a second tap would send it twice. */
  get busy(): boolean {
    return this.#busy;
  }
  /** How many rooms of the last redistribution can still take it back. */
  get takeBackCount(): number {
    return this.#done?.type === 'minutes' ? this.#takeBacks(this.#done.rooms).length : 0;
  }
  /** Whether the move that was just made is still the programme's last change. */
  get moveRestorable(): boolean {
    const { programmeRestorable, shared } = this.#live;
    return (
      this.#done?.type === 'moved' && programmeRestorable && this.#done.revision === shared.programme.revision
    );
  }

  /** Whether the start that was just made is still the last thing that happened in its room. */
  get startUndoable(): boolean {
    return this.#done?.type === 'started' && startUndoOf(this.#done, this.#sittings) !== null;
  }
  /** Whether the message that was just sent has not been taken back. */
  get messageStands(): boolean {
    const done = this.#done;
    return (
      done?.type === 'message' &&
      this.#live.messages.some(({ id, withdrawn }) => id === done.messageId && !withdrawn)
    );
  }

  forgetDone(): void {
    this.#done = null;
  }
  forgetRefusal(): void {
    this.#refused = null;
  }

  async answerCall({ sittingId, helpId }: Call): Promise<boolean> {
    return this.#one({ type: 'help/answer', sittingId, helpId });
  }

  async suspendAll(): Promise<boolean> {
    return this.#one({ type: 'rooms/suspend', seminarId: this.#seminarId, alarmId: newId() });
  }

  async resumeAll(alarmId: string): Promise<boolean> {
    return this.#one({ type: 'rooms/resume', seminarId: this.#seminarId, alarmId });
  }

  async start({ head, run }: SittingRow): Promise<boolean> {
    const { sittingId } = head;
    const eventsBefore = run.eventCount;
    const started = await this.#one({ type: 'run/start', sittingId, expectedRunEvents: eventsBefore });
    if (started) this.#done = { type: 'started', title: roomTitle(head), sittingId, eventsBefore };
    return started;
  }

  /** Takes the start back in its room, where nothing happened since. */
  async takeStartBack(): Promise<boolean> {
    const undo = this.#done?.type === 'started' ? startUndoOf(this.#done, this.#sittings) : null;
    if (undo === null || !(await this.#one(undo))) return false;
    this.#done = null;
    return true;
  }

  async sendMessage(message: {
    readonly sittingIds: string[];
    readonly screens: boolean;
    readonly phones: boolean;
    readonly text: string;
  }): Promise<boolean> {
    const messageId = newId();
    const sent = await this.#one({
      type: 'message/send',
      seminarId: this.#seminarId,
      messageId,
      ...message,
    });
    if (sent) this.#done = { type: 'message', messageId, text: message.text };
    return sent;
  }

  async withdrawMessage(messageId: string): Promise<boolean> {
    const gone = await this.#one({ type: 'message/withdraw', seminarId: this.#seminarId, messageId });
    if (gone && this.#done?.type === 'message' && this.#done.messageId === messageId) this.#done = null;
    return gone;
  }

  /** Applies the minutes as they were shown; the rooms they were applied in can take them back. */
  async redistribute(asked: Minutes, rooms: readonly RoomMinutes[]): Promise<boolean> {
    const command = redistributeCommand(this.#seminarId, asked, rooms);
    if (command === null || !(await this.#one(command))) return false;
    const applied = command.rooms.map((it) => ({
      sittingId: it.sittingId,
      eventsBefore: it.expectedRunEvents,
    }));
    const made = rooms.reduce((sum, { change }) => sum + Math.abs(change.won), 0);
    this.#done = { type: 'minutes', asked, minutes: made, rooms: applied };
    return true;
  }

  /** Makes the shared times these; sittings held in one that moves begin when it begins. */
  async moveProgramme(
    times: readonly SharedTime[],
    what: { readonly title: string; readonly before: Instant; readonly after: Instant },
  ): Promise<boolean> {
    const { revision, speakers } = this.#live.shared.programme;
    const revised = await this.#one({
      type: 'programme/revise',
      seminarId: this.#seminarId,
      expectedRevision: revision,
      times: [...times],
      speakers: { ...speakers },
    });
    if (revised) this.#done = { type: 'moved', ...what, revision: revision + 1 };
    return revised;
  }

  /** Takes the last change of the programme back, and what moved along with it. */
  async restoreProgramme(): Promise<boolean> {
    const { revision } = this.#live.shared.programme;
    const restored = await this.#one({
      type: 'programme/restore',
      seminarId: this.#seminarId,
      expectedRevision: revision,
    });
    if (restored) this.#done = { type: 'restored' };
    return restored;
  }

  /** Takes the last redistribution back in each room where nothing happened since. */
  async takeMinutesBack(): Promise<boolean> {
    if (this.#done?.type !== 'minutes') return false;
    const back = await this.#all(this.#takeBacks(this.#done.rooms));
    if (back) this.#done = null;
    return back;
  }

  /** Creates the plenary and says in the programme which time it is held in. */
  async createPlenary(
    atelier: Omit<Extract<Command, { type: 'atelier/add' }>, 'type' | 'seminarId'>,
    timeId: string | null,
  ): Promise<boolean> {
    const { revision, times, speakers } = this.#live.shared.programme;
    const held = times.map((time) => (time.id === timeId ? { ...time, atelierId: atelier.atelierId } : time));
    const link: Command = {
      type: 'programme/revise',
      seminarId: this.#seminarId,
      expectedRevision: revision,
      times: held,
      speakers: { ...speakers },
    };
    // Tried again after the second of the two was refused: the plenary is there already.
    const there = this.#live.rows.some(({ row }) => row.head.atelierId === atelier.atelierId);
    const add: Command = { type: 'atelier/add', seminarId: this.#seminarId, ...atelier };
    const made = await this.#all([...(there ? [] : [add]), ...(timeId === null ? [] : [link])]);
    if (made) this.#done = { type: 'plenary' };
    return made;
  }

  get #sittings(): readonly SittingRow[] {
    return this.#live.rows.map(({ row }) => row);
  }

  #takeBacks(rooms: readonly AppliedIn[]): readonly Command[] {
    return takeBackCommands(rooms, this.#sittings);
  }

  #one(command: Command): Promise<boolean> {
    return this.#all([command]);
  }

  /** Sends one after the other and stops at the first refusal. */
  async #all(commands: readonly Command[]): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    this.#refused = null;
    for (const command of commands) {
      const answer = await this.#live.send(command);
      if (!answer.ok) {
        this.#refused = answer.error.code;
        this.#busy = false;
        return false;
      }
    }
    this.#busy = false;
    return true;
  }
}
