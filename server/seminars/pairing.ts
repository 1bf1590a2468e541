/** Pairing: a room's computer without a mailbox becomes a sitting's projector, console or synthesis for a day. */
import type { Actor, Grant, Role } from '#core/access/roles.ts';
import type { Resource } from '#core/access/may.ts';
import { grantFor, may } from '#core/access/may.ts';
import type { DomainEvent } from '#core/events/event-types.ts';
import type { Result } from '#core/result.ts';
import { ok, refused } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import { pairingEnd } from './pairing-end.ts';
import { createPairingNumbers } from './pairing-numbers.ts';
import type { PairedPage, Pairing, PairingStore } from './pairing.port.ts';
import type { Streams } from './streams.ts';
import type { Clock, Ids, Logger, Timers } from './surroundings.port.ts';

/** What a computer is at the moment. */
export type DeviceState =
  | { readonly state: 'none' }
  | { readonly state: 'waiting'; readonly number: string; readonly until: Instant }
  | { readonly state: 'paired'; readonly pairing: Pairing; readonly atelierId: string | null };

export type Shown = { readonly sittingId: string; readonly shows: PairedPage };

/** A paired computer as those who run its sitting see it. */
export type PairedDevice = {
  readonly pairing: Pairing;
  readonly connected: boolean;
  /** Since when it is connected, or is not. */
  readonly since: Instant;
};

export type PairingRefusal =
  'access/forbidden' | 'pairing/unknown' | 'pairing/unknown-number' | 'seminar/unknown';

export type PairingsParts = {
  readonly store: PairingStore;
  readonly streams: Streams;
  /** The rights a session holds by itself: one that comes from a pairing pairs no other computer. */
  readonly heldGrants: (sessionId: string) => Promise<readonly Grant[]>;
  /** The pages of a computer, as far as they are open. */
  readonly devices: {
    readonly isConnected: (sessionId: string) => boolean;
    /** It became something else: its pages lose what they may no longer see, and are told. */
    readonly changed: (sessionId: string) => Promise<void>;
    readonly identify: (sessionId: string, word: string) => void;
  };
  /** Who counts the projectors of a sitting. */
  readonly screens: {
    readonly expect: (sittingId: string, sessionId: string) => void;
    readonly forget: (sittingId: string, sessionId: string) => void;
  };
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly logger: Logger;
};

export type Pairings = ReturnType<typeof createPairings>;

/**
 * In whose name a computer acts: as a console in that of who paired it. Whoever writes the synthesis is somebody else,
 * who says their own name there: a person that begins with the pairing.
 */
function actingAs({ id, shows, personId }: Pairing): string | null {
  if (shows === 'screen') return null;
  return shows === 'console' ? personId : id;
}

/** In which role a computer acts that shows this. */
export const PAIRED_ROLES: Readonly<Record<PairedPage, Role>> = {
  screen: 'screen',
  console: 'animateur',
  synthesis: 'rapporteur',
};

