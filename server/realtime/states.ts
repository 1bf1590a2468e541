/** First states: everything a page needs when it arrives, read from the streams as they are now. */
import type { Actor, Role } from '#core/access/roles.ts';
import type { Resource } from '#core/access/may.ts';
import { grantFor, may } from '#core/access/may.ts';
import type { Plan } from '#core/agenda/plan.ts';
import { atelierStream, seminarStream, sittingStream } from '#core/events/envelope.ts';
import type { SittingLog } from '#core/seminar/sitting.ts';
import { planOf } from '#core/seminar/sitting.ts';
import type { Audience } from '#protocol/inputs.ts';
import type { Page } from '#protocol/socket.ts';
import type { SeminarState, SittingRow } from '#protocol/regie-views.ts';
import type { DocumentNames, Own, SittingState } from '#protocol/views.ts';
import type { Directory, PeopleDirectory } from '../seminars/people-directory.ts';
import { saidBy } from '../seminars/people-directory.ts';
import type { AtelierStream, SeminarStream, SittingStream, Streams } from '../seminars/streams.ts';
import type { Clock } from '../seminars/surroundings.port.ts';
import type { SharedTextRef } from '../seminars/texts.port.ts';
import { CONTRIBUTION_BYTES, contributionsPage, ownIn, shownIn } from './contribution-views.ts';
import type { DeviceKey } from './device-keys.ts';
import { opens } from './device-keys.ts';
import type { Listeners, Showing } from './listeners.ts';
import { listenersAs, personRoom, sittingRoom } from './listeners.ts';
import type { Presence } from './presence.ts';
import {
  fullName,
  headOf,
  helpView,
  messagesFor,
  messagesInRegie,
  planFor,
  rapporteursFor,
  rowOf,
  runForAll,
  runForConsole,
  sharedInRoom,
  sharedView,
  synthesisFor,
} from './projections.ts';
import type { Bounds } from './room-views.ts';
import { BOUNDS, isTheirTurn, meInRoom, roomParts } from './room-views.ts';
import type { SynthesisWords } from './synthesis-words.ts';

export type StatesParts = {
  readonly streams: Streams;
  readonly people: PeopleDirectory;
  readonly presence: Presence;
  /** The wire name of a shared document, with its present epoch. */
  readonly wireName: (of: SharedTextRef) => Promise<string>;
  /** The join code of a sitting, or null when it has none. */
  readonly joinCode: (seminarId: string, sittingId: string) => Promise<string | null>;
  readonly synthesisWords: SynthesisWords;
  /** Writes what was due in the room by now, so that a late log is not shown as it stands. */
  readonly catchUp: (sittingId: string) => Promise<void>;
  readonly clock: Clock;
};

/** The streams that a sitting's pages are made from. */
export type Gathered = {
  readonly seminarId: string;
  readonly atelierId: string;
  readonly seminar: SeminarStream & { readonly state: NonNullable<SeminarStream['state']> };
  readonly atelier: AtelierStream;
  readonly sitting: SittingStream & { readonly state: SittingLog };
  /** The sitting's own plan, else its atelier's. */
  readonly plan: Plan;
  readonly people: Directory;
};

const NO_PAGE: Page = { contributions: [], olderBefore: null, own: [], supported: [] };

/** What a first state may weigh, its envelope left out. */
const FIRST_STATE_BYTES = 30_000;
/** What of it is left for the newest contributions at least. */
const LIST_BYTES = 4_000;

const bytesOf = (state: unknown): number => Buffer.byteLength(JSON.stringify(state));

/** The state within the widest bounds in which it leaves room for the newest contributions. */
function fitted<S>(within: (bounds: Bounds) => S): S {
  const fits = (state: S): boolean => bytesOf(state) <= FIRST_STATE_BYTES - LIST_BYTES;
  let state = within(BOUNDS[0]);
  for (const bounds of BOUNDS.slice(1)) {
    if (fits(state)) break;
    state = within(bounds);
  }
  return state;
}

/** The roles in which a page of each audience may act. */
const ROLES_OF: Readonly<Record<Audience, readonly Role[]>> = {
  console: ['animateur', 'organiser', 'rapporteur'],
  participant: ['participant', 'animateur', 'rapporteur', 'organiser'],
  screen: ['screen', 'animateur', 'organiser', 'rapporteur'],
};

export type States = ReturnType<typeof createStates>;

