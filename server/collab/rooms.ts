/** The rooms that are open, one per document. */
import type { RichText } from '#core/actes/rich-text.ts';
import type { DocumentRef } from '#ydoc/document-names.ts';
import { documentName } from '#ydoc/document-names.ts';
import type { Arrival } from './connection.ts';
import { Connection } from './connection.ts';
import type { RoomSurroundings } from './room.ts';
import { Room } from './room.ts';
import type { Seed } from './room-work.ts';
import { storedText, storedUpdates } from './stored-text.ts';

export type RoomsSurroundings = Omit<RoomSurroundings, 'onSaving' | 'onLeft' | 'onEnd' | 'onCommitted'> & {
  /** The document is another on disk. */
  readonly committed: (document: string) => void;
};

/** A connection in its room. */
export type Seat = { readonly connection: Connection; readonly room: Room };

export class Rooms {
  readonly #around: RoomsSurroundings;
  readonly #rooms = new Map<string, Room>();
  readonly #unsaving = new Set<Room>();
  /** How many connections each session has, by document. */
  readonly #seats = new Map<string, Map<string, number>>();

  constructor(around: RoomsSurroundings) {
    this.#around = around;
  }

  /** How many documents are open. */
  get size(): number {
    return this.#rooms.size;
  }

  /** False while any document's commits fail. */
  writable(): boolean {
    return this.#unsaving.size === 0;
  }

  async epochOf(ref: DocumentRef): Promise<number> {
    const document = documentName(ref);
    return this.#rooms.get(document)?.epoch ?? (await this.#around.documents.epoch(document));
  }

  /** Lets a client in; null when its session has too many open already. */
  join(arrival: Arrival, seed: Seed | null): Seat | null {
    const { documentsPerSession, connectionsPerSessionAndDocument } = this.#around.limits;
    const document = documentName(arrival.ref);
    const seats = this.#seats.get(arrival.owner) ?? new Map<string, number>();
    const taken = seats.get(document) ?? 0;
    if (taken >= connectionsPerSessionAndDocument) return null;
    if (taken === 0 && seats.size >= documentsPerSession) return null;
    this.#seats.set(arrival.owner, seats.set(document, taken + 1));
    const connection = new Connection(arrival, this.#around.limits);
    const room = this.#roomOf(document);
    room.join(connection, seed);
    return { connection, room };
  }

  /** What is on disk of a document, as plain data. */
  richText(ref: DocumentRef): Promise<RichText> {
    return storedText(this.#around.documents, ref);
  }

  /** The same as updates, oldest first. */
  stored(ref: DocumentRef): Promise<readonly Uint8Array[]> {
    return storedUpdates(this.#around.documents, ref);
  }

  /** Opens a new epoch that holds what `remake` makes of the present text and nothing of its history. */
  async renew(ref: DocumentRef, remake: (present: RichText) => RichText): Promise<number> {
    for (;;) {
      const epoch = await this.#roomOf(documentName(ref)).renew(remake);
      if (epoch !== null) return epoch;
    }
  }

  /** Writes what is not yet on disk, for as long as that may take, then lets everyone go. */
  async close(): Promise<void> {
    const { timers, limits } = this.#around;
    let cancel = (): void => undefined;
    const late = new Promise<void>((resolve) => {
      cancel = timers.after(limits.flushMs, resolve);
    });
    await Promise.race([Promise.all([...this.#rooms.values()].map((room) => room.close())), late]);
    cancel();
  }

  #roomOf(document: string): Room {
    const present = this.#rooms.get(document);
    if (present !== undefined) return present;
    const room = new Room(document, {
      ...this.#around,
      onSaving: (it, works) => void (works ? this.#unsaving.delete(it) : this.#unsaving.add(it)),
      onCommitted: () => this.#around.committed(document),
      onLeft: (connection) => this.#leaveSeat(connection.owner, document),
      onEnd: () => this.#rooms.delete(document),
    });
    this.#rooms.set(document, room);
    return room;
  }

  #leaveSeat(owner: string, document: string): void {
    const seats = this.#seats.get(owner);
    const taken = seats?.get(document) ?? 0;
    if (taken > 1) seats?.set(document, taken - 1);
    else seats?.delete(document);
    if (seats?.size === 0) this.#seats.delete(owner);
  }
}
