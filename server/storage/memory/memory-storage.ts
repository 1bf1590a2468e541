/** The storage ports in memory: for tests that need no disk. What is kept is copied in and out, as a disk would. */
import type { Grant } from '#core/access/roles.ts';
import type { DomainEvent } from '#core/events/event-types.ts';
import { redact } from '#core/events/redact.ts';
import type { Person } from '#core/seminar/person.ts';
import type { Access, AccessStore, Session } from '../../seminars/access.port.ts';
import type { ActesAddresses } from '../../seminars/actes-addresses.port.ts';
import type { DocumentStore } from '../../seminars/documents.port.ts';
import type { Appended, EventStore } from '../../seminars/event-store.port.ts';
import type { KeptText, KeptTexts } from '../../seminars/kept-texts.port.ts';
import type { Pairing, PairingStore } from '../../seminars/pairing.port.ts';
import type { People } from '../../seminars/people.port.ts';
import { StorageError } from '../../seminars/storage-error.ts';
import type { Storage } from '../../seminars/storage.port.ts';

/** `now` is the day that receipts are kept with. */
export function openMemoryStorage(now: () => number = Date.now): Storage {
  let closed = false;
  const open = () => {
    if (closed) throw new StorageError('storage/closed', 'Storage is closed.');
  };
  return {
    events: memoryEvents(open, now),
    people: memoryPeople(open),
    ...memoryAccessAndPairings(open),
    keptTexts: memoryKeptTexts(open),
    actesAddresses: memoryActesAddresses(open),
    documents: memoryDocuments(open),
    writable: () => !closed,
    close: async () => {
      closed = true;
    },
  };
}

/** Throws once the storage is closed. */
type Guard = () => void;

const copied = (event: DomainEvent): DomainEvent => JSON.parse(JSON.stringify(event)) as DomainEvent;

const constraint = (message: string): StorageError => new StorageError('storage/constraint', message);

const MILLISECONDS_PER_DAY = 86_400_000;
const dayOf = (moment: number): number => Math.floor(moment / MILLISECONDS_PER_DAY);

function memoryEvents(open: Guard, now: () => number): EventStore {
  let streams: ReadonlyMap<string, readonly DomainEvent[]> = new Map();
  const ids = new Set<string>();
  const receipts = new Map<string, { readonly answer: string; readonly day: number }>();
  return {
    async append(appends, newReceipts): Promise<Appended> {
      open();
      const commandIds = new Set(newReceipts.map(({ commandId }) => commandId));
      if (
        commandIds.size < newReceipts.length ||
        newReceipts.some((known) => receipts.has(known.commandId))
      ) {
        return { ok: false, conflict: 'receipt' };
      }
      const draft = new Map(streams);
      const written: DomainEvent[] = [];
      for (const { stream, expectedSeq, events } of appends) {
        const before = draft.get(stream) ?? [];
        if (before.length !== expectedSeq) return { ok: false, conflict: 'stream' };
        const placed = events.map((event, index): DomainEvent => ({
          ...event,
          stream,
          seq: expectedSeq + index + 1,
        }));
        draft.set(stream, [...before, ...placed.map(copied)]);
        written.push(...placed);
      }
      const newIds = new Set(written.map(({ id }) => id));
      if (newIds.size < written.length || written.some(({ id }) => ids.has(id))) {
        throw constraint('An event with that id is already there.');
      }
      streams = draft;
      for (const id of newIds) ids.add(id);
      const day = dayOf(now());
      for (const { commandId, answer } of newReceipts) receipts.set(commandId, { answer, day });
      return { ok: true, events: written };
    },
    async read(stream, afterSeq) {
      open();
      return (streams.get(stream) ?? []).slice(Math.max(0, afterSeq)).map(copied);
    },
    async receipt(commandId) {
      open();
      return receipts.get(commandId)?.answer ?? null;
    },
    async forgetReceipts(moment) {
      open();
      for (const [commandId, { day }] of receipts) if (day < dayOf(moment)) receipts.delete(commandId);
    },
    async redact(stream, eventIds) {
      open();
      const kept = (streams.get(stream) ?? []).map((event) =>
        eventIds.includes(event.id) ? redact(event) : event,
      );
      if (kept.length > 0) streams = new Map(streams).set(stream, kept);
    },
  };
}

