/** The rooms that one phone runs: each is followed all the time, one is shown. */
import type { Role } from '#core/access/roles.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { GrantView } from '#protocol/views.ts';
import type { LiveSitting } from '#lib/client/live-sitting.svelte.ts';
import { OpenedSitting } from '../../../opened-sitting.svelte.ts';
import { ConsoleDesk } from './console-desk.svelte.ts';
import { ROOMS_AT_MOST, roomsToRun } from './console-rooms.ts';

export class ConsoleRoom {
  readonly sittingId: string;
  readonly #opened: OpenedSitting;
  #desk: ConsoleDesk | null = null;

  constructor(sittingId: string) {
    this.sittingId = sittingId;
    this.#opened = new OpenedSitting({
      audience: 'console',
      roles: ['animateur', 'organiser', 'rapporteur'],
      sittingId: () => sittingId,
    });
  }

  get live(): LiveSitting | null {
    return this.#opened.live;
  }
  /** Null until this device knows what it may open. */
  get desk(): ConsoleDesk | null {
    const { live } = this.#opened;
    if (live === null) return null;
    this.#desk ??= new ConsoleDesk(live);
    return this.#desk;
  }
  get error(): ErrorCode | 'network' | null {
    return this.#opened.error;
  }
  get grants(): readonly GrantView[] {
    return this.#opened.grants;
  }
  get role(): Role {
    return this.#opened.role;
  }

  close(): void {
    this.#opened.close();
  }
}

export class ConsoleRooms {
  #rooms = $state.raw<readonly ConsoleRoom[]>([]);

  get rooms(): readonly ConsoleRoom[] {
    return this.#rooms;
  }

  room(sittingId: string): ConsoleRoom | undefined {
    return this.#rooms.find((room) => room.sittingId === sittingId);
  }

  open(sittingId: string): void {
    if (this.room(sittingId) !== undefined) return;
    const [oldest, ...others] = this.#rooms;
    const isFull = this.#rooms.length >= ROOMS_AT_MOST;
    if (isFull) oldest?.close();
    this.#rooms = [...(isFull ? others : this.#rooms), new ConsoleRoom(sittingId)];
  }

  /** Once a room says to which séminaire it belongs, its neighbours on this device are opened too. */
  openNeighbours(of: ConsoleRoom): void {
    const { live, grants, sittingId } = of;
    if (live?.phase !== 'live') return;
    for (const neighbour of roomsToRun(grants, sittingId, live.head.seminarId)) {
      if (this.#rooms.length < ROOMS_AT_MOST) this.open(neighbour);
    }
  }

  close(): void {
    for (const room of this.#rooms) room.close();
    this.#rooms = [];
  }
}
