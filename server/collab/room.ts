/**
 * One document and everyone who has it open. One serial queue: load, apply, commit, then broadcast, then acknowledge.
 * Between two passes over the queue the document in memory is exactly what is on disk.
 */
import * as Y from 'yjs';
import type { Instant } from '#core/time/instant.ts';
import type { CollabState } from '#protocol/collab.ts';
import { COLLAB_CLOSE } from '#protocol/collab.ts';
import { composeDocument } from '#ydoc/compose.ts';
import { wireName } from '#ydoc/document-names.ts';
import { richTextOf } from '#ydoc/snapshot.ts';
import type { DocumentStore } from '../seminars/documents.port.ts';
import type { Clock, Logger, Timers } from '../seminars/surroundings.port.ts';
import { Audience } from './audience.ts';
import type { Connection, Mode } from './connection.ts';
import { codeOf } from './error-code.ts';
import type { Limits } from './limits.ts';
import { OpenDocument } from './open-document.ts';
import { Presence } from './presence.ts';
import type { Renewal, Seed, Task } from './room-work.ts';
import { Batch, takeTogether } from './room-work.ts';
import { Saver } from './saver.ts';
import { readFrame, syncAnswerFrame, syncRequestFrame } from './wire.ts';

export type RoomSurroundings = {
  readonly documents: DocumentStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly timers: Timers;
  readonly limits: Limits;
  /** The room's commits begin to fail, or succeed again. */
  readonly onSaving: (room: Room, works: boolean) => void;
  readonly onLeft: (connection: Connection) => void;
  /** The text is another on disk. */
  readonly onCommitted: (room: Room) => void;
  /** The room takes nothing more. */
  readonly onEnd: (room: Room) => void;
};

export class Room {
  readonly document: string;
  readonly #around: RoomSurroundings;
  readonly #audience: Audience;
  readonly #saver: Saver;
  readonly #queue: Task[] = [];
  #open: OpenDocument | null = null;
  #working: Promise<void> | null = null;
  #ended = false;
  #closing = false;
  /** Closed while the disk refused: what is in memory is not what is on disk. */
  #abandoned = false;
  #cancelLinger: (() => void) | null = null;

