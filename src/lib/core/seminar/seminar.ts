/** The séminaire as its log tells it: description, ateliers and their sittings. */
import type { DomainEvent, SeminarDescription } from '../events/event-types.ts';
import type { Instant } from '../time/instant.ts';

export type Atelier = { readonly id: string; readonly title: string; readonly number: number };

/** An atelier held once. An atelier has one or more; with one, the word never shows. */
export type Sitting = {
  readonly id: string;
  readonly atelierId: string;
  readonly room: string;
  readonly start: Instant | null;
};

export type Seminar = {
  readonly description: SeminarDescription;
  readonly ateliers: readonly Atelier[];
  readonly sittings: readonly Sitting[];
  /** The ids of those who joined each sitting, in the order they came. */
  readonly attendance: Readonly<Record<string, readonly string[]>>;
};

/** The séminaire after its events in order; null before `seminar/created`. Unknown to it: other streams' events. */
export function foldSeminar(seminar: Seminar | null, event: DomainEvent): Seminar | null {
  if (event.type === 'seminar/created') {
    return { description: event.payload.description, ateliers: [], sittings: [], attendance: {} };
  }
  if (seminar === null) return null;
  switch (event.type) {
    case 'seminar/described':
      return { ...seminar, description: event.payload.description };
    case 'seminar/atelier-added': {
      const atelier = {
        id: event.payload.atelierId,
        title: event.payload.title,
        number: seminar.ateliers.length + 1,
      };
      return { ...seminar, ateliers: [...seminar.ateliers, atelier] };
    }
    case 'seminar/atelier-renamed': {
      const { atelierId, title } = event.payload;
      return {
        ...seminar,
        ateliers: seminar.ateliers.map((it) => (it.id === atelierId ? { ...it, title } : it)),
      };
    }
    case 'seminar/sitting-added': {
      const { sittingId, atelierId, room, start } = event.payload;
      return { ...seminar, sittings: [...seminar.sittings, { id: sittingId, atelierId, room, start }] };
    }
    case 'seminar/sitting-placed': {
      const { sittingId, room, start } = event.payload;
      return {
        ...seminar,
        sittings: seminar.sittings.map((it) => (it.id === sittingId ? { ...it, room, start } : it)),
      };
    }
    case 'seminar/person-joined': {
      const { personId, sittingId } = event.payload;
      const there = seminar.attendance[sittingId] ?? [];
      if (there.includes(personId)) return seminar;
      return { ...seminar, attendance: { ...seminar.attendance, [sittingId]: [...there, personId] } };
    }
    default:
      return seminar;
  }
}
