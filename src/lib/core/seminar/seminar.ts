/** The séminaire as its log tells it: description, programme, ateliers and their sittings, messages. */
import { EMPTY_PROGRAMME } from '../programme/programme.ts';
import type { LeftPlace } from './left-place.ts';
import type { Programme } from '../programme/programme.ts';
import type { DomainEvent, PayloadOf } from '../events/event-types.ts';
import type { SeminarDescription } from './description.ts';
import type { Instant } from '../time/instant.ts';
import { foldMessages } from './messages.ts';
import type { Message } from './messages.ts';
import type { PersonPresence } from './presence.ts';

/** `number` counts from 1 without the plenaries, whose number is 0. */
export type Atelier = {
  readonly id: string;
  readonly title: string;
  readonly number: number;
  readonly plenary: boolean;
};

/** An atelier held once. An atelier has one or more; with one, the word never shows. */
export type Sitting = {
  readonly id: string;
  readonly atelierId: string;
  readonly room: string;
  readonly start: Instant | null;
  readonly label: string;
};

/** Someone who conducts a sitting or writes its synthesis. */
export type Appointment = { readonly personId: string; readonly role: 'animateur' | 'rapporteur' };

export type Seminar = {
  readonly description: SeminarDescription;
  readonly programme: Programme;
  /** The programme before its last change, for the undo; null when there is none. */
  readonly programmeBefore: Programme | null;
  /** When the programme last changed; null while it never did. */
  readonly programmeRevisedAt: Instant | null;
  readonly ateliers: readonly Atelier[];
  readonly sittings: readonly Sitting[];
  /** The ids of those on the list of each sitting, in the order they came; nobody twice, whatever their devices. */
  readonly attendance: Readonly<Record<string, readonly string[]>>;
  /** Persons of a second device (« c'est moi »), by their id: whom they are on the lists. */
  readonly samePerson: Readonly<Record<string, string>>;
  /** Those who came in by themselves; the others were entered by someone. */
  readonly joined: ReadonlySet<string>;
  readonly closed: boolean;
  /** When it was last opened again; null while it never was. */
  readonly reopenedAt: Instant | null;
  /** By sitting, in the order they came. */
  readonly appointments: Readonly<Record<string, readonly Appointment[]>>;
  /** Whom the organiser lists for the actes, in the order they were listed; nobody twice. */
  readonly presences: readonly PersonPresence[];
  /** Where the names of those who were erased stayed, as it was then; absent while there is none. */
  readonly namesLeft?: readonly LeftPlace[];
  /** At how many minutes left the rooms are warned, most first; 0 is the end itself. */
  readonly warningMinutes: readonly number[];
  /** Oldest first, those taken back too. */
  readonly messages: readonly Message[];
};

export const DEFAULT_WARNING_MINUTES: readonly number[] = [5, 1, 0];