export function createStates(parts: StatesParts) {
  const { streams, people, presence, wireName, joinCode, synthesisWords, catchUp, clock } = parts;

  async function gather(sittingId: string): Promise<Gathered | null> {
    const sitting = await streams.sitting(sittingId);
    if (!sitting.state) return null;
    const { seminarId, atelierId } = sitting.state;
    const seminar = await streams.seminar(seminarId);
    if (!seminar.state) return null;
    const atelier = await streams.atelier(atelierId);
    return {
      seminarId,
      atelierId,
      seminar: { ...seminar, state: seminar.state },
      atelier,
      sitting: { ...sitting, state: sitting.state },
      plan: planOf(sitting.state, atelier.state),
      people: await people.directory(seminarId),
    };
  }

  const resourceOf = ({ seminarId, atelierId, seminar, atelier }: Gathered, sittingId: string): Resource => ({
    seminarId,
    sittingIds: [sittingId],
    plenary: seminar.state.ateliers.some(({ id, plenary }) => plenary && id === atelierId),
    synthesisShown: atelier.state?.synthesis.shown ?? false,
  });

  /** The wire name of the atelier's synthesis while participants may read along, else null. */
  const shownSynthesis = async ({ atelierId, atelier }: Gathered): Promise<string | null> =>
    atelier.state?.synthesis.shown === true ? wireName({ kind: 'synthesis', id: atelierId }) : null;

  /** Where a page of this actor hears what happens in the sitting, given the state that it was shown. */
  async function roomsOf(
    actor: Actor,
    sittingId: string,
    { audience, me }: SittingState,
  ): Promise<readonly string[]> {
    const at = await gather(sittingId);
    const listeners = at ? listenersAs(actor, audience, resourceOf(at, sittingId)) : audience;
    const own = audience === 'screen' || me.personId === null ? [] : [personRoom(sittingId, me.personId)];
    return [sittingRoom(sittingId, listeners), ...own];
  }

  const showingTo = (to: Listeners, { seminar, people: directory }: Gathered): Showing => ({
    to,
    seminar: seminar.state,
    people: directory,
  });

  async function documentsFor(
    actor: Actor,
    audience: Audience,
    sittingId: string,
    at: Gathered,
  ): Promise<DocumentNames> {
    if (audience === 'screen') return {};
    const resource = resourceOf(at, sittingId);
    const names: { notes?: string; synthesis?: string } = {};
    if (may(actor, 'notes/read', resource)) names.notes = await wireName({ kind: 'notes', id: sittingId });
    if (may(actor, 'synthesis/read', resource))
      names.synthesis = await wireName({ kind: 'synthesis', id: at.atelierId });
    return names;
  }

  /** The first state of a sitting's page, or why there is none: no such sitting, or none that this actor may see. */
  async function sittingState(
    actor: Actor,
    sittingId: string,
    audience: Audience,
    origin: string,
    by: string | null = null,
  ): Promise<SittingState | 'unknown' | 'forbidden'> {
    const known = await gather(sittingId);
    if (!known) return 'unknown';
    const resource = resourceOf(known, sittingId);
    const role = ROLES_OF[audience].find((as) => grantFor(actor, 'live/read', resource, as));
    // A person whom this device no longer is gives way to the one it is now.
    const grant =
      role &&
      (grantFor(actor, 'live/read', resource, role, by) ?? grantFor(actor, 'live/read', resource, role));
    if (!role || !grant) return 'forbidden';

    await catchUp(sittingId);
    const code = audience === 'participant' ? null : await joinCode(known.seminarId, sittingId);
    // Read last and together: what is committed after this comes as a frame.
    const at = await gather(sittingId);
    const head = at && headOf(at.seminarId, at.seminar.state, sittingId);
    if (!at || !head) return 'unknown';
    const documents = await documentsFor(actor, audience, sittingId, at);
    const log = at.sitting.state;
    const seminar = at.seminar.state;
    const forConsole = audience === 'console';
    const showing = showingTo(listenersAs(actor, audience, resource), at);
    const me = {
      ...{ role, personId: grant.personId, name: fullName(grant.personId, at.people) },
      consent: (grant.personId === null ? undefined : at.people.get(grant.personId))?.consent ?? null,
      ...meInRoom(log, seminar, grant.personId),
    };
    const whole = fitted((bounds) => ({
      audience,
      head,
      plan: planFor(showing.to, at.plan),
      run: forConsole ? runForConsole(log.runEvents, at.people, seminar) : runForAll(log.runEvents),
      seqs: {
        [seminarStream(at.seminarId)]: at.seminar.seq,
        [atelierStream(at.atelierId)]: at.atelier.seq,
        [sittingStream(sittingId)]: at.sitting.seq,
      },
      connected: presence.connected(sittingId),
      participants: seminar.attendance[sittingId]?.length ?? 0,
      join:
        code === null
          ? null
          : { code, address: origin.replace(/^https?:\/\//, ''), url: `${origin}/#${code}` },
      documents,
      shared: sharedInRoom(seminar),
      ownPlan: log.ownPlan !== null,
      synthesis: synthesisFor(showing.to, at.atelier.state),
      restitution: log.restitution,
      messages: messagesFor(audience, sittingId, seminar.messages, clock.now()),
      help: forConsole ? helpView(log.help, at.people) : null,
      rapporteurs: rapporteursFor(head, seminar, at.people),
      ...roomParts(log, at.plan, sittingId, showing, bounds),
      me,
    }));
    const left = Math.min(CONTRIBUTION_BYTES, FIRST_STATE_BYTES - bytesOf(whole));
    const { own, supported, ...page } =
      audience === 'screen'
        ? NO_PAGE
        : contributionsPage(log, showing, Number.MAX_SAFE_INTEGER, grant.personId, left);
    return {
      ...whole,
      ...page,
      contributionsCount: audience === 'screen' ? 0 : shownIn(log).length,
      me: { ...me, own, supported },
    };
  }

  /** Contributions of a sitting before the one at `before`, for whoever may read them, as their audience sees them. */
  async function page(
    actor: Actor,
    sittingId: string,
    before: number,
    by: string | null = null,
    audience: Audience = 'participant',
  ): Promise<Page | 'unknown' | 'forbidden'> {
    const at = await gather(sittingId);
    if (!at) return 'unknown';
    const resource = resourceOf(at, sittingId);
    const grant = readerGrant(actor, resource, by);
    if (!grant) return 'forbidden';
    const showing = showingTo(listenersAs(actor, audience, resource), at);
    return contributionsPage(at.sitting.state, showing, before, grant.personId);
  }

  /** What is this person's own in a sitting, and what the device said in it without a name. */
  async function own(
    actor: Actor,
    sittingId: string,
    by: string | null,
    keys: readonly DeviceKey[],
  ): Promise<Own | 'unknown' | 'forbidden'> {
    const at = await gather(sittingId);
    if (!at) return 'unknown';
    const grant = readerGrant(actor, resourceOf(at, sittingId), by);
    if (!grant) return 'forbidden';
    const { personId } = grant;
    const log = at.sitting.state;
    const seminar = at.seminar.state;
    const person = personId === null ? undefined : at.people.get(personId);
    return {
      person: person ? saidBy(person) : null,
      ...ownIn(log, { seminar, people: at.people }, personId, opens(keys)),
      askId: meInRoom(log, seminar, personId).askId,
      myTurn: isTheirTurn(log, seminar, personId),
    };
  }

  /** The right by which a list is read: a screen has none. */
  function readerGrant(actor: Actor, resource: Resource, by: string | null) {
    const readable = { grants: actor.grants.filter(({ role }) => role !== 'screen') };
    return grantFor(readable, 'live/read', resource, undefined, by);
  }

  async function sittingRow(
    sittingId: string,
  ): Promise<{ row: SittingRow; seqs: Record<string, number> } | null> {
    const at = await gather(sittingId);
    const head = at && headOf(at.seminarId, at.seminar.state, sittingId);
    if (!at || !head) return null;
    const counts = {
      connected: presence.connected(sittingId),
      screens: presence.screens(sittingId),
      synthesisWords: await synthesisWords(at.atelierId),
    };
    return {
      row: rowOf(head, at.plan, at.sitting.state, at.people, at.seminar.state, counts),
      seqs: { [atelierStream(at.atelierId)]: at.atelier.seq, [sittingStream(sittingId)]: at.sitting.seq },
    };
  }

  /** The first state of the régie. */
  async function seminarState(
    actor: Actor,
    seminarId: string,
  ): Promise<SeminarState | 'unknown' | 'forbidden'> {
    const { state } = await streams.seminar(seminarId);
    if (!state) return 'unknown';
    if (!may(actor, 'seminar/prepare', { seminarId, sittingIds: [] })) return 'forbidden';
    for (const { id } of state.sittings) await catchUp(id);
    const { state: seminar, seq } = await streams.seminar(seminarId);
    if (!seminar) return 'unknown';
    const rows: SittingRow[] = [];
    const seqs: Record<string, number> = { [seminarStream(seminarId)]: seq };
    for (const { id } of seminar.sittings) {
      const found = await sittingRow(id);
      if (!found) continue;
      rows.push(found.row);
      // Of an atelier with several sittings, the row that was read first says what may be out of date.
      for (const [stream, at] of Object.entries(found.seqs)) seqs[stream] = Math.min(seqs[stream] ?? at, at);
    }
    return {
      seminarId,
      description: seminar.description,
      rows,
      shared: sharedView(seminar),
      programmeRestorable: seminar.programmeBefore !== null,
      closed: seminar.closed,
      messages: messagesInRegie(seminar.messages, await people.directory(seminarId)),
      seqs,
    };
  }

  return { gather, roomsOf, joinCode, shownSynthesis, sittingState, page, own, seminarState, sittingRow };
}