  constructor(document: string, around: RoomSurroundings) {
    this.document = document;
    this.#around = around;
    this.#audience = new Audience({
      ...around,
      onCaughtUp: (connection) => this.#enqueue({ type: 'resync', connection }),
    });
    this.#saver = new Saver({ ...around, onSaving: (works) => this.#savingTurned(works) });
  }

  /** The open epoch, null until it is loaded. */
  get epoch(): number | null {
    return this.#open?.epoch ?? null;
  }

  join(connection: Connection, seed: Seed | null): void {
    this.#cancelLinger?.();
    this.#cancelLinger = null;
    this.#audience.add(connection);
    if (this.#saver.works) this.#enqueue({ type: 'join', connection, seed });
    else this.#drop(connection, COLLAB_CLOSE.unavailable, 'not-saved');
  }

  receive(connection: Connection, frame: Uint8Array): void {
    if (connection.closed) return;
    const now = this.#now();
    if (!connection.mayReceive('frame', now)) return this.#drop(connection, COLLAB_CLOSE.tooFast, 'frames');
    const incoming = readFrame(frame, this.#around.limits);
    switch (incoming?.type) {
      case undefined:
        return this.#drop(connection, COLLAB_CLOSE.malformed, 'malformed');
      case 'sync-request':
        if (!connection.mayReceive('sync-request', now)) {
          return this.#drop(connection, COLLAB_CLOSE.tooFast, 'sync requests');
        }
        this.#enqueue({ type: 'sync', connection, stateVector: incoming.stateVector });
        break;
      case 'update':
        this.#receiveUpdate(connection, incoming.update, incoming.whole, now);
        break;
      case 'presence':
        this.#audience.hear(connection, incoming.claims);
        break;
      case 'presence-request':
        this.#audience.sendEveryone(connection);
        break;
      case 'nothing':
        break;
    }
    connection.answerQuietly(now);
  }

  leave(connection: Connection): void {
    if (!this.#audience.remove(connection)) return;
    connection.closed = true;
    this.#around.onLeft(connection);
    this.#lingerIfIdle();
  }

  /** The person's rights have changed. */
  setMode(connection: Connection, mode: Mode): void {
    if (connection.mode === mode) return;
    connection.mode = mode;
    connection.tellState(this.#stateFor(connection), this.#now());
    if (mode === 'read') this.#audience.hide(connection);
    else this.#askForEverything(connection);
  }

  /** Closes the epoch and opens the next with what `remake` makes of the text; null when the room has ended. */
  async renew(remake: Renewal['remake']): Promise<number | null> {
    return await new Promise((done, failed) => {
      this.#enqueue({ type: 'renew', remake, done, failed });
    });
  }

  /** Writes what is not yet on disk, then lets everyone go. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#saver.hurry();
    while (this.#working !== null) await this.#working;
    this.#end(COLLAB_CLOSE.restart, 'restart');
  }

  #now(): Instant {
    return this.#around.clock.now();
  }

  #receiveUpdate(connection: Connection, update: Uint8Array, whole: boolean, now: Instant): void {
    const frame = connection.countUpdate();
    if (!connection.mayReceive('update', now)) return this.#drop(connection, COLLAB_CLOSE.tooFast, 'updates');
    if (!this.#saver.works) {
      if (whole) connection.asked = false;
      connection.refuse(frame, 'not-saved', now);
      return this.#enqueue({ type: 'refused', connection, frame });
    }
    connection.queuedBytes += update.length;
    if (connection.queuedBytes > this.#around.limits.queuedBytes) {
      return this.#drop(connection, COLLAB_CLOSE.tooFast, 'bytes');
    }
    this.#enqueue({ type: 'update', connection, frame, update, whole });
  }

  #enqueue(task: Task): void {
    if (this.#ended) {
      if (task.type === 'renew') task.done(null);
      else this.#drop(task.connection, COLLAB_CLOSE.restart, 'restart');
      return;
    }
    this.#queue.push(task);
    this.#wake();
  }

  #wake(): void {
    if (this.#working !== null || this.#queue.length === 0 || this.#ended || this.#abandoned) return;
    // What arrives in the same turn of the event loop shares one commit.
    this.#working = Promise.resolve()
      .then(() => this.#work())
      .catch((error: unknown) => this.#fail('collab.room-failed', error))
      .then(() => {
        this.#working = null;
        this.#wake();
        this.#lingerIfIdle();
      });
  }

  async #work(): Promise<void> {
    if (this.#open === null) {
      try {
        this.#open = await OpenDocument.load(this.document, this.#around);
      } catch (error) {
        return this.#fail('collab.load-failed', error);
      }
      const { clientIds, replica } = this.#open;
      this.#audience.open(new Presence(this.#around.limits, clientIds), replica.stateVector());
    }
    while (this.#queue.length > 0 && !this.#ended && !this.#abandoned) {
      const tasks = takeTogether(this.#queue);
      const [first] = tasks;
      if (first?.type === 'renew') await this.#renew(first, this.#open);
      else await this.#pass(tasks, this.#open);
    }
  }

  async #pass(tasks: readonly Task[], open: OpenDocument): Promise<void> {
    const batch = new Batch();
    for (const task of tasks) await this.#take(task, open, batch);
    if (batch.changes.length > 0) {
      const update = Y.mergeUpdates([...batch.updates()]);
      const { name: document, epoch } = open;
      const seq = await this.#saver.save({ document, epoch, update, clients: batch.firstUses });
      if (seq === null) {
        this.#abandoned = true;
        return;
      }
      open.replica.committed(seq, update.length);
      this.#audience.publish(batch.changes);
      this.#around.onCommitted(this);
    }
    for (const afterwards of batch.afterwards) afterwards();
    const now = this.#now();
    for (const connection of batch.settled) connection.acknowledge(now);
    await open.compactIfDue();
  }

  async #take(task: Task, open: OpenDocument, batch: Batch): Promise<void> {
    if (task.type === 'renew') return;
    const { connection } = task;
    if (task.type === 'update') connection.queuedBytes -= task.update.length;
    // What a connection sent before it ended still counts, unless it never was let in.
    if (connection.closed && !(task.type === 'update' && connection.joined)) return;
    switch (task.type) {
      case 'join':
        connection.joined = await this.#letIn(connection, task.seed, open, batch);
        batch.afterwards.push(() => this.#greet(connection, open));
        return;
      case 'update':
        batch.settled.add(connection);
        await this.#takeUpdate(task, open, batch);
        connection.settle(task.frame);
        return;
      case 'refused':
        batch.settled.add(connection);
        connection.settle(task.frame);
        return;
      case 'sync':
        batch.afterwards.push(() => this.#answer(connection, task.stateVector, open));
        return;
      case 'resync':
        batch.afterwards.push(() => this.#resync(connection, open));
    }
  }

  /** Writes the server's own sections, once, before anyone is synced; false when the connection had to go. */
  async #letIn(
    connection: Connection,
    seed: Seed | null,
    open: OpenDocument,
    batch: Batch,
  ): Promise<boolean> {
    if (connection.epoch !== open.epoch) {
      this.#drop(connection, COLLAB_CLOSE.epochClosed, wireName({ ...connection.ref, epoch: open.epoch }));
      return false;
    }
    if (seed === null || !open.isNew) return true;
    let sections: Uint8Array | null;
    try {
      sections = await seed();
    } catch (error) {
      this.#around.logger.error('collab.seed-failed', { document: this.document, reason: codeOf(error) });
      this.#drop(connection, COLLAB_CLOSE.unavailable, 'cannot be prepared');
      return false;
    }
    const outcome = sections === null ? null : open.seed(sections);
    if (outcome?.type === 'malformed') throw new Error('The seed is no sound update.');
    if (outcome?.type === 'changed') {
      batch.changes.push({ update: outcome.change, from: null });
      batch.firstUses.push(...outcome.firstUses);
    }
    return true;
  }

  async #takeUpdate(
    { connection, frame, update, whole }: Extract<Task, { type: 'update' }>,
    open: OpenDocument,
    batch: Batch,
  ): Promise<void> {
    if (whole) connection.asked = false;
    const outcome = open.take(update, connection);
    switch (outcome.type) {
      case 'changed':
        batch.changes.push({ update: outcome.change, from: connection });
        batch.firstUses.push(...outcome.firstUses);
        return;
      case 'nothing-new':
        return;
      case 'refused':
        connection.refuse(frame, outcome.refusal, this.#now());
        // Something was lost on the way, such as an update refused before: the whole difference heals it.
        if (outcome.refusal === 'incomplete' && !whole) this.#askForEverything(connection);
        return;
      case 'malformed':
        this.#drop(connection, COLLAB_CLOSE.malformed, 'malformed');
        if (outcome.damaged) await open.rebuild(batch.updates());
    }
  }

  async #renew(renewal: Renewal, open: OpenDocument): Promise<void> {
    let epoch: number;
    try {
      const snapshot = composeDocument(renewal.remake(richTextOf(open.replica.doc)));
      epoch = await this.#around.documents.renew(this.document, open.epoch, snapshot);
    } catch (error) {
      return renewal.failed(error);
    }
    for (const connection of this.#audience.all()) {
      this.#drop(connection, COLLAB_CLOSE.epochClosed, wireName({ ...connection.ref, epoch }));
    }
    this.#end(COLLAB_CLOSE.epochClosed, '');
    this.#around.onCommitted(this);
    renewal.done(epoch);
  }

  #greet(connection: Connection, open: OpenDocument): void {
    if (connection.closed) return;
    connection.greeted = true;
    connection.tellState(this.#stateFor(connection), this.#now());
    this.#askForEverything(connection, open);
    this.#audience.introduce(connection);
  }

  #answer(connection: Connection, stateVector: Uint8Array, open: OpenDocument): void {
    if (connection.closed || !connection.greeted) return;
    const now = this.#now();
    connection.synced = true;
    if (!connection.keepsUp(stateVector, now)) return;
    connection.send(syncAnswerFrame(open.replica.difference(stateVector)), now);
  }

  #askForEverything(connection: Connection, open = this.#open): void {
    if (open === null || connection.asked || !connection.greeted) return;
    connection.asked = true;
    connection.send(syncRequestFrame(open.replica.stateVector()), this.#now());
  }

  /** Everything since the connection fell behind, in one frame. */
  #resync(connection: Connection, open: OpenDocument): void {
    if (connection.behind === null || !connection.hasCaughtUp()) return;
    const { had } = connection.behind;
    connection.behind = null;
    // As an answer, because it may be the first that the client gets.
    connection.send(syncAnswerFrame(open.replica.difference(had)), this.#now());
    this.#audience.sendEveryone(connection);
  }

  #savingTurned(works: boolean): void {
    this.#around.onSaving(this, works);
    for (const connection of this.#audience.all()) {
      // Whoever has not had the document yet would take what is in memory for what is kept.
      if (!works && !connection.synced) this.#drop(connection, COLLAB_CLOSE.unavailable, 'not-saved');
      connection.tellState(this.#stateFor(connection), this.#now());
      if (works && connection.mode === 'write') this.#askForEverything(connection);
    }
  }

  #stateFor(connection: Connection): CollabState {
    if (connection.mode === 'read') return 'read-only';
    return this.#saver.works ? 'writable' : 'not-saved';
  }

  #drop(connection: Connection, code: number, reason: string): void {
    if (!connection.closed) this.#around.logger.info('collab.closed', { document: this.document, code });
    connection.close(code, reason);
    this.leave(connection);
  }

  /** A room that everyone has left stays for a moment: they often come back. */
  #lingerIfIdle(): void {
    if (this.#ended || this.#closing || !this.#isIdle() || this.#cancelLinger !== null) return;
    this.#cancelLinger = this.#around.timers.after(this.#around.limits.lingerMs, () => {
      this.#cancelLinger = null;
      if (this.#isIdle()) this.#end(COLLAB_CLOSE.restart, '');
    });
  }

  #isIdle(): boolean {
    return this.#audience.size === 0 && this.#queue.length === 0 && this.#working === null;
  }

  /** Whatever went wrong, what is on disk is right: everyone comes back to that and sends what it lacks. */
  #fail(event: string, error: unknown): void {
    this.#around.logger.error(event, { document: this.document, reason: codeOf(error) });
    this.#end(COLLAB_CLOSE.unavailable, 'unavailable');
  }

  #end(code: number, reason: string): void {
    if (this.#ended) return;
    this.#audience.close();
    this.#ended = true;
    for (const connection of this.#audience.all()) this.#drop(connection, code, reason);
    for (const task of this.#queue.splice(0)) if (task.type === 'renew') task.done(null);
    this.#cancelLinger?.();
    this.#open?.destroy();
    if (!this.#saver.works) this.#around.onSaving(this, true);
    this.#around.onEnd(this);
  }
}