/** The séminaire after its events in order; null before `seminar/created`. Unknown to it: other streams' events. */
export function foldSeminar(seminar: Seminar | null, event: DomainEvent): Seminar | null {
  if (event.type === 'seminar/created') {
    return {
      description: event.payload.description,
      programme: EMPTY_PROGRAMME,
      programmeBefore: null,
      programmeRevisedAt: null,
      reopenedAt: null,
      ateliers: [],
      sittings: [],
      attendance: {},
      samePerson: {},
      joined: new Set(),
      closed: false,
      appointments: {},
      presences: [],
      warningMinutes: DEFAULT_WARNING_MINUTES,
      messages: [],
    };
  }
  if (seminar === null) return null;
  switch (event.type) {
    case 'seminar/described':
      return { ...seminar, description: event.payload.description };
    case 'seminar/atelier-added': {
      const { atelierId, title, plenary } = event.payload;
      const number = plenary ? 0 : seminar.ateliers.filter((it) => !it.plenary).length + 1;
      return { ...seminar, ateliers: [...seminar.ateliers, { id: atelierId, title, number, plenary }] };
    }
    case 'seminar/atelier-renamed': {
      const { atelierId, title } = event.payload;
      return {
        ...seminar,
        ateliers: seminar.ateliers.map((it) => (it.id === atelierId ? { ...it, title } : it)),
      };
    }
    case 'seminar/sitting-added': {
      const { sittingId, atelierId, room, start, label } = event.payload;
      const added = { id: sittingId, atelierId, room, start, label };
      return { ...seminar, sittings: [...seminar.sittings, added] };
    }
    case 'seminar/sitting-placed': {
      const { sittingId, room, start, label } = event.payload;
      return {
        ...seminar,
        sittings: seminar.sittings.map((it) => (it.id === sittingId ? { ...it, room, start, label } : it)),
      };
    }
    case 'seminar/sitting-removed':
      return { ...seminar, sittings: seminar.sittings.filter(({ id }) => id !== event.payload.sittingId) };
    case 'seminar/person-joined': {
      const { personId, sittingId, sameAs } = event.payload;
      const samePerson =
        sameAs === null
          ? seminar.samePerson
          : { ...seminar.samePerson, [personId]: personOnLists(seminar, sameAs) };
      const joined = event.actor === personId ? new Set([...seminar.joined, personId]) : seminar.joined;
      const listed = samePerson[personId] ?? personId;
      const there = seminar.attendance[sittingId] ?? [];
      const attendance = there.includes(listed)
        ? seminar.attendance
        : { ...seminar.attendance, [sittingId]: [...there, listed] };
      return { ...seminar, samePerson, joined, attendance };
    }
    case 'seminar/person-removed': {
      const { personId, sittingId, from = null } = event.payload;
      const listed = personOnLists(seminar, personId);
      const { [sittingId]: there = [] } = seminar.attendance;
      const present = from === null || from === 'list' ? there.filter((id) => id !== listed) : there;
      const attendance = { ...seminar.attendance, [sittingId]: present };
      const appointed = seminar.appointments[sittingId];
      if (appointed === undefined || from === 'list') return { ...seminar, attendance };
      const others = appointed.filter(
        (it) => personOnLists(seminar, it.personId) !== listed || (from !== null && it.role !== from),
      );
      return { ...seminar, attendance, appointments: { ...seminar.appointments, [sittingId]: others } };
    }
    case 'seminar/presence-set':
      return { ...seminar, presences: presencesAfter(seminar.presences, event.payload) };
    case 'seminar/person-erased': {
      const { personId, places } = event.payload;
      const presences = seminar.presences.filter((it) => it.personId !== personId);
      const namesLeft = [...(seminar.namesLeft ?? []), ...places];
      return { ...seminar, presences, ...(namesLeft.length === 0 ? {} : { namesLeft }) };
    }
    case 'seminar/closed':
      return { ...seminar, closed: true };
    case 'seminar/reopened':
      return { ...seminar, closed: false, reopenedAt: event.at };
    case 'seminar/person-appointed': {
      const { personId, sittingId, role } = event.payload;
      const there = seminar.appointments[sittingId] ?? [];
      if (there.some((it) => it.personId === personId && it.role === role)) return seminar;
      const appointed = [...there, { personId, role }];
      return { ...seminar, appointments: { ...seminar.appointments, [sittingId]: appointed } };
    }
    case 'seminar/warnings-set':
      return { ...seminar, warningMinutes: event.payload.minutes.toSorted((a, b) => b - a) };
    case 'programme/revised': {
      const { revision, times, speakers } = event.payload;
      const programme = {
        revision,
        times: times.toSorted((a, b) => a.start - b.start),
        speakers: speakers ?? {},
      };
      return { ...seminar, programme, programmeBefore: seminar.programme, programmeRevisedAt: event.at };
    }
    default: {
      const messages = foldMessages(seminar.messages, event);
      return messages === seminar.messages ? seminar : { ...seminar, messages };
    }
  }
}

function presencesAfter(
  listed: readonly PersonPresence[],
  { personId, presence, representedBy }: PayloadOf<'seminar/presence-set'>,
): readonly PersonPresence[] {
  if (presence === null) return listed.filter((it) => it.personId !== personId);
  const set = { personId, presence, representedBy: representedBy ?? '' };
  if (!listed.some((it) => it.personId === personId)) return [...listed, set];
  return listed.map((it) => (it.personId === personId ? set : it));
}

/** How many support something: a person and their second device are one. */
export const supportsOf = (
  { supporters }: { readonly supporters: readonly string[] },
  seminar: Pick<Seminar, 'samePerson'>,
): number => new Set(supporters.map((personId) => personOnLists(seminar, personId))).size;

/** Whom a person is on the lists: themselves, or whom they said to be on a second device. */
export const personOnLists = ({ samePerson }: Pick<Seminar, 'samePerson'>, personId: string): string =>
  samePerson[personId] ?? personId;