function memoryPeople(open: Guard): People {
  const people = new Map<string, Person>();
  return {
    async save(person) {
      open();
      people.set(person.id, { ...person });
    },
    async erase(personId) {
      open();
      const person = people.get(personId);
      const nothing = { firstName: '', lastName: '', function: '', town: '', consent: 'none' } as const;
      if (person) people.set(personId, { ...person, ...nothing });
    },
    async find(personId) {
      open();
      return people.get(personId) ?? null;
    },
    async ofSeminar(seminarId) {
      open();
      return [...people.values()].filter((person) => person.seminarId === seminarId);
    },
  };
}

function memoryKeptTexts(open: Guard): KeptTexts {
  const texts = new Map<string, KeptText>();
  return {
    async keep(text) {
      open();
      if (!texts.has(text.id)) texts.set(text.id, { ...text });
    },
    async read(id) {
      open();
      return texts.get(id) ?? null;
    },
    async ofSeminar(seminarId) {
      open();
      return [...texts.values()]
        .filter((text) => text.seminarId === seminarId)
        .map(({ text: _text, ...kept }) => kept);
    },
    async replace(id, text) {
      open();
      const kept = texts.get(id);
      if (kept) texts.set(id, { ...kept, text });
    },
  };
}

function memoryActesAddresses(open: Guard): ActesAddresses {
  const seminars = new Map<string, string>();
  return {
    async reserve(slug, seminarId) {
      open();
      if (!seminars.has(slug)) seminars.set(slug, seminarId);
      return seminars.get(slug) === seminarId;
    },
    async seminarAt(slug) {
      open();
      return seminars.get(slug) ?? null;
    },
  };
}

/** The sessions that are open, by id, with what they hold. */
type MemoryGrants = Map<string, Map<string, Grant>>;

function memoryAccessAndPairings(open: Guard): { access: AccessStore; pairings: PairingStore } {
  const grants: MemoryGrants = new Map();
  return { access: memoryAccess(open, grants), pairings: memoryPairings(open, grants) };
}

function memoryPairings(open: Guard, grants: MemoryGrants): PairingStore {
  const pairings = new Map<string, Pairing>();
  return {
    async save(pairing) {
      open();
      if (!grants.has(pairing.sessionId)) throw constraint('There is no such session.');
      pairings.set(pairing.id, { ...pairing });
    },
    async open(at) {
      open();
      return [...pairings.values()].filter(({ withdrawnAt, endsAt }) => withdrawnAt === null && endsAt > at);
    },
  };
}

function memoryAccess(open: Guard, grants: MemoryGrants): AccessStore {
  const accesses = new Map<string, Access>();
  const sessions = new Map<string, Session>();
  const withdraw = (concerned: (grant: Grant) => boolean): readonly string[] =>
    [...grants].flatMap(([sessionId, held]) => {
      const gone = [...held].filter(([, grant]) => concerned(grant));
      for (const [key] of gone) held.delete(key);
      return gone.length > 0 ? [sessionId] : [];
    });
  const withCode = (code: string) => [...accesses.values()].find((access) => access.code === code) ?? null;
  return {
    async save(access) {
      open();
      const sameCode = access.code === null ? null : withCode(access.code);
      if (sameCode !== null && sameCode.id !== access.id) throw constraint('That code is already given.');
      accesses.set(access.id, structuredClone(access));
    },
    async find(accessId) {
      open();
      return accesses.get(accessId) ?? null;
    },
    async findByCode(code) {
      open();
      return withCode(code);
    },
    async ofSeminar(seminarId) {
      open();
      return [...accesses.values()].filter((access) => access.scope.seminarId === seminarId);
    },
    async ofSitting(seminarId, sittingId) {
      open();
      const isThere = ({ scope }: Access) => scope.seminarId === seminarId && scope.sittingId === sittingId;
      return [...accesses.values()].filter(isThere);
    },
    async ofPerson(seminarId, personId) {
      open();
      const isTheirs = (it: Access) => it.scope.seminarId === seminarId && it.personId === personId;
      return [...accesses.values()].filter(isTheirs);
    },
    async session(tokenHash) {
      open();
      return sessions.get(tokenHash) ?? null;
    },
    async openSession(session, tokenHash) {
      open();
      if (sessions.has(tokenHash) || grants.has(session.id))
        throw constraint('That session is already open.');
      sessions.set(tokenHash, { ...session });
      grants.set(session.id, new Map());
    },
    async grant(sessionId, grant) {
      open();
      const held = grants.get(sessionId);
      if (held === undefined) throw constraint('There is no such session.');
      const { role, scope, personId } = grant;
      const key = JSON.stringify([role, scope.seminarId, scope.sittingId, personId]);
      if (!held.has(key)) held.set(key, structuredClone(grant));
    },
    async ungrant(sessionId, { role, scope, personId }) {
      open();
      const key = JSON.stringify([role, scope.seminarId, scope.sittingId, personId]);
      grants.get(sessionId)?.delete(key);
    },
    async grantsOf(sessionId) {
      open();
      return [...(grants.get(sessionId)?.values() ?? [])];
    },
    async holdersIn(sittingId) {
      open();
      return [...grants].flatMap(([sessionId, held]) => {
        const there = [...held.values()].filter(({ scope }) => scope.sittingId === sittingId);
        const people = new Set(there.map(({ personId }) => personId));
        return [...people].flatMap((personId) => (personId === null ? [] : [{ sessionId, personId }]));
      });
    },
    async withdrawGrants(personId, sittingId) {
      open();
      return withdraw(
        ({ role, ...grant }) =>
          role === 'participant' && grant.personId === personId && grant.scope.sittingId === sittingId,
      );
    },
    async withdrawAllGrants(personId) {
      open();
      return withdraw((grant) => grant.personId === personId);
    },
  };
}