export function createPairings(parts: PairingsParts) {
  const { store, streams, devices, screens, clock, timers, ids, logger } = parts;
  const numbers = createPairingNumbers(clock, ids);
  /** By session, in the order they were made. */
  const open = new Map<string, Pairing>();
  const ends = new Map<string, () => void>();
  /** When a paired computer was last seen coming or going, by session. */
  const turned = new Map<string, Instant>();
  const openedAt = clock.now();
  let loading: Promise<void> | null = null;
  let changing: Promise<unknown> = Promise.resolve();
  let closed = false;

  /** All that is open is kept in memory: every command of every device asks for it. */
  const ready = (): Promise<void> => {
    loading ??= read().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };

  /** A sitting that was taken away while nobody was there to see it keeps no computer. */
  async function read(): Promise<void> {
    for (const pairing of await store.open(clock.now()))
      if (await resourceOf(pairing.sittingId)) begin(pairing);
  }

  /** One change after the other, so that what is on disk is what is in memory. */
  const inTurn = <T>(change: () => Promise<T>): Promise<T> => {
    const done = changing.then(change);
    changing = done.catch(() => undefined);
    return done;
  };

  function begin(pairing: Pairing): void {
    open.set(pairing.sessionId, pairing);
    if (pairing.shows === 'screen') screens.expect(pairing.sittingId, pairing.sessionId);
    endLater(pairing);
  }

  function endLater({ id, sessionId, endsAt }: Pairing): void {
    ends.get(id)?.();
    if (closed) return;
    const cancel = timers.after(Math.max(0, endsAt - clock.now()), () => {
      ends.delete(id);
      const present = open.get(sessionId);
      if (present?.id !== id) return;
      if (present.endsAt > clock.now()) return endLater(present);
      stop(present);
      devices.changed(sessionId).catch((error: unknown) => {
        logger.error('pairing/end-not-told', { reason: error instanceof Error ? error.name : 'unknown' });
      });
    });
    ends.set(id, cancel);
  }

  function stop(pairing: Pairing): void {
    ends.get(pairing.id)?.();
    ends.delete(pairing.id);
    open.delete(pairing.sessionId);
    turned.delete(pairing.sessionId);
    screens.forget(pairing.sittingId, pairing.sessionId);
  }

  async function withdrawn(pairing: Pairing): Promise<void> {
    await store.save({ ...pairing, withdrawnAt: clock.now() });
    stop(pairing);
    await devices.changed(pairing.sessionId);
  }

  const letGo = (sittingId: string): Promise<void> =>
    inTurn(async () => {
      await ready();
      for (const pairing of inOrder(sittingId)) await withdrawn(pairing);
    });

  const ofSession = (sessionId: string): Pairing | null => {
    const pairing = open.get(sessionId);
    return pairing && pairing.endsAt > clock.now() ? pairing : null;
  };
  const inOrder = (sittingId: string): readonly Pairing[] =>
    [...open.values()].filter((it) => it.sittingId === sittingId && it.endsAt > clock.now());

  const deviceOf = (pairing: Pairing): PairedDevice => ({
    pairing,
    connected: devices.isConnected(pairing.sessionId),
    since: turned.get(pairing.sessionId) ?? instant(Math.max(pairing.at, openedAt)),
  });

  /** The sitting as a resource; null when no séminaire holds it. */
  async function resourceOf(sittingId: string): Promise<(Resource & { readonly zone: string }) | null> {
    const { state } = await streams.sitting(sittingId);
    const seminar = state && (await streams.seminar(state.seminarId)).state;
    if (!state || !seminar?.sittings.some(({ id }) => id === sittingId)) return null;
    return { seminarId: state.seminarId, sittingIds: [sittingId], zone: seminar.description.zone };
  }

  /** The open pairing, for someone who runs the sitting it belongs to. */
  async function ownPairing(
    actor: Actor,
    pairingId: string,
  ): Promise<Result<Pairing, 'pairing/unknown' | 'access/forbidden'>> {
    await ready();
    const pairing = [...open.values()].find(({ id }) => id === pairingId);
    if (!pairing || pairing.endsAt <= clock.now()) return refused('pairing/unknown');
    const { seminarId, sittingId } = pairing;
    return may(actor, 'sitting/prepare', { seminarId, sittingIds: [sittingId] })
      ? ok(pairing)
      : refused('access/forbidden');
  }

  async function stateOf(sessionId: string): Promise<DeviceState> {
    await ready();
    const pairing = ofSession(sessionId);
    if (pairing) {
      const { state } = await streams.sitting(pairing.sittingId);
      return { state: 'paired', pairing, atelierId: state?.atelierId ?? null };
    }
    const shown = numbers.of(sessionId);
    return shown ? { state: 'waiting', ...shown } : { state: 'none' };
  }

  return {
    ready,
    stateOf,

    /** The rights that a session has by its pairing, as they are now. */
    async grantsOf(sessionId: string): Promise<readonly Grant[]> {
      await ready();
      const pairing = ofSession(sessionId);
      if (!pairing) return [];
      const { shows, seminarId, sittingId } = pairing;
      return [{ role: PAIRED_ROLES[shows], scope: { seminarId, sittingId }, personId: actingAs(pairing) }];
    },

    /** The computer wants to be paired; null when too many do. */
    async offer(sessionId: string): Promise<DeviceState | null> {
      const present = await stateOf(sessionId);
      if (present.state === 'paired') return present;
      const shown = numbers.draw(sessionId);
      return shown && { state: 'waiting', ...shown };
    },

    /** Pairs the computer that shows the number, by someone who holds the right to run the sitting. */
    pair: (
      bySession: string,
      number: string,
      { sittingId, shows }: Shown,
    ): Promise<Result<PairedDevice, PairingRefusal>> =>
      inTurn(async () => {
        await ready();
        const resource = await resourceOf(sittingId);
        if (!resource) return refused('seminar/unknown');
        const held = { grants: await parts.heldGrants(bySession) };
        const grant = grantFor(held, 'sitting/prepare', resource);
        if (!grant) return refused('access/forbidden');
        const sessionId = numbers.computerAt(number);
        if (sessionId === null) return refused('pairing/unknown-number');
        const at = clock.now();
        const { seminarId, zone } = resource;
        const pairing: Pairing = {
          ...{ id: ids.newId(), sessionId, seminarId, sittingId, shows },
          ...{ personId: grant.personId, at, endsAt: pairingEnd(at, zone), withdrawnAt: null },
        };
        await store.save(pairing);
        numbers.forget(sessionId);
        begin(pairing);
        await devices.changed(sessionId);
        return ok(deviceOf(pairing));
      }),

    /** The paired computers of a sitting, in the order they were paired. */
    async ofSitting(
      actor: Actor,
      sittingId: string,
    ): Promise<Result<readonly PairedDevice[], PairingRefusal>> {
      await ready();
      const resource = await resourceOf(sittingId);
      if (!resource) return refused('seminar/unknown');
      if (!may(actor, 'sitting/prepare', resource)) return refused('access/forbidden');
      return ok(inOrder(sittingId).map(deviceOf));
    },

    /** Tells a paired computer to show something else, here or in another sitting. */
    show: (
      actor: Actor,
      pairingId: string,
      { sittingId, shows }: Shown,
    ): Promise<Result<PairedDevice, PairingRefusal>> =>
      inTurn(async () => {
        const found = await ownPairing(actor, pairingId);
        if (!found.ok) return found;
        const resource = await resourceOf(sittingId);
        if (!resource) return refused('seminar/unknown');
        if (!may(actor, 'sitting/prepare', resource)) return refused('access/forbidden');
        const before = found.value;
        const told = { ...before, seminarId: resource.seminarId, sittingId, shows };
        await store.save(told);
        if (before.shows === 'screen' && (shows !== 'screen' || sittingId !== before.sittingId))
          screens.forget(before.sittingId, before.sessionId);
        begin(told);
        await devices.changed(told.sessionId);
        return ok(deviceOf(told));
      }),

    /** « Quel écran est-ce ? »: it shows its place among the sitting's computers, which is also the answer. */
    async identify(
      actor: Actor,
      pairingId: string,
    ): Promise<Result<string, 'pairing/unknown' | 'access/forbidden'>> {
      const found = await ownPairing(actor, pairingId);
      if (!found.ok) return found;
      const word = String(inOrder(found.value.sittingId).findIndex(({ id }) => id === pairingId) + 1);
      devices.identify(found.value.sessionId, word);
      return ok(word);
    },

    withdraw: (
      actor: Actor,
      pairingId: string,
    ): Promise<Result<null, 'pairing/unknown' | 'access/forbidden'>> =>
      inTurn(async () => {
        const found = await ownPairing(actor, pairingId);
        if (!found.ok) return found;
        await withdrawn(found.value);
        return ok(null);
      }),

    /** Takes in what was just committed: a sitting that is taken away lets its computers go. */
    committed(events: readonly DomainEvent[]): void {
      for (const event of events) {
        if (event.type !== 'seminar/sitting-removed') continue;
        letGo(event.payload.sittingId).catch((error: unknown) => {
          logger.error('pairing/not-let-go', { reason: error instanceof Error ? error.name : 'unknown' });
        });
      }
    },

    /** The first page of a computer came, or the last one went. */
    deviceTurned(sessionId: string): void {
      if (open.has(sessionId)) turned.set(sessionId, clock.now());
    },

    close(): void {
      closed = true;
      ends.forEach((cancel) => cancel());
      ends.clear();
    },
  };
}