type MemoryDocument = {
  readonly epoch: number;
  readonly lastSeq: number;
  readonly snapshot: Uint8Array | null;
  readonly snapshotSeq: number;
  readonly updates: readonly { readonly seq: number; readonly update: Uint8Array }[];
  readonly owners: ReadonlyMap<number, string>;
};

const UNWRITTEN: MemoryDocument = {
  epoch: 1,
  lastSeq: 0,
  snapshot: null,
  snapshotSeq: 0,
  updates: [],
  owners: new Map(),
};

const bytesOf = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);

function memoryDocuments(open: Guard): DocumentStore {
  const documents = new Map<string, MemoryDocument>();
  const present = (document: string) => documents.get(document) ?? UNWRITTEN;
  const atEpoch = (document: string, epoch: number): MemoryDocument => {
    open();
    const found = present(document);
    if (found.epoch === epoch) return found;
    throw new StorageError('documents/epoch-closed', `Epoch ${epoch} of ${document} is not open.`);
  };
  return {
    async epoch(document) {
      open();
      return present(document).epoch;
    },
    async renew(document, fromEpoch, snapshot) {
      const { epoch } = atEpoch(document, fromEpoch);
      documents.set(document, { ...UNWRITTEN, epoch: epoch + 1, snapshot: bytesOf(snapshot) });
      return epoch + 1;
    },
    async load(document, epoch) {
      const { snapshot, snapshotSeq, updates } = atEpoch(document, epoch);
      return {
        snapshot: snapshot === null ? null : bytesOf(snapshot),
        snapshotSeq,
        updates: updates.map(({ seq, update }) => ({ seq, update: bytesOf(update) })),
        corrupt: [],
      };
    },
    async commit({ document, epoch, update, clients }) {
      const before = atEpoch(document, epoch);
      const seq = before.lastSeq + 1;
      const owners = new Map(before.owners);
      for (const { clientId, owner } of clients) if (!owners.has(clientId)) owners.set(clientId, owner);
      const updates = [...before.updates, { seq, update: bytesOf(update) }];
      documents.set(document, { ...before, lastSeq: seq, updates, owners });
      return seq;
    },
    async compact(document, epoch, throughSeq, snapshot) {
      const before = atEpoch(document, epoch);
      const least = before.snapshot === null ? 1 : before.snapshotSeq;
      if (throughSeq < least || throughSeq > before.lastSeq) {
        throw new StorageError(
          'documents/compaction-out-of-range',
          `${document} cannot be compacted through ${throughSeq}: its log ends at ${before.lastSeq}.`,
        );
      }
      documents.set(document, {
        ...before,
        snapshot: bytesOf(snapshot),
        snapshotSeq: throughSeq,
        updates: before.updates.filter(({ seq }) => seq > throughSeq),
      });
    },
    async clientOwners(document, epoch) {
      return new Map(atEpoch(document, epoch).owners);
    },
  };
}
